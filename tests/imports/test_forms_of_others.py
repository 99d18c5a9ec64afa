"""Kinds of slips seen in reports on other people's forms, one made-up input each: the right value, or the line listed."""

from typing import Any

import pytest

from breach_wizard.imports import markdown
from tests.kit.today import GUIDANCE

DATE = "| Name of producer organisation | X |\n| Date of occurrence of breach | {} |"
LISTED = "unplaced"

KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "the head row over a table is no text": (
        """## 2. Circumstances of breach
| Information needed | Response |
|---|---|
| Date of occurrence of breach | 3 May 2023 |

The page went live early.

## 3. Impact of the breach
| Information needed | Response |
|---|---|

Small.
""",
        {"occurrences": ["3 May 2023"], "circumstances": "The page went live early.", "impact": "Small.", LISTED: ()},
    ),
    "an unknown label beneath a box of one line is a box of its own": (
        """Name of producer organisation: Department for Examples
Version: second draft
Date of occurrence of breach: 3 May 2023
Number of readers: forty
Relevant principle and practice: T3.6
Standing of the statistics: Accredited official statistics
Impact of the breach
None known.
Signed off by: Chief Statistician
""",
        {
            "producer": "Department for Examples", "occurrences": ["3 May 2023"], "references": ["T3.6"], "impact": "None known.",
            LISTED: ("Version: second draft", "Number of readers: forty",
                     "Standing of the statistics: Accredited official statistics", "Signed off by: Chief Statistician"),
        },
    ),
    "how many had access": (
        "Name of producer organisation: X\nNumber of users: 40\nDate of breach report: 4 May 2023\n",
        {"producer": "X", "people_with_access": "40", "report_date": "4 May 2023", LISTED: ()},
    ),
    "so with tabs": (
        "Name of producer organisation\tDepartment\nStanding of it\tAccredited\nDate of breach report\t4 May 2023\n",
        {"producer": "Department", "report_date": "4 May 2023", LISTED: ("Standing of it\tAccredited",)},
    ),
    "so among actions": (
        "Name of producer organisation: X\nCorrective actions\n- We recalled it.\nEndorsed by whom: Chief Statistician\n",
        {"actions": ["We recalled it."], LISTED: ("Endorsed by whom: Chief Statistician",)},
    ),
    "a heading that is the writer's own stays": (
        "Name of producer organisation: X\nImpact of the breach\nOutside: nobody saw it.\nInside the department: two did.\n",
        {"impact": "Outside: nobody saw it.\nInside the department: two did.", LISTED: ()},
    ),
    "two days of a month": (DATE.format("14 and 15 July 2021"), {"occurrences": ["14 July 2021", "15 July 2021"]}),
    "three days of a month": (
        DATE.format("14, 15 and 16 July 2021"), {"occurrences": ["14 July 2021", "15 July 2021", "16 July 2021"]},
    ),
    "two days with an ampersand": (DATE.format("14 July & 15 July 2021"), {"occurrences": ["14 July 2021", "15 July 2021"]}),
    "a range": (DATE.format("Between 26 and 29 September 2022"), {"occurrences": ["26 to 29 September 2022"]}),
    "a range with a dash": (DATE.format("9 - 12 September 2022"), {"occurrences": ["9 to 12 September 2022"]}),
    "a month": (DATE.format("February 2021"), {"occurrences": ["February 2021"]}),
    "before a time": (DATE.format("before 9.30am on 13 May 2009"), {"occurrences": ["before 9.30am on 13 May 2009"]}),
    "dates parted by a comma": (DATE.format("14/07/2021, 15/07/2021"), {"occurrences": ["14 July 2021", "15 July 2021"]}),
    "a date in a list of one": (DATE.format("1. 14 July 2021"), {"occurrences": [{"date": "14 July 2021"}]}),
    "a list of dates": (
        DATE.format("1) 14 July 2021; 2) 15 July 2021<br>3) 16 July 2021"),
        {"occurrences": [{"date": "14 July 2021"}, {"date": "15 July 2021"}, {"date": "16 July 2021"}]},
    ),
    "a number amid a date box is no number of a list": (
        DATE.format("Version 2. 14 July 2021 and 15 July 2021"), {"occurrences": "?", LISTED: (2,)},
    ),
    "a word before a date": (DATE.format("Discovered on 14 July 2021"), {"occurrences": ["14 July 2021"]}),
    "a column of guidance": (
        "| Field | Guidance | Response |\n|---|---|---|\n| Name of producer organisation | In full | Department |\n| Date of breach report | Day first | 4 May 2023 |\n",
        {"producer": "Department", "report_date": "4 May 2023", LISTED: (), "noted": ["In full / Day first"]},
    ),
    "two cells beside a label": (
        "| Name of producer organisation | In full | Department |\n| Date of breach report | 4 May 2023 |\n",
        {"producer": "In full\n\nDepartment", "noted": ["2 cells"]},
    ),
    "the dash before a label": (
        "- Name of producer organisation: Department\n- Relevant principle and practice: T3.6\n- Title of statistical output: Bus passengers\n",
        {"producer": "Department", "references": ["T3.6"], "outputs": ["Bus passengers"]},
    ),
    "a table of actions": (
        """Name of producer organisation: X

## Corrective actions
| No. | Action | Owner | Due date | Status |
|---|---|---|---|---|
| 1 | Recall the e-mail | Buses team | 3 May 2023 | Done |
| 2 | Train staff | HR | June 2023 | In progress |
| 3 | Think again | HR | | Half of it |
""",
        {
            "actions": [
                {"text": "Recall the e-mail", "who": "Buses team", "when": "3 May 2023", "status": "taken"},
                {"text": "Train staff", "who": "HR", "when": "June 2023", "status": "planned"},
                {"text": "Think again", "who": "HR"},
            ],
            LISTED: ("Half of it",),
        },
    ),
    "a table of what happened": (
        "Name of producer organisation: X\n\n## Circumstances of breach\n| Date | Action | Who |\n|---|---|---|\n| 3 May | Uploaded | We |\n",
        {"circumstances": "| Date | Action | Who |\n| --- | --- | --- |\n| 3 May | Uploaded | We |", "actions": None},
    ),
    "an answer that is the head of a column elsewhere": (
        "| Name of producer organisation | X |\n|---|---|\n| Date of report | 4 May 2023 |\n| Impact of the breach | No |\n",
        {"impact": "No", LISTED: ()},
    ),
    "placeholders typed out": (
        """Name of producer organisation: Click or tap here to enter text.
Relevant principle and practice: Choose an item.
Title of statistical output: [insert title]
Name and contact details of person dealing with report: <name>, <email>
Impact of the breach
Please describe the impact, such as how many saw it
""",
        {
            "producer": "", "references": [], "outputs": [], "contact_name": "", "impact": "",
            LISTED: ("Please describe the impact, such as how many saw it",),
        },
    ),
    "label, blank, answer": (
        """Name of producer organisation Department for Examples
Title and link to statistical output Bus passengers https://www.example.gov.uk/buses
Date of breach report 4 May 2023
Relevant principle(s) and practice(s) T3.6
Date of occurrence of breach 3 May 2023
""",
        {
            "producer": "Department for Examples", "report_date": "4 May 2023", "references": ["T3.6"],
            "outputs": ["Bus passengers"], "occurrences": ["3 May 2023"], LISTED: (),
        },
    ),
    "no blank even": (
        "Name of producer organisationDepartment\nDate of breach report4 May 2023\nDate of occurrence of breach3 May 2023\n",
        {"producer": "Department", "report_date": "4 May 2023", "occurrences": ["3 May 2023"]},
    ),
    "a sentence that begins as a label": (
        "Name of producer organisation: X\nCircumstances of breach\nDate of occurrence of breach was wrong in it.\n",
        {"circumstances": "Date of occurrence of breach was wrong in it.", "occurrences": None},
    ),
    "a label over three lines": (
        "Name of producer organisation: X\nName and contact details of person\ndealing with report\nBuses team\nDate of report: 4 May 2023\n",
        {"producer": "X", "contact_name": "Buses team", LISTED: ()},
    ),
    "a label broken by its answer": (
        "Name of producer organisation X\nName and contact details of person Buses team\ndealing with report\n\nDate of breach report 4 May 2023\n",
        {"producer": "X", LISTED: ("Name and contact details of person Buses team", "dealing with report")},
    ),
    "an account without a heading": (
        """Date of breach report: 4 May 2023
Date of occurrence of breach: 3 May 2023

The page went live early.

It was taken down.
""",
        {"circumstances": "The page went live early.\n\nIt was taken down.", LISTED: (), "noted": ["taken for the account"]},
    ),
    "what stands beneath a heading of another form is no account": (
        "Date of breach report: 4 May 2023\nDate of occurrence of breach: 3 May 2023\n\n## Cleared\nBy the board.\n",
        {"circumstances": None, LISTED: ("## Cleared", "By the board.")},
    ),
    "a column of numbers": (
        "| 1 | Name of producer organisation | Department |\n| 2 | Date of breach report | 4 May 2023 |\n",
        {"producer": "Department", "report_date": "4 May 2023"},
    ),
    "numbers and letters before labels": (
        "a) Name of producer organisation: X\nQ3. Impact of the breach: none\n1.4 Date of breach report: 4 May 2023\n",
        {"producer": "X", "impact": "none", "report_date": "4 May 2023"},
    ),
    "a label above its answer": (
        "| Name of producer organisation |\n|---|\n| Department |\n| Date of breach report |\n| 4 May 2023 |\n",
        {"producer": "Department", "report_date": "4 May 2023", LISTED: ()},
    ),
    "a label above its answer in a merged row": (
        "| Name of producer organisation | |\n|---|---|\n| Department | |\n| Date of breach report | |\n| 4 May 2023 | |\n",
        {"producer": "Department", "report_date": "4 May 2023", LISTED: ()},
    ),
    "an empty box above an account in the same table": (
        "| Date of breach report | 4 May 2023 |\n|---|---|\n| Date of occurrence of breach | |\n| The page went live early. | |\n",
        {"occurrences": [], "circumstances": "The page went live early."},
    ),
    "a row that goes on with the row above": (
        "| Name and contact details of person dealing with report | Buses team |\n|---|---|\n| | 020 7946 0000 |\n| Date of report | 4 May 2023 |\n",
        {"contact_name": "Buses team", "contact_details": "020 7946 0000", LISTED: ()},
    ),
    "a row that goes on in the next line": (
        "| Date of report | 4 May 2023 |\n|---|---|\n| Name and contact details of person dealing with report |\nBuses team |\n",
        {"contact_name": "Buses team", LISTED: ()},
    ),
    "headings that run in": (
        """**Impact of the breach.** None.
**What happened?** It was live.
NAME OF PRODUCER ORGANISATION*: Department
Date of breach report:- 4 May 2023
**Corrective actions:** We recalled it.
""",
        {
            "impact": "None.", "circumstances": "It was live.", "producer": "Department", "report_date": "4 May 2023",
            "actions": ["We recalled it."],
        },
    ),
    "the form of 2009": (
        """Name of Producer Organisation: Agency
Name of Statistical Output (including web link if relevant): Bus passengers
Name and contact details of person submitting this report, and date of report: Jo Example, 020 7946 0000, 4 May 2011
Date of occurrence of breach: 3 May 2011
Nature of breach (including links with previous breaches, if any)
It was late.
Reasons for breach
A fault.
Reactions to breach
None seen.
""",
        {
            "producer": "Agency", "outputs": ["Bus passengers"], "contact_name": "Jo Example", "contact_details": "020 7946 0000",
            "report_date": "4 May 2011", "circumstances": "It was late.\nReasons for breach:\nA fault.",
            "impact": "Reactions to breach:\nNone seen.", LISTED: (),
        },
    ),
    "the form of 2012, on which the Head of Profession submits": (
        """This document reports a breach of the Code of Practice for Official Statistics
Name of Producer Organisation: Agency
Name and contact details of the statistical Head of Profession (Lead Official in an Arm's Length Body) submitting this report, and date of report: Jo Example, jo@example.gov.uk; 4 May 2013
""",
        {
            "head_of_profession": "Jo Example, jo@example.gov.uk", "contact_name": "Jo Example",
            "contact_details": "jo@example.gov.uk", "report_date": "4 May 2013", LISTED: (),
        },
    ),
    "a second answer to a question that has one": (
        "Name of producer organisation: X\nDate of report: 4 May 2023\nName of producer organisation: Y\n",
        {"producer": "X", LISTED: ("Name of producer organisation: Y",)},
    ),
    "the note of a date in brackets stays whole": (
        DATE.format("12 February 2021 (T3.1 & T3.6)<br>18 September 2020 (T3.3 & T3.4)"),
        {
            "occurrences": [
                {"date": "12 February 2021", "note": "T3.1 & T3.6"}, {"date": "18 September 2020", "note": "T3.3 & T3.4"},
            ]
        },
    ),
    "early and late as parts of other words": (
        "Name of producer organisation: X\nCircumstances: Early on 3 May an e-mail was sent to a mailbox, and was noticed ten minutes later.\n",
        {"breach_type": "pre-release-leak"},
    ),
    "a postponed release": (
        "Name of producer organisation: X\nCircumstances: The release was postponed by a week.\n", {"breach_type": "late-publication"},
    ),
    "a ticked type": (
        "Name of producer organisation: X\nType of breach: ☐ Accidental or wrongful early release ☒ Statistics published after the required time of 9.30am\n",
        {"breach_type": "late-publication", LISTED: ()},
    ),
    "ticks on lines beneath": (
        "Name of producer organisation: X\nType of breach\n[ ] Accidental or wrongful early release\n[x] Statistics published after the required time of 9.30am\n",
        {"breach_type": "late-publication", LISTED: ()},
    ),
    "two ticks": (
        "Name of producer organisation: X\nType of breach: ☒ Accidental or wrongful early release ☒ Statistics published after the required time of 9.30am\n",
        {"breach_type": None, LISTED: (2,)},
    ),
    "a fence and a comment of a template": (
        "```markdown\nName of producer organisation: X\n\nImpact of the breach\n\n<!-- Write how\nmany -->\nNone.\n```\n",
        {"producer": "X", "impact": "None.", LISTED: ("```markdown",), "noted": ["Write how"]},
    ),
    "struck out in Markdown": (
        "Name of producer organisation: X\nImpact of the breach\nFigures were ~~not~~ seen.\n",
        {"impact": "Figures were seen.", "noted": ["not"]},
    ),
}  # fmt: skip
"""Each text with answers by question (of items their first part, or whole), and the lines listed, by number or text."""

BETWEEN = (
    ": ", ":: ", "：", ":- ", " – ", " = ", "; ", "......", " … ", "_____", " > ", " → ", "* ", "*: ", ".: ", " [1]: ", "¹: ",
    "”: ", "\": ", "' ", "»: ", "]: ", " (mandatory): ", " “", " (", " £",
)  # fmt: skip
"""What stands between a label and its answer; the last three are the beginning of the answer."""


@pytest.mark.parametrize("between", BETWEEN)
def test_what_parts_a_label_from_its_answer_is_no_part_of_the_answer(between: str) -> None:
    text = f"Date of breach report: 4 May 2023\nName of producer organisation{between}Department\n"
    kept = between.strip() if between in BETWEEN[-3:] else ""
    assert markdown.read(text.encode(), GUIDANCE).answers["producer"] == f"{kept}Department"


def test_a_blank_that_nobody_filled_in_is_no_answer() -> None:
    text = "Date of breach report: 4 May 2023\nName of producer organisation ..........\n“Impact”: none seen\n"
    answers = markdown.read(text.encode(), GUIDANCE).answers
    assert not answers["producer"]
    assert answers["impact"] == "none seen"  # a short label too may stand in quotation marks


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_is_read_right_or_listed(name: str) -> None:
    text, right = KINDS[name]
    found = markdown.read(text.encode(), GUIDANCE)
    answers: Any = found.answers
    for question, value in right.items():
        if question == LISTED:
            assert [number if number in value else line for number, line in found.unplaced] == list(value)
        elif question == "noted":
            assert len(found.noted) == len(value)
            assert all(words in one.message for one, words in zip(found.noted, value, strict=True))
        else:
            assert _as_written(answers.get(question), value) == value, question


def _as_written(answer: Any, value: Any) -> Any:
    """An answer in the shape of what is expected: items without their keys, or their first part."""
    if not isinstance(answer, list):
        return answer
    bare = [
        {name: part for name, part in one.items() if name != "key" and part} if isinstance(one, dict) else one
        for one in answer
    ]
    if any(isinstance(one, dict) for one in value):
        return bare
    return [next(iter(one.values())) if isinstance(one, dict) else one for one in bare]
