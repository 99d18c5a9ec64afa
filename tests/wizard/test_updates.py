"""A report that was written is opened again: as an update where it was approved, asking only what is open."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.drafts import Store
from breach_wizard.imports import markdown
from breach_wizard.imports.updating import update_of
from breach_wizard.interview.shapes import SCREENS as SHOWN
from breach_wizard.interview.steps import first_open
from breach_wizard.profile import load
from breach_wizard.report import Approval, Report, from_answers
from breach_wizard.wizard import run
from tests.imports.reports import FOREIGN
from tests.kit import runs
from tests.kit.driver import Driver, tell
from tests.kit.scripted import Scripted
from tests.kit.stories import OFSTED, SCREENS
from tests.kit.today import GUIDANCE

DATA = Path(__file__).parents[1] / "data"
UPDATED = {"noticed": "20 March 2017 17:20", "check": ("again", "row:noticed", "write")}


def test_a_report_of_ours_asks_nothing() -> None:
    session = runs.session(Store(Path("unused")).create(), None)  # type: ignore[arg-type]
    session.kept.draft.answers = update_of(
        markdown.read((DATA / "ofsted-2017.md").read_bytes(), GUIDANCE).answers, GUIDANCE
    )
    session.kept.draft.passed = list(SHOWN)
    assert first_open(session.answers, session.context) is None


@pytest.mark.parametrize("name", ["lines of the 2018 form", "headings in another order"])
def test_a_report_on_a_form_asks_for_nothing_that_it_answers(name: str) -> None:
    given = markdown.read(FOREIGN[name].text.encode(), GUIDANCE).answers
    session = runs.session(Store(Path("unused")).create(), None)  # type: ignore[arg-type]
    session.kept.draft.answers = update_of(given, GUIDANCE)
    session.kept.draft.passed = list(SHOWN)
    step = first_open(session.answers, session.context)
    assert step is None or step[0] not in given


def test_an_approved_file_is_opened_as_an_update_of_itself(tmp_path: Path) -> None:
    story = UPDATED | {"approved": "approved", "approved.by": "Chief Statistician, 21 March 2017"}
    driver = Driver(["resume", str(DATA / "ofsted-2017.md"), "-o", str(tmp_path / "second.md")], tmp_path / "home")
    asked = tell(story, driver, SCREENS)
    assert driver.close() == 0
    assert asked == set(story)
    report = from_answers(markdown.read((tmp_path / "second.md").read_bytes(), GUIDANCE).answers, GUIDANCE)
    assert str(report.updates) == "2017-03-21"
    assert str(report.report_date) == runs.NOW.date().isoformat()
    (change,) = report.changes
    assert "5.20pm" in change
    assert report.approved == "no"
    (draft,) = Store(tmp_path / "home" / "drafts").drafts()
    assert draft.written
    assert draft.resumed == "markdown"


def test_a_file_that_is_not_approved_is_corrected_and_its_details_are_not_the_users(tmp_path: Path) -> None:
    driver = Driver(["resume", str(DATA / "ofsted-2017.md"), "-o", str(tmp_path / "second.md")], tmp_path / "home")
    tell(UPDATED, driver, SCREENS)
    assert driver.close() == 0
    report = from_answers(markdown.read((tmp_path / "second.md").read_bytes(), GUIDANCE).answers, GUIDANCE)
    assert (report.updates, report.changes, report.approved) == (None, (), "no")
    assert report.noticed is not None
    assert not any(load(tmp_path / "home" / "profile.toml").details.values())


def written(home: Path, path: Path) -> None:
    """Write a report from draft 1."""
    driver = Driver(["new", "-o", str(path)], home)
    tell(OFSTED, driver, SCREENS)
    assert driver.close() == 0


def resumed(home: Path, path: Path, story: dict[str, Any], days: int) -> Report:
    """Go on with draft 1 so many days later; return the report that is written."""
    driver = Driver(["resume", "1", "-o", str(path)], home, env={"STILL": str(days)})
    tell(story, driver, SCREENS)
    assert driver.close() == 0
    return from_answers(markdown.read(path.read_bytes(), GUIDANCE).answers, GUIDANCE)


def test_what_is_not_approved_is_corrected_and_what_is_approved_updated(tmp_path: Path) -> None:
    home = tmp_path / "home"
    written(home, tmp_path / "report.md")
    corrected = resumed(home, tmp_path / "corrected.md", UPDATED | {"approved": "correct"}, 3)
    assert (corrected.updates, corrected.changes) == (None, ())
    assert str(corrected.report_date) == "2017-03-24"
    assert corrected.noticed is not None
    approved = {"approved": "approved", "approved.by": "Head of Profession for Statistics, 24 March 2017"}
    same = resumed(home, tmp_path / "same.md", approved, 3)
    assert same == corrected._replace(approved=Approval(by="Head of Profession for Statistics", on=date(2017, 3, 24)))
    later = resumed(home, tmp_path / "later.md", {"noticed": "", "check": ("again", "row:noticed", "write")}, 4)
    assert str(later.updates) == "2017-03-24"
    assert len(later.changes) == 1
    assert later.approved == "no"


def test_a_day_of_approval_before_the_breach_is_corrected_from_the_check_page(tmp_path: Path) -> None:
    story = {
        "approved": "approved",
        "approved.by": ("again", "Chief Statistician, 1 March 2017", "Chief Statistician, 21 March 2017"),
        "check": ("again", "look:approved", "write"),
    }
    prompter = Scripted(story, SCREENS)
    with runs.store(tmp_path).create() as kept:
        kept.draft.base = markdown.read((DATA / "ofsted-2017.md").read_bytes(), GUIDANCE).answers
        kept.draft.answers = update_of(kept.draft.base, GUIDANCE)
        kept.draft.passed = list(SHOWN)
        path = run.resume(runs.session(kept, prompter), tmp_path / "second.md")
    prompter.verify()
    assert "Approved by the Chief Statistician, 21 March 2017" in path.read_text()
