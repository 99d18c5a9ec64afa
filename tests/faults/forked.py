"""Runs a command in a process forked from this one, which has imported everything: a hundred faults take seconds."""

import contextlib
import ctypes
import json
import os
import resource
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple, NoReturn

from breach_wizard.cli import COMMANDS, face, interactive, run
from breach_wizard.exports import FORMATS
from breach_wizard.imports.recognise import KINDS
from breach_wizard.prompts import Checklist, Select, Text
from breach_wizard.terminal.plain import PlainPrompter
from tests.kit import runs
from tests.kit.faces import opening

PATIENCE: Final = 30.0
"""Seconds after which a command that has not ended hangs."""

PROCESSOR: Final = 10
"""Seconds of processor time after which a command loops; an interview takes one."""

FLOOD: Final = 200
"""So many files in one folder are a flood, and the run is ended at once."""

PR_SET_PTRACER, ANYBODY = 0x59616D61, ctypes.c_ulong(-1)


class Ended(NamedTuple):
    """How a command ended: negative codes are signals; ``hung`` says why it was ended by us."""

    code: int
    out: bytes
    said: bytes
    hung: str


class Telling(PlainPrompter):
    """The plain face, which tells of each question as it is asked: then the answer before it is kept."""

    def __init__(self, tell: int) -> None:
        super().__init__()
        self.tell = tell

    def select(self, ask: Select) -> str:
        self._tell(ask.id)
        return super().select(ask)

    def checklist(self, ask: Checklist) -> tuple[str, ...]:
        self._tell(ask.id)
        return super().checklist(ask)

    def text(self, ask: Text) -> str:
        self._tell(ask.id)
        return super().text(ask)

    def _tell(self, name: str) -> None:
        with contextlib.suppress(OSError):
            os.write(self.tell, f"{json.dumps(name)}\n".encode())


def load() -> None:
    """Import what the commands import as they are called."""
    for name in (*(module for module, _ in COMMANDS.values()), *FORMATS.values(), *(one.module for one in KINDS)):
        import_module(name)
    for name in ("docx", "lxml.etree", "breach_wizard.cli.parser", "breach_wizard.cli.exporting"):
        import_module(name)


class Forked:
    """A command in a process of its own, with pipes or files for its streams."""

    def __init__(
        self,
        arguments: Sequence[str],
        home: Path,
        *,
        typed: Sequence[str] | None = None,
        env: Mapping[str, str] | None = None,
        prepare: Callable[[], None] | None = None,
        gated: bool = False,
        beside: Path | None = None,
    ) -> None:
        """Start it.

        Args:
            arguments: of the command line.
            home: where it keeps its state; it runs there.
            typed: all lines of its standard input; None: they come later, with `send`.
            env: more of its environment.
            prepare: called in the new process first.
            gated: wait for `open_gate` before the command begins.
            beside: the folder of what it writes to its streams; where nothing is given, one beside the home.
        """
        home.mkdir(parents=True, exist_ok=True)
        self.home = home
        self.streams = beside or home.with_name(f"{home.name}.streams")
        self.streams.mkdir(exist_ok=True)
        source, self.typing = os.pipe()
        self.told, tell = os.pipe()
        gate, self.gate = os.pipe()
        self.before = b""
        self.status: int | None = None
        if typed is not None:
            (self.streams / "in").write_text("".join(f"{line}\n" for line in typed), encoding="utf-8")
        if not gated:
            os.write(self.gate, b"\n")
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            settings = {"BREACH_WIZARD_HOME": str(home), "LANG": "C.UTF-8", "PATH": os.environ["PATH"]} | dict(
                env or {}
            )
            self._become(arguments, settings, source, tell, gate, prepare, typed is not None)
        for one in (source, tell, gate):
            os.close(one)
        os.set_blocking(self.told, False)

    def _become(
        self,
        arguments: Sequence[str],
        settings: Mapping[str, str],
        source: int,
        tell: int,
        gate: int,
        prepare: Callable[[], None] | None,
        at_once: bool,
    ) -> NoReturn:
        code = 1
        try:
            self._take_streams(source, at_once)
            ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANYBODY, 0, 0, 0)
            os.setsid()
            os.read(gate, 1)
            top = max(tell, gate) + 1
            for one in (self.typing, self.told, self.gate, gate):
                os.close(one)
            os.closerange(top, top + 200)
            resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR + 1))
            os.environ.clear()
            os.environ.update(settings)
            os.chdir(self.home)
            sys.argv = ["breach-wizard", *arguments]
            sys.dont_write_bytecode = True
            face.opened = opening(lambda: Telling(tell))
            interactive.clock = runs.clock
            if prepare is not None:
                prepare()
            code = run(arguments)
        except SystemExit as leave:
            code = leave.code if isinstance(leave.code, int) else 1
        except BaseException:
            traceback.print_exc()
        finally:
            with contextlib.suppress(OSError, ValueError):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)

    def _take_streams(self, source: int, at_once: bool) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND
        if at_once:
            source = os.open(self.streams / "in", os.O_RDONLY)
        os.dup2(source, 0)
        for number, name in ((1, "out"), (2, "said")):
            os.dup2(os.open(self.streams / name, flags, 0o600), number)
        sys.stdin = os.fdopen(0, "r", encoding="utf-8", closefd=False)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", buffering=1, encoding="utf-8", closefd=False)

    def open_gate(self) -> None:
        """Let the command begin."""
        os.write(self.gate, b"\n")

    def send(self, *lines: str) -> None:
        """Type lines."""
        self.type("".join(f"{line}\n" for line in lines))

    def type(self, text: str) -> None:
        """Type a text, which need not be whole lines."""
        with contextlib.suppress(BrokenPipeError):  # what is killed reads no more
            os.write(self.typing, text.encode())

    def asked(self) -> str | None:
        """Wait for the next question and return its id; None where the command has ended."""
        deadline = time.monotonic() + PATIENCE
        while b"\n" not in self.before:
            ready, _, _ = select.select([self.told], [], [], max(deadline - time.monotonic(), 0))
            assert ready, f"no question came within {PATIENCE:.0f} s"
            data = os.read(self.told, 65536)
            if not data:
                return None
            self.before += data
        line, self.before = self.before.split(b"\n", 1)
        return str(json.loads(line))

    def kill(self) -> None:
        """Kill it as `kill -9` does."""
        if not self._has_ended():
            os.kill(self.pid, signal.SIGKILL)

    def end(self, watched: Path | None = None) -> Ended:
        """Wait for its end; a run that hangs or floods the watched folder is ended."""
        with contextlib.suppress(OSError):
            os.close(self.typing)
        hung = ""
        deadline = time.monotonic() + PATIENCE
        pause = 0.001
        while not self._has_ended():
            if time.monotonic() > deadline:
                hung = f"it had not ended after {PATIENCE:.0f} s"
            elif watched is not None and _count(watched) > FLOOD:
                hung = f"more than {FLOOD} files in {watched.name}/"
            if hung:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                self.status = -signal.SIGKILL
                break
            time.sleep(pause)
            pause = min(pause * 1.5, 0.05)
        os.close(self.told)
        os.close(self.gate)
        code = self.status or 0
        if code in (-signal.SIGXCPU, -signal.SIGKILL) and not hung and watched is not None:
            hung = f"it took more than {PROCESSOR} s of the processor"
        return Ended(code, self._stream("out"), self._stream("said"), hung)

    def _stream(self, name: str) -> bytes:
        try:
            return (self.streams / name).read_bytes()
        except OSError:
            return b""

    def _has_ended(self) -> bool:
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None


def _count(folder: Path) -> int:
    try:
        return len(os.listdir(folder))  # noqa: PTH208 - names are enough
    except OSError:
        return 0


def run_through(arguments: Sequence[str], home: Path, typed: Sequence[str] = (), **more: Any) -> Ended:
    """Run a command to its end with these lines."""
    return Forked(arguments, home, typed=typed, **more).end(home / "drafts")
