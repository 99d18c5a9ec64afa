"""The drawn screens of a story as readable text, one after the other; run as a module it writes the goldens anew.

python -m tests.kit.screens
"""

import tempfile
from pathlib import Path

from breach_wizard.profile import save
from tests.kit.driver import Driver
from tests.kit.stories import SCREENS, STOP, STORIES, Table
from tests.kit.told import PROFILES

GOLDENS = Path(__file__).parents[1] / "data" / "screens"
SIZES = ((80, 24), (40, 24))
KINDS = ("early", "leak", "late", "other")
"""A story of each breach type."""


def golden(name: str, columns: int, rows: int) -> Path:
    """Return where the screens of a story at that size are kept."""
    return GOLDENS / f"{name}-{columns}x{rows}.txt"


def drawn(name: str, columns: int, rows: int, folder: Path) -> str:
    """Return what is on the screen at each question of a story, under a line that names the question."""
    home = folder / "home"
    if name in PROFILES:
        save(home / "profile.toml", PROFILES[name])
    driver = Driver(["new", "-o", "report.md"], home, columns=columns, rows=rows, pasting=True)
    table = Table(STORIES[name][0], SCREENS | {"page": "more"})
    shown = []
    for event in driver.questions():
        driver.wait_until_whole(event)
        heading = f"=== {event['id']} "
        shown.append(f"{heading:=<{columns}}\n{driver.terminal.text}\n")
        answer = table.answer(event["id"])
        if answer == "write":  # the last screen names a folder that is another each time
            answer = STOP
        driver.type(event, answer)
    assert driver.close() == 130
    return "\n".join(shown)


def main() -> None:
    """Write the goldens."""
    GOLDENS.mkdir(exist_ok=True)
    for name in KINDS:
        for columns, rows in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                golden(name, columns, rows).write_text(drawn(name, columns, rows, Path(folder)))


if __name__ == "__main__":
    main()
