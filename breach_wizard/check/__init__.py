"""Findings about a set of answers: what is missing, what is to follow, what is worth another look. Pure.

Each finding has a stable code, for scripts; the words may change.
"""

from collections.abc import Iterable, Iterator

from breach_wizard import form
from breach_wizard.check.about_notes import about_notes
from breach_wizard.check.clauses import about_clauses
from breach_wizard.check.days import about_days, is_after
from breach_wizard.check.figures import about_figures
from breach_wizard.check.finding import CODES, Finding, Level
from breach_wizard.check.names import about_names, words_of_the_report
from breach_wizard.check.published import findings_for, is_published, published
from breach_wizard.check.unsaid import about_unsaid
from breach_wizard.errors import AnswersError
from breach_wizard.facts import contradictions
from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import all_questions
from breach_wizard.interview.context import Context
from breach_wizard.interview.ending import ended_by_access
from breach_wizard.interview.following import to_follow
from breach_wizard.interview.labels import called
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.own_answers import is_taken
from breach_wizard.interview.paths import ABSENT, Path, get, item, items, keyed, question_id, spell
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import IMPACT_HEADINGS, main_type
from breach_wizard.interview.wording import action_text, wording
from breach_wizard.publication import are_out, were_out
from breach_wizard.report import from_answers
from breach_wizard.standing import PUBLISHED, STAYS_UP
from breach_wizard.text import NOT_KNOWN, headings_unfilled, shortened

__all__ = [
    "CODES",
    "Finding",
    "Level",
    "about_marking",
    "about_notes",
    "errors",
    "findings",
    "findings_for",
    "following",
    "in_published",
    "is_after",
    "is_published",
    "names_to_follow",
    "warnings",
]


MARKING = "marking"
"""Where a finding about the marking is: in the profile, not in an answer."""


def findings(answers: Answers, context: Context) -> list[Finding]:
    """Return everything found: errors first, then what is to follow, then warnings.

    ``answers`` are complete: with what is proposed filled in.
    """
    answers = keyed(answers)
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
    """Return what is to follow, each as it is called in a sentence, in the order of `following`."""
    answers = keyed(answers)
    return [_called(path, answers, context) for path in to_follow(answers, context)]


def _called(path: Path, answers: Answers, context: Context) -> str:
    if path[0] == "considerations" and len(path) == 2:
        return context.guidance.considerations[path[1]].short
    if path[0] == "more":
        return wording(path, answers, context).label
    kind = main_type(answers, context)
    goes_on = path == ("ongoing",) and answers.get("ongoing") is True
    own = context.guidance.types.get(str(get(answers, (*path[:2], "type")))) if path[0] == "occurrences" else None
    name = called(
        "ended" if goes_on else question_id(path),
        context.guidance,
        own or kind,
        by_access=path == ("ended",) and ended_by_access(answers, kind),
    )
    return _beside(path, name, answers)


def _name(path: Path, answers: Answers, context: Context) -> str:
    """What is to follow, by its label; with the item it belongs to, where there are several."""
    if path[0] == "considerations" and len(path) == 2:
        short = context.guidance.considerations[path[1]].short
        return f"{short[0].upper()}{short[1:]}"
    if path == ("ongoing",) and answers.get("ongoing") is True:
        return wording(("ended",), answers, context).label
    return _beside(path, wording(path, answers, context).label, answers)


def _beside(path: Path, label: str, answers: Answers) -> str:
    """A label with the item that it belongs to, where there are several."""
    listed = items(answers, path[0])
    if len(path) < 3 or len(listed) < 2:
        return label
    one = item(answers, path[0], path[1]) or {}
    named = str(one.get({"outputs": "title", "occurrences": "date", "actions": "text"}.get(path[0], ""), ""))
    return label if named in ("", NOT_KNOWN) else f"{label} ({shortened(named, 40)})"


def warnings(answers: Answers, context: Context) -> Iterator[Finding]:
    """Return what passes all the same, and is worth another look."""
    for one in contradictions(answers, context.guidance):
        yield Finding("contradiction", "warning", spell(one.paths[0]), one.text)
    yield from _about_going_on(answers, context)
    yield from in_published(published(answers, context.guidance), answers, context)
    yield from about_days(answers, context.guidance, context.moment)
    yield from about_clauses(answers, context)
    yield from about_unsaid(answers)
    yield from _about_headings(answers)
    yield from _about_actions(answers)
    yield from _about_own_questions(answers, context)
    if not answers.get("contact_details"):
        yield Finding(
            "no-contact-details",
            "warning",
            "contact_details",
            "No contact details are given. Add a shared mailbox or a number.",
        )


def in_published(texts: Iterable[tuple[Path, str]], answers: Answers, context: Context) -> Iterator[Finding]:
    """Return what would better not be in texts that may be published: addresses, numbers, names, figures.

    Args:
        texts: each with the path at which it stands.
        answers: which tell the names that are known, and whether the statistics are out.
        context: the moment and the guidance.
    """
    known, is_out = words_of_the_report(answers), were_out(answers, context)
    for path, text in ((path, text) for path, text in texts if text):
        where = spell(path)
        yield from findings_for(text, where)
        yield from about_names(text, where, known)
        if not is_out:
            yield from about_figures(text, where)


def _about_going_on(answers: Answers, context: Context) -> Iterator[Finding]:
    """That it goes on beside an action that ends it; that the statistics are out before their time."""
    kind = main_type(answers, context)
    if kind is None:
        return
    said, labels, known = answers.get("ongoing"), kind.ongoing, context.guidance.actions
    if said in (True, NOT_KNOWN, PUBLISHED, STAYS_UP):
        enders = [known[one] for one in labels.ended_by if one in known]
        for action in items(answers, "actions"):
            text = action_text(action, context.guidance)
            is_ender = any(action.get("suggestion") == one.id or text == one.taken for one in enders)
            if is_ender and action.get("status") == "taken":
                answer = f'to "{labels.question}" you say "{labels.said(said)}"'
                message = f'You say "{text.rstrip(".")}", and {answer}. Look at both.'
                yield Finding("contradiction", "warning", "ongoing", message)
    due = moment_of(answers.get("due"))
    if said == PUBLISHED and due is not None and is_after(due, context.moment):
        message = f'You say "{labels.published}", and the announced time is still to come. Look at both.'
        yield Finding("contradiction", "warning", "ongoing", message)


def about_marking(answers: Answers, marking: str, context: Context) -> Iterator[Finding]:
    """Return a warning where nobody has said whether it is market sensitive; where it is, and no marking is known."""
    if get(answers, ("market_sensitive",)) in (ABSENT, "") and not are_out(answers, context):
        message = "Nobody has said yet. The messages and the email say it first."
        yield Finding("market-sensitivity", "warning", "market_sensitive", message)
    if get(answers, ("market_sensitive",)) is True and not marking:
        message = "The statistics are market sensitive, and no marking is set. Say which your organisation uses."
        yield Finding("no-marking", "warning", MARKING, message)


def _about_own_questions(answers: Answers, context: Context) -> Iterator[Finding]:
    """Answers under a label that no question here has, and those that their question would not take.

    A number is one that somebody may have edited into words."""
    for other in items(answers, "more"):
        label = other.get("label", "")
        message = f'No question here is called "{label}". What stands there is kept in the report as it is.'
        yield Finding("unknown-question", "warning", f"more.{other['key']}.value", message)
    for one in (one for one in all_questions(context.guidance) if one.own or one.kind == "count"):
        value = get(answers, (one.id,))
        if isinstance(value, str | bool | list) and not is_taken(one, value):
            message = "It is another answer than the question takes. It is kept as it is; look at it again."
            yield Finding("unexpected-answer", "warning", one.id, message)


def _about_actions(answers: Answers) -> Iterator[Finding]:
    """A mark that was read as a part of the text: the action has no status, and by when and who are in the text too."""
    for one in items(answers, "actions"):
        mark = next((mark for mark in form.STATUS_MARKS.values() if one.get("text", "").startswith(mark)), "")
        if mark and not one.get("status"):
            message = (
                f'An action begins with "{mark}" and has no status. Set it, and by when and who, if the text has them.'
            )
            yield Finding("status-in-text", "warning", "actions", message)


def _about_headings(answers: Answers) -> Iterator[Finding]:
    """Our headings in the first text of the impact are there to be filled in or taken out."""
    impact = answers.get("impact")
    for heading in headings_unfilled(impact, IMPACT_HEADINGS) if isinstance(impact, str) else ():
        message = f'"{heading}" has nothing beneath it. Write there, or take the heading out.'
        yield Finding("unfilled-heading", "warning", "impact", message)
