"""Measures what a person waits for, on an installed wheel, and prints the table: ``python -m tests.benchmarks [ROW...]``.

Each row is a median of ratios, pair by pair in the same run, of processor time: so it holds where others use the machine
too. A row beyond its limit has a mark, and the exit code is then 1. Linux only, since its clocks are.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.installed import installed
from tests.benchmarks.rows import Bench, Row

PAIRS = 11
SLOW = ("many", "memory")
"""Rows of which three pairs do."""


def measured(row: Row, pairs: int) -> float:
    """Return the median of the ratios; the first pair, which finds cold files, is not counted."""
    found = [row.pair() for _ in range(min(pairs, 3) if row.name in SLOW else pairs + 1)]
    counted = found if row.name in SLOW else found[1:]
    return statistics.median(ours / theirs for ours, theirs in counted)


def main() -> int:
    """Print the table, or the rows that are named; return 1 where one is beyond its limit."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help="rows to measure; all where none is named")
    parser.add_argument("--pairs", type=int, default=PAIRS, help=f"pairs of each row, {PAIRS} where not said")
    parser.add_argument("--python", type=Path, help="the Python of an environment that has the wheel; else one is made")
    options = parser.parse_args()
    is_beyond = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(options.python or installed(folder / "environment"), folder)
        rows = list(bench.rows())
        unknown = set(options.rows) - {row.name for row in rows}
        if unknown:
            parser.error(f"no such row: {', '.join(sorted(unknown))}. There are: {', '.join(row.name for row in rows)}")
        print("| row | what | now | limit | goal | |\n|---|---|---|---|---|---|")
        for row in rows:
            if options.rows and row.name not in options.rows:
                continue
            ratio = measured(row, options.pairs)
            is_beyond |= ratio > row.limit
            mark = "beyond the limit" if ratio > row.limit else "" if ratio > row.goal else "goal met"
            print(f"| {row.name} | {row.text} | {ratio:.2f} | {row.limit} | {row.goal} | {mark} |", flush=True)
    return 1 if is_beyond else 0


if __name__ == "__main__":
    sys.exit(main())
