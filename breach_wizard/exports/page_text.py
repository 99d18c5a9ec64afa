"""The text of a web page as its reader sees it."""

from html.parser import HTMLParser

from breach_wizard.exports.markup import TYPED
from breach_wizard.patterns import pattern
from breach_wizard.tables import Grid, spelled

UNSEEN = ("head", "svg")
WITHIN_A_LINE = ("a", "bdi", "em", "strong", "wbr")
BLANKS = pattern(r"[ \t\r\n\f]+")


class _Page(HTMLParser):
    """Collects the text that a reader of the page sees; the drawing, which says nothing of its own, is left out.

    A table that was typed is collected as it was typed: ``cells`` are those of its row so far, None outside of one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hidden = 0
        self.cells: list[str] | None = None
        self.is_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in UNSEEN
        if tag == "table" and ("class", TYPED) in attrs:
            self.cells = []
        elif self.cells is not None and tag in ("th", "td"):
            self.cells.append("")
            self.is_head = tag == "th"
        self.pieces.append("" if tag in WITHIN_A_LINE or self.cells else "\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in UNSEEN
        if self.cells and tag == "tr":
            cells = tuple(one.strip(" ") for one in self.cells)
            self.pieces.append(spelled(Grid(cells, ()) if self.is_head else Grid((), (cells,))))
            self.cells, self.is_head = [], False
        elif tag == "table":
            self.cells = None
        self.pieces.append("" if tag in WITHIN_A_LINE or self.cells else "\n")

    def handle_data(self, data: str) -> None:
        shown = "" if self.hidden else BLANKS.sub(" ", data)
        if self.cells:
            self.cells[-1] += shown
        else:
            self.pieces.append(shown)


def page_text(data: bytes) -> str:
    """Return the text of a page, each paragraph, cell and line on a line of its own."""
    page = _Page()
    page.feed(data.decode())
    page.close()
    lines = (one.strip(" ") for one in "".join(page.pieces).split("\n"))
    return "\n".join(line for line in lines if line)
