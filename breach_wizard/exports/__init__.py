"""The formats of a report: each a module with all that there is to know of it."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from breach_wizard.exports.furniture import Furniture
    from breach_wizard.guidance import Guidance
    from breach_wizard.imports.imported import Imported
    from breach_wizard.report import Report


class Printed(NamedTuple):
    """The text of pages laid out, where lines end as they must and a sign may be shown as its code.

    ``pieces`` returns what stands in it of a line, to be looked for one by one after the line before.
    """

    text: str
    pieces: Callable[[str], tuple[str, ...]]

    def holds(self, line: str) -> bool:
        """Is all of a line in it, wherever?"""
        return all(piece in self.text for piece in self.pieces(line))


class Format(Protocol):
    """What a module of this package offers.

    Attributes:
        EXTENSION: the ending of a file's name, such as ".md".
        BINARY: whether a terminal can't show it.
        LABEL: its name, as the user reads it.
        HINT: what it is good for, in a line.
    """

    EXTENSION: str
    BINARY: bool
    LABEL: str
    HINT: str

    def render(self, report: "Report", guidance: "Guidance", furniture: "Furniture" = ..., /) -> bytes:
        """Return the report as a document, with what a body puts around it where the format has a place for that."""

    def held(self, data: bytes, guidance: "Guidance", /) -> "Imported | Printed | str":
        """Return what a document holds: its answers where it can be read back, else its text as a reader sees it."""


# Names of modules, not modules: a format's library (python-docx and the like) is loaded when a report is written in
# that format, while the names are known to the command line from the start.
FORMATS: dict[str, str] = {
    "markdown": "breach_wizard.exports.markdown",
    "word": "breach_wizard.exports.word",
    "html": "breach_wizard.exports.html",
    "email": "breach_wizard.exports.email",
    "pdf": "breach_wizard.exports.pdf",
    "json": "breach_wizard.exports.json",
}


NEEDED: dict[str, tuple[str, ...]] = {"pdf": ("typst", "pypdf")}
"""The packages of a format that are an extra of the same name."""


def is_installed(name: str) -> bool:
    """Are the packages there that a format needs?"""
    if name not in NEEDED:
        return True
    from importlib.util import find_spec

    return all(find_spec(one) is not None for one in NEEDED[name])


def not_installed(name: str) -> str:
    """Return what to do where they are not, as a sentence."""
    return f"This format needs packages more. Install them with: pip install 'breach-wizard[{name}]'"


GOVSPEAK = "govspeak"
FOR_PUBLICATION = {GOVSPEAK: "breach_wizard.exports.govspeak", **FORMATS}
"""The formats of a copy for publication, that of GOV.UK first: a report as such is not written in it."""


def load(name: str) -> Format:
    """Return the module of a format, by its name in `FOR_PUBLICATION`."""
    return cast(Format, import_module(FOR_PUBLICATION[name]))


USUAL = "markdown"
ANSWERS = "answers"
"""No format of a report: what was answered, whole or not, as a file that ``new --answers`` takes."""
