"""At 40 columns every choice and every line of the guidance can be read in full."""

from pathlib import Path

import pyte
import pytest

from breach_wizard import guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.profile import Profile
from breach_wizard.prompts import Screen
from breach_wizard.wizard.marks import marks, nation
from breach_wizard.wizard.printed import do_now_lines, type_guidance
from tests.kit.driver import Driver, at, end
from tests.kit.pty import PRIVATE_STYLE

ACTIVE = guidance.active()


def all_words(driver: Driver) -> str:
    """What was drawn since the screen was last emptied, what has scrolled off it too."""
    screen = pyte.Screen(driver.terminal.screen.columns, 1000)
    pyte.ByteStream(screen).feed(PRIVATE_STYLE.sub(b"", driver.terminal.raw))
    return " ".join(" ".join(screen.display).split())


def wait_for_all(driver: Driver, screen: Screen) -> None:
    for line in screen:
        words = " ".join(f"{line.marker} {line.text}".split()).split("[")[0].strip()
        driver.terminal.until(lambda words=words: words in all_words(driver), repr(words))  # type: ignore[misc]


def point_at_all(driver: Driver) -> None:
    """Go through a list from its first choice to its last; each is read in full while it is pointed at."""
    driver.terminal.send("home")
    for texts in driver.event["texts"]:
        for text in filter(None, texts):
            words = " ".join(text.split())
            driver.terminal.wait_for(words)
        driver.terminal.send("down")


@pytest.mark.parametrize("kind", ACTIVE.types)
def test_every_choice(kind: str, tmp_path: Path) -> None:
    for name in ("breach_type", "ongoing", "considerations", "actions"):
        driver = at(tmp_path / name, name, columns=40, breach_type=kind)
        point_at_all(driver)
        end(driver)


@pytest.mark.parametrize("kind", ACTIVE.types.values(), ids=lambda kind: kind.id)
@pytest.mark.parametrize("ongoing", ["yes", "no"])
def test_every_line_of_what_to_do_first(kind: BreachType, ongoing: str, tmp_path: Path) -> None:
    driver = at(tmp_path, "do_now", columns=40, page="more", breach_type=kind.id, ongoing=ongoing)
    wait_for_all(driver, do_now_lines(kind.do_now(ongoing == "yes"), marks(Profile(), ACTIVE)))
    end(driver)


@pytest.mark.parametrize("kind", ACTIVE.types.values(), ids=lambda kind: kind.id)
def test_every_line_of_the_guidance(kind: BreachType, tmp_path: Path) -> None:
    driver = at(tmp_path, "guidance", columns=40, page="more", breach_type=kind.id)
    wait_for_all(driver, type_guidance(ACTIVE, kind, nation(Profile(), ACTIVE)))
    end(driver)
