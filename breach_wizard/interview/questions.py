"""The questions: one record for each, from which everything that lists questions is derived.

Their wording is in guidance/fields.toml. A body's own questions come from its folder (`interview.asked`) and are
records as ours are; what is truly of its own (type, still going on, occurrences, actions, things to consider) is code
under its id.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from breach_wizard import form
from breach_wizard.interview.question import Kind, Labels, Part, Question, Stands, announced

__all__ = [
    "OURS",
    "QUESTIONS",
    "REMEMBERED",
    "Kind",
    "Labels",
    "Part",
    "Question",
    "Stands",
    "with_parts",
]


def of_both_forms(earlier: str, later: str, latest: str = "") -> Labels:
    """Return a label in the words of the form of 2016-17, and of that of 2018 from the edition on that applied then.

    ``latest`` are those words as Code 3.0 has them, where it calls a thing by another name.
    """
    return Labels(earlier, (("2.0", later), ("3.0", latest or later)))


HEAD_OF_PROFESSION: Final = of_both_forms(
    "Head of Profession for Statistics or Lead Official",
    "Name and contact details of Head of Profession for Statistics or Lead Official",
)
REFERENCES: Final = of_both_forms(
    "Relevant principle/protocol and practice",
    "Relevant principle(s) and practice(s)",
    "Relevant standard(s) and practice(s)",
)
PRODUCER: Final = of_both_forms("Name of statistical producer", "Name of producer organisation")
REPORT_DATE: Final = of_both_forms("Date of report", "Date of breach report")
DUE_LABELS: Final = Labels("Announced for")
ENDED_LABELS: Final = Labels("Ended", former=("Put right",))
"""Where the breach type's own doesn't stand: nearly each type's file names one."""

QUESTIONS: Final = (
    Question(
        "breach_type", "choice", form.CIRCUMSTANCES, 10, Labels("Type of breach"),
        "the type of breach, in words",
        required=True,
    ),
    Question(
        "also", "list", form.CIRCUMSTANCES, 20, Labels("Further type"),
        "further types",
        asked="opened",
    ),
    Question(
        "ongoing", "choice", form.CIRCUMSTANCES, 25, None,
        "whether it is still going on",
        stands="",  # printed as a value of "ended"
    ),
    Question(
        "exemption", "yes-no", form.CIRCUMSTANCES, 30, Labels("Exemption"),
        "empty, unless an exemption was agreed beforehand or that is not known",
        follows="whether it had been agreed beforehand",
        asked="check page",
    ),
    Question(
        "exemption_note", "text", form.CIRCUMSTANCES, 35, Labels("Agreed by whom and when"),
        "by whom and when an exemption was agreed",
        asked="opened",  # by the exemption
    ),
    Question(
        "outputs", "items", form.CORE, 10, Labels("Title and link to statistical output"),
        "the statistical outputs, each with title and link",
        follows="the statistical output",
        required=True,
        parts=(
            Part("title", "text", follows="the title of the output", required=True),
            Part("link", "text", Labels("Link"), "the link to the output"),  # often a sentence in its place
        ),
    ),
    Question(
        "statistics_status", "text", form.CORE, 15, Labels("Status of the statistics"),
        "the status of the statistics",
        asked="check page",
    ),
    Question(
        "due", "moment", form.CIRCUMSTANCES, 60, DUE_LABELS,
        "when the statistics were announced for",
        needed=announced, required=True,
    ),
    Question(
        "occurrences", "items", form.CIRCUMSTANCES, 50, Labels("Date of occurrence of breach"),
        "the occurrences, each with date, note, type, due and ended",
        follows="when it happened",
        required=True,
        parts=(
            Part("date", "moment", follows="when it happened", required=True),
            Part("note", "text", Labels("Note"), "the note beside a date", published=True),
            Part("type", "choice", Labels("Type"), "which kind it was on a date"),
            Part("due", "moment", DUE_LABELS, "when it was announced for", expected=True),
            Part("ended", "moment", ENDED_LABELS, expected=True),
        ),
    ),
    Question(
        "noticed", "moment", form.CIRCUMSTANCES, 70, Labels("Noticed"),
        "when it was noticed",
        applies=lambda kinds: kinds[0].noticed,
    ),
    Question(
        "access_ended", "yes-no", form.CIRCUMSTANCES, 75, None,
        "whether it ended because access was taken away",
        stands="",  # printed as the label of "ended"
        applies=lambda kinds: bool(kinds[0].access.yes),
    ),
    Question(
        "ended", "moment", form.CIRCUMSTANCES, 80, ENDED_LABELS,
        "when it ended",
        needed=announced, expected=True,
    ),
    Question(
        "market_sensitive", "yes-no", form.CIRCUMSTANCES, 90, Labels("Market sensitive"),
        "whether the statistics are market sensitive",
        asked="check page",
    ),
    Question(
        "people_with_access", "count", form.CIRCUMSTANCES, 92, Labels("Number of people who had access"),
        "how many people had access",
        asked="check page",
    ),
    Question(
        "downloads", "count", form.CIRCUMSTANCES, 93, Labels("Number of downloads"),
        "how often it was downloaded",
        asked="check page",
    ),
    Question(
        "addresses", "count", form.CIRCUMSTANCES, 94, Labels("Number of addresses it was sent to or opened from"),
        "how many addresses it was sent to or opened from",
        asked="check page",
    ),
    Question(
        "told", "text", form.CIRCUMSTANCES, 96, Labels("Told to"),
        "whom it was told to, and when",
        asked="check page", published=True,
    ),
    Question(
        "circumstances", "long-text", form.CIRCUMSTANCES, 100, Labels("What happened"),
        "what happened",
        stands="heading", required=True, published=True,
    ),
    Question(
        "timeline", "long-text", form.CIRCUMSTANCES, 105, Labels("Timeline"),
        "what happened when, as a table",
        stands="heading", asked="check page", published=True,
    ),
    Question(
        "previous_breaches", "text", form.CIRCUMSTANCES, 110, Labels("Previous breaches"),
        "previous breaches in the same area",
        stands="heading", published=True,
    ),
    Question(
        "references", "list", form.CIRCUMSTANCES, 40, REFERENCES,
        "the parts of the Code",
        asked="check page", required=True,
    ),
    Question(
        "considerations", "notes", form.IMPACT, 10, None,
        "notes on the things to consider",
        stands="",
    ),
    Question(
        "impact", "long-text", form.IMPACT, 20, None,
        "the impact",
        stands="body", required=True, published=True,
    ),
    Question(
        "actions", "items", form.ACTIONS, 10, None,
        "the corrective actions, each with status, text, when, who and reason",
        follows="the corrective actions",
        stands="body", required=True,
        parts=(
            Part("text", "long-text", required=True, published=True),
            Part("status", "choice"),
            Part("when", "text", Labels("When:")),
            Part("who", "text", Labels("Who:")),
            Part("reason", "text", Labels("Reason:"), published=True),
        ),
    ),
    Question(
        "producer", "text", form.CORE, 20, PRODUCER,
        "the name of the statistical producer",
        required=True, remembered=True,
    ),
    Question(
        "contact_name", "text", form.CORE, 30, Labels("Name and contact details of person dealing with report"),
        "the person or team dealing with the report",
        required=True, remembered=True,
    ),
    Question(
        "contact_details", "text", form.CORE, 40, Labels("Contact details"),
        "how to reach them",
        follows="how the contact can be reached",
        remembered=True,
    ),
    Question(
        "head_of_profession", "text", form.CORE, 50, HEAD_OF_PROFESSION,
        "the Head of Profession or Lead Official",
        remembered=True,
    ),
    Question(
        "statement_link", "text", form.CORE, 60,  # often a sentence in place of the address
        Labels("Link to published statement about the breach (if relevant)"),
        "the link to a published statement",
        asked="check page",
    ),
    Question(
        "own_reference", "text", form.CORE, 65, Labels("Our reference number"),
        "a reference number of the body's own",
        asked="check page",
    ),
    Question(
        "report_date", "day", form.CORE, 70, REPORT_DATE,
        "the date of the report",
        asked="check page", required=True,
    ),
)  # fmt: skip
"""Our questions, in the order of the interview; those asked elsewhere stand where they belong."""

OURS: Final = {one.id: one for one in QUESTIONS}
REMEMBERED: Final = tuple(one.id for one in QUESTIONS if one.remembered)
"""The questions that a profile answers."""


def with_parts(listed: Iterable[Question]) -> Iterator[tuple[str, Question | Part]]:
    """Yield each question and each part of an item with its id: ``outputs``, ``outputs.title``."""
    for one in listed:
        yield one.id, one
        yield from ((f"{one.id}.{part.id}", part) for part in one.parts)
