"""Values that the wizard proposes: computed afresh whenever they are shown, until the author takes them over.

When a proposed value is accepted, both it and the proposal are kept. While the two are equal the value goes on
following the facts; once the author has edited it, it stays, and `stale` says when the facts have moved on.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from breach_wizard import references
from breach_wizard.dates.moment import Moment
from breach_wizard.guidance.editions import own_ways
from breach_wizard.interview import notes
from breach_wizard.interview.asked import all_questions, question
from breach_wizard.interview.citing import proposed_clauses
from breach_wizard.interview.context import Context
from breach_wizard.interview.occurrences import with_late_day
from breach_wizard.interview.own_answers import as_printed
from breach_wizard.interview.paths import ABSENT, Path, get, item, items, keyed, put, spell, with_keys, without
from breach_wizard.interview.questions import REMEMBERED
from breach_wizard.interview.reserved import reserved_labels
from breach_wizard.interview.shapes import ActionAnswers, Answers
from breach_wizard.interview.steps import IMPACT_HEADINGS, is_asked, main_type
from breach_wizard.text import NOT_KNOWN, only_headings

Proposed = Mapping[str, str | list[str]]
"""What had been proposed when a value was accepted, by the path as one word."""


def propose(path: Path, answers: Answers, context: Context) -> str | list[str]:
    """Return the value to propose at the path; empty where there is nothing to propose."""
    name = path[0]
    if name == "references":
        return proposed_clauses(answers, context)
    if name == "report_date":
        return str(Moment(context.today))
    if name == "due":
        kind = main_type(answers, context)
        return "today" if kind is not None and kind.timing == "late" else ""
    if name in notes.TEXTS:
        return notes.first_text(name, answers, context)
    if name in REMEMBERED:
        return context.remembered.get(name, "")
    if name == "actions" and path[-1] == "text":
        action = item(answers, name, path[1]) or {}
        known = context.guidance.actions.get(action.get("suggestion", ""))
        return known.wording(action.get("status", "")) if known else ""
    return ""


def shown(path: Path, answers: Answers, proposed: Proposed, context: Context) -> Any:
    """Return what to show at the path: what the author wrote, or what is proposed now."""
    value = get(answers, path)
    if value is ABSENT or (value != NOT_KNOWN and value == proposed.get(spell(path))):
        return propose(path, answers, context)
    if path == ("impact",) and only_headings(value, IMPACT_HEADINGS):
        return propose(path, answers, context)
    return value


def stale(path: Path, answers: Answers, proposed: Proposed, context: Context) -> bool:
    """Was the value edited from a proposal that would be another today?"""
    last = proposed.get(spell(path))
    value = get(answers, path)
    if last is None or value in (ABSENT, NOT_KNOWN, last):
        return False
    now = propose(path, answers, context)
    if isinstance(now, list):  # clauses: the words beside one may be others than before, and say no new fact
        return bool(now) and _clauses(now, context) != _clauses(last, context)
    return now != last


def _clauses(listed: Iterable[str], context: Context) -> list[references.Clause]:
    own = own_ways(context.guidance)
    return [clause for text in listed for clause in references.read(text, own)]


def complete(answers: Answers, proposed: Proposed, context: Context) -> Answers:
    """Return the answers as they stand in a report today: what was not asked for is filled in as proposed.

    What stays with the draft and out of the report is taken out here and nowhere else: the answers to questions that
    the breach type doesn't ask. An answer whose question is in no guidance any more is kept under ``more``.
    """
    not_asked = [one.id for one in all_questions(context.guidance) if not is_asked(one, answers, context)]
    full = _with_strangers_kept(without(answers, *not_asked) if main_type(answers, context) else answers, context)
    if full.get("exemption") is not True:
        full = without(full, "exemption_note")
    if "also" in full:
        full["also"] = [one for one in full["also"] if one != answers.get("breach_type")]
    for name in ("references", "report_date"):
        full = put(full, (name,), shown((name,), answers, proposed, context))
    occurrences = with_late_day(answers, main_type(answers, context))
    if occurrences is not None:
        full["occurrences"] = occurrences
    listed = items(answers, "actions")
    if listed:
        full = put(full, ("actions",), _with_texts(listed, keyed(answers), proposed, context))
    return _with_empty_own(full, context)


def _with_texts(
    listed: Iterable[ActionAnswers], answers: Answers, proposed: Proposed, context: Context
) -> list[ActionAnswers]:
    """The actions, those that are suggestions in the words that they have today."""
    return [
        {**one, "text": shown(("actions", one["key"], "text"), answers, proposed, context)}
        if one.get("suggestion")
        else one
        for one in listed
    ]


def strangers(answers: Answers, context: Context) -> tuple[str, ...]:
    """Return the keys of answers whose question is neither ours nor in the guidance in use."""
    beside = ("approved", "more", "updates", "changes")
    return tuple(name for name in answers if name not in beside and question(name, context.guidance) is None)


def _with_strangers_kept(answers: Answers, context: Context) -> Answers:
    """The answers with those that no question asks for any more kept as they would be printed, under their key."""
    gone = strangers(answers, context)
    if not gone:
        return without(answers)
    labels = {one.get("label", "").casefold() for one in items(answers, "more")} | reserved_labels(context.guidance)
    kept: list[dict[str, str]] = [{**one} for one in items(answers, "more")]  # type: ignore[dict-item]
    for name in gone:
        label = f"{name}, no longer asked" if name.casefold() in labels else name
        value = as_printed(get(answers, (name,)))
        kept += [{"id": name, "section": "circumstances", "label": label, "value": value}] if value else []
    return put(without(answers, *gone), ("more",), with_keys(kept))


def _with_empty_own(full: Answers, context: Context) -> Answers:
    """The answers with the body's own questions that are printed where they were left empty, too."""
    for one in all_questions(context.guidance):
        if one.own and one.print_empty and one.id not in full and is_asked(one, full, context):
            full = put(full, (one.id,), "")
    return full
