"""The example: each question with its answer, said to be an example, in every face; and nothing kept unless asked."""

from pathlib import Path

import pytest

from breach_wizard.prompts import Select, Text
from breach_wizard.wizard import example
from tests.kit import piped
from tests.kit.commands import CASE, GOLDEN, in_folder
from tests.kit.driver import Driver
from tests.kit.example import GONE_THROUGH, told
from tests.kit.stories import BACK, STOP


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_is_the_case_that_the_tests_know() -> None:
    assert example.FILE.read_bytes() == CASE.read_bytes()


def test_each_question_has_its_answer_and_says_that_it_is_an_example(tmp_path: Path) -> None:
    prompter = told(tmp_path)
    assert all(one.question.startswith(example.MARK) and one.keeps == "nothing" for one in prompter.asked)
    assert all(screen[0].text == example.EXAMPLE for screen in prompter.screens)
    filled = {one.id: one.default for one in prompter.asked if isinstance(one, Text)}
    assert filled["circumstances"].startswith("The html version")
    assert (filled["due"], filled["producer"]) == ("22 March 2017, 9.30am", "Ofsted")
    last = prompter.asked[-1]
    assert isinstance(last, Select)
    assert (last.id, last.default) == ("example.keep", "no")
    assert files(tmp_path) == []


def test_its_report_is_written_where_that_is_asked_for(tmp_path: Path) -> None:
    table = {"example.keep": "yes", "formats": ("markdown", "name"), "output": str(tmp_path / "example.md")}
    told(tmp_path, **table)
    assert files(tmp_path) == [tmp_path / "example.md"]
    assert (tmp_path / "example.md").read_bytes() == GOLDEN.read_bytes()


def test_going_back_from_its_end_comes_to_the_check_page(tmp_path: Path) -> None:
    prompter = told(tmp_path, **{"example.keep": ("again", BACK, "no")})
    assert [one.id for one in prompter.asked].count("check") == 2


def test_the_rich_face_says_it_on_each_screen(tmp_path: Path) -> None:
    driver = Driver(["new", "--example"], tmp_path)
    for event in driver.questions():
        if event["id"] != "page":
            driver.terminal.wait_for(" ".join(event["question"].split()))
            assert event["question"].startswith(example.MARK)
            assert "everything is kept" not in driver.terminal.words
        driver.type(event, "skip" if event["id"] == "page" else GONE_THROUGH.get(event["id"]))
    assert driver.close() == 0
    assert {"breach_type", "circumstances", "actions", "example.keep"} <= set(driver.seen)
    assert files(tmp_path) == []


@pytest.mark.parametrize("last", ["no", "stop"])
def test_the_plain_face_says_it_at_each_question(tmp_path: Path, last: str) -> None:
    given = told(tmp_path / "scripted").given
    lines = piped.lines([*given[:-1], (given[-1][0], "no" if last == "no" else STOP)])
    ended = piped.talk(["--plain", "new", "--example"], tmp_path / "plain", lines)
    assert ended.code == (0 if last == "no" else 130), ended.talk.decode()
    said = " ".join(ended.talk.decode().split())
    closing = {"guidance", "preview"}  # of pages that are said only where somebody wants them
    for ask in (one for one, _ in given if one.id not in closing):
        assert " ".join(ask.question.split()) in said, ask.id
    assert "Everything is saved" not in said
    assert files(tmp_path) == []


@pytest.mark.parametrize("more", [("--no-input",), ("--answers", "x"), ("-o", "x.md"), ("--to", "word")])
def test_what_is_for_a_report_can_not_stand_beside_it(tmp_path: Path, more: tuple[str, ...]) -> None:
    done = in_folder(tmp_path)("new", "--example", *more)
    assert done.returncode == 2
    assert b"--example" in done.stderr
