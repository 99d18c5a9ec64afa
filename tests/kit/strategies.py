"""Hypothesis strategies for everything that a report can hold."""

from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from breach_wizard import form, guidance
from breach_wizard.dates import Moment
from breach_wizard.report import Report
from breach_wizard.text import clean

NOT_KNOWN = st.just("?")

MARKUP = st.sampled_from(
    [
        "|", "\\", "`", "*", "_", "[", "]", "<", ">", "#", "##", "-", "- ", "+ ", "1. ", "2) ", "=", "===", "---", "- - -", "~", "~~~",
        "```", "&", "&amp;", "&#124;", "!", "$", ":", ":-", "-:", ":-:", "|-|", "\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n# ", "\n    ",
        "\n\t", " ", "\u00a0", "\u200d", "\u202e", "\u2066", "é", "ﷺ", "👩‍🔬", "漢字", "שלום", "a", "Z", "0", "9", ".", ",", "“", "’", "–",
        "https://www.gov.uk/a_b?c=d&e=f#g", "http://x", "www.example.org", "ftp://x", "a.b@c.uk", "<https://a>", "<b>", "</td>", "<!--",
        "[a](b)", "[a]: b", "![a](b)", "**Taken:**", "*Not yet known*", "*See below*", "Taken:", "When:", "**When:** x", "### What happened",
        "## 3. Impact of the breach", "| Link | x |", "\\\n", "\\|", "{{ x }}", "%", "^", "  ", "@name", ":word:", "\r\n", "\x1b[31m",
        form.NOT_GIVEN, form.NO_ACTION, form.SEE_BELOW, form.STILL_GOING_ON, form.AGREED, form.NOT_YET_KNOWN, "?", "???",
    ]
)  # fmt: skip
CHARACTERS = st.text(st.characters(codec="utf-8"), max_size=8)
TYPED = st.lists(st.one_of(MARKUP, CHARACTERS), max_size=12).map("".join).map(clean)
GIVEN = TYPED.filter(bool)
DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
MOMENTS = st.builds(Moment, DAYS, st.none() | TIMES, st.booleans())
WHEN = MOMENTS | NOT_KNOWN


def types() -> st.SearchStrategy[str]:
    return st.sampled_from(list(guidance.active().types))


def given_or_unknown() -> st.SearchStrategy[str]:
    return st.one_of(GIVEN, NOT_KNOWN)


def outputs() -> st.SearchStrategy[Any]:
    one = st.fixed_dictionaries({"title": given_or_unknown(), "link": TYPED})
    return st.lists(one, min_size=1, max_size=3).map(tuple) | NOT_KNOWN


def occurrences() -> st.SearchStrategy[Any]:
    due = st.one_of(WHEN, st.just("not announced"))
    own = {"note": GIVEN, "type": types(), "due": due, "ended": WHEN}
    one = st.fixed_dictionaries({"moment": WHEN}, optional=own)
    return st.lists(one, min_size=1, max_size=3).map(tuple) | NOT_KNOWN


def actions() -> st.SearchStrategy[Any]:
    status = st.sampled_from(["taken", "planned", "not-taken", ""])
    one = st.fixed_dictionaries({"text": given_or_unknown(), "status": status, "when": TYPED, "who": TYPED})
    return st.lists(one, max_size=4).map(tuple) | NOT_KNOWN


def reports() -> st.SearchStrategy[Report]:
    """Every report that can exist."""
    required = {
        "breach_type": types(),
        "outputs": outputs(),
        "occurrences": occurrences(),
        "producer": given_or_unknown(),
        "contact_name": given_or_unknown(),
        "report_date": DAYS | NOT_KNOWN,
        "references": st.lists(given_or_unknown(), min_size=1, max_size=3).map(tuple) | NOT_KNOWN,
        "circumstances": given_or_unknown(),
        "impact": given_or_unknown(),
        "actions": actions(),
    }
    optional = {
        "also": st.lists(types(), unique=True, max_size=2).map(tuple),
        "exemption": st.sampled_from([True, False, "?"]),
        "due": st.one_of(WHEN, st.just("not announced"), st.none()),
        "noticed": WHEN | st.none(),
        "ended": st.one_of(WHEN, st.none(), st.sampled_from(["ongoing", "stays-up"])),
        "contact_details": TYPED,
        "head_of_profession": TYPED,
        "statement_link": TYPED,
        "previous_breaches": TYPED,
    }
    updated = st.fixed_dictionaries({"updates": DAYS, "changes": st.lists(GIVEN, max_size=3).map(tuple)})
    values = st.fixed_dictionaries(required, optional=optional)
    return st.tuples(values, st.just({}) | updated).map(lambda both: _report(both[0] | both[1]))


def _report(values: dict[str, Any]) -> Report:
    """A report of a kind that is announced has an announced time."""
    timed = guidance.active().types[values["breach_type"]].timing != "none"
    return Report(**(values | ({"due": "?"} if timed and values.get("due") is None else {})))
