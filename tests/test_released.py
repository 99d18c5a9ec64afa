"""What earlier versions wrote is read for ever: reports, drafts, answers files and forms, and every label they have."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from breach_wizard import answers as answers_file
from breach_wizard import references
from breach_wizard.check import about_notes
from breach_wizard.drafts import Store
from breach_wizard.drafts.draft import Draft
from breach_wizard.drafts.updates import adopt
from breach_wizard.exports import load, template
from breach_wizard.imports import recognise
from breach_wizard.interview.context import Context
from breach_wizard.interview.paths import items, put
from breach_wizard.interview.proposals import complete
from breach_wizard.report import from_answers
from tests.kit import runs
from tests.kit.depth import FULL
from tests.kit.today import GUIDANCE

ROOT = Path(__file__).parents[1]
RELEASED = ROOT / "tests" / "data" / "released"
REPORTS = sorted(RELEASED.glob("*/*.json"))
REPORTS = [path for path in REPORTS if not path.name.endswith(".draft.json")]
DRAFTS = sorted(RELEASED.glob("*/*.draft.json"))
WORLD = Context(now=runs.NOW, guidance=GUIDANCE)


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", REPORTS, ids=named)
@pytest.mark.parametrize("ending", [".md", ".docx"])
def test_a_report_says_the_same_in_every_form_it_was_written_in(path: Path, ending: str) -> None:
    held = recognise.read(path.read_bytes(), GUIDANCE)
    twin = recognise.read(path.with_suffix(ending).read_bytes(), GUIDANCE)
    assert twin.unplaced == ()
    report = from_answers(held.answers, GUIDANCE)
    assert from_answers(twin.answers, GUIDANCE) == report
    again = recognise.read(load({".md": "markdown", ".docx": "word"}[ending]).render(report, GUIDANCE), GUIDANCE)
    assert again.unplaced == ()
    assert from_answers(again.answers, GUIDANCE) == report


@pytest.mark.parametrize("path", DRAFTS, ids=named)
def test_a_draft_goes_on_and_makes_its_report(path: Path, tmp_path: Path) -> None:
    store = Store(tmp_path, lambda: runs.NOW)
    shutil.copy(path, tmp_path / "1.json")
    with store.open(1) as kept:
        draft = kept.draft
        whole = complete(draft.answers, draft.proposed, WORLD)
        before = json.loads(path.read_text())
        assert dict(draft.answers) == before["answers"]
        assert [*draft.passed, *(f"again.{name}" for name in draft.asked_again)] == before["passed"]
    written = recognise.read((path.parent / path.name.replace(".draft.json", ".md")).read_bytes(), GUIDANCE).answers
    if GUIDANCE.types[
        whole["breach_type"]
    ].matters:  # the clauses are those of then; the words beside them may be others
        assert list(map(references.read, whole["references"])) == list(map(references.read, written["references"]))
    else:
        assert whole["references"] == []
    assert from_answers(put(whole, ("references",), written["references"]), GUIDANCE) == from_answers(written, GUIDANCE)


@pytest.mark.parametrize("path", DRAFTS, ids=named)
def test_the_notes_of_a_draft_are_as_much_in_its_report_as_they_were(path: Path, tmp_path: Path) -> None:
    """They were the first text of the impact and no more: none is added now to what was written then."""
    shutil.copy(path, tmp_path / "1.json")
    with Store(tmp_path, lambda: runs.NOW).open(1) as kept:
        draft = kept.draft
        before = complete(draft.answers, draft.proposed, WORLD)
        adopt(draft, GUIDANCE)
        assert complete(draft.answers, draft.proposed, WORLD) == before
        assert not list(about_notes(draft.answers, draft.proposed, WORLD))


def test_an_action_keeps_the_words_in_which_it_was_written() -> None:
    known = GUIDANCE.actions["review"]
    action: Any = {"key": "review", "suggestion": "review", "status": "taken"}
    written = {"answers": {"actions": [action | {"text": known.former[0]}]}}
    draft = Draft(1, answers={"breach_type": "other", "actions": [action]}, written=written)
    adopt(draft, GUIDANCE)
    (kept,) = items(complete(draft.answers, draft.proposed, WORLD), "actions")
    assert kept["text"] == known.former[0]


@pytest.mark.parametrize(
    ("half_typed", "where", "shown"),
    [
        ("considerations.accessed.note", "considerations.accessed", "54 pe"),
        ("circumstances", "circumstances", "54 pe"),
        ("actions.status", "actions.status", "54 pe"),
        ("actions.1.when", "actions.1.when", "54 pe"),
        ("actions.2.who", "actions.2.when", "by May; 54 pe"),
    ],
)
def test_what_was_half_typed_is_found_where_it_is_asked_for_now(half_typed: str, where: str, shown: str) -> None:
    actions: Any = [{"key": "1", "text": "One."}, {"key": "2", "text": "Two.", "when": "by May"}]
    draft = Draft(1, answers={"breach_type": "early-release", "actions": actions}, partial={half_typed: "54 pe"})
    adopt(draft, GUIDANCE)
    assert draft.partial == {where: shown}


def test_an_answers_file_makes_the_same_report() -> None:
    given, _ = answers_file.read((RELEASED / "0.1.0" / "early.toml").read_bytes(), GUIDANCE)
    report = from_answers(given, GUIDANCE)
    assert report == from_answers(
        recognise.read((RELEASED / "0.1.0" / "early.md").read_bytes(), GUIDANCE).answers, GUIDANCE
    )


@pytest.mark.parametrize("path", REPORTS, ids=named)
def test_a_form_of_ones_own_is_still_filled_in(path: Path) -> None:
    report = from_answers(recognise.read(path.read_bytes(), GUIDANCE).answers, GUIDANCE)
    assert template.fill(report, (RELEASED / "0.1.0" / "form.docx").read_bytes(), GUIDANCE)


# Labels and headings: each one changed in a copy of the program, the former one named beside it.

LABEL = re.compile(r'Labels\("([^"]+)"\)|of_both_forms\(\s*"([^"]+)"((?:,\s*"[^"]+")+),?\s*\)')
"""A label; the second in the words of several forms, the others of which stand behind it."""
HEADING = re.compile(r'(Section\(\s*"\w+", "([^"]+)", "[^"]+")')
READ = """
import json, sys
from pathlib import Path
from breach_wizard import guidance
from breach_wizard.imports import recognise
found = {}
for name in sys.argv[1:]:
    held = recognise.read(Path(name).read_bytes(), guidance.active())
    found[name] = [held.answers, held.unplaced]
print(json.dumps(found, sort_keys=True))
"""


def read_in(copy: Path) -> Any:
    """What a copy of the program reads in every report there is."""
    names = [str(path.with_suffix(ending)) for path in REPORTS for ending in (".md", ".docx")]
    argv = [sys.executable, "-c", READ, *names]
    return json.loads(subprocess.run(argv, cwd=copy, capture_output=True, check=True).stdout)


def changed(copy: Path, only: str = "") -> list[str]:
    """Change every label and heading in a copy of the program, or one of them; return those changed."""
    found: list[str] = []

    def label(match: re.Match[str]) -> str:
        words = match[1] or match[2]
        if only not in ("", words):
            return match[0]
        found.append(words)
        anew = f'Labels("{words} (anew)")' if match[1] else f'of_both_forms("{words} (anew)"{match[3]})'
        return f'{anew}._replace(former=("{words}",))'

    def heading(match: re.Match[str]) -> str:
        if only not in ("", match[2]):
            return match[0]
        found.append(match[2])
        return match[1].replace(match[2], f"{match[2]} (anew)") + f', former=("{match[2]}",)'

    for name, pattern, replacement in (
        ("breach_wizard/interview/questions.py", LABEL, label),
        ("breach_wizard/form.py", HEADING, heading),
    ):
        path = copy / name
        path.write_text(pattern.sub(replacement, (ROOT / name).read_text()))
    return found


def labels() -> list[str]:
    texts = [(ROOT / "breach_wizard" / name).read_text() for name in ("interview/questions.py", "form.py")]
    return [
        *(found[1] or found[2] for found in LABEL.finditer(texts[0])),
        *(found[1] for found in HEADING.findall(texts[1])),
    ]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for name in ("breach_wizard", "guidance"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.mark.parametrize("only", labels() if FULL else [""])
def test_a_changed_label_leaves_earlier_reports_readable(copy: Path, only: str) -> None:
    changed_ones = changed(copy, only)
    assert changed_ones == ([only] * len(changed_ones) if only else labels())
    assert changed_ones
    assert read_in(copy) == read_in(ROOT)


def test_a_label_changed_without_its_former_one_is_missed(copy: Path) -> None:
    changed(copy)
    path = copy / "breach_wizard" / "interview" / "questions.py"
    path.write_text(path.read_text().replace('._replace(former=("Name of statistical producer",))', ""))
    assert read_in(copy) != read_in(ROOT)


def test_what_a_body_asked_under_a_label_of_ours_is_the_answer_to_our_question() -> None:
    """A report of before may answer a body's own question that has become one of ours."""
    early = RELEASED / "0.2.0" / "early"
    held = json.loads(early.with_suffix(".json").read_text())
    more = [
        {"id": "no", "section": "core", "label": "Our reference number", "value": "2017/03"},
        {"id": "steps", "section": "circumstances", "label": "Timeline", "value": "9am: up.\n10am: down."},
        {"id": "press", "section": "circumstances", "label": "Press coverage", "value": "None"},
    ]
    found = recognise.read(json.dumps(held | {"more": more}).encode(), GUIDANCE).answers
    assert (found["own_reference"], found["timeline"]) == ("2017/03", "9am: up.\n10am: down.")
    assert [one["label"] for one in found["more"]] == ["Press coverage"]
