"""The text of a web page as its reader sees it."""

import re
from html.parser import HTMLParser

UNSEEN = ("head", "svg")
WITHIN_A_LINE = ("a", "bdi", "em", "strong", "wbr")
BLANKS = re.compile(r"[ \t\r\n\f]+")


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
