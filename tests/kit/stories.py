"""Stories: tables of question id to answer, run through every face; each ends in a report."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.kit import more_stories


@dataclass(frozen=True)
class GoBack:
    """As an answer: go back, with this in the field."""

    typed: str = ""


BACK: Final = GoBack()
STOP: Final = object()
"""As an answer: Ctrl-C, or /quit."""


class Table:
    """A story's answers, handed out question by question.

    An answer may be several in a tuple ``("again", first, second, ...)`` for a question that comes more than once; the
    last is given from then on.
    """

    def __init__(self, story: Mapping[str, Any], defaults: Mapping[str, Any] | None = None) -> None:
        self.story = story
        self.defaults = defaults or {}
        self.used: set[str] = set()
        self.counts: dict[str, int] = {}

    def answer(self, name: str) -> Any:
        """Return the answer to a question; fails on one that the story doesn't expect."""
        if name in self.story:
            self.used.add(name)
        else:
            assert name in self.defaults, f"unexpected question {name!r}"
        answer = self.story.get(name, self.defaults.get(name))
        if isinstance(answer, tuple) and answer and answer[0] == "again":
            self.counts[name] = self.counts.get(name, 0) + 1
            answer = answer[min(self.counts[name], len(answer) - 1)]
        return answer

    def verify(self) -> None:
        """Fail on rows that were never asked for."""
        unused = set(self.story) - self.used
        assert not unused, f"never asked: {sorted(unused)}"


SCREENS = {
    "do_now": "go-on",
    "guidance": "go-on",
    "page": "more",
    "access_ended": "no",
    "check": "write",
    "approved": "correct",
    "anything_else": "no",
}
"""What a story need not say: screens are gone past, a leak that is over was deleted, what is there is written, nobody has
approved it yet, and that is all."""

CASE = tomllib.loads((Path(__file__).parents[1] / "data" / "ofsted-2017.toml").read_text())
"""The source's own case as an answers file; the story below types the same."""

OWN = [one["text"] for one in CASE["actions"] if "text" in one]

OFSTED: dict[str, Any] = {
    "breach_type": "early-release",
    "ongoing": "no",
    "outputs.1.title": CASE["outputs"][0]["title"],
    "outputs.1.link": CASE["outputs"][0]["link"],
    "due": "22 March 2017",
    "occurrences.1.date": "20 March 2017 17:00",
    "noticed": "",
    "ended": "20 March 2017 5.30pm",
    "circumstances": CASE["circumstances"].strip(),
    "previous_breaches": "",
    "considerations": ("again", "accessed", "go-on"),
    "considerations.accessed": "54 unique users viewed the web page on the day.",
    "impact": CASE["impact"].strip(),
    "actions": ["withdraw", "own"],
    "actions.1.text": "\n".join(text.strip() for text in OWN),
    "actions.status": ["withdraw", "1", "2"],
    "actions.3.when": "",
    "actions.4.when": "",
    "actions.5.when": "",
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
    "outputs.1.title": "Labour market overview",
    "outputs.1.link": "",
    "due": "22 March 2017",
    "ended": "9.38",
    "circumstances": "The page had not been authorised the day before.",
    "previous_breaches": "",
    "considerations": "go-on",
    "impact": "No immediate impact.",
    "actions": ["email-key-users"],
    "actions.status": "done",
    "as_last_time": "yes",
}

LEAK: dict[str, Any] = {
    "breach_type": "unsure",
    "triage.official": "unsure",
    "triage.public_early": "no",
    "triage.reached": "yes",
    "triage.serious": "no",
    "triage.exempt": "no",
    "triage.verdict": "pre-release-leak",
    "ongoing": "yes",
    "outputs.1.title": "Crime | quarterly [official sensitive]",
    "outputs.1.link": "To be published 3/12/2021",
    "due": "?",
    "occurrences.1.date": "02 November 2020, ~09.45",
    "occurrences.1.date.look": "keep",
    "noticed": "?",
    "circumstances": "A reply was sent with 14 named recipients and 2 mailboxes in copy.\n- one\n- two",
    "previous_breaches": "",
    "considerations": ("again", "recipients", "passed-on", "go-on"),
    "considerations.recipients": "14 named recipients and 2 mailboxes",
    "considerations.passed-on": "?",
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
    "outputs.1.title": "?",
    "outputs.1.link": "",
    "due": "",
    "occurrences.1.date": "?",
    "ended": "?",
    "circumstances": "?",
    "previous_breaches": "None that we know of.",
    "considerations": "go-on",
    "impact": "?",
    "actions": ["?"],
    "producer": "?",
    "contact_name": "?",
    "contact_details": "?",
    "head_of_profession": "?",
    "check": ("again", "row:exemption", "row:market_sensitive", "missing:references", "write"),
    "exemption": "yes",
    "exemption_note": "The regulator, 2 March 2017",
    "market_sensitive": "choice:No",
    "references": ["published-wrong", "error-not-corrected"],
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
    "occurrences.3.date.look": "keep",
    "occurrences.3.ended.look": "keep",
    "occurrences.3.ended": "23 March 2017 5.10pm",
    "producer": "ONS",
    "contact_name": "Release desk",
    "contact_details": "",
    "head_of_profession": "",
}
del SEVERAL["as_last_time"]

BACK_AND_CHANGE: dict[str, Any] = {
    "breach_type": ("again", "late-publication", "early-release"),
    "ongoing": ("again", "no", BACK, "yes", "no"),
    "do_now": ("again", "go-on", BACK, "guidance", "messages", BACK, "go-on"),
    "do_now.guidance": BACK,
    "messages": ("again", "hop-early", BACK),
    "message": ("again", "copy", BACK),
    "guidance": ("again", BACK, "go-on"),
    "outputs.1.title": ("again", "First title", "Second title"),
    "outputs.1.link": ("again", BACK, "https://example.org/a_b"),
    "due": ("again", GoBack("31 February 2017"), "22 March 2017 10am"),
    "occurrences.1.date": "20 March 2017 17:00",
    "noticed": ("again", BACK, ""),
    "ended": "20 March 2017 5.30pm",
    "circumstances": ("again", GoBack("Half a sentence"), "A whole sentence.\n\n/not a command, and // neither."),
    "previous_breaches": "",
    "considerations": ("again", "sensitivity-early", "go-on"),
    "considerations.sensitivity-early": "-",
    "impact": "No immediate impact.",
    "actions": ("again", ["none"], ["bring-forward", "others"]),
    "actions.others": ["training"],
    "actions.status": ("again", BACK, ["training"]),
    "actions.bring-forward.when": "by 31 March",
    "producer": ("again", BACK, "Ofsted"),
    "contact_name": "Statistics publishing team",
    "contact_details": "/direct line: 0300 123 1231",
    "head_of_profession": "",
}

STOPPED: tuple[dict[str, Any], ...] = (
    {name: LEAK[name] for name in LEAK if name in ("breach_type", "ongoing") or name.startswith(("tri", "out"))}
    | {"due": "today", "occurrences.1.date": STOP},
    {
        "occurrences.1.date": "yesterday 16.40",
        "noticed": "today 9.12",
        "circumstances": STOP,
    },
    {
        name: LEAK[name]
        for name in LEAK
        if name.startswith(("circ", "prev", "cons", "imp", "act", "prod", "contact", "head"))
    },
)

TO_FOLLOW: tuple[dict[str, Any], ...] = (
    OFSTED
    | {
        "considerations": ("again", "accessed", "go-on"),
        "considerations.accessed": "?",
        "noticed": "?",
        "actions": ["withdraw"],
        "actions.status": "done",
        "check": ("again", "preview", "write"),
        "preview": "back",
    },
    {
        "noticed": "20 March 2017 5.10pm",
        "considerations.accessed": "54 people opened the page that day.",
        "impact.again": "yes",
        "impact": "54 people opened the page that day.",
        "replace": "yes",
    },
)
for name in ("report_date", *(name for name in OFSTED if name.startswith("actions."))):
    TO_FOLLOW[0].pop(name, None)
TO_FOLLOW[0]["actions.status"] = "done"

NOT_SURE: dict[str, Any] = LATE | {
    "breach_type": ("again", "unsure", "unsure", "late-publication"),
    "triage.official": ("again", BACK, "yes"),
    "triage.public_early": ("again", BACK, "no"),
    "triage.reached": "no",
    "triage.too_soon": "no",
    "triage.late": "no",
    "triage.quoted": "no",
    "triage.other": "no",
    "triage.verdict": ("again", BACK, "again"),
    "producer": "ONS",
    "contact_name": "Release desk",
    "contact_details": "",
    "head_of_profession": "?",
}
del NOT_SURE["as_last_time"]

CHECKED: tuple[dict[str, Any], ...] = (
    SEVERAL
    | {
        "check": (
            "again", "add", "add", "add", "add", "row:actions.email-key-users", "row:actions.email-key-users", "row:references",
            "row:considerations", "row:breach_type", "row:circumstances", "leave",
        ),
        "add": ("again", "output", "date", "kind", "drop:outputs:1"),
        "actions.email-key-users": ("again", "text", "status:not-taken"),
        "actions.email-key-users.text": "Wrote to the users who had rung.",
        "actions.email-key-users.reason": "Nobody else had asked.",
        "references": "Protocol 2, principle 4; T3.6",
        "considerations": ("again", "go-on", "go-on", BACK),
        "breach_type": ("again", "late-publication", BACK),
        "circumstances": ("again", SEVERAL["circumstances"], "Written anew.\n- with an item\n- and another"),
    },
    {"check": "write"},
)  # fmt: skip

PROFILED: dict[str, Any] = LATE | {"ongoing": "yes"}
del PROFILED["ended"]

AS_KNOWN: dict[str, Any] = OFSTED | {
    "occurrences.1.date": "14 and 15 March 2017",
    "noticed": ("again", BACK, "some time after lunch"),
    "noticed.words": "keep",
    "ended": "between 5pm and 5.30pm on 15 March 2017",
}

STORIES: dict[str, tuple[dict[str, Any], ...]] = {
    "early": (OFSTED,),
    "late": (PROFILED,),
    "leak": (LEAK,),
    "other": (OTHER,),
    "several": (SEVERAL,),
    "back": (BACK_AND_CHANGE,),
    "stopped": STOPPED,
    "to-follow": TO_FOLLOW,
    "not-sure": (NOT_SURE,),
    "checked": CHECKED,
    "leak-told-later": (more_stories.LEAK_TOLD_LATER,),
    "quoted": (more_stories.QUOTED,),
    "at-two": (more_stories.AT_TWO,),
    "two-editions": (more_stories.TWO_EDITIONS,),
    "planned-then-taken": more_stories.PLANNED_THEN_TAKEN,
    "late-and-in-doubt": (more_stories.LATE_AND_IN_DOUBT,),
    "corrected": more_stories.CORRECTED,
    "link-in-scotland": (more_stories.LINK_IN_SCOTLAND,),
    "as-known": (AS_KNOWN,),
}
"""Each story is one run or several; all but the last end in a draft or a file, and the next one resumes it."""
