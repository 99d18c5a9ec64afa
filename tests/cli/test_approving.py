"""Whether a report is approved, said on the command line: kept in what is written, and taken away by nothing but a change."""

from pathlib import Path

import pytest

from breach_wizard.imports import recognise
from tests.kit.commands import CASE, Command
from tests.kit.driver import Driver, tell
from tests.kit.stories import SCREENS
from tests.kit.today import GUIDANCE

ROOT = Path(__file__).parents[2]
BY = ("--approved-by", "the Chief Statistician", "--approved-on", "24/3/2017")
APPROVED = {"by": "Chief Statistician", "on": "24 March 2017"}


def approved(data: bytes) -> object:
    return recognise.read(data, GUIDANCE).answers.get("approved")


@pytest.mark.parametrize(("options", "expected"), [((), "no"), (BY, APPROVED)])
def test_a_report_of_an_answers_file_says_whether_it_is(
    command: Command, options: tuple[str, ...], expected: object
) -> None:
    made = command("new", "--answers", str(CASE), "--no-input", *options).stdout
    assert approved(made) == expected
    assert approved(command("export", str(CASE), "--to", "json", *options).stdout) == expected
    again = command("export", "-", "--to", "json", stdin=made).stdout
    assert approved(again) == expected


@pytest.mark.parametrize("name", ["0.1.0/early.md", "0.2.0/early.json"])
def test_a_report_made_before_says_nothing_of_it_until_somebody_does(command: Command, name: str) -> None:
    path = str(ROOT / "tests" / "data" / "released" / name)
    assert approved(command("export", path, "--to", "markdown").stdout) is None
    assert approved(command("export", path, "--to", "markdown", *BY).stdout) == APPROVED


@pytest.mark.parametrize("name", ["new", "resume", "export"])
@pytest.mark.parametrize(
    ("options", "code"),
    [(("--approved-by", "A"), 2), (("--approved-on", "24/3/2017"), 2), (("--approved-by", "A", "--approved-on", "soon"), 1)],
)  # fmt: skip
def test_both_are_needed(command: Command, name: str, options: tuple[str, ...], code: int) -> None:
    more = {"new": ("--answers", str(CASE), "--no-input"), "resume": (), "export": (str(CASE), "--to", "markdown")}[
        name
    ]
    assert command(name, *more, *options).returncode == code


def test_a_report_said_to_be_approved_is_updated_and_a_change_takes_that_away(tmp_path: Path, command: Command) -> None:
    made = tmp_path / "report.md"
    made.write_bytes(command("new", "--answers", str(CASE), "--no-input").stdout)
    for name, story in (("same", {}), ("changed", {"noticed": "", "check": ("again", "row:noticed", "write")})):
        if story:
            story["noticed"] = "20 March 2017 5.10pm"
        argv = ["resume", str(made), "-o", str(tmp_path / f"{name}.md"), *BY]
        driver = Driver(argv, tmp_path / "home")
        tell(story, driver, SCREENS)
        assert driver.close() == 0
    assert approved((tmp_path / "same.md").read_bytes()) == APPROVED
    changed = recognise.read((tmp_path / "changed.md").read_bytes(), GUIDANCE).answers
    assert changed["approved"] == "no"
    assert len(changed["changes"]) == 1
