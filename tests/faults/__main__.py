"""Runs faults: ``python -m tests.faults [--seed N] [--seconds N | --count N | --number N] [KIND ...]``."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Final

from tests.faults import disk, forked, fuzz, kill, syscalls
from tests.faults.record import Bound, Record

KINDS: Final[dict[str, tuple[Callable[[Record, Bound], None], float]]] = {
    "disk": (disk.runs_of, 0.2),
    "fuzz": (fuzz.runs_of, 1.5),
    "kill": (kill.runs_of, 0.4),
    "syscalls": (syscalls.runs_of, 0.4),
}
"""Each kind, and its share of the time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the kinds asked for; 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="which random choices are made")
    parser.add_argument("--seconds", type=float, default=60, help="for how long, all kinds together")
    parser.add_argument("--count", type=int, metavar="N", help="so many cases of each kind, however long they take")
    parser.add_argument("--number", type=int, metavar="N", help="this case alone, as a finding names it")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}; all where none is named")
    options = parser.parse_args(arguments)
    unknown = set(options.kinds) - set(KINDS)
    if unknown:
        parser.error(f"no kind of fault: {', '.join(sorted(unknown))}")
    forked.load()
    record = Record(options.seed)
    chosen = [name for name in KINDS if not options.kinds or name in options.kinds]
    shares = sum(KINDS[name][1] for name in chosen)
    for name in chosen:
        run, share = KINDS[name]
        record.kind = name
        seconds = None if options.count is not None else options.seconds * share / shares
        run(record, Bound(seconds=seconds, cases=options.count, number=options.number))
    print("\n".join(record.lines()))
    return 1 if record.findings else 0


if __name__ == "__main__":
    sys.exit(main())
