"""Stories: tables of question id to answer, run through every face; each ends in a report."""

from typing import Any

SCREENS = {"do_now": "go-on", "guidance": "go-on", "check": "write"}
"""What a story need not say: screens are gone past, and what is there is written."""

OFSTED: dict[str, Any] = {
    "breach_type": "early-release",
    "ongoing": "no",
    "exemption": "no",
    "outputs.1.title": "Maintained School & Academies Inspections and outcomes",
    "outputs.1.link": "https://www.gov.uk/government/publications/maintained-schools-and-academies-inspections-and-outcomes-as-at-31-december-2016",
    "due": "22 March 2017",
    "occurrences.1.date": "20 March 2017 17:00",
    "noticed": "",
    "ended": "20 March 2017 5.30pm",
    "circumstances": (
        "The html version of the Maintained Schools and Academies Inspections & Outcomes Official Statistics was released at 17:00 on "
        "Monday 20 March 2017. The official statistics are due to be released at 9:30 on 22 March 2017. The release was up for 30 minutes "
        "before being taken down.\n\nThe report was set erroneously to publish immediately rather than on 22 March. This mistake occurred "
        "through human error."
    ),
    "considerations": ("again", "accessed", "go-on"),
    "considerations.accessed": "note",
    "considerations.accessed.note": "54 unique users viewed the web page on the day.",
    "impact": "The html version of the official statistics was published. The data in this release are not market sensitive.",
    "actions": ["withdraw", "issue-statement", "own"],
    "actions.1.text": "All publishing staff to complete a refresher course on publishing statistics on gov.uk.",
    "actions.status": ["withdraw", "issue-statement"],
    "actions.1.when": "by 31 March",
    "actions.1.who": "",
    "producer": "Ofsted",
    "contact_name": "Statistics publishing team",
    "contact_details": "",
    "head_of_profession": "",
}

LATE: dict[str, Any] = {
    "breach_type": "late-publication",
    "ongoing": "no",
    "exemption": "no",
    "outputs.1.title": "Labour market overview",
    "outputs.1.link": "",
    "due": "22 March 2017",
    "ended": "9.38",
    "circumstances": "The page had not been authorised the day before.",
    "considerations": "go-on",
    "impact": "No immediate impact.",
    "actions": ["email-key-users"],
    "actions.status": ["email-key-users"],
    "as_last_time": "yes",
}

LEAK: dict[str, Any] = {
    "breach_type": "unsure",
    "triage.exempt": "no",
    "triage.public_early": "no",
    "triage.reached": "yes",
    "triage.serious": "no",
    "triage.verdict": "pre-release-leak",
    "ongoing": "yes",
    "exemption": "?",
    "outputs.1.title": "Crime | quarterly [official sensitive]",
    "outputs.1.link": "To be published 3/12/2021",
    "due": "?",
    "occurrences.1.date": "02 November 2020, ~09.45",
    "noticed": "?",
    "circumstances": "A reply was sent with 14 named recipients and 2 mailboxes in copy.\n- one\n- two",
    "considerations": ("again", "recipients", "passed-on", "go-on"),
    "considerations.recipients": "note",
    "considerations.recipients.note": "14 named recipients and 2 mailboxes",
    "considerations.passed-on": "to find out",
    "impact": None,
    "actions": ["none"],
    "producer": "welsh government",
    "contact_name": "Team A or Team B",
    "contact_details": "a@example",
    "head_of_profession": "Chief Statistician",
}

OTHER: dict[str, Any] = {
    "breach_type": "other",
    "ongoing": "no",
    "exemption": "yes",
    "exempt": "go-on",
    "outputs.1.title": "?",
    "outputs.1.link": "",
    "occurrences.1.date": "?",
    "ended": "?",
    "circumstances": "?",
    "considerations": "go-on",
    "impact": "?",
    "actions": ["?"],
    "producer": "?",
    "contact_name": "?",
    "contact_details": "?",
    "head_of_profession": "?",
}
