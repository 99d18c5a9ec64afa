"""From a report that was read to the answers of an update of it: what the report has answered isn't asked. Pure."""

from collections.abc import Mapping
from typing import Any

from breach_wizard.interview import Answers
from breach_wizard.interview.paths import items

EMPTY: Mapping[str, Any] = {
    "ongoing": False,
    "exemption": False,
    "noticed": "",
    "ended": "",
    "contact_details": "",
    "head_of_profession": "",
    "considerations": {},
}
"""What a report need not hold counts as asked and left empty. It can be filled in on the check page."""

PARTS = {"outputs": {"link": ""}, "occurrences": {}, "actions": {"status": "", "when": "", "who": ""}}
OF_A_KIND = {"due": "", "ended": ""}
"""What an occurrence with a kind of its own is asked for."""


def update_of(report: Mapping[str, Any]) -> Answers:
    """Return the answers to begin an update with: dated anew, with no changes yet."""
    kept = {name: value for name, value in report.items() if name not in ("report_date", "updates", "changes")}
    answers = dict(EMPTY) | kept
    for name, parts in PARTS.items():
        if isinstance(answers.get(name), list):
            answers[name] = [parts | (OF_A_KIND if one.get("type") else {}) | one for one in items(answers, name)]
    return answers
