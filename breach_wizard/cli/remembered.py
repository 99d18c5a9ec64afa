"""The profile as every command uses it: a damaged one is set aside and named, and stops none of them."""

from functools import cache

from breach_wizard import homes, profile
from breach_wizard.cli.printing import say
from breach_wizard.errors import InputError, StorageError
from breach_wizard.invoked import command


def remembered() -> profile.Profile:
    """Return the profile; an empty one where it can't be used, which is said once."""
    if not homes.has_profile():
        return profile.NOTHING
    from breach_wizard import folders

    path = folders.profile()
    known = defaults()
    try:
        return profile.load(path, known)
    except InputError as error:
        from datetime import UTC, datetime

        from breach_wizard.aside import put_aside

        aside = put_aside(path, datetime.now(UTC))
        if aside is None:
            _say_once(f"{error} It could not be set aside: it stays where it is, and is not used.")
        else:
            say(
                f"{error} It was set aside, not deleted: {aside}. What it remembers is not used; correct it and "
                f"call it {path.name} again, or begin anew with: {command('profile NAME=VALUE')}"
            )
    except StorageError as error:
        _say_once(f"{error} Until then, nothing that it remembers is used.")
    return known


def defaults() -> profile.Profile:
    """Return what the organisation's own profile says for everybody; nothing where there is none, or it can't be used.

    That is said once; it isn't this user's to correct, and nothing is set aside.
    """
    from breach_wizard import folders

    found = profile.Profile()
    for path in folders.of_the_site("profile.toml"):
        try:
            found = profile.load(path)
        except (InputError, StorageError) as error:
            _say_once(f"{error} It is your organisation's, and is not used until then. Tell whoever looks after it.")
    return found


@cache
def _say_once(text: str) -> None:
    """Say it, unless it was said: a command may look at the profile several times."""
    say(text)
