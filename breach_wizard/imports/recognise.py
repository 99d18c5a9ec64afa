"""What a file is, told from its content alone: a report of ours, a report on a form, or an answers file."""

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, NamedTuple, Protocol, cast

from breach_wizard import form, parsing
from breach_wizard.errors import CopyForPublication, InputError, NotAReport
from breach_wizard.guidance import Guidance
from breach_wizard.imports.decoding import utf8_of
from breach_wizard.imports.imported import Imported
from breach_wizard.patterns import pattern
from breach_wizard.text import CONTROLS_LEFT_OUT, LINE_ENDS, clean, has_controls, is_plain, join, without_controls


class Kind(NamedTuple):
    """A kind of file.

    Attributes:
        module: what reads it, loaded once there is a file that may be one.
        name: as the user knows it; empty for what is no report.
        endings: of the files of a folder that are looked at.
        begins: with what every such file does, behind blanks where it is text; empty where that may be anything.
        is_text: whether such a file is text.
    """

    module: str
    name: str
    endings: tuple[str, ...]
    begins: tuple[bytes, ...] = (b"",)
    is_text: bool = True


OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How an old Word document begins, and one with a password, which are refused with words of their own."""

KINDS = (
    Kind("breach_wizard.imports.odt", "ODT", (".odt",), (b"PK",), is_text=False),
    Kind("breach_wizard.imports.word", "Word", (".docx",), (b"PK", OLD_OR_LOCKED), is_text=False),
    Kind("breach_wizard.imports.web", "web page", (".html", ".htm"), (b"<",)),
    Kind("breach_wizard.imports.json", "JSON", (".json",), (b"{",)),
    Kind("breach_wizard.imports.markdown", "Markdown", (".md", ".markdown", ".txt")),
    Kind("breach_wizard.imports.answers_file", "", (".toml", ".json")),
)
"""In the order in which it is looked whether a file is of one."""

LONGEST = 4
"""No beginning is longer."""

E_MAIL = pattern(r"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*+)*?(?:MIME-Version|X-Unsent): ", re.IGNORECASE)
"""How an email begins; a line of its head that begins with a blank goes on with the one before."""


FIRST_LINES = 20
"""Among so many lines is the first that says something."""

DEEP = 200
TOO_DEEP = pattern(rf"(?:[\[{{]\s{{0,9}}){{{DEEP}}}")
"""So many brackets are opened at once in no report, and readers of Markdown take ever longer over them."""


class Reader(Protocol):
    """What a module that reads a kind of file offers."""

    def recognised(self, data: bytes, guidance: Guidance, /) -> Imported | None:
        """Return what a file holds, or None where it is of another kind; raises as `read` does."""


def endings() -> tuple[str, ...]:
    """Return the endings of the files that can be read."""
    return tuple(dict.fromkeys(ending for one in KINDS for ending in one.endings))


def what_can_be_read() -> str:
    """Return "a report (ODT, Word, web page, JSON or Markdown) or an answers file (TOML or JSON)"."""
    return f"a report ({join([one.name for one in KINDS if one.name], 'or')}) or an answers file (TOML or JSON)"


def read(data: bytes, guidance: Guidance) -> Imported:
    """Return what the bytes hold.

    Raises:
        NotAReport: they hold neither a report nor answers.
        CopyForPublication: they hold a copy that is for publication.
        InputError: they can't be read.
        AnswersError: a key or a value of an answers file, or of a report in JSON, isn't right; holds every problem.
    """
    remark = ""
    found = _first((one for one in KINDS if not one.is_text), data[:LONGEST], data, guidance)
    if found is None:
        data, remark = utf8_of(data)
        found = _first((one for one in KINDS if one.is_text), _beginning(data.decode()), data, guidance)
    if found is None:
        raise NotAReport(
            f"This is no report and no answers file: nothing in it is a part of the form. Name {what_can_be_read()}."
        )
    if found.is_copy:
        raise CopyForPublication
    found = _cleaned(found)
    return found._replace(remarks=(*found.remarks, remark)) if remark else found


def _cleaned(found: Imported) -> Imported:
    """What was read without what a terminal would obey, and with a word on that; our own form as typed answers are.

    In that somebody may have written; a text of others is cleaned as it is put together.
    """
    is_own = found.source == "own"
    changed: list[str] = []

    def change(text: str) -> str:
        kept = _obeyed_by_none(text)
        if kept != text:
            changed.append(text)
        return clean(kept) if is_own else kept

    answers = _each_text(change, found.answers)
    return found._replace(answers=answers, remarks=(*found.remarks, CONTROLS_LEFT_OUT) if changed else found.remarks)


def _obeyed_by_none(text: str) -> str:
    if is_plain(text) or not (has_controls(text) or LINE_ENDS.search(text)):
        return text
    return without_controls(LINE_ENDS.sub(" ", text))


def _each_text(change: Callable[[str], str], value: Any) -> Any:
    """The same with each text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _each_text(change, one) for name, one in value.items()}
    return [_each_text(change, one) for one in value] if isinstance(value, list) else value


def _first(known: Iterable[Kind], beginning: bytes, data: bytes, guidance: Guidance) -> Imported | None:
    """What the first of the kinds finds that may be the file's, as it begins."""
    may_be = (cast(Reader, import_module(one.module)) for one in known if beginning.startswith(one.begins))
    return next((found for one in may_be if (found := one.recognised(data, guidance)) is not None), None)


def _beginning(text: str) -> bytes:
    """With what a text begins, behind its blanks; raises where it is no report, or a copy for publication."""
    if E_MAIL.match(text):
        raise NotAReport("This is an email, which can't be read back. Name the report in Markdown, Word or JSON.")
    if not text.strip():
        raise NotAReport(f"This is empty. Name {what_can_be_read()}.")
    if text.count("[") + text.count("{") >= DEEP and TOO_DEEP.search(text):
        raise InputError(f"This can't be read: {parsing.TOO_DEEP}. Name {what_can_be_read()}.")
    if "\x00" in text:
        raise NotAReport(f"This is not text. Name {what_can_be_read()}.")
    if form.is_copy(text.split("\n", FIRST_LINES)):
        raise CopyForPublication
    return text.removeprefix("\ufeff").lstrip()[:LONGEST].encode()
