"""A report that was written is opened again: as an update of itself, asking only what is open."""

from pathlib import Path

import pytest

from breach_wizard.drafts import Store
from breach_wizard.imports import markdown
from breach_wizard.imports.updating import update_of
from breach_wizard.interview import first_open
from breach_wizard.interview.steps import SCREENS as SHOWN
from breach_wizard.report import from_answers
from tests.imports.reports import FOREIGN
from tests.kit import runs
from tests.kit.driver import Driver, tell
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


def test_a_file_is_opened_as_an_update_of_itself(tmp_path: Path) -> None:
    driver = Driver(["resume", str(DATA / "ofsted-2017.md"), "-o", str(tmp_path / "second.md")], tmp_path / "home")
    asked = tell(UPDATED, driver, SCREENS)
    assert driver.close() == 0
    assert asked == set(UPDATED)
    report = from_answers(markdown.read((tmp_path / "second.md").read_bytes(), GUIDANCE).answers, GUIDANCE)
    assert str(report.updates) == "2017-03-21"
    assert str(report.report_date) == runs.NOW.date().isoformat()
    (change,) = report.changes
    assert "5.20pm" in change
    (draft,) = Store(tmp_path / "home" / "drafts").drafts()
    assert draft.written


def test_what_was_written_on_an_earlier_day_is_updated(tmp_path: Path) -> None:
    home = tmp_path / "home"
    driver = Driver(["new", "-o", str(tmp_path / "report.md")], home)
    tell(OFSTED, driver, SCREENS)
    assert driver.close() == 0
    same_day = Driver(["resume", "1", "-o", str(tmp_path / "same.md")], home)
    tell({}, same_day, SCREENS)
    assert same_day.close() == 0
    assert (tmp_path / "same.md").read_bytes() == (tmp_path / "report.md").read_bytes()
    later = Driver(
        ["resume", "1", "-o", str(tmp_path / "later.md")],
        home,
        env={"STILL": "3"},
    )
    tell(UPDATED, later, SCREENS)
    assert later.close() == 0
    report = from_answers(markdown.read((tmp_path / "later.md").read_bytes(), GUIDANCE).answers, GUIDANCE)
    assert report.updates is not None
    assert len(report.changes) == 1
