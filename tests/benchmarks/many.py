"""Processor time of the commands over 10,000 drafts, and of each format of a report of 500 items or of 1 MB.

Run it with the Python of an environment that holds an installed wheel.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from breach_wizard.drafts.draft import Draft, to_bytes
from breach_wizard.exports import FORMATS, json
from breach_wizard.report import from_answers
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

PROGRAM = str(Path(sys.executable).parent / "breach-wizard")
TIMES = 5


def processor_seconds(home: Path, *words: str) -> float:
    """Return the median of what a command takes, its start included; there is nothing to read for it.

    One that asks ends at its first question, with exit code 130.
    """
    env = os.environ | {"BREACH_WIZARD_HOME": str(home)}
    took = []
    for _ in range(TIMES):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [PROGRAM, *words],
            check=False,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(took)


def many_drafts(home: Path, number: int) -> None:
    """Make so many drafts, each saved at a time of its own."""
    (home / "drafts").mkdir(parents=True, mode=0o700)
    answers: Any = WHOLE
    for one in range(1, number + 1):
        saved = f"2026-11-{one % 28 + 1:02}T{one % 24:02}:{one % 60:02}:00+00:00"
        (home / "drafts" / f"{one}.json").write_bytes(to_bytes(Draft(one, answers=answers, saved=saved)))


def large_report(path: Path, *, items: int = 1, characters: int = 0) -> None:
    """Write a report with so many outputs, dates and actions, and so long an account."""
    keys = [{"key": str(one)} for one in range(1, items + 1)]
    answers = WHOLE | {
        "outputs": [one | {"title": f"Bulletin {one['key']}", "link": ""} for one in keys],
        "occurrences": [one | {"date": "20 March 2017, 5pm", "note": f"Note {one['key']}"} for one in keys],
        "actions": [one | {"text": f"Step {one['key']} was taken", "status": "taken"} for one in keys],
    }
    if characters:
        answers["circumstances"] = "It was published early. Nobody had looked.\n\n" * (characters // 44)
    path.write_bytes(json.render(from_answers(answers, GUIDANCE), GUIDANCE))


def main() -> None:
    """Print a line for each command."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        many_drafts(home / "many", 10_000)
        for words in (("drafts",), ("--plain",), ("resume", "--plain")):
            print(f"10,000 drafts, {' '.join(words)}: {processor_seconds(home / 'many', *words):.2f} s")
        for name, size in (("500 items", {"items": 500}), ("1 MB", {"characters": 1_000_000})):
            large_report(home / "report.json", **size)
            for to in FORMATS:
                seconds = processor_seconds(home / "none", "export", str(home / "report.json"), "--to", to)
                print(f"{name}, {to}: {seconds:.2f} s")
            print(f"{name}, check: {processor_seconds(home / 'none', 'check', str(home / 'report.json')):.2f} s")


if __name__ == "__main__":
    main()
