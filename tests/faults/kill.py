"""kill -9 at random moments, in both faces and with an editor open, one life after the other over the same draft.

Each life goes on with the draft, answers a few questions and is killed; then the draft must open, hold every answer that
had been acknowledged by the next question, and let the interview go on from there.
"""

import contextlib
import os
import random
import re
import shutil
import signal
import stat
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Protocol

from breach_wizard.drafts import Store
from breach_wizard.drafts.draft import Damaged
from breach_wizard.errors import BreachWizardError
from breach_wizard.prompts import Ask, Stopped, Text
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard import run
from tests.faults.forked import Forked
from tests.faults.record import Bound, Record
from tests.faults.ways import REPORT, STORIES, Kept, Way, difference, kept, number_of, way
from tests.kit import piped, runs
from tests.kit.driver import Driver
from tests.kit.scripted import Scripted
from tests.kit.stories import STOP, GoBack

TEMPORARY: Final = ".breach-wizard-"
"""How the names of the wizard's temporary files begin."""

LIVES: Final = 60
"""So many lives at most has a draft; the longest story has as many questions."""

OURS: Final = re.compile(
    rf"drafts/(?:\d+\.json|\d+\.lock|{re.escape(TEMPORARY)}\S+)|{re.escape(TEMPORARY)}\S+|profile\.toml|{REPORT}"
)
"""What may be in a home after a kill."""

EDITOR: Final = """#!/bin/sh
echo $$ > "$EDITOR_TOLD.new"
echo "A line from the editor." >> "$1"
mv "$EDITOR_TOLD.new" "$EDITOR_TOLD"
exec sleep 60
"""


class Wrong(Exception):
    """What a kill did that it must not do."""


class Face(Protocol):
    """One life of the wizard, in one face."""

    def asked(self) -> str | None: ...

    def answer(self, ask: Ask, answer: Any) -> None: ...

    def begin(self, ask: Ask, answer: Any, share: float) -> None:
        """Type a part of the answer."""

    def edit(self, ask: Ask) -> None:
        """Open the editor."""

    def linger(self, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
        """Take what it draws or says for so long, or until something holds."""

    def kill(self) -> None: ...


class Plain:
    """In plain lines through a pipe."""

    def __init__(self, arguments: Sequence[str], home: Path, env: dict[str, str]) -> None:
        self.run = Forked(["--plain", *arguments], home, env=env)

    def asked(self) -> str | None:
        return self.run.asked()

    def answer(self, ask: Ask, answer: Any) -> None:
        self.run.send(*piped.lines([(ask, answer)]))

    def begin(self, ask: Ask, answer: Any, share: float) -> None:
        text = "\n".join(piped.lines([(ask, answer)]))
        self.run.type(text[: int(len(text) * share)])

    def edit(self, ask: Ask) -> None:
        self.run.send("/edit")

    def linger(self, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
        deadline = time.monotonic() + seconds
        while not until() and (left := deadline - time.monotonic()) > 0:
            time.sleep(min(left, 0.005))

    def kill(self) -> None:
        self.run.kill()
        self.run.end()


class Drawn:
    """Drawn in a pseudo-terminal."""

    def __init__(self, arguments: Sequence[str], home: Path, env: dict[str, str]) -> None:
        self.driver = Driver(list(arguments), home, env=env)
        self.questions = self.driver.questions()
        self.event: dict[str, Any] = {}

    def asked(self) -> str | None:
        for event in self.questions:
            self.event = event
            if event["id"] != "page":
                return str(event["id"])
            self.driver.type(event, "skip")
        return None

    def answer(self, ask: Ask, answer: Any) -> None:
        self.driver.type(self.event, answer)

    def begin(self, ask: Ask, answer: Any, share: float) -> None:
        if isinstance(ask, Text) and isinstance(answer, str):
            self.driver.write(answer[: int(len(answer) * share)], long=ask.long)
        else:
            self.driver.terminal.send("down")

    def edit(self, ask: Ask) -> None:
        self.driver.terminal.send("f4")

    def linger(self, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
        deadline = time.monotonic() + seconds
        while not until() and (left := deadline - time.monotonic()) > 0:
            if not self.driver.terminal.read(min(left, 0.02)):
                return

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):  # it had come to its end
            self.driver.terminal.kill()
        self.driver.close()


FACES: Final[dict[str, Callable[[Sequence[str], Path, dict[str, str]], Face]]] = {"plain": Plain, "drawn": Drawn}


def runs_of(record: Record, bound: Bound) -> None:
    """Kill, until the bound is reached."""
    ways = [way(name) for name in STORIES]
    before = sum(record.done.values())
    for number in bound.numbers():
        record.number = number
        chosen = random.Random(f"{record.seed} {number}")
        with TemporaryDirectory(prefix="breach-wizard-faults-") as folder:
            draft = _Draft(record, chosen, chosen.choice(ways), Path(folder))
            try:
                draft.live(lambda: bound.reached(sum(record.done.values()) - before))
            except (Wrong, AssertionError, Damaged) as wrong:
                record.found(f"story {draft.way.name}, {draft.moment}: {str(wrong) or 'the draft is damaged'}")
            finally:
                draft.end_editor()
        if bound.reached(sum(record.done.values()) - before):
            return


class _Draft:
    """One draft and its lives."""

    def __init__(self, record: Record, chosen: random.Random, story: Way, folder: Path) -> None:
        self.record = record
        self.random = chosen
        self.way = story
        self.home = folder / "home"
        self.home.mkdir()
        self.told = folder / "editor.pid"
        self.folder = folder
        self.moment = ""
        editor = folder / "editor"
        editor.write_text(EDITOR)
        editor.chmod(0o755)
        (folder / "tmp").mkdir()
        self.env = {"VISUAL": str(editor), "EDITOR_TOLD": str(self.told), "TMPDIR": str(folder / "tmp")}

    def live(self, enough: Callable[[], bool]) -> None:
        """Live until the report is written, or it is enough."""
        place: int | None = 0
        for life in range(LIVES):
            if enough() or place is None:
                return
            place = self._life(life, place)

    def _life(self, life: int, place: int) -> int | None:
        """Answer some questions from a place on, be killed, be looked at; return where the next life goes on."""
        name = self.random.choice(list(FACES))
        self.moment = f"life {life}, {name} face"
        number = number_of(self.home)
        aged = self._age()
        arguments = ["new", "-o", str(self.home / REPORT)] if number is None else ["resume", str(number)]
        face = FACES[name](arguments, self.home, self.env)
        try:
            least, most = self._answer_some(face, place, name)
        finally:
            face.kill()
            self.end_editor()
        stray = [path.name for path in aged if path.exists() and number is not None]
        if stray:
            raise Wrong(f"the next run left {stray} behind")
        return self._look(least, most)

    def _answer_some(self, face: Face, place: int, name: str) -> tuple[int, int]:
        """Answer, up to the moment of the kill; return the least and the most that may have been kept, as places."""
        given = self.way.given
        place = self._come_to(face.asked(), place)
        for _ in range(self.random.choice((0, 1, 1, 2, 3, 5))):
            if place >= len(given) - 1:
                break
            face.answer(*given[place])
            place = self._come_to(face.asked(), place + 1)
        ask, answer = given[place]
        moments = ["answered", "answered", "answered", "typing", "asked"]
        if isinstance(ask, Text) and ask.long:
            moments += ["editor"] * 4
        moment = self.random.choice(moments)
        self.moment += f", killed at {ask.id}, {moment}"
        self.record.count(f"{name} face, {moment}")
        wait = self.random.random() ** 2 * 0.1
        if moment == "answered" and answer is not STOP and not isinstance(answer, GoBack):
            face.answer(ask, answer)
            face.linger(wait)
            return place, place + 1
        if moment == "typing":
            face.begin(ask, answer, self.random.random())
            wait *= 5
        elif moment == "editor":
            face.edit(ask)
            face.linger(20, self.told.exists)
            if not self.told.exists():
                raise Wrong("the editor did not open")
        face.linger(wait)
        return place, place

    def _come_to(self, asked: str | None, place: int) -> int:
        """Return the place of what is asked: the one that was to come, or one after others that leave nothing to keep."""
        for later, (ask, _) in enumerate(self.way.given[place:], place):
            if self.way.kept[later] != self.way.kept[place]:
                break
            if ask.id == asked:
                return later
        raise Wrong(f"{asked} is asked, where {self.way.given[place][0].id} was to come")

    def _look(self, least: int, most: int) -> int | None:
        """Look at what a kill left; return where the next life goes on, None where the report is written."""
        found = kept(self.home)
        allowed = self.way.kept[least : most + 1]
        if found not in allowed:
            raise Wrong(f"the draft holds {difference(found, allowed[0])}")
        if len(list((self.home / "drafts").glob("*.json"))) > 1:
            raise Wrong("there are two drafts")
        for path in self.home.rglob("*"):
            name = path.relative_to(self.home).as_posix()
            if path.is_file() and not OURS.fullmatch(name):
                raise Wrong(f"{name} was left behind")
            if path.is_file() and stat.S_IMODE(path.stat().st_mode) & 0o077:
                raise Wrong(f"{name} can be read by others")
        report = self.home / REPORT
        if report.exists():
            if report.read_bytes() != self.way.report:
                raise Wrong("the report is not whole")
            return None
        return 0 if found is None else self._goes_on(least, most, found)

    def _goes_on(self, least: int, most: int, found: Kept) -> int | None:
        """Open a copy of the draft, and return where it goes on; None where it asks again for what is open."""
        copy = self.folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.home, copy)
        prompter = _Stopping()
        store: Store = runs.store(copy)
        try:
            with store.open(number_of(copy) or 0) as draft:
                run.resume(runs.session(draft, prompter), copy / REPORT)
        except Stopped:
            pass
        except BreachWizardError as error:
            raise Wrong(f"the draft does not open: {error}") from error
        if not prompter.asked:
            raise Wrong("nothing is asked any more")
        place = self.way.place(prompter.asked[-1].id, most, found)
        if place is None:
            raise Wrong(f"it goes on with {prompter.asked[-1].id}")
        last, _ = self.way.given[min(most, len(self.way.given) - 1)]
        through = self.way.given[place][1] == NOT_KNOWN or last.id == "check"
        return None if place < least and prompter.asked[-1].id != "check" and through else place

    def _age(self) -> list[Path]:
        """Make strays in the drafts' folder older than the minute for which they are left alone; return them."""
        strays = list((self.home / "drafts").glob(f"{TEMPORARY}*"))
        for path in strays:
            self.record.saw("temporary files left by a kill")
            os.utime(path, (runs.NOW.timestamp() - 120,) * 2)
        return strays

    def end_editor(self) -> None:
        """End the editor that outlived the wizard."""
        if self.told.exists():
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(self.told.read_text()), signal.SIGKILL)
            self.told.unlink()


class _Stopping(Scripted):
    """Stops at the first question."""

    def __init__(self) -> None:
        super().__init__({})

    def choose(self, ask: Ask) -> Any:
        return STOP
