"""The messages in both faces: reached from within a question, shown unbroken, and copied whole."""

import base64
import re
from pathlib import Path

from breach_wizard.messages import as_text
from breach_wizard.telling import filled
from tests.kit import piped
from tests.kit.driver import Driver, at, end, up_to
from tests.kit.stories import OFSTED, SCREENS
from tests.kit.today import GUIDANCE

STARTED = {"breach_type": OFSTED["breach_type"], "ongoing": False}
TEXT = as_text(filled(GUIDANCE.messages["hop-early"], STARTED, GUIDANCE, {}))  # type: ignore[arg-type]
HALF = "Half a sentence"


def test_what_is_shown_and_what_is_copied_hold_no_line_break_of_ours(tmp_path: Path) -> None:
    driver = at(tmp_path, "message", columns=40, do_now="messages", messages="hop-early")
    shown = driver.terminal.raw.decode()
    assert all(paragraph in shown for paragraph in TEXT.split("\n\n"))
    driver.type(driver.event, "copy")
    again = up_to(driver, "message", {})
    driver.wait_until_whole(again)
    found = re.search(rb"\x1b\]52;c;([^\x07]*)\x07", driver.terminal.raw)
    assert found
    assert base64.b64decode(found[1]).decode() == TEXT
    end(driver)


def looked_at(driver: Driver) -> None:
    """Open the messages from within a question, and go back to it."""
    driver.terminal.send("f2")
    driver.terminal.wait_for("M messages")
    driver.terminal.send("m")
    driver.type(up_to(driver, "messages", {}), "back")


def test_from_within_a_question_and_back_to_what_was_half_typed_or_taken_out(tmp_path: Path) -> None:
    driver = at(tmp_path, "circumstances")
    driver.terminal.send(HALF)
    driver.terminal.wait_for(HALF)
    looked_at(driver)
    driver.terminal.wait_for(HALF)
    driver.terminal.send("c-u")
    looked_at(driver)
    driver.terminal.wait_for("F6 bring back")
    driver.terminal.send("f6")
    driver.terminal.wait_for(HALF)
    end(driver)


def test_what_was_ticked_is_so_after_them(tmp_path: Path) -> None:
    driver = at(tmp_path, "actions")
    driver.terminal.send("space")
    driver.terminal.wait_for("1 ticked")
    looked_at(driver)
    driver.terminal.wait_for("1 ticked")
    end(driver)


def test_in_plain_lines_too(tmp_path: Path) -> None:
    lines = [*_up_to_the_title(), "/messages", "1", "1", "2", "mine.txt", "3", "6", "A title", "/quit"]
    ended = piped.talk(["--plain", "new"], tmp_path, lines)
    talk = ended.talk.decode()
    assert ended.code == 130
    assert all(f"\n{paragraph}\n" in talk for paragraph in TEXT.split("\n\n"))
    assert "\x1b" not in talk
    assert (tmp_path / "mine.txt").read_text() == f"{TEXT}\n"
    assert '"A title"' in (tmp_path / "drafts" / "1.json").read_text()


def _up_to_the_title() -> list[str]:
    story = SCREENS | OFSTED
    assert (story["breach_type"], story["ongoing"]) == ("early-release", "no")
    return ["1", "2", "1", ""]
