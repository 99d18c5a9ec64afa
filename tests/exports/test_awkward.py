"""What real reports hold, field by field: it is there word for word when the Markdown is drawn."""

from typing import Any

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from breach_wizard import answers as answers_file
from breach_wizard import guidance
from breach_wizard.exports import markdown
from breach_wizard.imports import markdown as reader
from breach_wizard.report import Report, from_answers
from breach_wizard.tables import Grid, segments
from breach_wizard.text import clean
from tests.kit.depth import examples
from tests.kit.strategies import reports
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

BREAKERS = [
    "A | real pipe", "Ends with a colon:", "[official sensitive]", "https://x.gov.uk/a#b_c?d=e&f=g", "# not a heading", "2. 2. twice",
    "~45 & \"mixed ‘quotes’ – unclosed", "a\u00a0no-break\u00a0space", "stuck tohttps://www.gov.uk/x", "a < b > c", "file_name_x.csv", "a.b_c@x.gov.uk",
    "one\n\ntwo", "one\n- two\n- three", "- one\n\n- two", "---", "===", "| a | b |\n|---|---|", "```\ncode\n```", "\\", "*em* __strong__", "<b>x</b>",
    "&amp; &#124;", "N/A", "first line\nsecond line", "To be published 3/12/2021", "14 named recipients and 2 mailboxes", "שלום 👩\u200d🔬",
]  # fmt: skip
PLACES: dict[str, Any] = {
    "title": lambda text: {"outputs": [{"title": text}, {"title": "Second", "link": text}]},
    "producer": lambda text: {"producer": text},
    "contact": lambda text: {"contact_name": text, "contact_details": text, "head_of_profession": text},
    "statement": lambda text: {"statement_link": text},
    "reference": lambda text: {"references": [text, "T3.6", text]},
    "note": lambda text: {
        "occurrences": [{"date": "20 March 2017", "note": text}, {"date": "21 March 2017", "note": text}]
    },
    "long": lambda text: {"circumstances": text, "previous_breaches": text, "impact": text},
    "action": lambda text: {"actions": [{"text": text, "status": "taken", "when": text, "who": text}, {"text": text}]},
}
DRAWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def drawn(data: bytes) -> str:
    """The text that a reader sees, each block on a line of its own."""
    lines = []
    for token in DRAWN.parse(data.decode()):
        if token.type == "inline":
            parts = [
                "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or []
            ]
            lines.append("".join(parts))
    return "\n".join(lines)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", BREAKERS)
def test_it_is_drawn_word_for_word_and_read_back(place: str, text: str) -> None:
    given_answers, _ = answers_file.normalise({**_raw(), **PLACES[place](text)}, guidance.active())
    report = from_answers(given_answers, GUIDANCE)
    data = markdown.render(report, GUIDANCE)
    found = reader.read(data, GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == report
    assert found.unplaced == ()
    seen = drawn(data)
    for line in filter(None, clean(text).split("\n")):
        assert line.removeprefix("- ") in seen


def _raw() -> Any:
    """A whole report in the shape of an answers file."""
    items = ("outputs", "occurrences")
    return WHOLE | {
        name: [{key: value for key, value in one.items() if key != "key"} for one in WHOLE[name]] for name in items
    }


@given(reports())
@settings(max_examples=examples(50))
def test_the_answers_are_drawn_in_the_order_of_the_form(report: Report) -> None:
    seen = drawn(markdown.render(report, GUIDANCE))
    place = 0
    for text in (report.circumstances, report.impact):
        for one in segments(text) if text != "?" else ():
            lines = (
                [*one.head, *(cell for row in one.rows for cell in row)] if isinstance(one, Grid) else one.split("\n")
            )
            for line in filter(None, lines):
                place = seen.find(line.removeprefix("- "), place)
                assert place >= 0, line


def test_a_hundred_kilobytes_are_read_back() -> None:
    text = "\n\n".join(["A line with | and *stars*, again and again. " * 20] * 115)
    assert len(text) > 100_000
    report = from_answers(WHOLE | {"circumstances": text, "producer": text[:1000]}, GUIDANCE)
    assert from_answers(reader.read(markdown.render(report, GUIDANCE), GUIDANCE).answers, GUIDANCE) == report


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"# A heading\n\nNo report.", b"PK\x03\x04"])
def test_what_is_no_report_of_ours_is_refused_in_words(data: bytes) -> None:
    from breach_wizard.errors import InputError

    with pytest.raises(InputError):
        reader.read(data, GUIDANCE)


def test_nothing_is_dropped() -> None:
    data = markdown.render(from_answers(WHOLE, GUIDANCE), GUIDANCE).decode()
    for old, new in (
        ("| Taken down ", "| Stranger "),
        ("### What happened", "### What happened\n\n```\na b\n```"),
        ("## 4.", "## 5."),
        ("20 March 2017, 5pm", "some day"),
        ("Went live 40", "Went live 41"),
    ):
        assert old in data
        found = reader.read(data.replace(old, new).encode(), GUIDANCE)
        assert found.unplaced or found.noted, new
