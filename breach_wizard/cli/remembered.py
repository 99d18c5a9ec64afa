"""The profile as every command uses it: a damaged one is set aside and named, and stops none of them."""

from functools import cache

from breach_wizard import folders, profile
from breach_wizard.cli import say
from breach_wizard.errors import InputError, StorageError
from breach_wizard.invoked import command


def remembered() -> profile.Profile:
    """Return the profile; an empty one where it can't be used, which is said once."""
    path = folders.profile()
    try:
        return profile.load(path)
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
    return profile.Profile()


@cache
def _say_once(text: str) -> None:
    """Say it, unless it was said: a command may look at the profile several times."""
    say(text)
