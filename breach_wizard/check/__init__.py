"""Findings about a set of answers: what is missing, what is to follow, what is worth another look. Pure.

Each finding has a stable code, for scripts; the words may change.
"""

from collections.abc import Iterator

from breach_wizard import references
from breach_wizard.check.days import about_days, is_after
from breach_wizard.check.finding import CODES, Finding, Level
from breach_wizard.check.published import findings_for, is_published, published
from breach_wizard.dates import Moment
from breach_wizard.errors import AnswersError
from breach_wizard.facts import contradictions, events
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.editions import in_force
from breach_wizard.interview import Answers, Context, Path, get, spell, to_follow, wording
from breach_wizard.interview.asked import own_questions
from breach_wizard.interview.own_answers import is_taken
from breach_wizard.interview.paths import items
from breach_wizard.interview.steps import IMPACT_HEADINGS
from breach_wizard.report import from_answers
from breach_wizard.text import NOT_KNOWN, headings_unfilled, join, shortened

__all__ = [
    "CODES",
    "Finding",
    "Level",
    "errors",
    "findings",
    "findings_for",
    "following",
    "is_after",
    "is_published",
    "names_to_follow",
    "warnings",
]


def findings(answers: Answers, context: Context) -> list[Finding]:
    """Return everything found: errors first, then what is to follow, then warnings.

    ``answers`` are complete: with what is proposed filled in.
    """
    return [*errors(answers, context.guidance), *following(answers, context), *warnings(answers, context)]


def errors(answers: Answers, guidance: Guidance) -> list[Finding]:
    """Return what stops the report from being made."""
    try:
        from_answers(answers, guidance)
    except AnswersError as error:
        return [Finding("missing", "error", problem.where, problem.message) for problem in error.problems]
    return []


def following(answers: Answers, context: Context) -> Iterator[Finding]:
    """Return what was answered "not known yet" or marked "to find out"."""
    for path in to_follow(answers, context):
        if path[0] == "considerations" and len(path) == 2:
            state = "to find out"
        elif path == ("ongoing",) and answers.get("ongoing") is True:
            state = "not yet, it is still going on"
        else:
            state = "not known yet"
        yield Finding("to-follow", "to-follow", spell(path), f"{_name(path, answers, context)}: {state}")


def names_to_follow(answers: Answers, context: Context) -> list[str]:
    """Return what is to follow by name alone, in the order of `following`."""
    return [_name(path, answers, context) for path in to_follow(answers, context)]


def _name(path: Path, answers: Answers, context: Context) -> str:
    """What is to follow, by its label; with the item it belongs to, where there are several."""
    if path[0] == "considerations" and len(path) == 2:
        short = context.guidance.considerations[path[1]].short
        return f"{short[0].upper()}{short[1:]}"
    if path == ("ongoing",) and answers.get("ongoing") is True:
        return wording(("ended",), answers, context).label
    label = wording(path, answers, context).label
    listed = items(answers, path[0])
    if len(path) < 3 or len(listed) < 2:
        return label
    one = next(one for one in listed if one["key"] == path[1])
    named = str(one.get({"outputs": "title", "occurrences": "date", "actions": "text"}.get(path[0], ""), ""))
    return label if named in ("", NOT_KNOWN) else f"{label} ({shortened(named, 40)})"


def warnings(answers: Answers, context: Context) -> Iterator[Finding]:
    """Return what passes all the same, and is worth another look."""
    for line in contradictions(answers, context.guidance):
        yield Finding("contradiction", "warning", "ended", line)
    for path, text in published(answers, context.guidance):
        yield from findings_for(text, spell(path))
    yield from about_days(answers, context.guidance, context.moment)
    yield from _about_references(answers, context.guidance)
    yield from _about_headings(answers)
    yield from _about_own_questions(answers, context)
    if not answers.get("contact_details"):
        yield Finding(
            "no-contact-details",
            "warning",
            "contact_details",
            "No contact details are given. Add a shared mailbox or a number.",
        )


def _about_own_questions(answers: Answers, context: Context) -> Iterator[Finding]:
    """Answers under a label that no question here has, and those that their question would not take."""
    for item in items(answers, "more"):
        message = (
            f'No question here is called "{item.get("label", "")}". What stands there is kept in the report as it is.'
        )
        yield Finding("unknown-question", "warning", f"more.{item['key']}.value", message)
    for one in own_questions(context.guidance):
        value = get(answers, (one.id,))
        if isinstance(value, str | bool | list) and not is_taken(one, value):
            message = "It is another answer than the question takes. It is kept as it is; look at it again."
            yield Finding("unexpected-answer", "warning", one.id, message)


def _about_headings(answers: Answers) -> Iterator[Finding]:
    """Our headings in the first text of the impact are there to be filled in or taken out."""
    impact = answers.get("impact")
    for heading in headings_unfilled(impact, IMPACT_HEADINGS) if isinstance(impact, str) else ():
        message = f'"{heading}" has nothing beneath it. Write there, or take the heading out.'
        yield Finding("unfilled-heading", "warning", "impact", message)


def _about_references(answers: Answers, guidance: Guidance) -> Iterator[Finding]:
    days = [event.began.date for event in events(answers, guidance) if event.began is not None]
    given = answers.get("references")
    if not days or not isinstance(given, list):
        return
    editions = list(dict.fromkeys(one for day in days for one in in_force(guidance, day)))
    now = {edition.id[0] if edition.id.startswith("2") else edition.id for edition in editions}
    cited = {clause.edition for text in given for clause in references.read(text)} - {""}
    if cited and not cited & now:
        names = join([one.id for one in editions], "or")
        when = join([str(Moment(day)) for day in sorted(set(days))])
        message = f"On {when} the edition in force was {names}. Look at the clauses again."
        yield Finding("edition", "warning", "references", message)
