"""Each reader takes time in proportion to what it reads, whatever stands in it.

In a child with little processor time, an input that takes 10 ms is read 64 times as large.
"""

import contextlib
import os
import resource
import sys
import time
from collections.abc import Callable

import pytest

from breach_wizard.errors import InputError
from breach_wizard.imports import recognise
from tests.imports.test_word import p, package
from tests.kit.depth import FULL
from tests.kit.forms import odt
from tests.kit.today import GUIDANCE

ENOUGH, TIMES, PROCESSOR = 0.01, 64, 6
HEAD = "Name of producer organisation: X\nDate of breach report: 4 May 2023\n"
LINES = {
    "blanks": " ", "no-break blanks": "\u00a0", "letters": "a", "words": "word ", "hashes": "#", "after a hash": "# x ", "stars": "*",
    "bars": "|", "escaped bars": "\\|", "tabs": "\ta", "colons": "a: ", "brackets": "(", "pairs of brackets": "()", "square brackets": "[",
    "links": "[a](b", "anchors": "<a href='x'>", "tags": "<p>", "breaks": " <br>", "comments": "<!--", "fences": "```", "struck": "~~a",
    "ampersands": "&amp", "dates": "3 May 2023, ", "days": "3 and ", "clauses": "Protocol 2; ", "semicolons": ";", "ticks": "☐ a ",
    "addresses": "a@b.c ", "placeholders": "<name> ", "dashes": "a – ", "labels": "Name of producer organisation ", "quotes": "> ",
}  # fmt: skip
"""What a line is made of, again and again."""

MADE: dict[str, Callable[[int], bytes]] = {
    **{name: (lambda size, unit=unit: f"{HEAD}Impact of the breach\n{unit * size}x\n".encode()) for name, unit in LINES.items()},  # type: ignore[misc]
    **{
        f"{name} in a box": (lambda size, unit=unit: f"{HEAD}Date of occurrence of breach: {unit * size}x\n".encode())  # type: ignore[misc]
        for name, unit in LINES.items()
    },
    "lines": lambda size: (HEAD + "a line of prose\n" * size).encode(),
    "broken labels": lambda size: (HEAD + "Name and contact details\nof person\n" * size).encode(),
    "rows": lambda size: (HEAD + "| a | b |\n" * size).encode(),
    "items": lambda size: (HEAD + "Corrective actions\n" + "- a\n" * size).encode(),
    "comments on lines": lambda size: (HEAD + "<!-- a\n-->\n" * size).encode(),
    "paragraphs in Word": lambda size: package(p("Impact: x") + p("Contact: x") + p("text") * size),
    "runs in Word": lambda size: package(p("Impact: x") + f"<w:p>{'<w:r><w:t>a </w:t></w:r>' * size}</w:p>" + p("Contact: x")),
    "struck in Word": lambda size: package(
        p("Impact: x") + p("Contact: x") + f"<w:p>{'<w:r><w:rPr><w:strike/></w:rPr><w:t>a </w:t></w:r>' * size}</w:p>"
    ),
    "fields in Word": lambda size: package(p("Impact: x") + p("Contact: x") + '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>a</w:t></w:r></w:p>' * size),
    "paragraphs in ODT": lambda size: odt("<text:p>Impact: x</text:p><text:p>Contact: x</text:p>" + "<text:p>text</text:p>" * size),
    "spans in ODT": lambda size: odt(f"<text:p>Impact: x</text:p><text:p>Contact: {'<text:span>a</text:span>' * size}</text:p>"),
    "lists in ODT": lambda size: odt("<text:p>Impact: x</text:p><text:p>Contact: x</text:p>" + "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>" * size),
    "paragraphs of a page": lambda size: b"<html><p>Impact: x<p>Contact: x" + b"<p>text" * size,
    "spans of a page": lambda size: b"<html><p>Impact: x<p>Contact: " + b"<span>a</span>" * size,
    "rows of a page": lambda size: b"<html><p>Impact: x<p>Contact: x<table>" + b"<tr><td rowspan=3>a<td>b" * size,
    "items of a page": lambda size: b"<html><p>Impact: x<p>Contact: x<ul>" + b"<li>a<ul><li>b</ul>" * size,
    "beginnings of a page": lambda size: b"<html " + b"<!-- " * size,
}  # fmt: skip


def seconds(data: bytes) -> float:
    """Return how long it takes to read; what is refused for its size is read as well."""
    begun = time.process_time()
    with contextlib.suppress(InputError):
        recognise.read(data, GUIDANCE)
    return time.process_time() - begun


def child(make: Callable[[int], bytes]) -> None:
    """Find the size that takes a moment, and read so many times as much."""
    size = 8
    while seconds(make(size)) < ENOUGH and size < 1 << 16:
        size *= 2
    resource.setrlimit(
        resource.RLIMIT_CPU, (int(time.process_time()) + PROCESSOR, int(time.process_time()) + PROCESSOR)
    )
    seconds(make(size * TIMES))


QUICK = (
    "letters", "tabs", "anchors in a box", "labels in a box", "broken labels", "rows", "struck in Word", "spans in ODT",
    "items of a page",
)  # fmt: skip
"""One for each reader, and the worst; at full depth all are tried."""


@pytest.mark.skipif(sys.platform == "win32", reason="processor time is not limited there")
@pytest.mark.parametrize("name", MADE if FULL else QUICK)
def test_time_grows_as_the_input_does(name: str) -> None:
    recognise.read(HEAD.encode(), GUIDANCE)  # all is loaded once
    process = os.fork()
    if not process:
        code = 1
        try:
            child(MADE[name])
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(process, 0)
    assert status == 0
