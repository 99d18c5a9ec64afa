"""Looks for every answer in a document that can't be read back into a report. Pure."""

import re
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

from breach_wizard.exports.content import Content, Value

UNSEEN = ("head", "svg")
WITHIN_A_LINE = ("a", "bdi", "em", "strong", "wbr")
BLANKS = re.compile(r"[ \t\r\n\f]+")


def missing(said: Content, text: str) -> str:
    """Return the first line of an answer that a text doesn't hold in its place; empty where it holds them all."""
    place = 0
    for line in answers(said):
        found = text.find(line, place)
        if found < 0:
            return line
        place = found + len(line)
    return ""


def answers(said: Content) -> Iterator[str]:
    """Yield each line of each answer in the order of the report, without the mark of a list item."""
    for value in _values(said):
        yield from (line.removeprefix("- ") for line in value.text.split("\n") if line)


def _values(said: Content) -> Iterator[Value]:
    yield from (row.value for row in (*said.core, *said.circumstances))
    yield said.happened
    if said.previous is not None:
        yield said.previous
    yield said.impact
    for entry in [] if isinstance(said.actions, Value) else said.actions:
        yield entry.text
        yield from (row.value for row in entry.more)
    if isinstance(said.actions, Value):
        yield said.actions
    yield from map(Value, said.changes)


class _Page(HTMLParser):
    """Collects the text that a reader of the page sees; the drawing, which says nothing of its own, is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's own signature
        self.hidden += tag in UNSEEN
        self.pieces.append("" if tag in WITHIN_A_LINE else "\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in UNSEEN
        self.pieces.append("" if tag in WITHIN_A_LINE else "\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append("" if self.hidden else BLANKS.sub(" ", data))


def page_text(data: bytes) -> str:
    """Return the text of a page, each paragraph, cell and line on a line of its own."""
    page = _Page()
    page.feed(data.decode())
    page.close()
    lines = (one.strip(" ") for one in "".join(page.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def mail_text(data: bytes) -> str:
    """Return the plain text of an e-mail; empty where it has none."""
    body = _mail(data).get_body(("plain",))
    return body.get_content().replace("\r\n", "\n") if body is not None else ""


def mail_attachments(data: bytes) -> dict[str, bytes]:
    """Return the files of an e-mail by name."""
    found = ((part.get_filename() or "", part.get_payload(decode=True)) for part in _mail(data).iter_attachments())
    return {name: part for name, part in found if isinstance(part, bytes)}


def _mail(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


TEXTS: dict[str, Callable[[bytes], str]] = {"html": page_text, "email": mail_text}
"""The formats that are searched, with what gives the text of a document."""
