"""What may stand in a profile: a value as somebody types it, and the value that is kept."""

from collections.abc import Callable

from breach_wizard.errors import InputError
from breach_wizard.exports import FORMATS
from breach_wizard.exports.email_address import checked
from breach_wizard.exports.furniture import marked
from breach_wizard.guidance import Guidance
from breach_wizard.misspelt import did_you_mean
from breach_wizard.register.address import Server, is_address
from breach_wizard.text import clean

LONGEST_LINE = 95
"""Characters of a line on the do-now screen, which holds 17 lines in all."""


def kept(name: str, typed: str, guidance: Guidance) -> str | bool:
    """Return what is kept of what was typed for a name of the profile; empty forgets it.

    Raises:
        InputError: it is no value for that name; the message says what is.
    """
    reader = READERS.get(name)
    return reader(name, typed, guidance) if reader else clean(typed)


def _address(_: str, typed: str, __: Guidance) -> str:
    return str(checked(typed)) if typed else ""


def _switch(name: str, typed: str, _: Guidance) -> bool:
    if typed not in ("true", "false"):
        raise InputError(f"{name} is true or false, not {typed!r}.")
    return typed == "true"


def _nation(_: str, typed: str, guidance: Guidance) -> str:
    nation = clean(typed).casefold().replace(" ", "-")
    if nation and nation not in guidance.nations:
        near = did_you_mean(nation, guidance.nations)
        raise InputError(f"There is no nation {typed!r}.{near} Use one of: {', '.join(guidance.nations)}.")
    return nation


def _formats(_: str, typed: str, __: Guidance) -> str:
    """Formats, with commas or blanks between them."""
    named = clean(typed).casefold().replace(",", " ").split()
    for one in named:
        if one not in FORMATS:
            raise InputError(
                f"There is no format {one!r}.{did_you_mean(one, FORMATS)} Use one or more of: {', '.join(FORMATS)}."
            )
    return ", ".join(dict.fromkeys(named))


def _site(name: str, typed: str, guidance: Guidance) -> str:
    """A site that the guidance knows in the guidance's own letters; any other as it is."""
    site = _line(name, typed, guidance)
    known = site.casefold().removeprefix("https://").removeprefix("www.").rstrip("/")
    return known if known in guidance.sites else site


def _line(name: str, typed: str, _: Guidance) -> str:
    text = clean(typed)
    if "\n" in text or len(text) > LONGEST_LINE:
        raise InputError(f"{name} is one line of at most {LONGEST_LINE} characters.")
    return text


def _register(_: str, typed: str, __: Guidance) -> str:
    """A file, or the address of a server: without a password, which would be kept, and shown."""
    name = clean(typed)
    if is_address(name) and Server(name).checked() and Server(name).has_password:
        raise InputError(
            "A password is not kept in the profile. Leave it out, and put it in ~/.pgpass or in a service file."
        )
    return name


READERS: dict[str, Callable[[str, str, Guidance], str | bool]] = {
    "plain": _switch,
    "register": _register,
    "register_add": _switch,
    "hop_email": _address,
    "submission_address": _address,
    "formats": _formats,
    "marking": lambda _, typed, __: marked(typed).marking,
    "nation": _nation,
    "site": _site,
    "take_down_note": _line,
}
"""How the value for a name is taken, where it is not any text."""
