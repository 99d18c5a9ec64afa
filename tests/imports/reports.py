"""Reports on the template's two forms, as awkward as published ones; each with what must be found in it."""

from typing import Any, NamedTuple


class Foreign(NamedTuple):
    """A report that somebody wrote, and the answers that must come of it; a value that ends in ... begins so."""

    text: str
    answers: dict[str, Any]
    unplaced: tuple[str, ...] = ()


FOREIGN: dict[str, Foreign] = {
    "lines of the 2018 form": Foreign(
        """Report of a breach of the Code of Practice for Statistics

Name of producer organisation: Department for Examples
Title and link to statistical output: Fly-tipping statistics, 2019/20
Name and contact details of Head of Profession for Statistics or Lead Official: Head of Profession, hop@example.gov.uk
Date of breach report: 02 November 2020

Relevant principle(s) and practice(s): Practices T3.3 and T3.4: Orderly release
Date of occurrence of breach: 30 October 2020

Circumstances of breach
An e-mail with the headline figures was sent to a mailbox that is not on the
pre-release access list, and was forwarded to two people.

Impact of the breach
No immediate impact inside or outside the department.

Corrective actions (taken or planned) to prevent re-occurrence
1. The recipients deleted the e-mail.
2. The list is checked with each contact before each release.
""",
        {
            "producer": "Department for Examples",
            "head_of_profession": "Head of Profession, hop@example.gov.uk",
            "report_date": "2 November 2020",
            "references": ["Practices T3.3 and T3.4: Orderly release"],
            "occurrences": ["30 October 2020"],
            "outputs": ["Fly-tipping statistics, 2019/20"],
            "circumstances": "An e-mail with the headline figures was sent to a mailbox that is not on the pre-release access list...",
            "impact": "No immediate impact inside or outside the department.",
            "actions": [
                "The recipients deleted the e-mail.",
                "The list is checked with each contact before each release.",
            ],
            "breach_type": "pre-release-leak",
        },
    ),
    "headings in another order": Foreign(
        """# Breach report

## Date of breach report
12th August 2021

## Name of producer organisation
office for examples
(Analysis unit)

## Corrective actions
* A second person looks at the time of release.

## Impact of the breach
Users could not see the figures for 8 minutes.

## Circumstances of breach
The release was published late, at 9.38am, because of a technical problem.

## Relevant principle(s) and practice(s)
T3 Orderly Release
(Accidental or wrongful early release (Principle T3, Practices T3.3)

## Date of occurrence of breach
12/8/2021 at 9.38am

## Title and link to statistical output
Vacancies | jobs in the public sector: August
https://www.example.gov.uk/vacancies#august
""",
        {
            "report_date": "12 August 2021",
            "producer": "office for examples\n(Analysis unit)",
            "actions": ["A second person looks at the time of release."],
            "impact": "Users could not see the figures for 8 minutes.",
            "references": ["T3 Orderly Release\n(Accidental or wrongful early release (Principle T3, Practices T3.3)"],
            "occurrences": ["12 August 2021, 9.38am"],
            "breach_type": "late-publication",
        },
        unplaced=("# Breach report",),
    ),
    "two outputs and two dates with their clauses": Foreign(
        """| | |
|---|---|
| Title and link to statistical output | Deaths registered weekly<br><br>Deaths registered monthly |
| Name of statistical producer | ONS |
| Name and contact details of person dealing with report | Release desk, 020 7946 0000, desk@example.gov.uk |
| Date of report | 1st November 2021 |
| Relevant principle/protocol and practice | Practice T3.6<br><br>Practice T3.4 |
| Date of occurrence of breach | 26 October 2021 (T3.6) and 27 October 2021 (T3.4) |
| Circumstances of breach | The first was late, the second was published early, before the announced time. |
| Impact of the breach | N/A |
| Corrective actions | None |
""",
        {
            "outputs": ["Deaths registered weekly", "Deaths registered monthly"],
            "contact_name": "Release desk",
            "contact_details": "020 7946 0000, desk@example.gov.uk",
            "references": ["Practice T3.6", "Practice T3.4"],
            "occurrences": ["26 October 2021", "27 October 2021"],
            "impact": "N/A",
            "actions": [],
        },
    ),
    "nothing in the boxes": Foreign(
        """1. Core Information [guidance]

| Title and link to statistical output | |
|---|---|
| Name of statistical producer | |
| Link to published statement about the breach (if relevant) | N/A |
| Date of report | |

2. Circumstances of breach [guidance]

| Relevant principle/protocol and practice | |
|---|---|
| Date of occurrence of breach | |
""",
        {"producer": "", "statement_link": "", "report_date": "", "outputs": [], "occurrences": [], "references": []},
    ),
    "a date without its year, and one that is none": Foreign(
        """Name of statistical producer: Ofsted
Date of report: 31 February 2017
Date of occurrence of breach: 14 July
""",
        {"producer": "Ofsted", "report_date": "?", "occurrences": "?"},
        unplaced=("Date of report: 31 February 2017", "Date of occurrence of breach: 14 July"),
    ),
    "narrative in the first column": Foreign(
        """2. Circumstances of breach

| | |
|---|---|
| Relevant principle/protocol and practice | Protocol 2, Practice 8 – accidental and wrongful release |
| Date of occurrence of breach | ~09.45 on 5 th March 2021 |
| <p>The file went live.</p><p>It was <i>taken down</i> at 10.</p><ul><li>One</li><li>Two</li></ul> | |

3. Impact of the breach

Few people saw it.

It ran on after the table.
""",
        {
            "occurrences": ["5 March 2021, about 9.45am"],
            "references": ["Protocol 2, Practice 8 – accidental and wrongful release"],
            "circumstances": "The file went live.\n\nIt was taken down at 10.\n\n- One\n- Two",
            "impact": "Few people saw it.\n\nIt ran on after the table.",
            "breach_type": "early-release",
        },
    ),
    "actions under subheadings": Foreign(
        """Name of statistical producer: DWP
Corrective actions (taken or planned) to prevent re-occurrence

Immediate:
- Withdrew the data.
- Told the regulator.

Later:
- We considered a new system and decided against it.
""",
        {
            "actions": [
                "Immediate:\nWithdrew the data.",
                "Told the regulator.",
                "Later:\nWe considered a new system and decided against it.",
            ]
        },
    ),
    "subheadings of a level below": Foreign(
        """## Circumstances of breach
### Background
It was late, at 9.38am.
### Cause
A delay.
## Corrective actions
### Immediate
- Published it.
## Contacts
Nobody
""",
        {
            "circumstances": "Background\nIt was late, at 9.38am.\nCause\nA delay.",
            "actions": ["Immediate:\nPublished it."],
            "breach_type": "late-publication",
        },
        unplaced=("## Contacts", "Nobody"),
    ),
    "two people and a postal address": Foreign(
        """Name and contact details of person dealing with report:
The Statistician or the Deputy Statistician
Room 1, 1 High Street, London

Name of statistical producer: DfE
""",
        {
            "contact_name": "The Statistician or the Deputy Statistician",
            "contact_details": "Room 1, 1 High Street, London",
            "producer": "DfE",
        },
    ),
    "a statement that is a sentence with its address stuck to it": Foreign(
        """Link to published statement about the breach (if relevant): See the notice at:https://www.example.gov.uk/notice_1.
Name of producer organisation: Examples
""",
        {"statement_link": "See the notice at:https://www.example.gov.uk/notice_1.", "producer": "Examples"},
    ),
    "a label that nobody knows": Foreign(
        """| Name of statistical producer | Ofsted |
|---|---|
| Severity | Grave |
| Date of report | 21 March 2017 |
""",
        {"producer": "Ofsted", "report_date": "21 March 2017"},
        unplaced=("| Severity | Grave |",),
    ),
    "marks and signs in the text": Foreign(
        """Name of statistical producer: Ofsted
Circumstances of breach: The file \\[official sensitive\\] *a_b_c* held 5 < 6 & 7 > 2; see [the page](https://www.example.gov.uk/a#b).
Impact of the breach: **None** &amp; nothing; `x` cost £5~.
""",
        {
            "circumstances": "The file [official sensitive] a_b_c held 5 < 6 & 7 > 2; see the page https://www.example.gov.uk/a#b.",
            "impact": "None & nothing; `x` cost £5~.",
        },
    ),
    "headings and labels in other words": Foreign(
        """Name of producer organisation: TA
Name and contact details of Head of Profession for Statistics or Lead Official submitting this report: HoP, hop@example.gov.uk
Date of report: 12.07.16
Date of occurrence of breach: TBC

Circumstances (how and why): It was sent early, 75 minutes before the release.

| Time | Views | Source |
|---|---|---|
| 16:45 | 41 | Analytics |

Impact: none

4. Corrective actions (taken or planned) to prevent reoccurrence of such a breach
- A second person now checks.

## Sign-off
Signed by the Head of Profession
""",
        {
            "head_of_profession": "HoP, hop@example.gov.uk",
            "report_date": "12 July 2016",
            "occurrences": "?",
            "circumstances": "It was sent early, 75 minutes before the release.\n\n| Time | Views | Source |\n| --- | --- | --- |\n| 16:45 | 41 | Analytics |",
            "impact": "none",
            "actions": ["A second person now checks."],
            "breach_type": "early-release",
        },
        unplaced=("## Sign-off", "Signed by the Head of Profession"),
    ),
    "the wrong kind of line ends, and a mark of the byte order": Foreign(
        "\ufeffName of statistical producer: Ofsted\r\nDate of report: 29/9/21\r\nCircumstances of breach:\r\nOne.\r\n\r\nTwo.\r\n",
        {"producer": "Ofsted", "report_date": "29 September 2021", "circumstances": "One.\n\nTwo."},
    ),
}
