"""A home that fails as a whole: full, not to be written to, gone in mid-interview, without locks; and a clock set back."""

import contextlib
import errno
import fcntl
import os
import random
import re
import shutil
from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from breach_wizard.cli import interactive
from tests.faults import mounts
from tests.faults.forked import Ended, Forked, run_through
from tests.faults.record import EXIT_CODES, Bound, Record
from tests.faults.syscalls import FILES, TRACEBACK, is_told
from tests.faults.ways import REPORT, Kept, Way, difference, kept, way
from tests.kit import piped, runs

if TYPE_CHECKING:
    from _typeshed import FileDescriptorLike

NO_LOCKS: Final = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)


class Case:
    """One interview in trouble."""

    def __init__(
        self, record: Record, chosen: random.Random, story: Way, folder: Path, usual: Collection[str] = ()
    ) -> None:
        self.record = record
        self.usual = usual
        self.random = chosen
        self.way = story
        self.home = folder / "home"
        self.home.mkdir()
        self.beside = folder / "streams"
        self.report = folder / "reports" / REPORT
        self.report.parent.mkdir()
        self.arguments = ["--plain", "new", "-o", str(self.report)]
        self.end_at = len(story.given)

    def lines(self, begin: int = 0, end: int | None = None) -> list[str]:
        """The lines that are typed from one question up to another."""
        return piped.lines(self.way.given[begin:end])

    def through(self, prepare: Callable[[], None] | None = None) -> Ended:
        """Type the whole story at once."""
        return run_through(self.arguments, self.home, self.lines(), prepare=prepare, beside=self.beside)

    def up_to(self, place: int) -> Forked:
        """Type the story, each answer when it is asked for, up to a question."""
        run = Forked(self.arguments, self.home, beside=self.beside)
        for ask, answer in self.way.given[:place]:
            asked = run.asked()
            assert asked == ask.id, f"{asked} is asked, where {ask.id} was to come"
            run.send(*piped.lines([(ask, answer)]))
        run.asked()
        return run

    def some_place(self) -> int:
        """A question in the middle."""
        return self.random.randrange(2, len(self.way.given) - 3)

    def look(self, ended: Ended, *, whole: bool = False) -> None:
        """Look at what a run left; ``whole``: all answers are to be on disk, and the report written."""
        said = ended.said.decode(errors="replace")
        if ended.hung:
            self.found(ended.hung)
            return
        if ended.code not in EXIT_CODES:
            self.found(f"exit code {ended.code}")
        if TRACEBACK in ended.said:
            self.found(f"a traceback: {said.strip().splitlines()[-1][:120]}")
        found = self.kept()
        if found not in (None, *self.way.kept):
            self.found(f"the draft is none of the story: {difference(found, self.way.kept[-1])}")
        if found != self.way.kept[-1] and (whole or not is_told(ended, self.usual)):
            unsaid = "" if whole else ", and nothing is said"
            self.found(f"the draft differs: {difference(found, self.way.kept[-1])}{unsaid}")
        there = self.report.read_bytes() if self.report.exists() else None
        if there not in (None, self.way.report):
            self.found("the report is not whole")
        if there is None and (whole or ended.code == 0):
            self.found(f"no report was written (code {ended.code})")
        files = len(list((self.home / "drafts").glob("*")))
        if files > FILES:
            self.found(f"{files} files in drafts/")

    def kept(self) -> Kept:
        try:
            return kept(self.home)
        except Exception as error:
            self.found(f"the draft can't be read: {error!r}")
            return None

    def found(self, what: str) -> None:
        self.record.found(f"{self.name}, story {self.way.name}: {what}")

    @property
    def name(self) -> str:
        return list(CASES)[self.record.number % len(CASES)]


def full(case: Case) -> None:
    with mounts.small(case.home, case.random.choice((4, 8, 12, 16, 32, 64))):
        case.look(case.through())


def full_for_the_report(case: Case) -> None:
    with mounts.small(case.report.parent, 4):
        mounts.fill(case.report.parent)
        ended = case.through()
        case.look(ended)
        left = sorted(path.name for path in case.report.parent.iterdir() if path.name != "filler")
        if left:
            case.found(f"left beside the report: {left}")


def fills_up(case: Case) -> None:
    """Full from a question on; at times there is room again later."""
    place = case.some_place()
    again = case.random.choice((None, len(case.way.given) - 2))
    with mounts.small(case.home, 128):
        run = case.up_to(place)
        filler = mounts.fill(case.home)
        run.send(*case.lines(place, again))
        if again is not None:
            for ask, _ in case.way.given[place + 1 : again + 1]:
                asked = run.asked()
                assert asked == ask.id, f"{asked} is asked, where {ask.id} was to come"
            filler.unlink()
            run.send(*case.lines(again))
        case.look(run.end(case.home / "drafts"), whole=again is not None)


def read_only(case: Case) -> None:
    with mounts.read_only(case.home):
        case.look(case.through())


def becomes_read_only(case: Case) -> None:
    place = case.some_place()
    run = case.up_to(place)
    with mounts.read_only(case.home):
        run.send(*case.lines(place))
        case.look(run.end(case.home / "drafts"))
    if case.kept() not in case.way.kept[place:]:
        case.found("an answer that had been saved is gone")


def vanishes(case: Case) -> None:
    place = case.some_place()
    run = case.up_to(place)
    shutil.rmtree(case.home)
    run.send(*case.lines(place))
    case.look(run.end())


def comes_back(case: Case) -> None:
    """Away for some questions, as a share over a network."""
    place = case.some_place()
    run = case.up_to(place)
    away = case.home.with_name("away")
    case.home.rename(away)
    run.send(*case.lines(place, place + 1))
    run.asked()
    with contextlib.suppress(OSError):
        shutil.rmtree(case.home)  # what was made anew meanwhile
    away.rename(case.home)
    run.send(*case.lines(place + 1))
    case.look(run.end(case.home / "drafts"), whole=True)


def clock_goes_back(case: Case) -> None:
    """By up to fifteen hours: further, and dates of the story would lie in the future, which is asked about."""
    step = timedelta(hours=case.random.random() * 15 / 200)

    def prepare() -> None:
        moments = _back_from(runs.NOW, step)
        interactive.clock = lambda: next(moments)

    case.look(case.through(prepare), whole=True)


def _back_from(moment: datetime, step: timedelta) -> Iterator[datetime]:
    for number in range(200):
        yield moment - number * step
    while True:
        yield moment - 200 * step


def clock_set_back_years(case: Case) -> None:
    """A draft from the future opens."""
    run = case.up_to(case.some_place())
    run.kill()
    run.end()
    before = case.kept()

    def prepare() -> None:
        interactive.clock = lambda: runs.NOW - timedelta(days=case.random.randrange(1, 20_000))

    for arguments in (["--plain", "resume"], ["drafts"], ["drafts", "--json"]):
        ended = run_through(arguments, case.home, ["/quit"], prepare=prepare, beside=case.beside)
        if ended.code not in (0, 130) or TRACEBACK in ended.said:
            case.found(f"{' '.join(arguments)}: code {ended.code}: {ended.said.decode()[-120:]!r}")
    if case.kept() != before:
        case.found("the draft is another")


def no_locks(case: Case) -> None:
    number = case.random.choice(NO_LOCKS)

    def prepare() -> None:
        def flock(*_: object) -> None:
            raise OSError(number, os.strerror(number))

        fcntl.flock = flock

    first = case.through(prepare)
    case.look(first, whole=True)
    if first.hung:
        return
    ended = run_through(["--plain", "resume", "1"], case.home, ["/quit"], prepare=prepare, beside=case.beside)
    if ended.code != 130:
        case.found(f"resume ends with {ended.code}")


def no_room_when_synced(case: Case) -> None:
    """What stands in for a full disk where none can be mounted: fsync fails from some call on."""
    allowed = case.random.randrange(20)

    def prepare() -> None:
        real, calls = os.fsync, iter(range(allowed))

        def fsync(fd: "FileDescriptorLike") -> None:
            if next(calls, None) is None:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            real(fd)

        os.fsync = fsync

    case.look(case.through(prepare))


def full_output(case: Case) -> None:
    """The result goes to a full disk."""
    run = case.up_to(case.some_place())
    run.kill()
    run.end()
    case.report.write_bytes(case.way.report)

    def prepare() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)

    for arguments in (["drafts"], ["check", str(case.report)], ["export", str(case.report), "--to", "markdown"]):
        ended = run_through(arguments, case.home, prepare=prepare, beside=case.beside)
        if ended.hung or ended.code not in EXIT_CODES - {0} or TRACEBACK in ended.said:
            last = ended.said.decode(errors="replace").strip().splitlines()[-1:]
            case.found(f"{arguments[0]}: code {ended.code}: {''.join(last)[:120]}")


CASES: Final[dict[str, Callable[[Case], None]]] = {
    "no locks": no_locks,
    "full": full,
    "full for the report": full_for_the_report,
    "fills up": fills_up,
    "read-only": read_only,
    "becomes read-only": becomes_read_only,
    "vanishes": vanishes,
    "comes back": comes_back,
    "clock goes back": clock_goes_back,
    "clock set back by years": clock_set_back_years,
    "no room when synced": no_room_when_synced,
    "full output": full_output,
}
MOUNTED: Final = {"full", "full for the report", "fills up", "read-only", "becomes read-only"}


def runs_of(record: Record, bound: Bound) -> None:
    """Go through the cases, again and again at other moments, until the bound is reached."""
    why_not = mounts.why_not()
    if why_not:
        record.skip(f"{', '.join(sorted(MOUNTED))}: {why_not}")
    ways = [way(name) for name in ("early", "several")]
    usual = {story.name: _usual(story) for story in ways}
    done = 0
    for number in bound.numbers():
        record.number = number
        name = list(CASES)[number % len(CASES)]
        if why_not and name in MOUNTED:
            continue
        chosen = random.Random(f"{record.seed} {number}")
        with TemporaryDirectory(prefix="breach-wizard-faults-") as folder:
            story = chosen.choice(ways if name != "clock goes back" else ways[:1])  # whose moments lie far enough back
            case = Case(record, chosen, story, Path(folder), usual[story.name])
            try:
                CASES[name](case)
            except AssertionError as wrong:
                case.found(re.sub(r"\s+", " ", str(wrong)))
        record.count(name)
        done += 1
        if bound.reached(done):
            return


def _usual(story: Way) -> set[str]:
    """What an undisturbed run says."""
    with TemporaryDirectory(prefix="breach-wizard-faults-") as folder:
        case = Case(Record(0), random.Random(0), story, Path(folder))
        return set(case.through().said.decode().splitlines())
