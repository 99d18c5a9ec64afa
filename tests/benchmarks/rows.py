"""What is measured: each row against something that everybody has, the two in turn, in processor time."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.installed import installed_before
from tests.benchmarks.watched import Watched, to_its_end

DATA = Path(__file__).parents[1] / "data"
CHOICES = ["It came out too early", "It reached someone who should not have it yet", "It is late", "Something else", "I am not sure which"]  # fmt: skip
BARE = f"""
import questionary
questionary.select("What has happened?", choices={CHOICES}).unsafe_ask()
questionary.select("Can it be opened?", choices=["Yes, or I do not know", "No", "Its release time has come"]).unsafe_ask()
"""
LONG = "A sentence of the kind that such an account is made of, with a figure such as 4.7 in it. "
FIELD = "How and why did it happen"
BARE_FIELD = f"import questionary\nquestionary.text({FIELD!r}, multiline=True, default={{text!r}}).unsafe_ask()"
OUR_FIELD = f"""
from breach_wizard.prompts import Text
from breach_wizard.terminal.rich import RichPrompter
RichPrompter().text(Text(id="circumstances", question={FIELD!r}, long=True, default={{text!r}}))
"""
DOWN, POINTER = "\x1b[B", "»"
Pair = tuple[float, float]
"""What ours took, and the other."""


class Row(NamedTuple):
    """One row of the table: its name, in words, the most that it may be, what it is to be, and how it is measured."""

    name: str
    text: str
    limit: float
    goal: float
    pair: Callable[[], Pair]


class Bench:
    """An installed wheel, and the homes that it is tried in."""

    def __init__(self, python: Path, folder: Path) -> None:
        self.python = str(python)
        self.program = str(python.with_name("breach-wizard"))
        self.folder = folder
        self.used = folder / "used"
        self._number = count()
        self._before: Path | None = None
        _keep_a_draft(self.used)

    def rows(self) -> Iterator[Row]:
        """Yield every row; nothing is measured yet."""
        for name, arguments, seen, limit, goal in (
            ("bare", [], CHOICES[-1], 1.05, 0.9),
            ("new", ["new"], CHOICES[-1], 1.1, 0.95),
            ("draft", [], "Start a new one", 1.15, 1.0),
            ("resume", ["resume", "1"], "Ctrl-C stop", 1.15, 1.0),
        ):
            home = self.used if name in ("draft", "resume") else None
            words = " ".join(["breach-wizard", *arguments]) + (", where a draft is kept" if name == "draft" else "")
            yield Row(name, f"{words}: first question, x bare", limit, goal, self._question(arguments, seen, home))
            yield Row(f"{name}-words", f"{words}: first words, x bare", 0.4, 0.3, self._words(arguments, home))
        report = str(DATA / "ofsted-2017.md")
        for name, arguments, limit, goal in (
            ("version", ["--version"], 1.8, 1.5),
            ("help", ["--help"], 2.5, 2.2),
            *((one, [one], 4.0, 3.0) for one in ("guidance", "messages", "profile", "drafts")),
            ("check", ["check", report], 10.0, 8.0),
        ):
            yield Row(name, f"{arguments[0]}, x python -c pass", limit, goal, self._command(arguments))
        yield Row("plain", "--plain: first question, x python -c pass", 5.0, 3.5, self._in_lines)
        yield Row("down", "Down in a list, x bare", 0.9, 0.7, self._down)
        yield Row("enter", "Enter to the next question, x bare", 0.8, 0.5, self._enter)
        for size in (0, 2_000, 20_000, 100_000):
            yield Row(f"key-{size}", f"a key in {size:,} characters, x bare", 1.0, 0.5, self._key(size))
        yield Row("many", "check of 2,000 reports, x that of an earlier commit", 1.0, 0.5, self._many)
        yield Row("memory", "memory for 2,000 reports, x that for 200", 1.05, 1.0, self._memory)

    def _home(self) -> Path:
        return self.folder / f"home-{next(self._number)}"

    def _bare(self, script: str = BARE) -> Watched:
        return Watched([self.python, "-c", script], self.used)

    def _ours(self, arguments: list[str], home: Path | None = None) -> Watched:
        return Watched([self.program, *arguments], home or self._home())

    def _question(self, arguments: list[str], seen: str, home: Path | None) -> Callable[[], Pair]:
        def pair() -> Pair:
            with self._ours(arguments, home) as ours, self._bare() as bare:
                ours.until(seen)
                bare.until(CHOICES[-1])
                return ours.used(), bare.used()

        return pair

    def _words(self, arguments: list[str], home: Path | None) -> Callable[[], Pair]:
        def pair() -> Pair:
            with self._ours(arguments, home) as ours, self._bare() as bare:
                ours.until("Breach of the Code")
                bare.until("?")
                return ours.words or 0.0, bare.words or 0.0

        return pair

    def _command(self, arguments: list[str]) -> Callable[[], Pair]:
        return lambda: (to_its_end([self.program, *arguments], self.used)[0], self._pass())

    def _pass(self) -> float:
        return to_its_end([self.python, "-c", "pass"], self.used)[0]

    def _in_lines(self) -> Pair:
        with self._ours(["--plain"]) as ours:
            ours.until("1 to 5")
            return ours.used(), self._pass()

    def _down(self) -> Pair:
        with self._ours([]) as ours, self._bare() as bare:
            return tuple(_median_of_downs(one) for one in (ours, bare))  # type: ignore[return-value]

    def _enter(self) -> Pair:
        with self._ours([]) as ours, self._bare() as bare:
            taken = []
            for one in (ours, bare):
                one.until(CHOICES[-1])
                one.settle()
                taken.append(one.press("\r", "Its release time has come"))
            return taken[0], taken[1]

    def _key(self, size: int) -> Callable[[], Pair]:
        text = (LONG * (size // len(LONG) + 1))[:size]

        def pair() -> Pair:
            taken = []
            for script in (OUR_FIELD, BARE_FIELD):
                with self._bare(script.replace("{text!r}", repr(text))) as one:
                    one.until(FIELD)
                    one.settle()
                    taken.append(sorted(one.press(key, key) for key in "qxzqx")[2])
            return taken[0], taken[1]

        return pair

    def _many(self) -> Pair:
        if self._before is None:
            self._before = installed_before(self.folder / "before").with_name("breach-wizard")
        reports = _reports(self.folder, 2_000)
        ours, theirs = (
            to_its_end([str(one), "check", str(reports)], self.used) for one in (self.program, self._before)
        )
        return ours[0], theirs[0]

    def _memory(self) -> Pair:
        many, few = (
            to_its_end([self.program, "check", str(_reports(self.folder, number))], self.used)[1]
            for number in (2_000, 200)
        )
        return many, few


def _median_of_downs(one: Watched) -> float:
    one.until(CHOICES[-1])
    one.settle()
    return sum(sorted(one.press(DOWN, POINTER) for _ in CHOICES[1:])[1:3]) / 2


def _keep_a_draft(home: Path) -> None:
    """Put a draft there that has gone past its screens: what it goes on with is a question."""
    draft = {
        "answers": {"breach_type": "late-publication", "ongoing": False},
        "passed": ["do_now", "guidance"],
        "saved": datetime.now(UTC).isoformat(timespec="seconds"),
        "schema": 3,
    }
    folder = home / "drafts"
    folder.mkdir(parents=True)
    (folder / "1.json").write_text(json.dumps(draft, indent=1))


def _reports(folder: Path, number: int) -> Path:
    """A folder with so many reports, a quarter of them on the official form."""
    found = folder / f"reports-{number}"
    if not found.is_dir():
        found.mkdir()
        ours, form = ((DATA / name).read_text() for name in ("ofsted-2017.md", "official-form-2017.txt"))
        for one in range(number):
            text = form if one % 4 == 0 else ours
            (found / f"{one}.md").write_text(text.replace("Ofsted", f"Body {one}"))
    return found
