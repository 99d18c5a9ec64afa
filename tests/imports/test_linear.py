"""Each reader takes time in proportion to what it reads, whatever stands in it.

In a child with little processor time, an input that takes 10 ms is read 64 times as large.
"""

import contextlib
import gc
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from breach_wizard.errors import InputError
from breach_wizard.imports import recognise
from tests.imports.test_word import p, package
from tests.kit.depth import FULL
from tests.kit.forms import odt
from tests.kit.today import GUIDANCE

ENOUGH, TIMES, PROCESSOR = 0.01, 64, 6
MEMORY = 300_000_000
LARGEST, MOST = 1 << 13, 10_000_000 // TIMES
"""What is refused at once takes no time however large it is; a file of over 10 MB is not read at all."""
LINUX = sys.platform == "linux"
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
    "blank lines": lambda size: b"\n" * size + b"x",
    "blank lines in a box": lambda size: (HEAD + "Impact of the breach\n" + "\n" * size + "x").encode(),
    "blank lines with returns": lambda size: b" \r\n\r" * size + b"x",
    "escaped square brackets": lambda size: (HEAD + "Impact of the breach\n" + "[\\" * size).encode(),
    "blanks in a link": lambda size: (HEAD + "Impact of the breach\n[a](" + " " * size + "x").encode(),
    "parts of a key": lambda size: ("a." * size + "a = 1").encode(),
    "parts of a quoted key": lambda size: ('"a" . ' * size + "a = 1").encode(),
    "parts of a key in braces": lambda size: ("impact = {" + "a." * size + "a = 1}").encode(),
    "parts of a table's name": lambda size: ("[" + "a." * size + "a]").encode(),
    "tables": lambda size: "".join(f"[t{number}]\n" for number in range(size)).encode(),
    "keys": lambda size: "".join(f"k{number} = 1\n" for number in range(size)).encode(),
    "items of an answers file": lambda size: ('breach_type = "other"\n' + '[[outputs]]\ntitle = "x"\n' * size).encode(),
    "lists in TOML": lambda size: ("actions = [" + "[]," * size + "]").encode(),
    "items in JSON": lambda size: ('{"schema": 2, "outputs": [' + '{"title": "x"},' * size + '{"title": "x"}]}').encode(),
    "brackets in JSON": lambda size: ('{"schema": 2, "outputs": ' + "[" * size).encode(),
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
    "cells across columns in Word": lambda size: package(
        p("Impact: x") + p("Contact: x") + "<w:tbl>" + f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{size}00"/></w:tcPr>{p("a")}</w:tc></w:tr>' * size + "</w:tbl>"
    ),
    "items of lists in Word": lambda size: package(
        p("Impact: x") + p("Contact: x") + '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>' * size
    ),
    "tables in one another in Word": lambda size: package(
        p("Impact: x") + p("Contact: x") + "<w:tbl><w:tr><w:tc>" * size + p("a") + "</w:tc></w:tr></w:tbl>" * size
    ),
    "styles in Word": lambda size: package(
        p("Impact: x") + p("Contact: x"),
        styles="".join(f'<w:style w:styleId="s{one}"><w:basedOn w:val="s{one + 1}"/></w:style>' for one in range(size)),
    ),
    "paragraphs in ODT": lambda size: odt("<text:p>Impact: x</text:p><text:p>Contact: x</text:p>" + "<text:p>text</text:p>" * size),
    "repeated cells in ODT": lambda size: odt(
        "<text:p>Impact: x</text:p><text:p>Contact: x</text:p><table:table>"
        + f'<table:table-row table:number-rows-repeated="{size}00"><table:table-cell table:number-columns-repeated="{size}00"><text:p>a</text:p></table:table-cell></table:table-row>' * size
        + "</table:table>"
    ),
    "blanks in ODT": lambda size: odt(f'<text:p>Impact: x</text:p><text:p>Contact: {f"""<text:s text:c="{size}00"/>""" * size}x</text:p>'),
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
    gc.freeze()  # what the tests before have left is not to be looked through here
    size = 8
    while seconds(made := make(size)) < ENOUGH and size < LARGEST and len(made) < MOST:
        size *= 2
    resource.setrlimit(
        resource.RLIMIT_CPU, (int(time.process_time()) + PROCESSOR, int(time.process_time()) + PROCESSOR)
    )
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() if LINUX else 0
    if used:
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    seconds(make(size * TIMES))


QUICK = (
    "letters", "tabs", "blank lines", "escaped square brackets", "blanks in a link", "parts of a key", "styles in Word",
    "cells across columns in Word", "repeated cells in ODT", "anchors in a box", "labels in a box", "broken labels", "rows", "struck in Word", "spans in ODT",
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
