"""What others wrote on the template's forms: read with nothing dropped."""

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.dates.reading import parse_moment
from breach_wizard.errors import InputError
from breach_wizard.imports import foreign, loose, markdown
from breach_wizard.imports.blocks import Inline
from breach_wizard.imports.inline import plain
from breach_wizard.text import without_controls
from tests.imports.reports import FOREIGN
from tests.kit.today import GUIDANCE

FIRST = {"outputs": "title", "occurrences": "date", "actions": "text"}


def simply(name: str, value: Any) -> Any:
    """The value without its keys: of items their first part."""
    return [one[FIRST[name]] for one in value] if name in FIRST and isinstance(value, list) else value


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_found(name: str) -> None:
    text, expected, unplaced = FOREIGN[name]
    found = markdown.read(text.encode(), GUIDANCE)
    for question, value in expected.items():
        answer = simply(question, found.answers.get(question))
        if isinstance(value, str) and value.endswith("..."):
            assert answer.startswith(value.removesuffix("..."))
        else:
            assert answer == value, question
    assert [line for _, line in found.unplaced] == list(unplaced)


LABELS = st.sampled_from(
    [
        "Name of statistical producer", "Date of report", "Date of occurrence of breach", "Relevant principle/protocol and practice",
        "Title and link to statistical output", "Circumstances of breach", "Impact of the breach", "Corrective actions", "Link",
        "Link to published statement about the breach (if relevant)", "Name and contact details of person dealing with report",
        "Contact details", "Type of breach", "1. Core Information [guidance]", "Guidance on completing the template", "Announced for",
    ]
)  # fmt: skip
WORDS = st.sampled_from(
    ["20 March 2017", "20 March 2017 and 21 March 2017 (T3.6)", "N/A", "one", "two words", "a@b.uk", "020 7946 0000", "https://www.gov.uk/a",
     "<p>para</p>", "<br>", "**bold**", "a | b", "\\|", "- item", "* star", "3. third", "Immediate:", "[x](y)", "[a]: b", "# head", "> said",
     "    four", "|---|", "\tone\ttwo", "1\tone\ttwo", "Words: value", "Some other words: a value", "[insert title]", "14 and 15 July 2021",
     "☒ one ☐ two", "**Bold.** text", "====", "Please describe it", "<name>", "Done", "---", "(open", "é", "שלום", "&amp;", "_a_", "<unknown>", "```", "\\"]
)  # fmt: skip
LINE = st.one_of(
    LABELS,
    WORDS,
    st.text(max_size=30),
    st.builds("{}: {}".format, LABELS, WORDS),
    st.builds("| {} | {} |".format, LABELS, WORDS),
    st.builds("| {} | |".format, WORDS),
    st.builds("{} {}".format, WORDS, WORDS),
    st.builds("## {}".format, LABELS),
    st.just(""),
)
MARK = re.compile(r"^\s*(?:\d{1,2}[.)]|\([a-z\d]{1,3}\))\s")
"""What begins an item of a list is layout."""

WORD = re.compile(r"[^\W_]+")
FURNITURE = GUIDANCE.forms.furniture
LABEL_TEXTS = [
    *LABELS.elements, *FURNITURE.columns, *FURNITURE.titles, "[insert title]", "<name>", "<unknown>",  # type: ignore[attr-defined]
]  # fmt: skip
KNOWN = {"and", "n", "a", "na", "none", "nil"} | {
    word.casefold() for label in LABEL_TEXTS for word in WORD.findall(label)
}
"""What parts two dates, what says that there is nothing, and the labels: understood, and not kept as text."""


@given(st.lists(LINE, max_size=14))
def test_each_line_is_in_an_answer_or_unplaced(given_lines: list[str]) -> None:
    lines = [part for line in given_lines for part in without_controls(line).split("\n")]
    found = foreign.read(loose.parse(lines), lines, GUIDANCE)
    unplaced = {number for number, _ in found.unplaced}
    told = [one.message for one in found.noted]
    held = set(WORD.findall(" ".join([*texts(found.answers), *told])))
    for number, line in enumerate(lines, 1):
        if number in unplaced:
            continue
        for part in loose.parse([line]):
            for cell in [plain_runs(runs) for runs in part.cells] or [part.text]:
                lost = {
                    word
                    for word in WORD.findall(MARK.sub("", cell))
                    if word not in held and word.casefold() not in KNOWN
                }
                assert not lost or is_date(cell), (line, found)


def plain_runs(runs: Sequence[Inline]) -> str:
    return "".join(run.text for run in runs)


def is_date(cell: str) -> bool:
    """A date is kept in one spelling; with its label it is still one."""
    for part in re.split(r"\band\b|\(T3\.6\)", cell.split(": ", 1)[-1]):
        try:
            parse_moment(part)
        except InputError:
            if part.strip():
                return False
    return True


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    return [str(value)]


@given(st.text())
def test_a_line_as_plain_text_keeps_its_words_and_never_raises(text: str) -> None:
    plain(text)


@pytest.mark.parametrize(("length", "one"), [(59, False), (60, True), (74, True)])
def test_a_line_broken_for_want_of_room_goes_on(length: int, one: bool) -> None:
    line = ("word " * 20)[: length - 1].rstrip().ljust(length, "x")
    text = f"Name of statistical producer: Ofsted\n\nCircumstances of breach\n\n{line}\nand more\n"
    found = markdown.read(text.encode(), GUIDANCE).answers["circumstances"]
    assert found == (f"{line} and more" if one else f"{line}\nand more")


@pytest.mark.parametrize(
    ("box", "name", "details"),
    [
        ("Release team, 020 7946 0000", "Release team", "020 7946 0000"),
        ("Release team (020 7946 0000)", "Release team (020 7946 0000)", ""),
        ("team@example.gov.uk", "team@example.gov.uk", ""),
    ],
)
def test_a_contact_is_parted_before_the_first_number_or_address(box: str, name: str, details: str) -> None:
    text = f"Name of statistical producer: Ofsted\n\nName and contact details of person dealing with report: {box}\n"
    found = markdown.read(text.encode(), GUIDANCE).answers
    assert (found["contact_name"], found["contact_details"]) == (name, details)
