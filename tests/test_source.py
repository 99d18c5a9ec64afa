"""The official guidance cut into its labels, headings, sentences and list items: each stands word for word where it is needed."""

import argparse
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from breach_wizard.cli import reading
from breach_wizard.prompts import Ask
from breach_wizard.wizard import run
from tests.kit import runs, stories
from tests.kit.scripted import Scripted
from tests.kit.today import GUIDANCE

FORM = (Path(__file__).parent / "data" / "official-form-2017.txt").read_text()
BLANK_FORM, COMPLETING, EXPLAINED = FORM.partition("Guidance on completing the template")
EXAMPLES = "Appropriate actions will depend on"
FURTHER = "If any further guidance is needed"
LISTS = ("Things to consider:", "Possible corrective actions:")
STORIES = {
    "early-release": stories.OFSTED
    | {
        "check": ("again", "row:references", "row:statement_link", "write"),
        "references": None,
        "statement_link": "https://example.org/statement",
    },
    "pre-release-leak": stories.LEAK,
    "late-publication": stories.NOT_SURE,
}
"""A run through each kind, by who has no profile yet; in the first, the rows that are asked on the check page only."""


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def cells(text: str) -> list[str]:
    """What stands in the boxes, without markup."""
    rows = [line.strip("| ").split("|") for line in text.split("\n") if line.startswith("|")]
    found = [on_one_line(re.sub(r"<[^>]*>", " ", cell)) for row in rows for cell in row]
    return [cell for cell in found if cell.strip("- ")]


def sentences(text: str) -> list[str]:
    lines = [line for line in text.split("\n") if line and not line.startswith("|") and not re.match(r"\d\. ", line)]
    return [one for line in lines for one in re.split(r"(?<=\.) (?=[A-Z])", line.strip())]


def headings(text: str) -> list[str]:
    return [line.split(" [")[0] for line in text.split("\n") if re.match(r"\d\. ", line)]


LABELS = [line.strip("| ").split(" |")[0] for line in BLANK_FORM.split("\n") if re.match(r"\| [A-Z][^|]* \|", line)]
BOXES = cells(EXPLAINED)
KINDS = [cell for cell in BOXES if not cell.startswith(LISTS)]
ITEMS = [
    [item.strip() for cell in BOXES[place + 1 : place + 3] for item in cell.split("•")[1:]]
    for place, cell in enumerate(BOXES)
    if cell in KINDS
]
SENTENCES = sentences(EXPLAINED)


class Run(NamedTuple):
    """What a run asked, what it showed, and the report it ended in."""

    asked: list[Ask]
    screens: str
    report: str


@pytest.fixture(scope="module")
def through(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    found = {}
    for kind, story in STORIES.items():
        folder = tmp_path_factory.mktemp(kind)
        prompter = Scripted(story, stories.SCREENS)
        with runs.store(folder).create() as kept:
            report = run.start(runs.session(kept, prompter), folder / "report.md").read_text()
        screens = [on_one_line(line.text) for screen in prompter.screens for line in screen]
        found[kind] = Run(prompter.asked, "\n".join(screens), report)
    return found


def test_the_source_is_cut_as_a_reader_would() -> None:
    assert [len(LABELS), len(KINDS), [len(items) for items in ITEMS], len(SENTENCES)] == [7, 3, [6, 13, 6], 12]


def test_each_label_and_heading_is_on_the_form(through: dict[str, Run]) -> None:
    for label in LABELS:  # a row that may be left empty stands in the report where it is not
        assert label in through["early-release"].report
    for one in through.values():
        for heading in (*headings(BLANK_FORM), *headings(EXPLAINED)):
            assert heading.casefold() in one.report.casefold()


def test_the_guidance_of_a_field_is_on_the_screen_of_its_question(through: dict[str, Run]) -> None:
    asked = {ask.id: ask for ask in through["early-release"].asked}
    explained = [one for one in SENTENCES if not one.startswith(FURTHER)]
    for name, field in GUIDANCE.fields.items():
        if field.official:
            first, *rest = sentences(field.official)
            assert first in asked[name].hint
            assert all(one in asked[name].help for one in rest)
            explained = [one for one in explained if one not in (first, *rest)]
    assert explained == []


def test_the_lists_of_a_kind_are_on_its_guidance_screen(through: dict[str, Run]) -> None:
    (examples,) = [one for one in SENTENCES if one.startswith(EXAMPLES)]
    for (kind, told), heading, items in zip(through.items(), KINDS, ITEMS, strict=True):
        shown = told.screens.split("\n")
        for unit in (heading, examples, *items):
            assert unit in shown, kind


def test_the_rest_is_where_the_guidance_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BREACH_WIZARD_HOME", str(tmp_path))
    assert reading.guidance(argparse.Namespace(type=None, status=False)) == 0
    printed = on_one_line(capsys.readouterr().out)
    (further,) = [one for one in SENTENCES if one.startswith(FURTHER)]
    title = next(line for line in BLANK_FORM.split("\n") if line)
    for unit in (title, COMPLETING, further, *(one.rstrip(":") for one in LISTS)):
        assert unit in printed
