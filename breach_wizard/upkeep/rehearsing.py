"""Tries a guidance out: a report of each breach type in each edition of the Code, written and read back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

from breach_wizard.errors import AnswersError, BreachWizardError
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.guidance.editions import in_force
from breach_wizard.interview.asked import own_questions
from breach_wizard.interview.citing import offered_clauses
from breach_wizard.interview.context import Context
from breach_wizard.interview.proposals import complete
from breach_wizard.interview.questions import Question
from breach_wizard.interview.shapes import Answers
from breach_wizard.output import document

EACH = ("markdown", "json")
ONCE = ("word",)
"""Formats tried in each edition, and those that take longer, once a breach type."""


def trials(guidance: Guidance) -> Iterator[tuple[str, str, Answers]]:
    """Yield breach type, edition and the answers of a report of the one in the other."""
    for kind in guidance.types.values():
        for edition, day in _days(guidance):
            yield kind.id, edition, _answers(kind, day, guidance)


def rehearsed(guidance: Guidance) -> list[str]:
    """Return what goes wrong with a report of each breach type in each edition, as sentences; each once.

    Each is made as Markdown and JSON, and of each type one as Word; each is read back.
    """
    found: dict[str, str] = {}
    tried: set[str] = set()
    for kind, edition, answers in trials(guidance):
        formats = EACH if kind in tried else (*EACH, *ONCE)
        tried.add(kind)
        for name in formats:
            why = _refused(answers, name, guidance)
            if why:
                found.setdefault(why, f"A report of the breach type {kind!r} in edition {edition}, as {name}: {why}")
    return list(found.values())


def _refused(answers: Answers, name: str, guidance: Guidance) -> str:
    try:
        document(answers, name, guidance)
    except AnswersError as error:
        return "; ".join(map(str, error.problems))
    except BreachWizardError as error:
        return str(error)
    except Exception as error:  # whatever the guidance brings about, the others are looked at too
        return f"it can't be made ({type(error).__name__})."
    return ""


def _days(guidance: Guidance) -> Iterator[tuple[str, date]]:
    """A day in each edition on which it may have been in force; none of one that never was."""
    for edition in guidance.editions.values():
        for day in (edition.sure_from, edition.starts, edition.starts + timedelta(days=1)):
            if edition in in_force(guidance, day):
                yield edition.id, day
                break


def _answers(kind: BreachType, day: date, guidance: Guidance) -> Answers:
    """A report of a type with everything that its guidance puts into one: notes, actions, own questions."""
    when = f"{day.day} {day:%B %Y}"
    actions = [name for name in (*kind.actions, *kind.practice) if name in guidance.actions]
    given: dict[str, Any] = {
        "breach_type": kind.id,
        "ongoing": False,
        "exemption": False,
        "due": f"{when}, {'9.30am' if kind.timing != 'early' else '5pm'}",
        "noticed": f"{when}, 4pm",
        "ended": f"{when}, 4.30pm",
        "outputs": [{"key": "1", "title": "A statistical output", "link": "https://www.gov.uk/output"}],
        "occurrences": [{"key": "1", "date": f"{when}, 3pm"}],
        "producer": "A body",
        "contact_name": "A team",
        "report_date": when,
        "circumstances": "It happened.",
        "impact": "It had an impact.",
        "considerations": dict.fromkeys(kind.considerations, "A note."),
        "actions": [
            {"key": str(number), "suggestion": name, "status": ("taken", "planned", "not-taken")[number % 3]}
            for number, name in enumerate(actions, 1)
        ],
    }
    kinds = [kind]
    given |= {one.id: _sample(one, when) for one in own_questions(guidance) if one.applies(kinds)}
    context = Context(now=datetime.combine(day, time(18), UTC), guidance=guidance, remembered={})
    answers = cast("Answers", given)
    offered = [one.written for clauses in offered_clauses(answers, context).values() for one in clauses]
    if offered:
        answers["references"] = list(dict.fromkeys(offered))
    return complete(answers, {}, context)


def _sample(question: Question, day: str) -> Any:
    """An answer to a body's own question, as it is kept."""
    match question.kind:
        case "day":
            return day
        case "moment":
            return f"{day}, 3pm"
        case "yes-no":
            return True
        case "count":
            return "54"
        case "choice":
            return question.choices[-1]
        case "list":
            return ["One", "Another"]
        case "address":
            return "https://www.gov.uk/output"
    return "An answer"
