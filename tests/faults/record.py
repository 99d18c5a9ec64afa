"""What the fault runs did and what they found, as a table and as lines to repeat each finding."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

EXIT_CODES: Final = {0, 1, 2, 3, 129, 130, 143}
"""Those that docs/pipeline.md lists."""


@dataclass
class Record:
    """The record of one call of the tool.

    Attributes:
        seed: which random choices were made.
        kind: the kind of fault that is tried at the moment.
        number: the number of the case within its kind, by which it is repeated.
        done: how often each fault was made.
        beside: how often something was seen that is no fault.
        findings: each with the command line that repeats it.
        skipped: kinds or cases that this machine does not allow, and why.
    """

    seed: int
    kind: str = ""
    number: int = 0
    done: Counter[tuple[str, str]] = field(default_factory=Counter)
    beside: Counter[tuple[str, str]] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def count(self, what: str) -> None:
        self.done[self.kind, what] += 1

    def saw(self, what: str) -> None:
        self.beside[self.kind, what] += 1

    def found(self, what: str) -> None:
        again = f"python -m tests.faults --seed {self.seed} --number {self.number} {self.kind}"
        self.findings.append(f"{self.kind}: {what}\n    again: {again}")

    def skip(self, why: str) -> None:
        self.skipped.append(f"{self.kind}: {why}")

    def lines(self) -> Iterator[str]:
        """The table, what was skipped, what was found."""
        width = max((len(what) for _, what in [*self.done, *self.beside]), default=0)
        for (kind, what), count in sorted(self.done.items()):
            yield f"{kind:10} {what:{width}} {count:6}"
        for kind, count in sorted(self._totals().items()):
            yield f"{kind:10} {'in all':{width}} {count:6}"
        for (kind, what), count in sorted(self.beside.items()):
            yield f"{kind:10} {what:{width}} {count:6} (no fault)"
        yield from (f"Skipped: {one}" for one in self.skipped)
        yield from (f"Found: {one}" for one in self.findings)
        yield f"{len(self.findings)} found, seed {self.seed}."

    def _totals(self) -> Counter[str]:
        totals: Counter[str] = Counter()
        for (kind, _), count in self.done.items():
            totals[kind] += count
        return totals


class Bound:
    """How far a kind goes: the cases of one number, so many cases, or so many seconds."""

    def __init__(self, *, seconds: float | None = None, cases: int | None = None, number: int | None = None) -> None:
        self.until = None if seconds is None or number is not None else time.monotonic() + seconds
        self.cases = cases
        self.number = number

    def numbers(self) -> Iterator[int]:
        """The numbers of the cases, until the bound is reached; which have an effect is for the kind to say."""
        if self.number is not None:
            yield self.number
            return
        number = 0
        while not self.reached(0):
            yield number
            number += 1

    def reached(self, done: int) -> bool:
        """Is it time to stop, so many things being done?"""
        late = self.until is not None and time.monotonic() >= self.until
        return late or (self.cases is not None and self.number is None and done >= self.cases)
