"""Text as people write it: the one cleaning at the border, and the small words around numbers and lists."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from breach_wizard.patterns import pattern

if TYPE_CHECKING:
    from datetime import date

NOT_KNOWN: Final = "?"
"""The one spelling of "not known yet", in answers, drafts and reports alike."""

ESCAPE_SEQUENCES = pattern(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"                         # CSI: colours, cursor movement
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"    # OSC and other strings
    r"|\x1b[ -/]*[0-~]"                                           # two-byte escapes
)  # fmt: skip
"""What a terminal would obey; taken out whole, since the rest of it would stand in the text as rubbish."""

CONTROLS_LEFT_OUT: Final = "Control characters were left out."
"""What a face says where `without_controls` has taken something away."""

LINE_ENDS = pattern(r"\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028]")
BLANKS = pattern(r"[ \t]{2,}|\t")
"""What one space stands for; not each single one, of which a long text has as many as words."""
BULLET = pattern(r"^[ \t]*•[ \t]*", re.MULTILINE)
ITEM = pattern(r"^-[^\S\n]+", re.MULTILINE)
GAP = pattern(r"\n{3,}")
CONTROLS = pattern(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def clean(text: str) -> str:
    r"""Return the text as a report may hold it.

    Line ends become ``\n``; escape sequences, control characters and lone surrogates go; a tab is a space and a run of
    ordinary spaces is one; no line begins or ends with a blank; a leading ``•`` becomes ``- ``; at most one blank line
    stands between paragraphs. No-break spaces inside a line are kept. Cleaning twice is cleaning once.
    """
    if text.isprintable():  # one line, and no blank in it but spaces: most answers need no more
        text = text.strip()
        if "  " not in text and not text.startswith(("-", "•")):
            return text
    text = without_controls(text)
    if "•" in text:
        text = BULLET.sub("- ", text)
    # A line's ends lose no-break spaces too: they can't be seen there, and the forms we write would not keep them.
    text = "\n".join([line.strip() for line in text.split("\n")])
    if "  " in text or "\t" in text:
        text = BLANKS.sub(" ", text)
    return GAP.sub("\n\n", ITEM.sub("- ", text)).strip()


def without_controls(text: str) -> str:
    r"""Return the text with ``\n`` for every kind of line end, and without what a terminal would obey."""
    if is_plain(text):  # most texts: a check of many reports asks for each of them several times
        return text
    text = LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    return CONTROLS.sub("", ESCAPE_SEQUENCES.sub("", text).replace("\t", " "))


def is_plain(text: str) -> bool:
    """Does the text hold nothing but printable signs, spaces and line feeds? Then it has no other line ends either."""
    return text.replace("\n", "").isprintable()


def has_controls(text: str) -> bool:
    """Does the text hold characters that `clean` leaves out because a terminal would obey them?"""
    if is_plain(text):
        return False
    plain = LINE_ENDS.sub("\n", text).replace("\t", " ")
    return CONTROLS.search(plain) is not None


def holds_one(text: str, pieces: Iterable[str]) -> bool:
    """Does the text hold one of these? Asked before a pattern that takes long, and finds nothing in most texts."""
    return any(map(text.__contains__, pieces))


def is_heading(line: str, headings: Collection[str]) -> bool:
    """Is the line one of these headings, with or without a colon?"""
    return line.strip().rstrip(":").rstrip() in headings


def only_headings(text: str, headings: Collection[str]) -> bool:
    """Does the text hold nothing but these headings, each on a line of its own?"""
    return all(is_heading(line, headings) for line in text.split("\n") if line.strip())


def headings_unfilled(text: str, headings: Collection[str]) -> list[str]:
    """Return those of the headings, each on a line of its own, that have no text before the next one or the end."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [
        heading
        for line, after in zip(lines, [*lines[1:], ""], strict=False)  # a text of blanks has no line
        if (heading := line.rstrip(":").rstrip()) in headings and (not after or after.startswith(tuple(headings)))
    ]


def plural(count: int, singular: str, several: str = "") -> str:
    """Return "1 minute", "2 minutes"; ``several`` is the plural where it is not the singular and an s."""
    return f"{count} {singular if count == 1 else several or singular + 's'}"


def measured(text: str, each: str = "") -> str:
    """Return "3 paragraphs, 62 words"; "3 actions, 62 words" where each line is one, as ``each`` calls it."""
    parts = len([part for part in text.split("\n" if each else "\n\n") if part.strip()])
    return f"{plural(parts, each or 'paragraph')}, {plural(len(text.split()), 'word')}"


def shortened(text: str, length: int = 90) -> str:
    """Return the text on one line, cut at a word where it is longer than so many characters."""
    text = " ".join(text.split(None, length))  # so many words are longer; most of what is cut is far longer
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0]} ..."


def day(value: "date") -> str:
    """Return "20 March 2017"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def without_stop(sentence: str) -> str:
    """Return a sentence as it stands among others in a line: without its full stop; "..." says that it was cut."""
    return sentence if sentence.endswith("...") else sentence.removesuffix(".")


def join(words: Sequence[str], last: str = "and") -> str:
    """Return "a", "a and b", "a, b and c"."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def ascii_slug(text: str, length: int) -> str:
    """Return the text as part of a file name: lower case ASCII letters, digits and hyphens, cut at a word."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    slug = ""
    for word in words:
        if len(slug) + len(word) + 1 > length:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug or "-".join(words)[:length]
