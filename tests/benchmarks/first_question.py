"""Times breach-wizard to its first painted question against a bare questionary.select, the two in turn.

Run it with the Python of an environment that holds an installed wheel, not an editable install.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.kit.pty import Terminal

LAST = "whether this is a breach"
BARE = f"""
import questionary
questionary.select("What has happened?", choices=["It came out too early", "It reached someone who should not have it yet",
    "It is late", "Something else", "I am not sure which, or {LAST}"]).unsafe_ask()
"""
PAIRS = 20


def milliseconds(argv: list[str], home: str) -> float:
    """Return the time from starting a command to its last choice on the screen."""
    begun = time.perf_counter()
    with Terminal(argv, env={"BREACH_WIZARD_HOME": home}, cwd=Path(home)) as terminal:
        terminal.until(lambda: LAST.encode() in terminal.raw, LAST)
        return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Print the medians and the median of the ratios, pair by pair."""
    wizard = [str(Path(sys.executable).parent / "breach-wizard")]
    bare = [sys.executable, "-c", BARE]
    with tempfile.TemporaryDirectory() as home:
        empty = os.path.join(home, "home")  # noqa: PTH118
        os.mkdir(empty)  # noqa: PTH102
        for argv in (wizard, bare):
            milliseconds(argv, empty)
        pairs = [(milliseconds(wizard, empty), milliseconds(bare, empty)) for _ in range(PAIRS)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"breach-wizard {ours:.0f} ms, bare select {theirs:.0f} ms, median ratio {ratio:.2f} ({PAIRS} pairs)")


if __name__ == "__main__":
    main()
