"""Earlier breaches that are like the one at hand: on a similar output, or of the same clause and producer."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from breach_wizard.dates.tokens import MONTH_NAMES, WEEKDAY_NAMES
from breach_wizard.imports.folding import folded, words
from breach_wizard.register import statements
from breach_wizard.register.database import Register, Row

NEAR: Final = 0.5
"""So large a share of the words of two titles is common to both where one output is like the other."""

STEM: Final = 6
"""Letters by which words are compared, so that "passenger" is "passengers"."""

NO_TOPIC: Final = frozenset(
    {"of", "in", "and", "for", "on", "to", "by", "statistics", "statistical", "official", "release", "bulletin", "data"}
    | {"england", "wales", "scotland", "ireland", "northern", "uk", "united", "kingdom", "great", "britain"}
    | {"annual", "quarterly", "monthly", "weekly", "daily", "quarter", "week", "month", "year", "edition", "update"}
)
"""Words that say nothing of what an output is about."""

_SAID_OFTEN: Final = NO_TOPIC | MONTH_NAMES.keys() | WEEKDAY_NAMES.keys()

MOST: Final = 9
"""So many are offered."""


class Similar(NamedTuple):
    """An earlier breach; never its number in the register, a name, or a text of its report.

    Attributes:
        happened: when it did, in words.
        output: the title.
        kind: of breach.
        link: where its report was published; "" where it was not.
    """

    happened: str
    output: str
    kind: str
    link: str

    @property
    def sentence(self) -> str:
        """The earlier breach as a report tells of it."""
        link = f": {self.link}" if self.link else ""
        return f"A similar breach occurred on {self.happened} ({self.output}, {self.kind}){link}"


def similar(register: Register, producer: str, titles: Sequence[str], clauses: Sequence[str]) -> list[Similar]:
    """Return the earlier breaches to offer, decided to be such, the latest first.

    Args:
        register: in which they are.
        producer: as it is written.
        titles: of the outputs at hand.
        clauses: that are cited, as `register.clauses.numbers` has them.
    """
    found: dict[int, Similar] = {}
    for one in _outputs(register, producer, titles):
        found.setdefault(one["id"], Similar(one["happened"], one["title"], one["kind"], one["link"]))
    for clause in clauses:
        values = {"producer": folded(producer), "clause": clause}
        for one in register.rows(statements.SAME_CLAUSE, values):
            found.setdefault(one["id"], Similar(one["happened"], one["output"], one["kind"], one["link"]))
    return [found[number] for number in sorted(found, reverse=True)][:MOST]


def _outputs(register: Register, producer: str, titles: Sequence[str]) -> Iterator[Row]:
    """The outputs of earlier breaches that are like one of these."""
    for title in titles:
        yield from register.rows(statements.SAME_OUTPUT, {"title_key": folded(title)})
    for one in register.rows(statements.OUTPUTS_OF_PRODUCER, {"producer": folded(producer)}):
        if any(are_near(one["title"], title) for title in titles):
            yield one


def are_near(one: str, other: str) -> bool:
    """Are two titles about the same topic, whatever their days, and in whatever order of words?"""
    first, second = _topic(one), _topic(other)
    both = first | second
    return bool(both) and len(first & second) / len(both) >= NEAR


def _topic(title: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words(title) if not word.isdigit() and word not in _SAID_OFTEN)
