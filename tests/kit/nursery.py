"""Starts the wizard without waiting for its imports: a process that has them forks a child for each run.

Starting Python and importing everything takes longer than most runs; the child is the same program all the same, with a
terminal or streams, a session and an environment of its own. What depends on how Python itself starts is run without it.
"""

import array
import atexit
import contextlib
import fcntl
import functools
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

LARGEST = 1 << 20


class Started:
    """A child: its process number, and its exit code once it has ended."""

    def __init__(self, told: int) -> None:
        """Take the descriptor on which the child's keeper tells of it."""
        self.told = told
        self.pid = int(self._line())
        os.set_blocking(told, False)
        self.rest = b""

    def _line(self) -> bytes:
        line = b""
        while not line.endswith(b"\n"):
            line += os.read(self.told, 1)
        return line

    def ended(self) -> int | None:
        """Return the exit code, negative for a signal; None while it runs."""
        try:
            self.rest += os.read(self.told, 64)
        except BlockingIOError:
            return None
        if not self.rest.endswith(b"\n"):
            return None
        os.close(self.told)
        return int(self.rest)


def start(
    arguments: Sequence[str], slave: int, beside: Sequence[int], env: Mapping[str, str], cwd: Path | None
) -> Started:
    """Start the wizard with a terminal, and hand it the descriptors ``beside``, which keep their order in ``TELL``."""
    reader, writer = os.pipe()
    request = {"arguments": list(arguments), "env": dict(env), "cwd": str(cwd or Path.cwd())}
    socket.send_fds(_server(), [json.dumps(request).encode()], [slave, writer, *beside])
    os.close(writer)
    return Started(reader)


def run(
    arguments: Sequence[str],
    given: bytes,
    env: Mapping[str, str],
    cwd: Path,
    redirected: Mapping[int, int | None] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the wizard without a terminal to its end, its streams in files: what it reads, and all that it said.

    ``redirected`` puts a descriptor in place of a stream, by its number, or None where it is closed.
    """
    reader, writer = os.pipe()
    elsewhere = redirected or {}
    closed = [number for number, one in elsewhere.items() if one is None]
    request = {"arguments": list(arguments), "env": dict(env), "cwd": str(cwd), "closed": closed}
    with tempfile.TemporaryFile() as read, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        read.write(given)
        read.seek(0)
        files = enumerate(one.fileno() for one in (read, out, err))
        streams = [one if (other := elsewhere.get(number)) is None else other for number, one in files]
        socket.send_fds(_server(), [json.dumps(request).encode()], [streams[0], writer, *streams[1:]])
        os.close(writer)
        with os.fdopen(reader, "rb") as told:
            _, ended = told.read().split()
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(list(arguments), int(ended), out.read(), err.read())


@functools.cache
def _server() -> socket.socket:
    """The process that has imported everything; one for this process, gone with it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    theirs.set_inheritable(True)
    argv = [sys.executable, "-m", "tests.kit.nursery", str(theirs.fileno())]
    env = os.environ | {"LANG": "C.UTF-8", "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen(argv, pass_fds=[theirs.fileno()], env=env)
    theirs.close()
    atexit.register(process.wait)
    atexit.register(ours.close)
    return ours


def main(descriptor: int) -> None:
    """Serve until the other end is closed."""
    from tests.kit import child

    with contextlib.suppress(ImportError):
        importlib.import_module("psycopg")  # which a register on a server needs
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how a keeper ended
    server = socket.socket(fileno=descriptor)
    while True:
        data, descriptors, _, _ = socket.recv_fds(server, LARGEST, 8)
        if not data:
            return
        if os.fork() == 0:
            server.close()
            _keep(child.main, json.loads(data), descriptors)
        for one in descriptors:
            os.close(one)


def _keep(run: Any, request: dict[str, Any], descriptors: Sequence[int]) -> NoReturn:
    """Start the child, tell its number, wait for it, tell how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    slave, told, *beside = descriptors
    pid = os.fork()
    if pid == 0:
        os.close(told)
        _become(run, request, slave, beside)
    os.write(told, f"{pid}\n".encode())
    for one in (slave, *beside):
        os.close(one)
    _, status = os.waitpid(pid, 0)
    os.write(told, f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def _become(run: Any, request: dict[str, Any], slave: int, beside: Sequence[int]) -> NoReturn:
    """Run the command as a process of its own would."""
    os.setsid()
    closed = request.get("closed", ())
    if "closed" in request:
        # As Python has them where they are no terminal, and no locale or what PYTHONIOENCODING says is set.
        encoding, _, handling = request["env"].get("PYTHONIOENCODING", "").partition(":")
        handling = handling or ("strict" if encoding else "surrogateescape")
        errors, buffering = [handling, handling, "backslashreplace"], [-1, -1, 1]
        for number, one in enumerate((slave, *beside)):
            os.dup2(one, number)
        for number in closed:
            os.close(number)
        beside = ()
    else:
        encoding, errors, buffering = "", ["strict"] * 3, [1, 1, 1]
        fcntl.ioctl(slave, termios.TIOCSCTTY, array.array("i", [0]))
        for number in (0, 1, 2):
            os.dup2(slave, number)
        os.close(slave)
    os.environ.clear()
    os.environ.update(request["env"])
    if beside:
        os.environ["TELL"] = str(beside[0])
    os.chdir(request["cwd"])
    sys.argv = ["breach-wizard", *request["arguments"]]
    sys.stdin, sys.stdout, sys.stderr = (
        None
        if number in closed
        else os.fdopen(
            number, mode, buffering[number], encoding=encoding or "utf-8", errors=errors[number], closefd=False
        )
        for number, mode in enumerate(("r", "w", "w"))
    )
    code = 1
    try:
        code = run()
    except SystemExit as leave:
        code = leave.code if isinstance(leave.code, int) else 1
    finally:
        os._exit(code)


if __name__ == "__main__":
    main(int(sys.argv[1]))
