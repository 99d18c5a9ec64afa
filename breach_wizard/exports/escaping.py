"""Makes typed text stand literally in Markdown, so that nothing typed can change the document.

Tried against CommonMark and GitHub's tables; ``imports.markdown`` undoes it.
"""

import re

from breach_wizard.patterns import pattern

SPECIAL = pattern(
    r"([\\`*\[\]<>~|$]|(?<![^\W_])_|_(?![^\W_])|(?<=www)\.|(?<=http):|(?<=https):|(?<=ftp):)", re.IGNORECASE
)
"""What begins markup within a line. An underscore inside a word is none; www. and http: are addresses to GitHub."""

ADDRESS = pattern(r"(https?://[^\s<>\\`*\[\]|\"\x00-\x20]*[\w/=#%+~-])", re.IGNORECASE)
ENTITY_IN_ADDRESS = pattern(r"&#?\w+(;|$)")
ENTITY = pattern(r"&(?=#?\w)")
LINE_START = pattern(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+(?=\s*$)|-(?=[-:\s]*$)|:(?=-))")
"""What begins a heading, a list, an underline of a heading or the rule of a table at the start of a line."""

CLOSING = pattern(r"(?:(?<=\s)|^)(#+)$")
"""What closes a heading at the end of its line."""

ORDINAL = pattern(r"^(\d{1,9})([.)])(?=\s|$)")


def inline(text: str) -> str:
    """Return one line escaped for the middle of a line, such as a table's cell; addresses become links."""
    parts = ADDRESS.split(text)
    return "".join(
        f"<{part}>" if number % 2 and not ENTITY_IN_ADDRESS.search(part) else prose(part)
        for number, part in enumerate(parts)
    )


def prose(text: str) -> str:
    """Return one line escaped for the middle of a line, in which addresses are text like any other."""
    return ENTITY.sub(r"\\&", SPECIAL.sub(r"\\\1", text))


def heading(text: str) -> str:
    """Return one line escaped for a heading, which would lose a number sign at its end."""
    return CLOSING.sub(r"\\\1", inline(text))


def line(text: str) -> str:
    """Return one line escaped for the start of a line of a paragraph."""
    return ORDINAL.sub(r"\1\\\2", LINE_START.sub(r"\\\1", inline(text)))


def paragraphs(text: str, indent: str = "", *, behind: str = "") -> str:
    """Return text as paragraphs, for inside a list item: line breaks are kept, a leading ``- `` is literal.

    ``indent`` stands before every line but the first; ``behind`` is Markdown in the first line before the text, where
    a number with a full stop begins no list.
    """
    first, *more = text.split("\n\n")
    opening, *lines = first.split("\n")
    opened = "\\\n".join([behind + inline(opening) if behind else line(opening), *map(line, lines)])
    parts = [opened, *("\\\n".join(map(line, part.split("\n"))) for part in more)]
    return "\n\n".join(parts).replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")


def blocks(text: str) -> str:
    """Return long text as paragraphs and lists: lines that begin with ``- `` are list items, all else is literal."""
    written: list[str] = []
    in_item = False
    lines = text.split("\n")
    for number, one in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        goes_on = "\\" if following and not following.startswith("- ") else ""
        if one.startswith("- "):
            written.append(f"- {line(one[2:])}{goes_on}")
            in_item = True
        elif not one:
            written.append("")
            in_item = False
        else:
            written.append(f"{'  ' if in_item else ''}{line(one)}{goes_on}")
    return "\n".join(written)
