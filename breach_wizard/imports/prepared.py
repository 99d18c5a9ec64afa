"""Markdown as people leave it, made such that it is read as it was meant: each line keeps its number. Pure.

What is hidden or struck out in it is taken out and told of; a report in a fence of code comes out of it; a heading that
only its underline makes, or with a no-break space behind its mark, becomes one.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from breach_wizard import form
from breach_wizard.imports.folding import fold_all, folded
from breach_wizard.imports.imported import Noted
from breach_wizard.patterns import pattern
from breach_wizard.text import holds_one, shortened

OPENS, CLOSES = "<!--", "-->"
STRUCK: Final = pattern(r"(?<![~\\])~~(?=[^\s~])([^~\n]{1,500})~~(?!~)")
NO_BREAKS: Final = ("\u00a0", "\u202f")
NO_BREAK: Final = pattern(rf"\s{{0,3}}#{{1,6}}(?=[{''.join(NO_BREAKS)}])")
UNDERLINE: Final = pattern(r"\s{0,3}(?:=+|-{3,})\s*")
FENCE: Final = pattern(r"\s{0,3}(`{3,}|~{3,})[^`]*")
HEADINGS: Final = fold_all(text for section in form.SECTIONS for text in (section.heading, *section.former))
LONGEST: Final = 200
"""No heading of ours is longer."""


class Prepared(NamedTuple):
    """A text to be read: its lines, and what was taken out of it."""

    lines: list[str]
    noted: tuple[Noted, ...]


def prepared(lines: Sequence[str]) -> Prepared:
    """Return the lines as they were meant."""
    bare, noted = _without_comments(lines)
    text = "\n".join(bare)
    if holds_one(text, ("```", "~~~")):
        bare = list(_out_of_fences(bare))
    if holds_one(text, NO_BREAKS):
        bare = [_with_space(line) for line in bare]
    if any(line.lstrip(" ").startswith(("---", "=")) for line in bare):
        bare = list(_without_underlines(bare))
    return Prepared(bare, tuple(noted))


def without_struck(lines: Sequence[str]) -> Prepared:
    """Return the lines without what is struck out ("~~so~~"), which GitHub and others show so; each is told of."""
    noted = [
        Noted(number, f"Struck out, and left out: {shortened(match[1])}")
        for number, line in enumerate(lines, 1)
        if "~~" in line
        for match in STRUCK.finditer(line)
    ]
    return Prepared([STRUCK.sub("", line) if "~~" in line else line for line in lines], tuple(noted))


def _without_comments(lines: Sequence[str]) -> tuple[list[str], list[Noted]]:
    """The lines without "<!-- ... -->", which nobody sees; one that never ends is text."""
    text = "\n".join(lines)
    if OPENS not in text:
        return list(lines), []
    kept: list[str] = []
    noted: list[Noted] = []
    place, number = 0, 1
    while (begin := text.find(OPENS, place)) >= 0 and (end := text.find(CLOSES, begin)) >= 0:
        if text[begin - 1 : begin] == "\\":  # escaped: somebody's words
            kept.append(text[place : begin + len(OPENS)])
            number += text.count("\n", place, begin)
            place = begin + len(OPENS)
            continue
        number += text.count("\n", place, begin)
        said = text[begin + len(OPENS) : end]
        if said.strip():
            noted.append(Noted(number, f"A comment, which is not shown, and left out: {shortened(said, 200)}"))
        kept += [text[place:begin], "\n" * said.count("\n")]
        number += said.count("\n")
        place = end + len(CLOSES)
    return "".join([*kept, text[place:]]).split("\n"), noted


def _out_of_fences(lines: Sequence[str]) -> Iterator[str]:
    """The lines; where a fence of code has a report of ours in it, without the fence."""
    fences = [number for number, line in enumerate(lines) if FENCE.fullmatch(line)]
    dropped: set[int] = set()
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        if any(form.TITLE in line for line in lines[first:last]):
            dropped |= {first, last}
    for number, line in enumerate(lines):
        yield "" if number in dropped else line


def _with_space(line: str) -> str:
    mark = NO_BREAK.match(line)
    return f"{mark[0]} {line[mark.end() + 1 :]}" if mark else line


def _without_underlines(lines: Sequence[str]) -> Iterator[str]:
    """The lines; a heading of our form with a line beneath it is marked as one, since Markdown takes it for a list."""
    is_underline = False
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        is_heading = len(line) < LONGEST and UNDERLINE.fullmatch(following) and folded(line) in HEADINGS
        yield "" if is_underline else f"## {line.strip()}" if is_heading else line
        is_underline = bool(is_heading)
