"""Findings about a set of answers: what is missing, what is to follow, what is worth another look. Pure.

Each finding has a stable code, for scripts; the words may change.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from breach_wizard import guidance, references
from breach_wizard.dates import Moment, exists, parse_moment
from breach_wizard.errors import AnswersError
from breach_wizard.facts import contradictions, events
from breach_wizard.guidance.editions import in_force
from breach_wizard.interview import Context, Path, question_id, spell, to_follow, wording
from breach_wizard.report import from_answers
from breach_wizard.text import NOT_KNOWN, join

Level = Literal["error", "to-follow", "warning"]
PUBLISHED = frozenset({"circumstances", "previous_breaches", "impact", "actions.text", "occurrences.note"})
"""Texts that are published and must name nobody. The contact and the Head of Profession are meant to be named."""

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w.,/-])(?:\+44|0)[\s\d()-]{8,14}\d(?![\w/-])")
BODIES = "Team|Office|Department|Statistics|Press|Unit|Government|Ministers?|Authority|Agency|Service|Board|Council"
PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor|Lord|Lady)\.? [A-Z][\w'’-]+"
    r"|\b(?:sent|shown|forwarded|copied|e-?mailed|addressed) to "
    rf"(?!(?:\S+ )?(?:{BODIES})\b)([A-Z][a-z'’-]+ [A-Z][a-z'’-]+)(?! (?:team|{BODIES})\b)"
)
"""A title with a name, or a recipient of two capitalised words that are no part of an organisation's name."""

SATURDAY = 5
YEAR_OFF_DAYS = 300
"""A date further than this from that of the report has more likely a slip in its year."""


@dataclass(frozen=True)
class Finding:
    """One thing found.

    Attributes:
        code: stable, such as ``e-mail-address``.
        level: error (the report can't be made), to-follow, or warning.
        where: the path of the answer, as one word.
        message: what it is, and what to do.
    """

    code: str
    level: Level
    where: str
    message: str


def findings(answers: Mapping[str, Any], context: Context) -> list[Finding]:
    """Return everything found: errors first, then what is to follow, then warnings.

    ``answers`` are complete: with what is proposed filled in.
    """
    return [*errors(answers), *following(answers, context), *warnings(answers)]


def errors(answers: Mapping[str, Any]) -> list[Finding]:
    """Return what stops the report from being made."""
    try:
        from_answers(answers)
    except AnswersError as error:
        return [Finding("missing", "error", problem.where, problem.message) for problem in error.problems]
    return []


def following(answers: Mapping[str, Any], context: Context) -> Iterator[Finding]:
    """Return what was answered "not known yet" or marked "to find out"."""
    for path in to_follow(answers, context):
        if path[0] == "considerations" and len(path) == 2:
            short = context.guidance.considerations[path[1]].short
            message = f"{short[0].upper()}{short[1:]}: to find out"
        else:
            message = f"{wording(path, answers, context).label}: not known yet"
        yield Finding("to-follow", "to-follow", spell(path), message)


def warnings(answers: Mapping[str, Any]) -> Iterator[Finding]:
    """Return what passes all the same, and is worth another look."""
    for line in contradictions(answers):
        yield Finding("contradiction", "warning", "ended", line)
    for path, text in _published(answers):
        yield from findings_for(text, spell(path))
    yield from _about_dates(answers)
    yield from _about_references(answers)
    if not answers.get("contact_details"):
        yield Finding(
            "no-contact-details",
            "warning",
            "contact_details",
            "No contact details are given. Add a shared mailbox or a number.",
        )


def _published(answers: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    for name in ("circumstances", "previous_breaches", "impact"):
        yield (name,), answers.get(name) or ""
    for name, part in (("actions", "text"), ("occurrences", "note")):
        listed = answers.get(name)
        for one in listed if isinstance(listed, list) else []:
            yield (name, one["key"], part), one.get(part) or ""


def findings_for(text: str, where: str) -> list[Finding]:
    """Return what in one text would better not be published; nothing for a field that may hold it.

    Args:
        text: the answer.
        where: its path as one word, such as ``impact`` or ``actions.2.text``.
    """
    if question_id(tuple(where.split("."))) not in PUBLISHED:
        return []
    found = []
    for match in EMAIL.finditer(text):
        message = (
            f"It holds the e-mail address {shortened(match[0])} The report is published; "
            'a role, such as "a member of the publishing team", is enough.'
        )
        found.append(Finding("e-mail-address", "warning", where, message))
    for match in PHONE.finditer(text):
        number = f"{match[0].strip()[:5]}..."
        message = f"It holds what looks like a telephone number ({number}). The report is published; leave it out."
        found.append(Finding("phone-number", "warning", where, message))
    for match in PERSON.finditer(text):
        message = f'It seems to name a person ("{match[1] or match[0]}"). The report is published; a role is enough.'
        found.append(Finding("name", "warning", where, message))
    return list({(one.code, one.message): one for one in found}.values())


def shortened(address: str) -> str:
    """Return the beginning of an e-mail address, so that the warning doesn't repeat all of it: ``a.name@...``."""
    return f"{address.split('@', maxsplit=1)[0]}@..."


def _about_dates(answers: Mapping[str, Any]) -> Iterator[Finding]:
    written = answers.get("report_date")
    report = parse_moment(written).date if written not in (None, "", NOT_KNOWN) else None
    moments = list(_moments(answers))
    for where, moment in moments:
        if not exists(moment):
            message = f"The clocks went forward past {moment.full}. Look at the time again."
            yield Finding("no-such-time", "warning", where, message)
        if where.endswith("due") and moment.date.weekday() >= SATURDAY:
            yield Finding("weekend", "warning", where, f"{moment.full} is at a weekend. Look at the date again.")
    if report is not None:
        yield from _against_report(moments, report)


def _against_report(moments: list[tuple[str, Moment]], report: date) -> Iterator[Finding]:
    far = [(where, moment) for where, moment in moments if abs((report - moment.date).days) > YEAR_OFF_DAYS]
    if far:  # once: where all are far from it, the slip is in the date of the report
        where, moment = far[0]
        place = "report_date" if len(far) == len(moments) else where
        days = (report - moment.date).days
        side = "before" if days > 0 else "after"
        message = f"{moment} is {abs(days)} days {side} the date of the report. Look at the year."
        yield Finding("year", "warning", place, message)
    for where, moment in moments:
        days = (report - moment.date).days
        if -YEAR_OFF_DAYS <= days < 0 and where.startswith("occurrences") and where.endswith("date"):
            message = f"The date of the report is before {moment}. Look at both again."
            yield Finding("report-before-breach", "warning", where, message)


def _moments(answers: Mapping[str, Any]) -> Iterator[tuple[str, Moment]]:
    for name in ("due", "noticed", "ended"):
        if answers.get(name) not in (None, "", NOT_KNOWN, "not announced"):
            yield name, parse_moment(answers[name])
    listed = answers.get("occurrences")
    for one in listed if isinstance(listed, list) else []:
        for part in ("date", "due", "ended"):
            if one.get(part) not in (None, "", NOT_KNOWN, "not announced"):
                yield f"occurrences.{one['key']}.{part}", parse_moment(one[part])


def _about_references(answers: Mapping[str, Any]) -> Iterator[Finding]:
    days = [event.began.date for event in events(answers) if event.began is not None]
    given = answers.get("references")
    if not days or not isinstance(given, list):
        return
    editions = in_force(guidance.active(), min(days))
    now = {edition.id[0] if edition.id.startswith("2") else edition.id for edition in editions}
    cited = {clause.edition for text in given for clause in references.read(text)} - {""}
    if cited and not cited & now:
        names = join([one.id for one in editions], "or")
        message = f"On {Moment(min(days))} the edition in force was {names}. Look at the clauses again."
        yield Finding("edition", "warning", "references", message)
