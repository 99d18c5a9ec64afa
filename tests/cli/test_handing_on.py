"""``export --to answers``: all that is known, as a file that makes the same answers again."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard import answers as answers_file
from breach_wizard.dates.reading import parse_moment
from breach_wizard.exports import answers
from breach_wizard.interview.questions import QUESTIONS
from breach_wizard.interview.shapes import SCREENS, Answers
from breach_wizard.interview.values import with_standard_time
from breach_wizard.report import Report, to_answers
from breach_wizard.standing import NOT_TIMES
from breach_wizard.tables import tidied
from tests.kit import hostile, piped, runs, samples
from tests.kit.commands import GOLDEN, ROOT, Command
from tests.kit.strategies import reports
from tests.kit.today import GUIDANCE

OF_AN_UPDATE = {"updates", "changes"}
"""What no answers file holds."""


def bare(held: Any) -> dict[str, Any]:
    """The answers as they are printed anywhere: without the keys of items, and what only an update has."""
    return {
        name: [{part: text for part, text in one.items() if part != "key"} if isinstance(one, dict) else one for one in value]
        if isinstance(value, list)
        else value
        for name, value in held.items()
        if name not in OF_AN_UPDATE
    }  # fmt: skip


@given(reports())
def test_the_file_gives_back_every_answer(report: Report) -> None:
    held = bare(to_answers(report, GUIDANCE))
    again, remarks = answers_file.read(answers.render(to_answers(report, GUIDANCE), GUIDANCE), GUIDANCE)
    for one in (held, *(one for one in held["occurrences"] if isinstance(one, dict))):
        if one.get("due", "") not in NOT_TIMES:  # a file always takes it so, and says that it does
            one["due"] = str(with_standard_time(parse_moment(one["due"])))
    long_texts = [one.id for one in QUESTIONS if one.kind == "long-text" and held[one.id] != "?"]
    assert bare(again) == held | {name: tidied(held[name]) for name in long_texts}  # as what is typed is taken
    assert {remark.rpartition(": ")[0].rpartition(".")[2] for remark in remarks} <= {"due"}


@given(st.lists(st.one_of(st.text(), st.just(hostile.ALL))))
def test_no_comment_ends_before_its_line_does(lines: list[str]) -> None:
    held: Answers = {"producer": "Ofsted"}
    assert tomllib.loads(answers.render(held, GUIDANCE, lines, lines).decode()) == held


def test_words_for_a_time_are_written_as_the_file_is_told_to_hold_them() -> None:
    held: Any = {
        "noticed": "“over Easter”",
        "due": "?",
        "occurrences": [{"key": "1", "date": "“at night”", "note": "“a”"}],
    }
    data = answers.render(held, GUIDANCE).decode()
    assert tomllib.loads(data) == {
        "noticed": {"words": "over Easter"}, "due": "?", "occurrences": [{"date": {"words": "at night"}, "note": "“a”"}],
    }  # fmt: skip
    assert bare(answers_file.read(data.encode(), GUIDANCE)[0]) == bare(held)


def test_what_an_answers_file_does_not_take_stands_there_as_a_comment() -> None:
    held: Any = {"producer": "Ofsted", "breach_type": "gone", "updates": "21 March 2017"}
    data = answers.render(held, GUIDANCE).decode()
    assert tomllib.loads(data) == {"producer": "Ofsted"}
    assert tomllib.loads(data.replace("# breach_type", "breach_type").replace("# updates", "updates")) == held


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests/data/released").glob("*/*.draft.json")), ids=lambda path: path.stem
)
def test_a_draft_is_handed_on(path: Path, command: Command, tmp_path: Path) -> None:
    held = json.loads(path.read_text())
    held["partial"] = {"impact": "half\ntyped \u202e= here"}
    (tmp_path / "home" / "drafts").mkdir(parents=True)
    (tmp_path / "home" / "drafts" / "1.json").write_text(json.dumps(held))
    done = command("export", "1", "--to", "answers")
    assert done.returncode == 0
    assert bare(answers_file.read(done.stdout, GUIDANCE)[0]) == bare(held["answers"])
    assert "half" in done.stdout.decode()
    assert "= here" in done.stdout.decode()


def test_of_a_document_what_was_not_placed_is_named(command: Command, tmp_path: Path) -> None:
    (tmp_path / "r.md").write_bytes(GOLDEN.read_bytes() + b"\n## Another heading\n\nA line of nobody.\n")
    done = command("export", "r.md", "--to", "answers", "-o", "a.toml")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"A line of nobody." in (tmp_path / "a.toml").read_bytes()
    made = command("new", "--answers", "a.toml", "--no-input", "-o", "-")
    assert made.stdout == GOLDEN.read_bytes()


def test_who_leaves_a_draft_is_told_how_a_colleague_goes_on_with_it(tmp_path: Path) -> None:
    with runs.store(tmp_path).create() as kept:
        kept.draft.answers = samples.answers(also=[])
        kept.draft.passed = list(SCREENS)
        kept.save()
    left = piped.talk(["resume", "1", "--plain"], tmp_path, ["L"])
    assert left.code == 0
    (told,) = re.findall(r"export 1 --to answers -o (\S+)", left.talk.decode())
    assert piped.talk(["export", "1", "--to", "answers", "-o", told], tmp_path, []).code == 0
    assert answers_file.read((tmp_path / told).read_bytes(), GUIDANCE)[0]["producer"] == samples.answers()["producer"]


def test_of_a_form_of_others_what_was_struck_out_is_named(command: Command, tmp_path: Path) -> None:
    text = "Name of producer organisation: X\nDate of breach report: 4 May 2023\nImpact of breach\nIt was ~~hardly~~ seen.\n"
    (tmp_path / "struck.md").write_text(text)
    told = command("export", "struck.md", "--to", "answers").stdout.decode()
    assert "hardly" not in tomllib.loads(told)["impact"]
    assert "hardly" in told


def test_dates_that_were_typed_together_are_not_half_typed(tmp_path: Path) -> None:
    dates = [{"key": "1", "date": "14 July 2021"}, {"key": "1&2", "date": "15 July 2021"}]
    with runs.store(tmp_path).create() as kept:
        kept.draft.answers = {"occurrences": dates}  # type: ignore[typeddict-item]
        kept.draft.partial = {"occurrences.1.date": "14 and 15 July 2021", "due": "some"}
        kept.save()
    told = piped.talk(["export", "1", "--to", "answers"], tmp_path, []).result.decode()
    assert "14 and 15" not in told
    assert "some" in told
