"""Values that the wizard proposes: computed afresh whenever they are shown, until the author takes them over.

When a proposed value is accepted, both it and the proposal are kept. While the two are equal the value goes on
following the facts; once the author has edited it, it stays, and `stale` says when the facts have moved on.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from breach_wizard.dates import Moment, earliest_days
from breach_wizard.guidance.editions import clauses_for
from breach_wizard.interview.asked import all_questions, question
from breach_wizard.interview.context import Context
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.occurrences import with_late_day
from breach_wizard.interview.own_answers import as_printed
from breach_wizard.interview.paths import ABSENT, Path, get, item, items, put, spell, with_keys, without
from breach_wizard.interview.questions import REMEMBERED
from breach_wizard.interview.reserved import reserved_labels
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import IMPACT_HEADINGS, NOT_RELEVANT, TO_FIND_OUT, all_types, is_asked, main_type
from breach_wizard.text import NOT_KNOWN, only_headings

Proposed = Mapping[str, str | list[str]]
"""What had been proposed when a value was accepted, by the path as one word."""


def propose(path: Path, answers: Answers, context: Context) -> str | list[str]:
    """Return the value to propose at the path; empty where there is nothing to propose."""
    name = path[0]
    if name == "references":
        return _references(answers, context)
    if name == "report_date":
        return str(Moment(context.today))
    if name == "due":
        kind = main_type(answers, context)
        return "today" if kind is not None and kind.timing == "late" else ""
    if name == "impact":
        return _impact(answers, context)
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
    return last is not None and value not in (ABSENT, NOT_KNOWN, last) and propose(path, answers, context) != last


def complete(answers: Answers, proposed: Proposed, context: Context) -> Answers:
    """Return the answers as they stand in a report today: what was not asked for is filled in as proposed.

    What stays with the draft and out of the report is taken out here and nowhere else: the answers to questions that
    the breach type doesn't ask. An answer whose question is in no guidance any more is kept under ``more``.
    """
    not_asked = [one.id for one in all_questions(context.guidance) if not is_asked(one, answers, context)]
    full = _with_strangers_kept(without(answers, *not_asked) if main_type(answers, context) else answers, context)
    if "also" in full:
        full["also"] = [one for one in full["also"] if one != answers.get("breach_type")]
    for name in ("references", "report_date"):
        full = put(full, (name,), shown((name,), answers, proposed, context))
    if full.get("impact") and full["impact"] == proposed.get("impact"):
        full["impact"] = shown(("impact",), answers, proposed, context)
    occurrences = with_late_day(answers, main_type(answers, context))
    if occurrences is not None:
        full["occurrences"] = occurrences
    for one in items(answers, "actions"):
        path = ("actions", one["key"], "text")
        if one.get("suggestion"):
            full = put(full, path, shown(path, answers, proposed, context))
    return _with_empty_own(full, context)


def strangers(answers: Answers, context: Context) -> tuple[str, ...]:
    """Return the keys of answers whose question is neither ours nor in the guidance in use."""
    beside = ("more", "updates", "changes")
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


def breach_days(answers: Answers, context: Context) -> tuple[date | None, date | None]:
    """Return the days that decide the edition of the Code: those between which the earliest occurrence was.

    Else the report's own day; None where that isn't known either.
    """
    occurrences = with_late_day(answers, main_type(answers, context))
    texts = [one.get("date", "") for one in occurrences] if isinstance(occurrences, list) else []
    known = list(filter(None, map(moment_of, texts)))
    return earliest_days(known or filter(None, [moment_of(answers.get("report_date"))]))


def _references(answers: Answers, context: Context) -> list[str]:
    matters = [matter for kind in all_types(answers, context) for matter in kind.matters]
    first, last = breach_days(answers, context)
    clauses = clauses_for(context.guidance, matters, first or context.today, last)
    return list(dict.fromkeys(clause.reference for clause in clauses))


def _impact(answers: Answers, context: Context) -> str:
    """The notes on the things to consider, then our two headings to write under or delete."""
    notes = answers.get("considerations")
    lines = []
    for one in dict.fromkeys(one for kind in all_types(answers, context) for one in kind.considerations):
        note = notes.get(one, "") if isinstance(notes, dict) else ""
        if note in (TO_FIND_OUT, NOT_KNOWN):
            lines.append(f"Not known yet: {context.guidance.considerations[one].short}.")
        elif note and note != NOT_RELEVANT:
            lines.append(note)
    headings = [f"{heading}:" for heading in IMPACT_HEADINGS]
    return "\n\n".join(["\n".join(lines), *headings] if lines else headings)
