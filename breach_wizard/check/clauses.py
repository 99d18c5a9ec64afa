"""Clauses of the Code worth another look: of another edition, of two at once, not confirmed, or not there. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from breach_wizard import references
from breach_wizard.check.finding import Finding
from breach_wizard.dates.moment import Moment, earliest_days
from breach_wizard.facts import events
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.code import ClauseText, Edition
from breach_wizard.guidance.editions import in_force, own_ways
from breach_wizard.interview.citing import proposed_clauses
from breach_wizard.interview.context import Context
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import all_types
from breach_wizard.text import join, shortened


def about_clauses(answers: Answers, context: Context) -> Iterator[Finding]:
    """Return what is worth another look at the clauses that the answers name."""
    given = answers.get("references")
    if isinstance(given, list):
        yield from _not_read(given, context.guidance)
        yield from _about_editions(given, answers, context.guidance)
        yield from _not_confirmed(given, context.guidance)
        yield from _none_of_its_own(given, answers, context)


def _not_read(given: list[str], guidance: Guidance) -> Iterator[Finding]:
    """What looks like a clause, and is one of no edition: a slip, of which no other check knows."""
    own = own_ways(guidance)
    for text in given:
        found = references.no_such(text, own)
        if found:
            message = f'No edition of the Code has a clause "{found}". Look at its words and its number again.'
            yield Finding("no-such-clause", "warning", "references", message)


def _about_editions(given: list[str], answers: Answers, guidance: Guidance) -> Iterator[Finding]:
    """Clauses of an edition in force on none of the days; and of two, where a day had one of them only."""
    spans = {earliest_days([event.began]) for event in events(answers, guidance) if event.began is not None}
    days = sorted((first, last) for first, last in spans if first is not None and last is not None)
    by_days = {one: in_force(guidance, *one) for one in days}
    if not by_days:
        return
    editions = list(dict.fromkeys(one for found in by_days.values() for one in found))
    offered = {clause.written: one.cited_as for one in editions for clause in one.clauses}
    cited = {edition for text in given for edition in _editions_of(text, offered, guidance)} - {""}
    surest = min(by_days, key=lambda one: len(_cited_as(by_days[one])))
    if cited and not cited & _cited_as(editions):
        when, names = join([_spelled(*one) for one in by_days]), join([one.id for one in editions], "or")
        of_others = [shortened(text, 70) for text in given if references.read(text)]
        message = (
            f"For {when} the edition of the Code is {names}. Of another: {join(of_others)}. Look at the clauses again."
        )
        yield Finding("edition", "warning", "references", message)
    elif len(_cited_as(by_days[surest])) > 1 and _cited_as(by_days[surest]) <= cited:
        names, when = join([one.id for one in by_days[surest]], "or"), _spelled(*surest)
        message = f"For {when} the edition of the Code may be {names}. Keep the clauses of one of them."
        yield Finding("two-editions", "warning", "references", message)


def _spelled(first: date, last: date) -> str:
    return str(Moment(first)) if first == last else f"{Moment(first)} to {Moment(last)}"


def _cited_as(editions: Iterable[Edition]) -> set[str]:
    """The editions as references name them: 2.0 and 2.1 number their clauses alike."""
    return {one.cited_as for one in editions}


def _editions_of(text: str, offered: Mapping[str, str], guidance: Guidance) -> set[str]:
    """The editions of the clauses in a text; that of what was offered for the days is known without reading it."""
    if text in offered:
        return {offered[text]}
    return {clause.edition for clause in references.read(text, own_ways(guidance))}


def _not_confirmed(given: list[str], guidance: Guidance) -> Iterator[Finding]:
    """What is cited by no more than what was seen of an unconfirmed clause: a number that was added ends it."""
    own = own_ways(guidance)
    unconfirmed = [one for edition in guidance.editions.values() for one in edition.clauses if not one.confirmed]
    for text in given:
        found = next((one for one in unconfirmed if _is_cited(one, text, own)), None)
        if found is not None:
            yield Finding("unconfirmed-clause", "warning", "references", f'"{shortened(text, 70)}": {found.note}')


def _is_cited(clause: ClauseText, text: str, own: tuple[tuple[str, str], ...]) -> bool:
    cited = references.read(text, own)
    return text == clause.written or (bool(cited) and cited == references.read(clause.reference, own))


def _none_of_its_own(given: list[str], answers: Answers, context: Context) -> Iterator[Finding]:
    """A kind that brings no clauses, in a report that cites only what its other kinds bring."""
    lacking = [kind for kind in all_types(answers, context) if not kind.matters]
    if lacking and given and set(given) <= set(proposed_clauses(answers, context)):
        message = f'No clause is given for "{lacking[0].title}". Open this row to choose it.'
        yield Finding("no-clause", "warning", "references", message)
