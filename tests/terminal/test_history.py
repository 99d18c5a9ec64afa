"""What stands above the question: a line for each answer that stands now, and none for what only shows the way."""

from pathlib import Path

from breach_wizard.terminal.folding import fold
from breach_wizard.text import without_stop
from tests.kit.driver import at, end


def test_an_answer_that_is_another_now_stands_there_once(tmp_path: Path) -> None:
    driver = at(tmp_path / "home", "due")
    driver.terminal.send("22 March 2017", "enter")
    questions = driver.questions()
    assert next(questions)["id"] == "occurrences.1.date"
    driver.terminal.send("20 March 2017 4pm", "enter")
    assert next(questions)["id"] == "noticed"
    driver.terminal.send("s-tab")
    event = next(questions)
    driver.type(event, "20 March 2017 5pm")
    event = next(questions)
    assert event["id"] == "noticed"
    driver.wait_until_whole(event)
    lines = driver.terminal.text.splitlines()
    assert not [line for line in lines if "4pm" in line]
    assert len([line for line in lines if line.endswith(": 22 March 2017")]) == 1
    assert len([line for line in lines if line.endswith(": 20 March 2017 5pm")]) == 1
    end(driver)


def test_the_way_through_a_list_leaves_no_line(tmp_path: Path) -> None:
    driver = at(tmp_path / "home", "considerations")
    driver.type(driver.event, "go-on")
    event = next(driver.questions())
    assert event["id"] == "impact"
    driver.wait_until_whole(event)
    assert not [line for line in driver.terminal.text.splitlines() if line.endswith("Go on")]
    end(driver)


def test_the_first_line_is_parted_from_the_guidance_above_it(tmp_path: Path) -> None:
    driver = at(tmp_path / "home", "guidance", page="more")
    for answer in ("go-on", "Labour market overview", ""):
        driver.type(driver.event, answer)
        driver.event = next(driver.questions())
    driver.wait_until_whole(driver.event)
    lines = driver.terminal.text.splitlines()
    (first,) = (row for row, line in enumerate(lines) if line == "Title: Labour market overview")
    assert [bool(line) for line in lines[first - 2 : first + 2]] == [True, False, True, True]
    end(driver)


def test_what_was_cut_is_shown_as_cut() -> None:
    assert [without_stop(one) for one in ("Told them.", "Told ...", "Told")] == ["Told them", "Told ...", "Told"]


def test_a_word_wider_than_the_line_stays_whole_where_it_is_printed() -> None:
    link = "https://www.gov.uk/" + "statistics-" * 5
    assert fold(f"Link: {link} and more", 30, "", "  ", whole=True) == ["Link:", f"  {link}", "  and more"]
    assert fold(link, 30, whole=True) == [link]
    assert max(map(len, fold(link, 30))) == 30
