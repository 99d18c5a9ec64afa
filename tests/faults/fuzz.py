"""Gives changed files to the commands: no exception but the documented ones, no more than a bound of time and memory."""

import json
import mmap
import os
import resource
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final, NoReturn

from breach_wizard import guidance
from breach_wizard.cli import door, parser, remembered, run
from breach_wizard.guidance import held, reader
from tests.faults import given
from tests.faults.record import Bound, Record

SECONDS: Final = 2
"""Of the processor, for one input with all its commands' readings: a command each."""

MEGABYTES: Final = 300
"""Of memory, the program itself among them."""

IN_A_PROCESS: Final = 400
"""Inputs; then another takes over, so that what one leaves behind isn't laid at the next one's door for long."""

TOLD_EVERY: Final = 60.0


class TooLong(BaseException):
    """It took more of the processor than it may; no `except Exception` keeps it."""


def runs_of(record: Record, bound: Bound) -> None:
    """Try inputs until the bound is reached."""
    seen: Counter[str] = Counter()
    folder = Path(mkdtemp(prefix="fuzz-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))
    numbers = bound.numbers()
    done, told = 0, time.monotonic()
    try:
        while batch := _batch(numbers, bound, done):
            for number in batch:
                record.count(given.kind_of(number).name)
            done += len(batch)
            for number, what, trace in _tried(record.seed, batch, folder, bound):
                if not seen[what]:
                    record.number = number
                    record.found(f"{given.kind_of(number).name}: {what}")
                    print(f"Found: {record.findings[-1]}\n{trace}", file=sys.stderr, flush=True)
                seen[what] += 1
            if time.monotonic() - told > TOLD_EVERY:
                told = time.monotonic()
                print("\n".join(record.lines()), file=sys.stderr, flush=True)
    finally:
        if bound.number is None:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            print(f"What was read is in {folder}.")
    for what, count in seen.items():
        if count > 1:
            record.saw(f"again ({count - 1}): {what}")


def _batch(numbers: Iterator[int], bound: Bound, done: int) -> list[int]:
    batch: list[int] = []
    while len(batch) < IN_A_PROCESS and not bound.reached(done + len(batch)):
        number = next(numbers, None)
        if number is None:
            break
        batch.append(number)
    return batch


def _tried(seed: int, batch: Sequence[int], folder: Path, bound: Bound) -> Iterator[tuple[int, str, str]]:
    """Try inputs, each as a number; yield what is wrong with one, and the traceback."""
    place = 0
    shared = mmap.mmap(-1, 8)
    while place < len(batch):
        told, tell = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        process = os.fork()
        if not process:
            os.close(told)
            _be_worker(seed, batch, place, folder, shared, tell)
        os.close(tell)
        with os.fdopen(told, "rb") as lines:
            for line in lines:
                number, what, trace = json.loads(line)
                yield number, what, trace
        _, status = os.waitpid(process, 0)
        place = int.from_bytes(shared[:8], "little")
        code = os.waitstatus_to_exitcode(status)
        if code:
            why = (
                "more of the processor than it may, within a library" if code == -signal.SIGXCPU else "it ended Python"
            )
            yield batch[min(place, len(batch) - 1)], f"{why} ({code})", ""
            place += 1
        elif place >= len(batch) or bound.reached(0):
            break
    shared.close()


def _be_worker(seed: int, batch: Sequence[int], place: int, folder: Path, shared: mmap.mmap, tell: int) -> NoReturn:
    code = 1
    try:
        _prepare()
        for index in range(place, len(batch)):
            shared[:8] = index.to_bytes(8, "little")
            for what, trace in _read(seed, batch[index], folder):
                os.write(tell, json.dumps([batch[index], what, trace[-3000:]]).encode() + b"\n")
            if _megabytes() > MEGABYTES:
                os.write(tell, json.dumps([batch[index], f"more than {MEGABYTES} MB", ""]).encode() + b"\n")
                shared[:8] = (index + 1).to_bytes(8, "little")
                os._exit(0)
        shared[:8] = len(batch).to_bytes(8, "little")
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _prepare() -> None:
    """Make this process one in which what nobody thought of is not turned into a sentence."""

    def raised(error: BaseException) -> str:
        raise error

    def too_long(*_: Any) -> NoReturn:
        raise TooLong

    door.unforeseen = raised
    signal.signal(signal.SIGPROF, too_long)
    ours: dict[Path, Any] = {}
    read = reader.table

    def table(path: Path) -> dict[str, Any]:
        if guidance.built_in() not in path.parents:
            return read(path)
        if path not in ours:
            ours[path] = read(path)
        return deepcopy(ours[path])

    held.table = table  # type: ignore[attr-defined] # our own files are read once
    parser.parser = cache(parser.parser)  # and the parser is made once: neither hangs on the input


def _read(seed: int, number: int, folder: Path) -> Iterator[tuple[str, str]]:
    """Give one input to its commands; yield what is wrong, and the traceback."""
    kind = given.kind_of(number)
    data, commands = given.made(seed, number)
    shutil.rmtree(folder / "home", ignore_errors=True)
    given.put(kind, data, folder)
    given.environment(kind, folder)
    os.chdir(folder)
    for words in commands:
        if kind.name == "own guidance":
            guidance._read.cache_clear()
        remembered._say_once.cache_clear()
        yield from _ran([word.replace("{}", kind.place) for word in words])


def _ran(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    used = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + 5 * SECONDS, resource.RLIM_INFINITY))
    streams = sys.stdin, sys.stdout, sys.stderr
    said = BytesIO()
    sys.stdin, sys.stdout = TextIOWrapper(BytesIO()), TextIOWrapper(BytesIO(), "utf-8")
    sys.stderr = TextIOWrapper(said, "utf-8", write_through=True)
    try:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        code = run(words)
    except TooLong:
        yield f"{words[0]} took more than {SECONDS} s at {_where()}", traceback.format_exc()
    except MemoryError:
        yield f"{words[0]}: MemoryError", traceback.format_exc()
    except Exception as error:
        yield f"{words[0]}: {type(error).__name__} at {_where()}", traceback.format_exc()
    else:
        if code not in (0, 1, 2):
            yield f"{' '.join(words)}: exit code {code}", said.getvalue().decode()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        sys.stdin, sys.stdout, sys.stderr = streams


def _where() -> str:
    """The last place of ours that an exception came through, as a file and a function."""
    found = [one for one in traceback.extract_tb(sys.exc_info()[2]) if "/breach_wizard/" in one.filename]
    mine = [one for one in found if not one.filename.endswith("/cli/door.py")]
    last = (mine or found)[-1] if found else None
    return "?" if last is None else f"{last.filename.rpartition('/breach_wizard/')[2]}:{last.name}"


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return max(pages * resource.getpagesize() / 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3)
