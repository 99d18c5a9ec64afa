"""Stories through three faces: the scripted prompter, the plain one in a pipe, the rich one drawn at 80x24."""

import re
from pathlib import Path

import pytest

from breach_wizard.profile import save
from tests.kit import piped
from tests.kit.driver import Driver, tell
from tests.kit.stories import SCREENS, STORIES
from tests.kit.told import PROFILES, scripted

STYLES = {b"0", b"1", b"7"}
"""Bold, and reverse where text is selected: nothing dimmer, nothing that blinks or that a console would colour."""

ACCENT = b"38;5;134"
"""The one colour, of signs."""


def command(number: int, folder: Path) -> list[str]:
    return [*(["resume", "1"] if number else ["new"]), "-o", str(folder / "report.md")]


def home(name: str, folder: Path) -> Path:
    """A home of its own, with the profile that the story needs."""
    if name in PROFILES:
        save(folder / "profile.toml", PROFILES[name])
    return folder


@pytest.mark.parametrize("name", STORIES)
def test_the_rich_face_writes_the_same_report(name: str, tmp_path: Path) -> None:
    expected, _ = scripted(name, tmp_path / "scripted")
    for number, story in enumerate(STORIES[name]):
        driver = Driver(command(number, tmp_path), home(name, tmp_path / "rich"))
        assert set(story) <= tell(story, driver, SCREENS)
        assert driver.close() in (0, 130)
        looks = b";".join(re.findall(rb"\x1b\[([\d;]*)m", driver.terminal.raw)).replace(ACCENT, b"0")
        assert set(re.findall(rb"\d+", looks)) <= STYLES
    assert (tmp_path / "report.md").read_bytes() == expected


@pytest.mark.parametrize("name", STORIES)
def test_the_plain_face_writes_the_same_report(name: str, tmp_path: Path) -> None:
    expected, runs_given = scripted(name, tmp_path / "scripted")
    for number, given in enumerate(runs_given):
        ended = piped.talk(["--plain", *command(number, tmp_path)], home(name, tmp_path / "plain"), piped.lines(given))
        assert ended.code in (0, 130), ended.talk.decode()
        assert ended.result == b""
        assert not [byte for byte in ended.talk if byte < 0x20 and byte != 0x0A]
    assert (tmp_path / "report.md").read_bytes() == expected


@pytest.mark.parametrize("name", ["early", "leak", "back"])
def test_fed_a_character_at_a_time_the_plain_face_says_the_same(name: str, tmp_path: Path) -> None:
    _, (given,) = scripted(name, tmp_path / "scripted")
    told = [
        piped.talk(["--plain", "new", "-o", "report.md"], tmp_path / str(slowly), piped.lines(given), slowly=slowly)
        for slowly in (True, False)
    ]
    folders = [str(tmp_path / str(slowly)).encode() for slowly in (True, False)]
    assert told[0].talk.replace(folders[0], b"") == told[1].talk.replace(folders[1], b"")
    assert (tmp_path / "True" / "report.md").read_bytes() == (tmp_path / "False" / "report.md").read_bytes()
