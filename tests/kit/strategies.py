"""Hypothesis strategies for everything that a report can hold, made from the table of questions."""

from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from breach_wizard import form
from breach_wizard.approval import THE
from breach_wizard.dates.moment import Moment, Words, on_one_line
from breach_wizard.guidance import Guidance
from breach_wizard.interview.questions import QUESTIONS, Part, Question
from breach_wizard.interview.reserved import reserved_labels
from breach_wizard.report import Approval, Report
from breach_wizard.report.making import made
from breach_wizard.report.model import More, in_order
from breach_wizard.standing import WORDS
from breach_wizard.tables import tidied
from breach_wizard.text import clean
from tests.kit.today import GUIDANCE

NOT_KNOWN = st.just("?")

MARKUP = st.sampled_from(
    [
        "|", "\\", "`", "*", "_", "[", "]", "<", ">", "#", "##", "-", "- ", "+ ", "1. ", "2) ", "=", "===", "---", "- - -", "~", "~~~",
        "```", "&", "&amp;", "&#124;", "!", "$", ":", ":-", "-:", ":-:", "|-|", "\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n# ", "\n    ",
        "\n\t", " ", "\u00a0", "\u200d", "\u202e", "\u2066", "é", "ﷺ", "👩‍🔬", "漢字", "שלום", "a", "Z", "0", "9", ".", ",", "“", "’", "–",
        "https://www.gov.uk/a_b?c=d&e=f#g", "http://x", "www.example.org", "ftp://x", "a.b@c.uk", "<https://a>", "<b>", "</td>", "<!--",
        "[a](b)", "[a]: b", "![a](b)", "**Taken:**", "*Not yet known*", "*See below*", "Taken:", "When:", "**When:** x", "### What happened",
        "## 3. Impact of the breach", "| Link | x |", "\\\n", "\\|", "{{ x }}", "%", "^", "  ", "@name", ":word:", "\r\n", "\x1b[31m",
        *WORDS.values(), form.NO_ACTION, form.SEE_BELOW, form.AGREED, form.YES, "?", "???",
    ]
)  # fmt: skip
CHARACTERS = st.text(st.characters(codec="utf-8"), max_size=8)
TYPED = st.lists(st.one_of(MARKUP, CHARACTERS), max_size=12).map("".join).map(clean)
GIVEN = TYPED.filter(bool)
ROLES = GIVEN.map(lambda text: clean(" ".join(text.split("\n")))).filter(lambda text: text and not THE.match(text))
DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
RELATIONS = st.sampled_from(["before", "just before", "by", "after", "just after"])
TWO_DAYS = st.lists(DAYS, min_size=2, max_size=2, unique=True).map(sorted)
TWO_TIMES = st.lists(TIMES, min_size=2, max_size=2, unique=True).map(sorted)


def _between(days: list[date], times: list[time]) -> Moment:
    return Moment(days[0], times[0], kind="between", to_date=days[1], to_time=times[1])


MOMENTS = st.one_of(
    st.builds(Moment, DAYS, st.none() | TIMES, st.booleans()),
    st.builds(Moment, DAYS, st.none() | TIMES, kind=RELATIONS),
    st.builds(Moment, DAYS, kind=st.sampled_from(["morning", "afternoon", "evening", "week"])),
    st.builds(Moment, DAYS.map(lambda day: day.replace(day=1)), approximate=st.booleans(), kind=st.just("month")),
    TWO_DAYS.map(lambda days: Moment(days[0], kind="between", to_date=days[1])),
    st.builds(_between, TWO_DAYS, TWO_TIMES),
    st.builds(_between, DAYS.map(lambda day: [day, day]), TWO_TIMES),
)
"""Whatever can be known of when something was."""

WORDS_FOR_A_DATE = TYPED.map(lambda text: on_one_line(text[:90])).filter(bool).map(Words)
WHEN = MOMENTS | WORDS_FOR_A_DATE | NOT_KNOWN

ROWS = st.lists(st.lists(TYPED.map(lambda text: text.split("\n")[0]), min_size=1, max_size=3), min_size=1, max_size=4)
TABLES = ROWS.map(lambda rows: "\n".join(f"| {' | '.join(cells)} |" for cells in rows))
RULES = st.sampled_from(["\n| --- | --- |\n", "\n|-|:-:|-|\n", "\n\n", "\n"])
WITH_TABLES = (
    st.tuples(TYPED, TABLES, RULES, TABLES, TYPED)
    .map(lambda parts: tidied(clean(f"{parts[0]}\n{''.join(parts[1:4])}\n{parts[4]}")))
    .filter(bool)
)
"""Texts with what is a table, and what only looks like one."""


def types() -> st.SearchStrategy[str]:
    return st.sampled_from(list(GUIDANCE.types))


def given_or_unknown() -> st.SearchStrategy[str]:
    return st.one_of(GIVEN, NOT_KNOWN)


OF_THEIR_OWN: dict[str, st.SearchStrategy[Any]] = {
    "breach_type": types(),
    "also": st.lists(types(), unique=True, max_size=2).map(tuple),
    "due": st.one_of(WHEN, st.just("not announced"), st.none()),
    "ended": st.one_of(WHEN, st.none(), st.sampled_from(["ongoing", "published", "stays-up"])),
    "market_sensitive": st.sampled_from([True, False, "?", None]),
    "occurrences.type": types(),
    "occurrences.due": st.one_of(WHEN, st.just("not announced")),
    "actions.status": st.sampled_from(["taken", "planned", "not-taken", ""]),
}
"""The questions and parts that can be answered with more, or less, than their kind says."""


def answer(asked: Question | Part, name: str) -> st.SearchStrategy[Any]:
    """Everything that a report can hold of a question or a part."""
    if name in OF_THEIR_OWN:
        return OF_THEIR_OWN[name]
    match asked.kind:
        case "long-text" if not asked.required:
            return st.one_of(TYPED, WITH_TABLES)
        case "long-text":
            return st.one_of(GIVEN, WITH_TABLES, NOT_KNOWN)
        case "count":
            return st.sampled_from(["", "?", "54", "about 1,234", "over 2 million"])
        case "text":
            return given_or_unknown() if asked.required else TYPED
        case "moment":
            return WHEN if asked.required or isinstance(asked, Part) else WHEN | st.none()
        case "day":
            return DAYS | NOT_KNOWN
        case "yes-no":
            return st.sampled_from([True, False, "?"])
        case "list":
            return st.lists(given_or_unknown(), min_size=1, max_size=3).map(tuple) | NOT_KNOWN
        case "items":
            assert isinstance(asked, Question)
            return items(asked)
    raise NotImplementedError(f"{name}: a strategy for the kind {asked.kind!r}")


def items(question: Question) -> st.SearchStrategy[Any]:
    parts = {part.id: answer(part, f"{question.id}.{part.id}") for part in question.parts}
    if question.id == "occurrences":
        first = {"moment": parts.pop("date")}
        own = {name: GIVEN if name == "note" else one for name, one in parts.items()}
        one = st.fixed_dictionaries(first, optional=own)
    else:
        one = st.fixed_dictionaries(parts)
    least = 0 if question.id == "actions" else 1
    return st.lists(one, min_size=least, max_size=4 - least).map(tuple) | NOT_KNOWN


def more(guidance: Guidance) -> st.SearchStrategy[tuple[More, ...]]:
    """The answers under labels that no question here has."""
    labels = (
        GIVEN.map(lambda text: " ".join(text.split("\n")))
        .map(clean)
        .filter(
            lambda text: (
                text and text.casefold() not in reserved_labels(guidance) and not set(text) & {"\ufffe", "\uffff"}
            )
        )
    )
    section: st.SearchStrategy[Any] = st.sampled_from([one.id for one in form.SECTIONS])
    one = st.tuples(section, labels, TYPED).map(lambda of: More(id=of[1], section=of[0], label=of[1], value=of[2]))
    return st.lists(one, max_size=3, unique_by=lambda item: (item.section, item.label)).map(in_order).map(tuple)


def reports(guidance: Guidance = GUIDANCE) -> st.SearchStrategy[Report]:
    """Every report that can exist."""
    asked = {one.id: answer(one, one.id) for one in QUESTIONS if one.stands}
    required = {one.id: asked[one.id] for one in QUESTIONS if one.required and one.id != "due"}
    optional = {name: one for name, one in asked.items() if name not in required} | {"more": more(guidance)}
    approved = st.just("no") | st.builds(Approval, by=ROLES, on=DAYS)
    optional |= {"approved": approved, "access_ended": st.booleans()}
    updated = st.fixed_dictionaries({"updates": DAYS, "changes": st.lists(GIVEN, max_size=3).map(tuple)})
    values = st.fixed_dictionaries(required, optional=optional)
    return st.tuples(values, st.just({}) | updated).map(lambda both: _report(both[0] | both[1]))


def _report(values: dict[str, Any]) -> Report:
    """A report of a kind that is announced has an announced time; access was ended only of what can end so, and has."""
    kind = GUIDANCE.types[values["breach_type"]]
    timed = kind.timing != "none"
    by_access = kind.access.yes and (values.get("ended") == "?" or isinstance(values.get("ended"), Moment | Words))
    values |= {"due": "?"} if timed and values.get("due") is None else {}
    return made(Report, values | ({} if by_access else {"access_ended": False}))
