"""The statistics of a register as tables in words: the one source of the bars, the page and the JSON. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from breach_wizard.guidance import Guidance
from breach_wizard.references import spelled
from breach_wizard.register import clauses
from breach_wizard.register.standing import OUTCOMES
from breach_wizard.register.statements import ENDS
from breach_wizard.register.statistics import FEWEST_FOR_MEDIAN, FEWEST_FOR_SHARE, Counted, Length, Statistics, in_order
from breach_wizard.text import NOT_KNOWN, join, plural

NOT_KNOWN_WORDS: Final = "Not known"
TITLES: Final = {
    "by_type": "By kind of breach",
    "by_producer": "By producer",
    "by_output": "By statistical output",
    "by_matter": "By what the clauses are about",
    "handling": "How they were handled",
    "users_told": "Were users told?",
    "market_sensitive": "Market sensitive?",
    "repeats": "An earlier breach on the same output within 12 months?",
}
LENGTHS: Final = {
    "days_to_notice": "until it was noticed",
    "days_to_report": "until the report was written",
    "days_to_approval": "until it was approved",
    "days_to_users": "until users were told",
}
WORDS: Final = {
    "": NOT_KNOWN_WORDS, NOT_KNOWN: NOT_KNOWN_WORDS, "yes": "Yes", "no": "No",
    "formal": OUTCOMES["formal"].removeprefix("a breach: ").capitalize(),
    "inside": OUTCOMES["inside"].removeprefix("a breach: ").capitalize(),
}  # fmt: skip
BY_NAME: Final = frozenset({"by_producer", "by_output"})
"""Labels that are their own words."""


@dataclass(frozen=True)
class Line:
    """One line of a table: its label, and a number for each column."""

    label: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Figure:
    """One table.

    Attributes:
        title: above it.
        columns: the heads of the numbers.
        lines: the largest first; what is not known last.
        note: beneath it; "" for none.
    """

    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""

    @property
    def largest(self) -> int:
        """The largest number of the last column, that of the total."""
        return max((one.numbers[-1] for one in self.lines), default=0)


def year(number: int | None, years: str) -> str:
    """Return the name of a year: "2017", or "2017-18" for a financial one."""
    if number is None:
        return "Day not known"
    return str(number) if years == "calendar" else f"{number}-{(number + 1) % 100:02}"


def figures(found: Statistics, guidance: Guidance) -> Iterator[Figure]:
    """Yield all tables, in the order in which they are shown."""
    yield _cases(found)
    for name, title in TITLES.items():
        counted = found.counts[name]
        columns = counted.years
        lines = [
            Line(
                _label(name, one, guidance),
                (*(counted.numbers[one].get(year, 0) for year in columns), counted.total(one)),
            )
            for one in counted.labels
        ]
        yield Figure(title, (*(year(one, found.years) for one in columns), "All"), tuple(lines), _note(name))
    yield from _clauses(found, guidance)
    yield from _lengths(found)
    ends = [Line(f"{one[0].upper()}{one[1:]}", (found.actions.get(one, 0),)) for one in ENDS if found.actions.get(one)]
    yield Figure("Planned actions: when they were done", ("Actions",), tuple(ends), _share(found))


def _cases(found: Statistics) -> Figure:
    listed = {
        "Decided: a breach": found.breaches,
        "Not decided yet": found.undecided,
        "Decided: not a breach": found.not_breaches,
    }
    years = in_order({one for by_year in listed.values() for one in by_year})
    lines = [
        Line(label, (*(by_year.get(one, 0) for one in years), sum(by_year.values())))
        for label, by_year in listed.items()
    ]
    return Figure(
        "Cases", (*(year(one, found.years) for one in years), "All"), tuple(lines),
        "All that follows is of cases decided to be breaches.",
    )  # fmt: skip


def _label(name: str, label: str, guidance: Guidance) -> str:
    if name in BY_NAME:
        return NOT_KNOWN_WORDS if label in ("", NOT_KNOWN) else label
    if name == "by_matter":
        return _matter(label, guidance)
    return WORDS.get(label, f"{label[:1].upper()}{label[1:]}")


def _matter(matter: str, guidance: Guidance) -> str:
    kind = guidance.types.get(matter)
    known = guidance.matters.get(matter)
    if known is not None:
        return known.text
    if kind is not None:
        return kind.title
    at_another_time = (one.title_at_other_time for one in guidance.types.values() if matter in one.matters_another_time)
    return next(at_another_time, "") or matter.replace("-", " ").capitalize() or NOT_KNOWN_WORDS


def _note(name: str) -> str:
    return {
        "by_matter": "Reports that cite a clause about it, over all editions. One report may cite several.",
        "by_output": "A report on several outputs is counted with each of them.",
        "users_told": "Yes: marked as told, or with a link to a statement. The days are counted from the mark alone.",
    }.get(name, "")


def _clauses(found: Statistics, guidance: Guidance) -> Iterator[Figure]:
    cited_as = {one.clause: one.reference for one in clauses.known(guidance)}
    listed = sorted(found.clauses.items(), key=lambda one: (-one[1], one[0]))
    lines = [
        Line(f"{cited_as.get(one) or spelled(one)}{f' (Code {one.edition})' if one.edition else ''}", (number,))
        for one, number in listed
    ]
    note = "They have no sum: one report may cite several."
    yield Figure("Clauses", ("Reports that cite it",), tuple(lines), note)


def _lengths(found: Statistics) -> Iterator[Figure]:
    for name, title in LENGTHS.items():
        length = found.lengths[name]
        yield Figure(f"Days {title}", ("Cases",), tuple(_spread(length)), _middle(length))


SPREAD: Final = ((0, 0, "the same day"), (1, 1, "1 day"), (2, 7, "2 to 7 days"), (8, 30, "8 to 30 days"))


def _spread(length: Length) -> Iterator[Line]:
    for first, last, words in SPREAD:
        number = sum(first <= one <= last for one in length.days)
        if number:
            yield Line(f"{words[0].upper()}{words[1:]}", (number,))
    longer = sum(one > SPREAD[-1][1] for one in length.days)
    if longer:
        yield Line("More than 30 days", (longer,))
    if length.not_known:
        yield Line("Not known", (length.not_known,))


def _middle(length: Length) -> str:
    if not length.days:
        return ""
    if length.median is None:
        listed = join([str(one) for one in length.days])
        return f"Too few for a median (below {FEWEST_FOR_MEDIAN}). The days: {listed}."
    return f"Median, of {plural(len(length.days), 'case')}: {length.median:g}."


def _share(found: Statistics) -> str:
    """How many of the actions whose day is known were done by then."""
    by_then, later = found.actions.get("by then", 0), found.actions.get("later", 0)
    overdue = found.actions.get("overdue", 0)
    known = by_then + later + overdue
    if not known:
        return ""
    share = f" ({round(100 * by_then / known)}%)" if known >= FEWEST_FOR_SHARE else ""
    return f"Of {plural(known, 'action')} whose day has come, {by_then}{share} were done by then."


def summary(found: Statistics, today: str) -> str:
    """Return one paragraph for the yearly report to a board, with the day, and what it leaves out."""
    breaches = sum(found.breaches.values())
    held = plural(breaches, "breach", "breaches")
    left_out = [
        f"{plural(sum(found.undecided.values()), 'case')} not decided yet",
        f"{sum(found.not_breaches.values())} decided to be no breach",
    ]
    sentences = [
        f"On {today} the register held {held} of the Code of Practice for Statistics.",
        *(_of_breaches(found) if breaches else ()),
        f"Left out: {join(left_out)}. What is not known is not counted.",
    ]
    return " ".join(filter(None, sentences))


def _of_breaches(found: Statistics) -> Iterator[str]:
    counts = found.counts
    by_year = [f"{found.breaches[one]} in {_in_year(one, found.years)}" for one in in_order(found.breaches)]
    yield f"By day of occurrence: {join(by_year)}."
    yield f"By kind: {_by_kind(counts['by_type'])}."
    formal, told = counts["handling"].total("formal"), counts["users_told"].total("yes")
    yield f"{formal} had a formal report; users are known to have been told of {told}."
    repeats = counts["repeats"].total("yes")
    yield f"{repeats} came within 12 months of an earlier one on the same output."
    yield _share(found)


def _by_kind(counted: Counted) -> str:
    return join([f"{one} ({counted.total(one)})" for one in counted.labels])


def _in_year(number: int | None, years: str) -> str:
    return "a year that is not known" if number is None else year(number, years)


def as_json(found: Statistics, listed: Sequence[Figure]) -> dict[str, Any]:
    """Return the statistics for other programs: the tables, and the days of each length."""
    return {
        "years": found.years,
        "tables": [
            {"title": one.title, "columns": list(one.columns), "note": one.note}
            | {"rows": [{"label": line.label, "numbers": list(line.numbers)} for line in one.lines]}
            for one in listed
        ],
        "days": {name: {"known": list(one.days), "not_known": one.not_known} for name, one in found.lengths.items()},
    }
