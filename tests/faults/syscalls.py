"""Writing system calls made to fail in turn, by strace's injection, while a command runs.

Each command is run once undisturbed to count its calls; then the n-th call fails, or each from the n-th on. The process is
forked with everything imported and traced from then on, so that a case takes a third of a second.
"""

import itertools
import random
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from breach_wizard.exports import FORMATS, is_installed
from breach_wizard.wizard import run
from tests.faults.forked import Ended, Forked
from tests.faults.record import EXIT_CODES, Bound, Record
from tests.faults.ways import REPORT, kept, way
from tests.kit import piped, runs
from tests.kit.scripted import Scripted
from tests.kit.stories import OFSTED, SCREENS, STOP

CALLS: Final[Mapping[str, Sequence[str]]] = {
    "openat": ("ENOSPC", "EACCES", "EROFS", "EIO"),
    "write": ("ENOSPC", "EIO"),
    "fsync": ("ENOSPC", "EIO"),
    "rename": ("EACCES", "EROFS", "ENOSPC", "EIO"),
    "renameat": ("EACCES", "EIO"),
    "renameat2": ("EACCES", "EIO"),
    "link": ("EACCES", "ENOSPC", "EIO"),
    "linkat": ("EACCES", "ENOSPC", "EIO"),
    "ftruncate": ("ENOSPC", "EIO"),
    "mkdir": ("ENOSPC", "EACCES", "EROFS"),
    "mkdirat": ("ENOSPC", "EACCES", "EROFS"),
    "flock": ("ENOLCK", "EIO"),
    "unlink": ("EACCES", "EROFS", "EIO"),
    "unlinkat": ("EACCES", "EROFS", "EIO"),
    "chmod": ("EACCES", "EROFS"),
    "fchmod": ("EACCES", "EROFS"),
}
"""What can fail, and with what. A call that a system has not, or a command never makes, is passed over."""

FILES: Final = 50
"""So many files in the drafts' folder are more than a command has reason to make."""

SAID: Final = re.compile(r"could(?:n't| not)|can(?:'t|not)|went wrong|nothing is kept|not kept", re.IGNORECASE)
TRACEBACK: Final = b"Traceback (most recent call last)"
CALL: Final = re.compile(r"(\d+) +(\w+)\((.*)")
TO_WRITE: Final = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")


class Command(NamedTuple):
    """What is run.

    Attributes:
        name: of the case.
        arguments: of the command line.
        prepare: makes what is there before.
        typed: the lines typed.
        targets: the files that it writes together, old or new as a whole.
    """

    name: str
    arguments: tuple[str, ...]
    prepare: Callable[[Path], None]
    typed: Sequence[str] = ()
    targets: tuple[str, ...] = ()


class Fault(NamedTuple):
    """One fault: the call of a command that fails, with what, and when, in strace's words."""

    command: Command
    call: str
    error: str
    when: str

    def __str__(self) -> str:
        return f"{self.command.name}, {self.call} {self.when} {self.error}"


def runs_of(record: Record, bound: Bound) -> None:
    """Let calls fail, until the bound is reached."""
    why_not = _why_not()
    if why_not:
        record.skip(why_not)
        return
    with TemporaryDirectory(prefix="breach-wizard-faults-") as folder:
        tried = [_Tried(command, Path(folder)) for command in _commands()]
        faults = _in_turn(tried, random.Random(record.seed))
        done = 0
        for number, (one, fault) in enumerate(faults):
            if bound.number not in (None, number):
                continue
            if bound.reached(done):
                return
            record.number = number
            done += one.fails(fault, record)


def is_told(ended: Ended, usual: Collection[str]) -> bool:
    """Was the user told that something could not be done, in a line that an undisturbed run does not say?"""
    said = ended.said.decode(errors="replace").splitlines()
    return any(SAID.search(line) for line in said if line not in usual)


def _why_not() -> str:
    """Why calls can't be made to fail here, or nothing."""
    if shutil.which("strace") is None:
        return "needs strace"
    argv = ["strace", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO", "true"]
    ended = subprocess.run(argv, capture_output=True, text=True, check=False)
    return "" if ended.returncode == 0 else f"strace is not allowed to trace here ({ended.stderr.strip()[:100]})"


def _in_turn(tried: "Sequence[_Tried]", chosen: random.Random) -> "Iterator[tuple[_Tried, Fault]]":
    """Every fault, a call of each command in turn, so that a short run has tried some of all."""
    rows = []
    for one in tried:
        for call, errors in CALLS.items():
            faults = one.faults(call, errors)
            chosen.shuffle(faults)
            if faults:
                rows.append([(one, fault) for fault in faults])
    chosen.shuffle(rows)
    for column in itertools.zip_longest(*rows):
        yield from (pair for pair in column if pair is not None)


def _commands() -> list[Command]:
    story = way("early")
    last = len(story.given) - 1

    def nothing(home: Path) -> None:
        """A first run: not even the folder is there."""

    def written(home: Path) -> None:
        (home / REPORT).write_bytes(story.report)
        (home / "report.docx").write_bytes(b"old")

    def at_the_end(home: Path) -> None:
        _until_the_end(home)
        for name in (REPORT, "report.docx"):
            (home / name).write_bytes(b"old")

    def drafts(home: Path) -> None:
        for number in (1, 2):
            _until_the_end(home)
            data = (home / "drafts" / "1.json").read_bytes()
            (home / "drafts" / f"{number}.json").write_bytes(data)
            (home / "drafts" / f"{number}.lock").touch()
        (home / "drafts" / "3.json").write_bytes(b"{damaged")

    lines = piped.lines(story.given)
    another_name = 1 + sum(map(is_installed, FORMATS))
    end = [*piped.lines(story.given[last:]), f"1, 2, {another_name}", "report", "2"]
    return [
        Command("interview", ("--plain", "new", "-o", REPORT), nothing, lines, (REPORT,)),
        Command("two formats", ("--plain", "resume", "1"), at_the_end, end, (REPORT, "report.docx")),
        Command(
            "export", ("export", REPORT, "--to", "word", "-o", "report.docx", "--force"), written, (), ("report.docx",)
        ),
        Command("drafts", ("drafts",), drafts),
        Command("drafts delete", ("drafts", "delete", "2", "--yes"), drafts),
    ]


def _until_the_end(home: Path) -> None:
    """Make a draft in which everything is answered and nothing is written."""
    story = {**OFSTED, "check": ("again", "row:report_date", STOP)}
    if (home / "drafts" / "1.json").exists():
        return
    with runs.store(home).create() as draft:
        try:
            run.start(runs.session(draft, Scripted(story, SCREENS)))
        except BaseException as stopped:
            if type(stopped).__name__ != "Stopped":
                raise


class _Tried:
    """A command, what it does undisturbed, and what it does when a call fails."""

    def __init__(self, command: Command, folder: Path) -> None:
        self.command = command
        self.folder = folder
        self.log = folder / "strace.log"
        self.undisturbed, self.home = self._run("", "", "")
        self.calls = self._calls()
        self.old = {name: self._before(name) for name in command.targets}
        self.new = {name: (self.home / name).read_bytes() for name in command.targets}
        self.kept = kept(self.home)
        self.lines = set(self.undisturbed.said.decode().splitlines())
        assert self.undisturbed.code == 0, self.undisturbed

    def _before(self, name: str) -> bytes | None:
        before = self.folder / "before"
        shutil.rmtree(before, ignore_errors=True)
        before.mkdir()
        self.command.prepare(before)
        return (before / name).read_bytes() if (before / name).exists() else None

    def _run(self, call: str, error: str, when: str) -> tuple[Ended, Path]:
        home = self.folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        self.command.prepare(home)
        run = Forked(self.command.arguments, home, typed=self.command.typed, gated=True)
        traced = ",".join(f"?{name}" for name in ([call] if call else CALLS))
        argv = ["strace", "-f", "-qq", "-y", "-o", str(self.log), "-e", f"trace={traced}", "-p", str(run.pid)]
        if call:
            argv[1:1] = ["-e", f"inject={call}:error={error}:when={when}"]
        with subprocess.Popen(argv, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as strace:
            _wait_for_tracer(run.pid, strace)
            run.open_gate()
            ended = run.end(home / "drafts")
            strace.wait()
        return ended, home

    def _calls(self) -> dict[str, list[str]]:
        """By its name, each call of the main thread."""
        found: dict[str, list[str]] = {}
        first = ""
        for line in self.log.read_text(errors="replace").splitlines():
            match = CALL.match(line)
            if match:
                first = first or match[1]
                if match[1] == first:
                    found.setdefault(match[2], []).append(match[3])
        return found

    def faults(self, call: str, errors: Sequence[str]) -> list[Fault]:
        """Every fault of one call: each time it is made, and from each on."""
        made = self.calls.get(call, [])
        places = [place for place, line in enumerate(made, 1) if call != "openat" or TO_WRITE.search(line)]
        return [
            Fault(self.command, call, error, f"{place}{suffix}")
            for place in places
            for error in errors
            for suffix in ("", "+")
            if not (call == "openat" and suffix)  # what is opened to be read is none of this
        ]

    def fails(self, fault: Fault, record: Record) -> int:
        """Run the command with a fault, and look at what it did; 0 where the fault did not come about."""
        ended, home = self._run(fault.call, fault.error, fault.when)
        hit = [line for line in self.log.read_text(errors="replace").splitlines() if "(INJECTED)" in line]
        if not hit:
            record.saw("calls that did not come about")
            return 0
        record.count(f"{fault.command.name}, {fault.call}")
        for wrong in self._wrong(ended, home, hit):
            record.found(f"{fault}: {wrong}")
        return 1

    def _wrong(self, ended: Ended, home: Path, hit: Sequence[str]) -> Iterator[str]:
        if ended.hung:
            yield ended.hung
            return
        if ended.code not in EXIT_CODES:
            yield f"exit code {ended.code}"
        if TRACEBACK in ended.said:
            yield f"a traceback: {ended.said.decode(errors='replace').strip().splitlines()[-1][:120]}"
        files = len(list((home / "drafts").glob("*")))
        if files > FILES:
            yield f"{files} files in drafts/"
        silenced = any("/said>" in line for line in hit)
        told = silenced or is_told(ended, self.lines)
        if ended.code == 0 and ended.out != self.undisturbed.out and not told:
            yield "exit code 0, but the result is another, and nothing is said"
        if self.command.name in ("interview", "two formats") and not told and kept(home) != self.kept:
            yield f"answers are not kept, and nothing is said (code {ended.code})"
        yield from self._targets(ended, home)

    def _targets(self, ended: Ended, home: Path) -> Iterator[str]:
        """The files written: all old or all new, and new where the command says that it is done."""
        states = {name: self._state(home / name) for name in self.command.targets}
        for name, state in states.items():
            if state == "damaged":
                yield f"{name} is neither the old file nor the new"
        if len(set(states.values())) > 1 and "damaged" not in states.values():
            yield f"not all or none: {states}"
        if ended.code == 0 and self.command.name != "interview" and "old" in states.values():
            yield f"exit code 0, but nothing was written: {states}"

    def _state(self, path: Path) -> str:
        data = path.read_bytes() if path.exists() else None
        if data == self.old[path.name]:
            return "old"
        whole = path.suffix == ".docx" and data is not None and zipfile.is_zipfile(path)
        return "new" if data == self.new[path.name] or whole else "damaged"


def _wait_for_tracer(pid: int, strace: "subprocess.Popen[bytes]") -> None:
    """Wait until a process is traced."""
    status = Path(f"/proc/{pid}/status")
    while "TracerPid:\t0\n" in status.read_text():
        assert strace.poll() is None, "strace could not attach"
        time.sleep(0.001)
