"""What a report says: nothing that nobody said, in the words of its type, and what it is above all else."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard import guidance
from breach_wizard.exports import FORMATS, Printed, load, markdown
from breach_wizard.exports.content import Content, content
from breach_wizard.imports.imported import Imported
from breach_wizard.interview.labels import label
from breach_wizard.interview.paths import without
from breach_wizard.report import from_answers
from breach_wizard.standing import NOT_GIVEN_WORDS
from tests.kit import samples
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

LEAK: Any = WHOLE | {"breach_type": "pre-release-leak"}
OPTIONAL = (
    "noticed", "contact_details", "head_of_profession", "statement_link", "previous_breaches", "statistics_status", "own_reference",
    "people_with_access", "downloads", "addresses", "told", "timeline",
)  # fmt: skip


def said(answers: Any) -> Content:
    return content(from_answers(answers, GUIDANCE), GUIDANCE)


def labelled(answers: Any, name: str) -> str:
    return next(row.label for row in said(answers).rows if row.id == name)


def read_back(answers: Any) -> Imported:
    held = load("markdown").held(load("markdown").render(from_answers(answers, GUIDANCE), GUIDANCE), GUIDANCE)
    assert isinstance(held, Imported)
    assert held.unplaced == ()
    return held


@pytest.mark.parametrize("kind", GUIDANCE.types)
def test_nothing_stands_for_what_was_left_empty(kind: str) -> None:
    empty = WHOLE | dict.fromkeys(OPTIONAL, "") | {"breach_type": kind, "outputs": [{"key": "1", "title": "A"}]}
    empty |= {"due": "", "ended": ""} if kind == "other" else {}
    rows = said(empty).rows
    assert {row.id for row in rows}.isdisjoint({*OPTIONAL, "outputs.link"})
    assert {row.id for row in rows}.isdisjoint({"due", "ended"}) == (kind == "other")
    assert NOT_GIVEN_WORDS not in [row.value.text for row in rows]


@pytest.mark.parametrize("name", ["due", "ended"])
def test_what_is_an_occurrences_own_is_told_from_what_the_report_lacks(name: str) -> None:
    own = [{"key": "1", "date": "20 March 2017"}, {"key": "2", "date": "21 March 2017", name: "22 March 2017, 9.30am"}]
    lacking: Any = without(WHOLE, "due", "ended") | {"breach_type": "other", "occurrences": own}
    held = read_back(lacking)
    assert from_answers(held.answers, GUIDANCE) == from_answers(lacking, GUIDANCE)


def test_how_it_ended_is_told_by_the_types_own_label_and_read_back() -> None:
    labels = {}
    for answers in (
        *(WHOLE | {"breach_type": kind} for kind in GUIDANCE.types),
        LEAK | {"access_ended": True},
        LEAK | {"ongoing": "published", "ended": ""},
    ):
        labels[labelled(answers, "ended")] = answers
        assert from_answers(read_back(answers).answers, GUIDANCE) == from_answers(answers, GUIDANCE)
    assert len(labels) == len(GUIDANCE.types) + 1  # what was published since has no type's label, as the other kind
    assert "Put right" not in labels


@pytest.mark.parametrize("when", ["“after lunch”", "between 5pm and 5.30pm on 21 March 2017"])
def test_access_was_taken_away_when_it_is_known_no_better(when: str) -> None:
    answers = LEAK | {"access_ended": True, "ended": when, "occurrences": [{"key": "1", "date": when}]}
    assert labelled(answers, "ended") == labelled(LEAK | {"access_ended": True}, "ended")
    assert from_answers(read_back(answers).answers, GUIDANCE) == from_answers(answers, GUIDANCE)


def test_it_went_on_until_publication_and_an_edited_day_of_that_is_not_taken() -> None:
    text = load("markdown").render(from_answers(LEAK | {"ongoing": "published", "ended": ""}, GUIDANCE), GUIDANCE)
    (line,) = [line for line in text.decode().split("\n") if line.startswith("| Ended")]
    assert "22 March 2017, 9.30am" in line
    edited = text.decode().replace(line, line.replace("22 March", "23 March"))
    held = load("markdown").held(edited.encode(), GUIDANCE)
    assert isinstance(held, Imported)
    assert held.answers["ongoing"] == "published"
    assert [one.code for one in held.noted] == ["computed"]


def test_an_end_that_is_not_known_may_not_have_come() -> None:
    unknown = read_back(WHOLE | {"ongoing": "?", "ended": ""})
    assert unknown.answers["ongoing"] == "?"
    late = read_back(WHOLE | {"breach_type": "late-publication", "ongoing": False, "ended": "?"})
    assert (late.answers["ongoing"], late.answers["ended"]) == (False, "?")


@pytest.mark.parametrize(
    ("due", "is_usual"),
    [
        ("22 March 2017, 9.30am", True),
        ("22 March 2017, 2pm", False),
        ("between 9am and 10am on 22 March 2017", True),
        ("between 5pm on 21 March 2017 and 9am on 22 March 2017", False),
        ("the afternoon of 22 March 2017", False),
        ("by 2pm on 22 March 2017", True),
        ("“in the morning”", True),
    ],
)
def test_late_is_late_for_the_time_that_was_announced(due: str, is_usual: bool) -> None:
    late = WHOLE | {"breach_type": "late-publication", "due": due}
    (title,) = [row.value.text for row in said(late).rows if row.id == "breach_type"]
    assert ("9.30am" in title) == is_usual
    assert read_back(late).answers["breach_type"] == "late-publication"


@pytest.mark.parametrize("answer", [True, False, "?"])
def test_market_sensitive_is_printed_where_it_was_answered(answer: Any) -> None:
    assert read_back(WHOLE | {"market_sensitive": answer}).answers["market_sensitive"] == answer
    assert "market_sensitive" not in read_back(WHOLE).answers


APPROVED = {"by": "Head of Profession for Statistics, Wales", "on": "24 March 2017"}
ACTION = {"key": "1", "text": "Change the system.", "status": "planned", "when": "?"}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("approved", ["no", APPROVED])
def test_what_it_is_stands_beneath_its_title_in_every_format(name: str, approved: Any) -> None:
    whole = WHOLE | {"approved": approved, "updates": "20 March 2017", "changes": ["One."], "actions": [ACTION]}
    lines = said(whole).beneath
    assert len(lines) == 3
    assert "20 March 2017" in lines[1]
    assert "Change the system" in lines[2]
    held = load(name).held(load(name).render(from_answers(whole, GUIDANCE), GUIDANCE), GUIDANCE)
    if isinstance(held, Imported):
        assert held.answers["approved"] == approved
        assert held.unplaced == ()
    else:
        text = held.text if isinstance(held, Printed) else held
        places = [text.index(held.pieces(line)[0] if isinstance(held, Printed) else line) for line in lines]
        assert places == sorted(places)


def test_a_report_that_does_not_say_whether_it_is_approved_prints_nothing_of_it() -> None:
    assert said(WHOLE).beneath == ()
    assert "approved" not in read_back(WHOLE).answers


LABELS = {
    "20 March 2017": ("Relevant principle/protocol and practice", "Name of statistical producer", "Date of report"),
    "20 March 2019": (
        "Relevant principle(s) and practice(s)",
        "Name of producer organisation",
        "Date of breach report",
    ),
    "20 March 2024": (
        "Relevant principle(s) and practice(s)",
        "Name of producer organisation",
        "Date of breach report",
    ),
    "20 March 2026": ("Relevant standard(s) and practice(s)", "Name of producer organisation", "Date of breach report"),
}


@pytest.mark.parametrize("day", LABELS)
def test_the_labels_are_those_of_the_edition_that_heads_the_report_and_all_are_read_back(day: str) -> None:
    answers = samples.answers(occurrences=[{"key": "1", "date": day}])
    report = from_answers(answers, GUIDANCE)
    said = {row.id: row.label for row in content(report, GUIDANCE).rows}
    assert (said["references"], said["producer"], said["report_date"]) == LABELS[day]
    text = markdown.render(report, GUIDANCE).decode()
    for labels in LABELS.values():  # whatever edition the label is of
        other = text
        for mine, theirs in zip(LABELS[day], labels, strict=True):
            other = other.replace(f"| {mine} ", f"| {theirs} ")
        held = markdown.held(other.encode(), GUIDANCE)
        assert not held.unplaced
        assert from_answers(held.answers, GUIDANCE) == report


def test_an_edition_of_a_bodys_own_has_the_newest_labels(tmp_path: Path) -> None:
    (tmp_path / "code").mkdir()
    newest = (guidance.built_in() / "code" / "3.0.toml").read_text()
    own = newest.replace("starts = 2025-10-30", "starts = 2027-01-01").replace(
        "sure_from = 2025-11-04", "sure_from = 2027-01-01"
    )
    (tmp_path / "code" / "ours.toml").write_text(own)
    active = guidance.load(tmp_path)
    assert list(active.editions)[-1] == "ours"
    assert label("references", active, "ours") == label("references", active, "3.0")
