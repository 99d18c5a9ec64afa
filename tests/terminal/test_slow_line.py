"""The rest of a key that comes too late takes back the step that its Esc took, in a whole run; nothing is typed by it."""

from pathlib import Path

import pytest

from tests.kit.driver import at, end
from tests.kit.pty import Terminal, wizard
from tests.kit.today import FIRST_IN_PLAIN_LINES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("rest", ["[D", "[A", "[H", "[5~", "OD"])
def test_an_arrow_in_two_pieces_is_no_step_back(rest: str, tmp_path: Path) -> None:
    driver = at(tmp_path, "circumstances")
    driver.terminal.send("half typed")
    driver.terminal.wait_for("half typed")
    for _ in range(3):
        driver.terminal.send("esc")
        event = next(driver.questions())
        assert event["id"] == "ended"
        driver.terminal.send(rest)
        event = next(driver.questions())
        assert (event["id"], event["default"]) == ("circumstances", "half typed")
    driver.terminal.send("end", "x", "c-s")
    assert next(driver.questions())["id"] == "previous_breaches"
    driver.terminal.send("s-tab")
    assert next(driver.questions())["default"] == "half typedx"
    end(driver)


def test_a_panel_that_was_closed_by_it_is_open_again(tmp_path: Path) -> None:
    driver = at(tmp_path, "circumstances")
    driver.terminal.send("f1")
    driver.terminal.wait_for("back to the question")
    driver.terminal.send("esc")
    driver.terminal.wait_for("Ctrl-S go on")
    driver.terminal.send("[B")
    driver.terminal.wait_for("back to the question")
    end(driver)


def test_a_paste_whose_end_is_lost_ends_at_ctrl_c_with_all_that_came(tmp_path: Path) -> None:
    from breach_wizard.drafts import Store

    driver = at(tmp_path, "circumstances")
    driver.terminal.send("\x1b[200~half a paste")
    driver.terminal.until(lambda: bool(driver.terminal.read(0.2)), "some silence")
    driver.terminal.send("c-c")
    assert driver.close() == 130
    (draft,) = Store(tmp_path / "drafts").drafts()
    assert draft.partial["circumstances"] == "half a paste"


def test_a_paste_whose_end_is_lost_ends_by_itself(tmp_path: Path) -> None:
    driver = at(tmp_path, "circumstances")
    driver.terminal.send("\x1b[200~half a paste")
    driver.terminal.wait_for("half a paste")
    driver.terminal.send(" and more")
    driver.terminal.wait_for("half a paste and more")
    end(driver)


def test_what_is_typed_before_the_first_question_is_painted_is_taken_there(tmp_path: Path) -> None:
    with Terminal(wizard("new"), env={"BREACH_WIZARD_HOME": str(tmp_path / "drawn")}, cwd=ROOT) as terminal:
        terminal.send("down", "down", "\r")
        terminal.wait_for("everything is kept")
        terminal.until(lambda: "It is late" in terminal.words.split("What has happened")[0], "the third choice, taken")
    with Terminal(wizard("new", "--plain"), env={"BREACH_WIZARD_HOME": str(tmp_path / "plain")}, cwd=ROOT) as terminal:
        terminal.send("3\r")
        terminal.wait_for(FIRST_IN_PLAIN_LINES)
        terminal.wait_for("It is late.")
