"""A copy of a report for publication: without names and contact details of staff, and what was left out of it. Pure.

Bodies published these reports with names, numbers and addresses of staff in them. Here fields about people are kept or
left out whole (`pieces`), and what stands of them in a text is taken out or asked about (`passages`). No program finds
every name: the copy says so where it is made, and is never called anonymous.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from breach_wizard.guidance import Guidance
from breach_wizard.publishing.passages import Passage, passages, rewritten
from breach_wizard.publishing.pieces import Piece, pieces, reduced
from breach_wizard.publishing.texts import LEFT_OUT
from breach_wizard.report import Approval, Report
from breach_wizard.text import plural, shortened

__all__ = [
    "LEFT_OUT",
    "NOT_OUT_YET",
    "READ_IT",
    "Copy",
    "Passage",
    "Piece",
    "copied",
    "is_approved",
    "passages",
    "pieces",
    "unasked",
]

NOT_OUT_YET: Final = "Publish the short statement now; the report normally follows the statistics."
READ_IT: Final = "We cannot find every name. Read it once, for people and for figures."


class Copy(NamedTuple):
    """What is published, and what was left out or is to be read again, a line each."""

    report: Report
    left_out: tuple[str, ...]


def is_approved(report: Report) -> bool:
    """Only of an approved report is there a copy for publication."""
    return isinstance(report.approved, Approval)


def copied(
    report: Report, kept: Collection[str], words: Mapping[Passage, str], guidance: Guidance, *, marking: str = ""
) -> Copy:
    """Return the copy.

    Args:
        report: an approved one.
        kept: the ids of the pieces that are kept.
        words: what stands in place of each passage that is not kept.
        guidance: in which the labels are.
        marking: of the body, which is never on a copy.
    """
    made = rewritten(reduced(report, kept, guidance), words)
    return Copy(made, tuple(_left_out(report, kept, words, guidance, marking)))


def _left_out(
    report: Report, kept: Collection[str], words: Mapping[Passage, str], guidance: Guidance, marking: str
) -> Iterator[str]:
    if marking:
        yield f"Marking: {marking}"
    for one in pieces(report, guidance):
        if one.id not in kept:
            yield f"{one.label}: {shortened(one.value)}"
    gone = set(report.changes) - set(reduced(report, kept, guidance).changes)
    if gone:
        yield f"What has changed: {plural(len(gone), 'line')} about what was left out"
    for passage, instead in words.items():
        times = "" if len(passage.spans) == 1 else f", {len(passage.spans)} times"
        yield f'{passage.label}: "{shortened(passage.text)}"; in its place{times}: {instead or "nothing"}'


def unasked(
    report: Report, guidance: Guidance, accepted: Collection[str]
) -> tuple[set[str], dict[Passage, str], list[Passage], list[Passage]]:
    """Return what becomes of everything where nobody is asked.

    Args:
        report: an approved one.
        guidance: in which a body's own questions are.
        accepted: questions whose texts somebody has read.

    Returns:
        the pieces that are kept; what stands in place of passages; the passages that nobody but a person can decide on,
        for which there is no copy; and the roles that stay and are to be looked at.
    """
    kept = {one.id for one in pieces(report, guidance) if one.without_asking}
    found = passages(report, kept, guidance)
    words = {one: LEFT_OUT for one in found if one.is_sure}
    open_ones = [one for one in found if not one.is_sure and one.question not in accepted]
    return (
        kept,
        words,
        [one for one in open_ones if one.what != "role"],
        [one for one in open_ones if one.what == "role"],
    )
