"""An email address as a report may be addressed to: one, and nothing that a header could take for more."""

from email.headerregistry import Address

from breach_wizard.errors import InputError
from breach_wizard.patterns import pattern

WORD = r"[A-Za-z0-9!#$%&'*+/^_`{|}~-]+"
PART = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
ADDRESS = pattern(rf"{WORD}(?:\.{WORD})*@{PART}(?:\.{PART})+")
LONGEST = 254


def checked(text: str) -> Address:
    """Return the address.

    Raises:
        InputError: it is not one plain address; the message says what to write.
    """
    if len(text) > LONGEST or not ADDRESS.fullmatch(text):
        raise InputError(
            f"{text!r} can't be used as an email address. Write one address and nothing else, "
            "such as head.of.profession@example.gov.uk"
        )
    return Address(addr_spec=text)
