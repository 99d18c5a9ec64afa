"""Stories: tables of question id to answer, run through every face; each ends in a report."""

import tomllib
from pathlib import Path
from typing import Any

SCREENS = {"do_now": "go-on", "guidance": "go-on", "check": "write"}
"""What a story need not say: screens are gone past, and what is there is written."""

CASE = tomllib.loads((Path(__file__).parents[1] / "data" / "ofsted-2017.toml").read_text())
"""The source's own case as an answers file; the story below types the same."""

OWN = [one["text"] for one in CASE["actions"] if "text" in one]

OFSTED: dict[str, Any] = {
    "breach_type": "early-release",
    "ongoing": "no",
    "exemption": "no",
    "outputs.1.title": CASE["outputs"][0]["title"],
    "outputs.1.link": CASE["outputs"][0]["link"],
    "due": "22 March 2017",
    "occurrences.1.date": "20 March 2017 17:00",
    "noticed": "",
    "ended": "20 March 2017 5.30pm",
    "circumstances": CASE["circumstances"].strip(),
    "considerations": ("again", "accessed", "go-on"),
    "considerations.accessed": "note",
    "considerations.accessed.note": "54 unique users viewed the web page on the day.",
    "impact": CASE["impact"].strip(),
    "actions": ["withdraw", "own"],
    "actions.1.text": "\n".join(text.strip() for text in OWN),
    "actions.status": ["withdraw", "1", "2"],
    "actions.3.when": "",
    "actions.3.who": "",
    "actions.4.when": "",
    "actions.4.who": "",
    "actions.5.when": "",
    "actions.5.who": "",
    "producer": "Ofsted",
    "contact_name": "Statistics publishing team",
    "contact_details": "",
    "head_of_profession": "",
    "check": ("again", "row:report_date", "write"),
    "report_date": "21 March 2017",
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

SEVERAL: dict[str, Any] = LATE | {
    "check": ("again", "add", "add", "add", "write"),
    "add": ("again", "output", "date", "kind"),
    "outputs.2.title": "Labour market overview, regions",
    "outputs.2.link": "",
    "occurrences.2.date": "21 March 2017 9.50am",
    "also": "early-release",
    "occurrences.3.due": "24 March 2017",
    "occurrences.3.date": "23 March 2017 5pm",
    "occurrences.3.ended": "23 March 2017 5.10pm",
    "producer": "ONS",
    "contact_name": "Release desk",
    "contact_details": "",
    "head_of_profession": "",
}
del SEVERAL["as_last_time"]
