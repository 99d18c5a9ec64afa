"""One line of somebody's Markdown or HTML as plain text: marks go, words and addresses stay."""

import html
import re

from breach_wizard.patterns import pattern

ESCAPED = pattern(r"\\([!-/:-@\[-`{-~])")
LINK = pattern(
    r"!?\[((?:[^\[\]\\]|\\.){0,300})\]\(\s{0,9}<?"
    r"([^\s()<>]*(?:\([^\s()]*\)[^\s()]*){0,9})>?(?:\s{1,9}\"[^\"]{0,1000}\")?\s{0,9}\)"
)
"""Bounded, as all that might be sought again from each place; a link beyond the bounds stays as it was written."""

ANCHOR = pattern(r"<a\s[^<>]*?href\s*=\s*[\"']([^\"'<>]*)[\"'][^<>]*>(.{0,500}?)</a\s{0,9}>", re.IGNORECASE)
AUTOLINK = pattern(r"<((?:https?://|mailto:)[^<>\s]*)>", re.IGNORECASE)
NAMES = "p|i|b|u|em|strong|span|div|font|small|sup|sub|br|hr|ul|ol|li|a|h[1-6]|table|thead|tbody|tr|td|th|blockquote"
ITEM = pattern(r"<li(?:\s[^<>]*)?>\s*", re.IGNORECASE)
BREAK = pattern(r"<br\s*/?>", re.IGNORECASE)
ENDS_PARAGRAPH = pattern(r"</(?:p|ul|ol|div|h[1-6]|blockquote)\s*>", re.IGNORECASE)
TAG = pattern(rf"</?(?:{NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
"""What stands for the look alone. Any other text between angle brackets is somebody's words."""

OPENS = r"(?<!\w)(?:\*{1,3}|_{1,3})(?=[^\s*_])"
CLOSES = r"(?<=[^\s*_])(?:\*{1,3}|_{1,3})(?!\w)"
EMPHASIS = pattern(f"{OPENS}|{CLOSES}")
MARK = pattern(r"[\\\[<&*_\n]")
"""One of these stands in each of the marks above; most lines hold none."""

GAP = pattern(r"\n{3,}")


def plain(text: str) -> str:
    """Return a line's text as a reader sees it; breaks and paragraphs in a cell become line breaks. Never raises."""
    if not MARK.search(text):
        return text.strip()
    pieces = ESCAPED.split(_without_links(text))
    # What was escaped stands at the odd places and is nobody's mark.
    shown = [piece if place % 2 else _without_tags(piece) for place, piece in enumerate(pieces)]
    marks = sum(len(EMPHASIS.findall(piece)) for piece in shown[::2] if "*" in piece or "_" in piece)
    if marks and marks % 2 == 0:
        shown = [piece if place % 2 else EMPHASIS.sub("", piece) for place, piece in enumerate(shown)]
    return GAP.sub("\n\n", "".join(shown)).strip()


def _without_links(text: str) -> str:
    """A link as its text and its address, where the address says more."""
    if "<" in text:
        text = ANCHOR.sub(lambda found: _link(found[2], found[1]), text)
    if "](" in text:
        text = LINK.sub(lambda found: _link(found[1], found[2]), text)
    return AUTOLINK.sub(r"\1", text) if "<" in text else text


def _link(words: str, address: str) -> str:
    known = html.unescape(address).removeprefix("mailto:")
    if not known or known.startswith("#") or known in html.unescape(words):
        return words
    return f"{words} {address}" if words.strip() else address


def _without_tags(text: str) -> str:
    if "<" in text:
        text = BREAK.sub("\n", ITEM.sub("\n- ", ENDS_PARAGRAPH.sub("\n\n", text)))
        first, *others = TAG.sub("", text).split("\n")
        text = "\n".join([first.rstrip(), *map(str.strip, others[:-1]), others[-1].lstrip()]) if others else first
    return html.unescape(text)
