"""What is heard of a story in the plain face, with what is typed on its lines; run as a module it writes the goldens anew.

python -m tests.kit.heard [STORY ...]
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from breach_wizard.profile import save
from tests.kit import piped
from tests.kit.stories import STORIES
from tests.kit.told import PROFILES, scripted

GOLDENS: Final = Path(__file__).parents[1] / "data" / "heard"
HEARD: Final = tuple(STORIES)[:10]
"""The stories whose goldens are kept."""
AND_LATER: Final = "\n=== later\n"
"""Stands between two runs of one story."""


def golden(name: str) -> Path:
    """Return where what is heard of a story is kept."""
    return GOLDENS / f"{name}.txt"


def heard(name: str, folder: Path, *, echoed: bool = True) -> str:
    """Return what is heard of a story, run by run.

    Args:
        name: of the story.
        folder: an empty one; its name is another each time, so that it is left out of what is heard.
        echoed: with what is typed.
    """
    home = folder / "home"
    if name in PROFILES:
        save(home / "profile.toml", PROFILES[name])
    runs = []
    for number, given in enumerate(scripted(name, folder / "scripted")[1]):
        command = [*(["resume", "1"] if number else ["new"]), "-o", str(folder / "report.md")]
        ended = piped.talk(["--plain", *command], home, piped.lines(given), echoed=echoed)
        runs.append(ended.talk.decode().replace(f"{folder}/", "[folder]/"))
    return AND_LATER.join(runs)


def main(names: Sequence[str]) -> None:
    """Write the goldens of these stories, of all where none is named."""
    GOLDENS.mkdir(exist_ok=True)
    for name in names or HEARD:
        with tempfile.TemporaryDirectory() as folder:
            golden(name).write_text(heard(name, Path(folder)))


if __name__ == "__main__":
    main(sys.argv[1:])
