"""The lines of our own form that answer nothing, but follow from the answers: told of where they no longer do."""

from collections.abc import Sequence
from typing import NamedTuple

from breach_wizard import form
from breach_wizard.errors import AnswersError
from breach_wizard.facts import timing
from breach_wizard.guidance import Guidance
from breach_wizard.imports.imported import Noted
from breach_wizard.interview.shapes import Answers
from breach_wizard.report import from_answers
from breach_wizard.standing import until_publication
from breach_wizard.text import day

BENEATH_THE_TITLE = (form.TO_FOLLOW, form.UPDATES)
UNTIL = "until"
"""What the row of the end says of a report whose statistics have been published since."""

SENTENCES = {
    form.TIMING: "Timing no longer agrees with the times; it will be computed anew.",
    UNTIL: "When it ended no longer agrees with the time announced; it will be computed anew.",
    form.TO_FOLLOW: "What is to follow no longer agrees with the answers; it will be computed anew.",
    form.UPDATES: "Which report it updates no longer agrees with the changes at the end; it will be computed anew.",
}


class Computed(NamedTuple):
    """Such a line: which it is, its text as it was found, and where it stands."""

    kind: str
    text: str
    line: int


def outdated(found: Sequence[Computed], answers: Answers, guidance: Guidance) -> list[Noted]:
    """Return a word on each line that says something else than what would be computed today."""
    return [
        Noted(one.line, SENTENCES[one.kind], "computed")
        for one in found
        if (today := _today(one.kind, answers, guidance)) is not None and " ".join(one.text.split()) != today
    ]


def _today(kind: str, answers: Answers, guidance: Guidance) -> str | None:
    """The line as it would be written today; None where the answers make no report, which is told of elsewhere."""
    if kind == form.TIMING:
        return " ".join(timing(answers, guidance))
    if kind == UNTIL:
        return until_publication(answers.get("due"))
    try:
        report = from_answers(answers, guidance)
    except AnswersError:
        return None
    if kind == form.UPDATES:
        return f"{form.UPDATES} {day(report.updates)}; {form.AT_THE_END}" if report.updates else ""
    from breach_wizard.exports.content import content

    return f"{form.TO_FOLLOW} {'; '.join(content(report, guidance).to_follow)}."
