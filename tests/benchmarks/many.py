"""Processor time of all that is waited for, where there is much of it.

The commands over 10,000 drafts, each format of a report of 500 items or of 1 MB, and what takes a moment in the wizard:
a key, the next question, the check page, a save.

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
from breach_wizard.prompts import Checklist, Choice, Text
from breach_wizard.report import from_answers
from tests.benchmarks.waiting import painted, waited_for
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


def large_answers(*, items: int = 1, characters: int = 0) -> Any:
    """Return the answers of a report with so many outputs, dates and actions, and so long an account."""
    keys = [{"key": str(one)} for one in range(1, items + 1)]
    answers = WHOLE | {
        "outputs": [one | {"title": f"Bulletin {one['key']}", "link": ""} for one in keys],
        "occurrences": [one | {"date": "20 March 2017, 5pm", "note": f"Note {one['key']}"} for one in keys],
        "actions": [one | {"text": f"Step {one['key']} was taken", "status": "taken"} for one in keys],
    }
    if characters:
        answers["circumstances"] = "It was published early. Nobody had looked.\n\n" * (characters // 44)
    return answers


def print_drafts(home: Path) -> None:
    """Print what the commands over 10,000 drafts take."""
    many_drafts(home, 10_000)
    for words in (("drafts",), ("drafts", "--all"), ("--plain",), ("resume", "--plain")):
        print(f"10,000 drafts, {' '.join(words)}: {processor_seconds(home, *words):.2f} s")


def print_formats(folder: Path) -> None:
    """Print what each format of a large report takes, and a check of it."""
    report = folder / "report.json"
    for name, size in (("500 items", {"items": 500}), ("1 MB", {"characters": 1_000_000})):
        report.write_bytes(json.render(from_answers(large_answers(**size), GUIDANCE), GUIDANCE))
        for to in FORMATS:
            print(f"{name}, {to}: {processor_seconds(folder / 'none', 'export', str(report), '--to', to):.2f} s")
        print(f"{name}, check: {processor_seconds(folder / 'none', 'check', str(report)):.2f} s")


def print_wizard() -> None:
    """Print what is waited for in the wizard; with twice as many items, too, since it should take twice as long."""
    for count in (500, 1000):
        answers = large_answers(items=count)
        answers["actions"] = [{**one, "status": "planned", "when": "", "who": ""} for one in answers["actions"]]
        steps = ("outputs.3.title", "occurrences.3.date", "circumstances", "actions", "actions.3.when")
        for name, seconds in waited_for(answers, *steps).items():
            print(f"{count} items, {name}: {seconds:.3f} s")
    for name, seconds in waited_for(large_answers(characters=1_000_000), "circumstances").items():
        print(f"1 MB, {name}: {seconds:.3f} s")
    choices = tuple(Choice(str(one), f"Step {one} was taken", group=f"Group {one // 40}") for one in range(2000))
    listed = Checklist(id="actions", question="Which?", choices=choices)
    for key in ("down", "page-down", " ", "z"):
        print("2,000 actions, {0!r}: {1.key:.3f} s, first {1.first:.3f} s".format(key, painted(listed, *[key] * 5)))
    for name, text in (
        ("1 MB in one line", "word " * 200_000),
        ("1 MB in 34,000 lines", "It was early. Nobody looked.\n" * 34_000),
    ):
        for key in ("x", "back", "up"):
            took = painted(Text(id="impact", question="How?", default=text, long=True), *[key] * 5)
            print(f"{name}, {key!r}: {took.key:.3f} s, first {took.first:.3f} s")


def main() -> None:
    """Print a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        print_drafts(Path(folder) / "many")
        print_formats(Path(folder))
    print_wizard()


if __name__ == "__main__":
    main()
