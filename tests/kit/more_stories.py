"""Eight more stories, of cases that a Head of Profession's office meets; the reports that they make are read aloud."""

from typing import Any, Final

TEAM: Final = {
    "producer": "Department for Trade",
    "contact_name": "Statistics release team",
    "contact_details": "statistics@example.gov.uk",
    "head_of_profession": "Head of Profession for Statistics",
}

LEAK_TOLD_LATER: dict[str, Any] = TEAM | {
    "breach_type": "pre-release-leak",
    "ongoing": "published",
    "outputs.1.title": "Trade in services, January 2017",
    "outputs.1.link": "https://www.example.org/trade-in-services",
    "due": "16 March 2017",
    "occurrences.1.date": "15 March 2017 4.10pm",
    "noticed": "21 March 2017 2pm",
    "circumstances": (
        "The pre-release email was addressed from an old distribution list, which still held a policy adviser who had "
        "left the pre-release list in January. The list is kept by hand, and nobody compares it with the pre-release "
        "list before an email is sent."
    ),
    "previous_breaches": "None that we know of.",
    "considerations": ("again", "recipients", "passed-on", "go-on"),
    "considerations.recipients": "One policy adviser in the department.",
    "considerations.passed-on": "No. The adviser did not open the email before the release.",
    "impact": "No impact outside the organisation. The adviser had not opened the email before the release.",
    "actions": ["remind-staff", "clean-list"],
    "actions.status": ["remind-staff"],
    "actions.clean-list.when": "by 31 March; release team",
    "check": ("again", "row:market_sensitive", "write"),
    "market_sensitive": "choice:No",
}

QUOTED: dict[str, Any] = TEAM | {
    "breach_type": "other",
    "ongoing": "no",
    "outputs.1.title": "Bus passengers, quarter 4 of 2016",
    "outputs.1.link": "",
    "due": "22 March 2017",
    "occurrences.1.date": "21 March 2017 11am",
    "ended": "",
    "circumstances": (
        "In an interview on the day before the release, the minister said that the number of passengers had risen. The "
        "minister had pre-release access. The briefing for the interview did not say that the statistics were not yet "
        "published."
    ),
    "previous_breaches": "",
    "considerations": ("again", "accessed", "go-on"),
    "considerations.accessed": "?",
    "impact": None,
    "actions": ["tell-press-office", "others"],
    "actions.others": ["embargo-wording"],
    "actions.status": ["tell-press-office"],
    "actions.embargo-wording.when": "by 30 April; press office",
    "check": ("again", "missing:references", "write"),
    "references": ["figures-before-release"],
}

AT_TWO: dict[str, Any] = TEAM | {
    "breach_type": ("again", "unsure", "late-publication"),
    "triage.official": "yes",
    "triage.public_early": "no",
    "triage.reached": "no",
    "triage.too_soon": "no",
    "triage.late": "no",
    "triage.quoted": "no",
    "triage.other": "no",
    "triage.verdict": "again",
    "ongoing": "no",
    "outputs.1.title": "Winter deaths, week 11 of 2017",
    "outputs.1.link": "",
    "due": "21 March 2017 2pm",
    "ended": "2.12pm",
    "circumstances": "The page was authorised at 2pm, and the system took 12 minutes to publish it.",
    "previous_breaches": "",
    "considerations": "go-on",
    "impact": "No impact that we know of.",
    "actions": ["check-after-upload"],
    "actions.status": "by 31 March",
}

TWO_EDITIONS: dict[str, Any] = TEAM | {
    "breach_type": "early-release",
    "ongoing": "no",
    "outputs.1.title": "Regional accounts",
    "outputs.1.link": "",
    "due": "22 February 2018",
    "occurrences.1.date": "21 February 2018 4pm",
    "occurrences.1.date.look": "keep",
    "noticed": "",
    "ended": "21 February 2018 4.20pm",
    "ended.look": "keep",
    "circumstances": "A test of the new publishing system was carried out on the live site.",
    "previous_breaches": "None that we know of.",
    "considerations": "go-on",
    "impact": "Nobody is known to have opened the page.",
    "actions": ["withdraw"],
    "actions.status": "done",
    "check": ("again", "row:report_date", "row:references", "write"),
    "report_date": "22 February 2018",
    "references": "T3.4; T3.6",
}

PLANNED_THEN_TAKEN: tuple[dict[str, Any], ...] = (
    LEAK_TOLD_LATER,
    {
        "approved": "approved",
        "approved.by": "Head of Profession for Statistics, 22 March 2017",
        "check": ("again", "row:actions.clean-list", "write"),
        "actions.clean-list": "status:taken",
        "actions.clean-list.when": "22 March 2017",
        "replace": "yes",
    },
)

LATE_AND_IN_DOUBT: dict[str, Any] = TEAM | {
    "breach_type": "late-publication",
    "ongoing": "yes",
    "outputs.1.title": "Prices of farm land, 2016",
    "outputs.1.link": "",
    "due": "22 March 2017",
    "circumstances": (
        "A check on the morning of the release found that one region had been counted twice. The release is held back "
        "until the figures have been made again and checked."
    ),
    "previous_breaches": "",
    "considerations": ("again", "sensitivity-late", "go-on"),
    "considerations.sensitivity-late": "Not market sensitive. The delay is likely to be two days.",
    "impact": None,
    "actions": ["issue-statement-late", "second-person"],
    "actions.status": ["issue-statement-late"],
    "actions.second-person.when": "",
}

CORRECTED: tuple[dict[str, Any], ...] = (
    LATE_AND_IN_DOUBT,
    {
        "approved": "correct",
        "ongoing": "no",
        "ended": "22 March 2017 9.50am",
        "check": ("again", "row:circumstances", "write"),
        "circumstances": (
            "A check on the morning of the release found that one region had been counted twice. The release was held "
            "back for 20 minutes, until the figures had been made again and checked."
        ),
        "replace": "yes",
    },
)

LINK_IN_SCOTLAND: dict[str, Any] = TEAM | {
    "breach_type": "pre-release-leak",
    "ongoing": "no",
    "access_ended": "yes",
    "outputs.1.title": "Fish landings, 2016",
    "outputs.1.link": "",
    "due": "28 March 2017",
    "occurrences.1.date": "20 March 2017 3pm",
    "noticed": "21 March 2017 9.15am",
    "ended": "21 March 2017 9.20am",
    "circumstances": (
        "The folder of the draft release was shared by a link that anyone in the organisation could open, where a link "
        "for named people was meant. The system offers the wider link first."
    ),
    "previous_breaches": "None that we know of.",
    "considerations": ("again", "recipients", "go-on"),
    "considerations.recipients": "Three members of staff outside the team opened the folder.",
    "impact": None,
    "actions": ["recall-data", "remind-staff"],
    "actions.status": ["recall-data", "remind-staff"],
    "producer": "Marine statistics",
    "head_of_profession": "Chief Statistician",
}
