"""When something was, as it is known: every way to say it, in every question, through every file; and what follows."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard import answers as answers_file
from breach_wizard.dates.clocks import instant
from breach_wizard.dates.lengths import length
from breach_wizard.dates.moment import Moment, Words, earliest_days, surely_before
from breach_wizard.dates.reading import other_weekday, parse_moment, read
from breach_wizard.dates.sides import NotUnderstood
from breach_wizard.errors import AnswersError, InputError
from breach_wizard.exports import FORMATS, load
from breach_wizard.exports.template_fields import values
from breach_wizard.facts import contradictions, timing
from breach_wizard.imports import recognise
from breach_wizard.interview.asked import own_questions
from breach_wizard.interview.context import Context
from breach_wizard.interview.proposals import complete
from breach_wizard.interview.values import accept, refusal
from breach_wizard.output import document
from breach_wizard.report import from_answers, to_answers
from tests.kit import runs, samples
from tests.kit.strategies import MOMENTS
from tests.kit.today import GUIDANCE
from tests.test_questions import BODY

NOW = runs.NOW
"""Wednesday 22 March 2017, 10am."""

ABSOLUTE = {
    "20 March 2017 5pm": "20 March 2017, 5pm",
    "February 2021": "February 2021",
    "Feb 2021": "February 2021",
    "about February 2021": "about February 2021",
    "26 to 29 September 2022": "26 to 29 September 2022",
    "February to March 2021": "1 February to 31 March 2021",
    "between Nov. 2020 and Feb 2021": "1 November 2020 to 28 February 2021",
    "November - February 2021": "1 November 2020 to 28 February 2021",
    "26 September 2022 – 29 September 2022": "26 to 29 September 2022",
    "26 September 2022 to 29 September 2022": "26 to 29 September 2022",
    "Between 26 and 29 September 2022": "26 to 29 September 2022",
    "9 - 12 September 2022": "9 to 12 September 2022",
    "26/09/2022-29/09/2022": "26 to 29 September 2022",
    "26 September to 2 October 2022": "26 September to 2 October 2022",
    "30 December 2022 to 2 January 2023": "30 December 2022 to 2 January 2023",
    "between 9.30am and 10am on 3 June 2024": "between 9.30am and 10am on 3 June 2024",
    "3 June 2024, 9.30-10am": "between 9.30am and 10am on 3 June 2024",
    "2.30 to 3pm on 3 June 2024": "between 2.30pm and 3pm on 3 June 2024",
    "10 to 2pm on 3 June 2024": "between 10am and 2pm on 3 June 2024",
    "04:30 to 5pm on 3 June 2024": "between 4.30am and 5pm on 3 June 2024",
    "3 June 2024 0930-1000": "between 9.30am and 10am on 3 June 2024",
    "between 5pm on 3 June 2024 and 9am on 4 June 2024": "between 5pm on 3 June 2024 and 9am on 4 June 2024",
    "before 9.30am on 13 May 2009": "before 9.30am on 13 May 2009",
    "13 May 2009, before 9.30am": "before 9.30am on 13 May 2009",
    "by 5pm on 13 May 2009": "by 5pm on 13 May 2009",
    "after 13 May 2009": "after 13 May 2009",
    "just after 9.30am on 3 June 2024": "just after 9.30am on 3 June 2024",
    "afternoon of 3 June 2024": "the afternoon of 3 June 2024",
    "3 June 2024, afternoon": "the afternoon of 3 June 2024",
    "the week of 3 June 2024": "the week of 3 June 2024",
    "w/c 3 May 2023": "the week of 3 May 2023",
    "week ending 9 June 2024": "3 to 9 June 2024",
    "May 15, 2024": "15 May 2024",
    "15 May 2024, 8.30am BST": "15 May 2024, 8.30am",
    "15 January 2024 8.30am GMT": "15 January 2024, 8.30am",
    "14 July 2021 @ 15:19": "14 July 2021, 3.19pm",
    "15/5/2024 @ 15:19": "15 May 2024, 3.19pm",
    "14 July 2021 c. 3pm": "14 July 2021, about 3pm",
    "14 July 2021 09:30hrs": "14 July 2021, 9.30am",
    "3.30 in the afternoon of 3 June 2024": "3 June 2024, 3.30pm",
    "half past nine on 3 June 2024": "3 June 2024, 9.30am",
    "quarter to ten in the evening on 3 June 2024": "3 June 2024, 9.45pm",
    "nine o'clock on 3 June 2024": "3 June 2024, 9am",
    "“some time over Easter”": "“some time over Easter”",
}
"""What may stand in a file too, all of it used."""

NOT_ALL_USED = {
    "14 July 2021 15:19:30": "14 July 2021, 3.19pm",
    "4 May 2023 (updated 9 May 2023)": "4 May 2023",
    "1. 14 July 2021": "14 July 2021",
    "Discovered on 14 July 2021": "14 July 2021",
}
"""Of these something is left out, which is said."""

FROM_NOW = {
    "afternoon": "the afternoon of 22 March 2017",
    "this morning": "the morning of 22 March 2017",
    "c. 9am": "22 March 2017, about 9am",
    "09:30hrs": "22 March 2017, 9.30am",
    "just after 9.30am": "just after 9.30am on 22 March 2017",
    "afternoon of 3 June": "the afternoon of 3 June 2016",
    "3.30 this afternoon": "22 March 2017, 3.30pm",
    "Tuesday": "21 March 2017",
    "last Monday": "20 March 2017",
    "last Wednesday": "15 March 2017",
    "Monday morning": "the morning of 20 March 2017",
    "9.12 on Tuesday": "21 March 2017, 9.12am",
    "10 minutes ago": "22 March 2017, 9.50am",
    "about two hours ago": "22 March 2017, about 8am",
    "half an hour ago": "22 March 2017, 9.30am",
    "3 days ago": "19 March 2017",
    "half past nine": "22 March 2017, 9.30am",
    "30 December to 2 January": "30 December 2016 to 2 January 2017",
    "just now": "22 March 2017, 10am",
}
"""What counts from now."""

REFUSED = {
    "Wednesday": "Wednesday 22 March 2017",
    "this Monday": "Monday 20 March 2017 or Monday 27 March 2017",
    "next Monday": "Monday 27 March 2017 or Monday 3 April 2017",
    "half past three": "morning or afternoon",
    "May 15": "day first",
    "05/15/2024": "no month 15",
    "8.30am GMT on 15 May 2024": "BST",
    "29 to 26 September 2022": "earlier first",
    "5pm on the morning of 3 June 2024": "not in the morning",
    "14 and 15 July 2021, 9am": "its own time",
    "20 March 2017 22 March 2017": "more than one date",
    "14 July 2021, 5pm, 6pm, 15 July 2021": "more than one date",
    "5pm, 14 July 2021, 9am, 15 July 2021": "more than one date",
    "February": "year is missing",
}
NAMES_NONE = (
    "some time over Easter", "2017", "about 2017", "between 2017 and 2018", "14 July in 2021", "mid-July 2021", "14 July 2021 or 15 July 2021",
    "2 to 3 June 2024 at 9am", "14 July 2021 9am to 15 July 2021", "before 14 and 15 July 2021", "14. July 2021", "9am and 10am on 3 June 2024",
    "early July 2021", "late July", "end of July 2021", "July and August 2021", "March 2021 to March 2021", "3 May to June 2021",
    "seventeenth of June at 9am", "the night of 3 June 2024", "3 June 2024 at night", "14 July 2021?", "not 14 July 2021", "it may have been Tuesday", "TBC",
)  # fmt: skip

SEVERAL = {
    "14 and 15 July 2021": ["14 July 2021", "15 July 2021"],
    "14, 15 and 16 July 2021": ["14 July 2021", "15 July 2021", "16 July 2021"],
    "14 July & 15 July 2021": ["14 July 2021", "15 July 2021"],
    "14/07/2021, 15/07/2021": ["14 July 2021", "15 July 2021"],
    "14 July 2021, 9am and 15 July 2021, 10am": ["14 July 2021, 9am", "15 July 2021, 10am"],
    "14 July 2021, 5pm, 15 July 2021, 9.30am and 16 July 2021": [
        "14 July 2021, 5pm",
        "15 July 2021, 9.30am",
        "16 July 2021",
    ],
    "14 July 2021, about 5pm, 15 July 2021, morning": ["14 July 2021, about 5pm", "the morning of 15 July 2021"],
    "14 July 2021 and 15/7/2021 and 14 July 2021": ["14 July 2021", "15 July 2021"],
    "yesterday and today": ["21 March 2017", "22 March 2017"],
}

WORLD = Context(now=NOW, guidance=BODY)
OWN = next(one.id for one in own_questions(BODY) if one.kind == "moment")
EARLY: Any = {"breach_type": "early-release", "ongoing": False}
QUESTIONS = (
    ("due",), ("noticed",), ("ended",), (OWN,), *(("occurrences", "1", part) for part in ("date", "due", "ended")),
)  # fmt: skip
"""Every question that takes a moment."""


def test_these_are_all_the_questions_that_take_a_moment() -> None:
    taking = {path for path in QUESTIONS if refusal(path, "31 February 2017", EARLY, WORLD)}
    assert taking == set(QUESTIONS)


@pytest.mark.parametrize("path", QUESTIONS, ids=".".join)
def test_every_way_to_say_when_is_taken_in_a_prompt(path: tuple[str, ...]) -> None:
    for typed, meant in (ABSOLUTE | NOT_ALL_USED | FROM_NOW).items():
        if path[-1] == "due" and ("Tuesday" in typed or "Monday" in typed or "Wednesday" in typed):
            continue  # what is due may lie ahead
        taken = accept(path, typed, EARLY, WORLD)
        with_time = f"{meant}, 9.30am" if path[-1] == "due" and re.fullmatch(r"\d+ \w+ \d+", meant) else meant
        assert (taken.value, taken.further) == (with_time, ())
        found = parse_moment(taken.value)
        assert any(found.full in one for one in taken.notices) if isinstance(found, Moment) else taken.notices
        assert (typed in NOT_ALL_USED) == any("used" in one for one in taken.notices), typed


@pytest.mark.parametrize("path", QUESTIONS, ids=".".join)
def test_what_is_refused_quotes_what_was_typed(path: tuple[str, ...]) -> None:
    for typed, says in REFUSED.items():
        refused = refusal(path, typed, EARLY, WORLD)
        assert refused, typed
        assert typed in refused
        assert says in refused
    for typed in NAMES_NONE:
        assert refusal(path, typed, EARLY, WORLD) is None  # it can be kept in its words
        with pytest.raises(NotUnderstood, match=re.escape(typed)):
            accept(path, typed, EARLY, WORLD)


def test_a_weekday_that_may_lie_ahead_is_refused_with_both_days_and_one_that_can_not_is_read() -> None:
    assert str(read("last Monday", now=NOW, to_come=True).moments[0]) == "20 March 2017"
    for to_come, either in ((False, "15 March 2017 or Wednesday 22"), (True, "22 March 2017 or Wednesday 29")):
        with pytest.raises(InputError, match=f"Wednesday {either} March 2017"):
            read("Wednesday", now=NOW, to_come=to_come)
    with pytest.raises(NotUnderstood) as caught:
        read("seventeenth of June at 9am", now=NOW)
    assert "missing" not in str(caught.value)


def test_several_dates_are_occurrences_and_nothing_else() -> None:
    for typed, meant in SEVERAL.items():
        taken = accept(("occurrences", "1", "date"), typed, EARLY, WORLD)
        assert [taken.value, *taken.further] == meant
        assert f"{len(meant)} occurrences" in taken.notices[0]
        for path in QUESTIONS:
            refused = refusal(path, typed, EARLY, WORLD)
            assert (refused is None) == (path[-1] == "date"), (path, typed)
            assert refused is None or typed in refused


def test_a_weekday_of_what_is_due_may_lie_ahead() -> None:
    assert refusal(("due",), "Tuesday", EARLY, WORLD)


def test_a_report_has_a_single_day() -> None:
    for typed in ("February 2021", "14 and 15 July 2021", "about 4 May 2023", "some day", "before 4 May 2023"):
        assert refusal(("report_date",), typed, EARLY, WORLD)
    for typed in ("4 May 2023 (updated 9 May 2023)", "4 May 2023 10am", "May 4, 2023"):
        taken = accept(("report_date",), typed, EARLY, WORLD)
        assert taken.value == "4 May 2023"
        assert len(taken.notices) == 1 + (typed != "May 4, 2023")


# Files.


def filled(when: list[str]) -> dict[str, Any]:
    """An answer to every question, with these in those that take a moment."""
    answers: dict[str, Any] = samples.answers(BODY)
    due, noticed, ended, own, *parts = when
    names = ("date", "due", "ended")
    answers["occurrences"] = [{"key": "1"} | dict(zip(names, parts, strict=True))]
    return answers | {"due": due, "noticed": noticed, "ended": ended, OWN: own, "ongoing": False}


def toml(answers: Mapping[str, Any]) -> str:
    """The moments among the answers as an answers file has them."""

    def value(text: str) -> str:
        found = text.removeprefix("“").removesuffix("”")
        return json.dumps(text, ensure_ascii=False) if found == text else f"{{words = {json.dumps(found)}}}"

    lines = [f"{name} = {value(answers[name])}" for name in ("due", "noticed", "ended", OWN)]
    lines += [
        "[[occurrences]]",
        *(f"{name} = {value(answers['occurrences'][0][name])}" for name in ("date", "due", "ended")),
    ]
    return "\n".join(lines)


FORMS = list(ABSOLUTE)


@pytest.mark.parametrize("first", range(len(FORMS)), ids=lambda number: FORMS[number])
def test_every_way_to_say_when_goes_through_every_file(first: int) -> None:
    typed = [FORMS[(first + more) % len(FORMS)] for more in range(len(QUESTIONS))]
    given, _ = answers_file.read(toml(filled(typed)).encode(), BODY)
    held = samples.answers(BODY) | given | {"ongoing": False}
    report = from_answers(held, BODY)
    answers = to_answers(report, BODY)
    for one in typed:
        assert ABSOLUTE[one] in json.dumps(answers, ensure_ascii=False)
    for name in ("markdown", "word", "json"):
        found = recognise.read(load(name).render(report, BODY), BODY)
        assert found.unplaced == ()
        assert found.answers == answers
        assert from_answers(found.answers, BODY) == report
        report = from_answers(found.answers, BODY)


@pytest.mark.parametrize("name", FORMATS)
def test_every_document_shows_it(name: str) -> None:
    when = ["26 to 29 September 2022", "before 9.30am on 13 May 2009", "February 2021", "“some time over Easter”"]
    given: Any = {**filled([*when, "the week of 3 June 2024", "by 5pm on 13 May 2009", "the morning of 3 June 2024"])}
    assert document(given, name, BODY)  # which looks for each answer in it
    assert values(from_answers(given, BODY), BODY)["noticed"] == when[1]  # in a body's own Word form


@pytest.mark.parametrize("typed", [*FROM_NOW, *SEVERAL, *NAMES_NONE, *REFUSED])
def test_a_file_must_say_when_itself(typed: str) -> None:
    for line in (f"noticed = {json.dumps(typed)}", f"[[occurrences]]\ndate = {json.dumps(typed)}"):
        with pytest.raises(AnswersError) as caught:
            answers_file.read(line.encode(), GUIDANCE)
        (problem,) = caught.value.problems
        assert typed in problem.message


def test_words_in_a_file() -> None:
    answers, _ = answers_file.read(b'noticed = {words = "over  Easter"}', GUIDANCE)
    assert answers["noticed"] == "“over Easter”"
    for wrong in (
        'noticed = {words = ""}',
        "noticed = {words = 5}",
        'noticed = {word = "x"}',
        'report_date = {words = "x"}',
    ):
        with pytest.raises(AnswersError):
            answers_file.read(wrong.encode(), GUIDANCE)


def test_what_a_file_says_and_is_not_used_is_told() -> None:
    for typed, meant in NOT_ALL_USED.items():
        answers, remarks = answers_file.read(f"noticed = {json.dumps(typed)}".encode(), GUIDANCE)
        assert answers["noticed"] == meant
        assert len(remarks) == 1


@pytest.mark.parametrize(
    "moment",
    [
        {"date": "2017-03-20", "kind": "between"},
        {"date": "2017-03-20", "kind": "between", "to_date": "2017-03-19"},
        {"date": "2017-03-20", "kind": "month"},
        {"date": "2017-03-20", "kind": "some day"},
        {"date": "2017-03-20", "time": "17:00", "kind": "week"},
        {"date": "2017-03-20", "tiem": "17:00"},
        {"words": ""},
        {"words": "x", "date": "2017-03-20"},
    ],
)
def test_a_moment_in_json_that_can_not_be_is_refused(moment: dict[str, str]) -> None:
    held = json.loads(load("json").render(from_answers(samples.answers(GUIDANCE), GUIDANCE), GUIDANCE))
    with pytest.raises(AnswersError) as caught:
        recognise.read(json.dumps(held | {"noticed": moment}).encode(), GUIDANCE)
    assert caught.value.problems[0].where.startswith("noticed")


# Forms of others.


@pytest.mark.parametrize(
    ("box", "occurrences"),
    [
        *((text, [{"date": meant}]) for text, meant in ABSOLUTE.items() if "“" not in text),
        *((text, [{"date": one} for one in meant]) for text, meant in SEVERAL.items() if "today" not in text),
        ("4 May 2023 (updated 9 May 2023)", [{"date": "4 May 2023", "note": "updated 9 May 2023"}]),
        ("Discovered on 14 July 2021", [{"date": "14 July 2021", "note": "Discovered"}]),
        ("12 February 2021 (T3.1 & T3.6)", [{"date": "12 February 2021", "note": "T3.1 & T3.6"}]),
        (
            "12 February 2021 (T3.1 & T3.6); 18 September 2020 (T3.3 & T3.4)",
            [{"date": "12 February 2021", "note": "T3.1 & T3.6"}, {"date": "18 September 2020", "note": "T3.3 & T3.4"}],
        ),
    ],
)
def test_a_date_box_of_a_form_of_others(box: str, occurrences: list[dict[str, str]]) -> None:
    text = f"Name of statistical producer: Ofsted\nDate of occurrence of breach: {box}\n"
    found = recognise.read(text.encode(), GUIDANCE)
    listed: Any = found.answers["occurrences"]
    assert [{name: value for name, value in one.items() if name != "key"} for one in listed] == occurrences


@pytest.mark.parametrize("box", ["4 May 2023 10am", "4 May 2023 (updated 9 May 2023)"])
def test_what_the_date_of_a_report_of_others_says_more_is_listed(box: str) -> None:
    text = f"Name of statistical producer: Ofsted\nDate of report: {box}\n"
    found = recognise.read(text.encode(), GUIDANCE)
    assert found.answers["report_date"] == "4 May 2023"
    assert [line for _, line in found.unplaced] == [f"Date of report: {box}"]


# What follows.

LENGTH = re.compile(r"(\d+) (day|hour|minute)s?")
UNITS = {"day": timedelta(days=1), "hour": timedelta(hours=1), "minute": timedelta(minutes=1)}


def told(words: str) -> timedelta:
    return sum((int(count) * UNITS[unit] for count, unit in LENGTH.findall(words)), timedelta())


def holds(claim: str, start: datetime, end: datetime, *, timed: bool) -> bool:
    """Is a length in words true of two minutes?"""
    first, last = instant(start), instant(end)
    assert first is not None
    assert last is not None
    between = last - first if timed else end.date() - start.date()
    if claim.startswith("at least "):
        return told(claim) <= between
    if claim.startswith("at most "):
        return between <= told(claim)
    if claim.startswith("between "):
        least, most = claim.removeprefix("between ").split(" and ")
        least = least if " " in least else f"{least} days"
        return told(least) <= between <= told(most)
    return (
        told(claim)
        <= between
        < told(claim) + (UNITS["hour"] if between > timedelta(hours=100) and timed else UNITS["minute"])
    )


POINTS = st.builds(
    datetime.combine,
    st.dates(date(2016, 1, 1), date(2018, 12, 31)),
    st.builds(time, st.integers(3, 23), st.integers(0, 59)),  # no hour that comes twice, or never
)
SPANS = st.timedeltas(timedelta(0), timedelta(days=3)).map(lambda span: timedelta(minutes=span // UNITS["minute"]))


@st.composite
def blurred(draw: st.DrawFn, point: datetime) -> Moment:
    """What somebody may know of a minute, all of it true."""
    day, clock = point.date(), point.time()
    before, after = point - draw(SPANS), point + draw(SPANS)
    part = "morning" if clock < time(12) else "afternoon" if clock < time(17) else "evening"
    earlier = draw(st.integers(0, 6))
    listed: list[Moment] = [
        Moment(day, clock),
        Moment(day),
        Moment(day.replace(day=1), kind="month"),
        Moment(day, kind="week"),
        Moment(day - timedelta(days=earlier), kind="week"),
        Moment(day, kind=part),  # type: ignore[arg-type]
        Moment(after.date(), after.time(), kind="before"),
        Moment(after.date(), kind="by"),
        Moment(before.date(), before.time(), kind="after"),
        Moment((before - timedelta(days=1)).date(), kind="after"),
        Moment((after + timedelta(days=1)).date(), kind="before"),
        Moment(day, clock, kind="just after"),
        Moment(day, clock, kind="just before"),
        Moment((before - timedelta(days=1)).date(), kind="between", to_date=after.date()),
    ]
    if before < after:
        listed.append(Moment(before.date(), before.time(), kind="between", to_date=after.date(), to_time=after.time()))
    return draw(st.sampled_from(listed))


@given(st.data(), POINTS, POINTS)
def test_a_length_is_true_whenever_each_of_the_two_was(data: st.DataObject, start: datetime, end: datetime) -> None:
    first, last = data.draw(blurred(start)), data.draw(blurred(end))
    for moment, point in ((first, start), (last, end)):
        assert moment.earliest is None or moment.earliest <= point
        assert moment.latest is None or point <= moment.latest
        assert moment.first_day <= point.date() or moment.earliest is None
        assert point.date() <= moment.last_day or moment.latest is None
    claim = length(first, last)
    assert not claim or holds(claim, start, end, timed=first.time is not None and last.time is not None), claim
    assert not surely_before(first, last) or start < end


@given(st.data(), st.lists(POINTS, min_size=4, max_size=4).map(sorted))
def test_no_order_that_may_be_is_called_a_contradiction(data: st.DataObject, points: list[datetime]) -> None:
    began, noticed, ended, due = (data.draw(blurred(point)) for point in points)
    early = EARLY | {
        "occurrences": [{"key": "1", "date": str(began)}], "noticed": str(noticed), "ended": str(ended), "due": str(due),
    }  # fmt: skip
    assert contradictions(early, GUIDANCE) == ()
    late: Any = {"breach_type": "late-publication", "ongoing": False, "due": str(began), "ended": str(due)}
    assert points[0] == points[3] or contradictions(late, GUIDANCE) == ()


@given(st.data(), st.lists(POINTS, min_size=1, max_size=3))
def test_the_edition_goes_by_days_between_which_the_earliest_was(data: st.DataObject, points: list[datetime]) -> None:
    known = [data.draw(blurred(point)) for point in points]
    first, last = earliest_days(known)
    if all(one.earliest and one.latest for one in known):
        assert first is not None
        assert last is not None
        assert first <= min(points).date() <= last


@given(MOMENTS)
def test_no_moment_ends_before_it_begins(moment: Moment) -> None:
    assert moment.earliest is None or moment.latest is None or moment.earliest <= moment.latest
    assert moment.first_day <= moment.last_day


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("before 9.30am on 20 March 2017", "20 March 2017, 10am", "at least 30 minutes"),
        ("between 9am and 9.30am on 20 March 2017", "20 March 2017, 10am", "between 30 minutes and 1 hour"),
        ("between 9am and 10am on 20 March 2017", "20 March 2017, 10am", "at most 1 hour"),
        ("26 to 29 September 2022", "1 October 2022, 9.30am", "between 2 and 5 days"),
        ("26 to 29 September 2022", "29 September 2022, 9.30am", "at most 3 days"),
        ("20 March 2017, about 9am", "20 March 2017, 10am", "about 1 hour"),
        ("the morning of 20 March 2017", "21 March 2017, 10am", "1 day"),
        ("before 9.30am on 20 March 2017", "20 March 2017, 9am", ""),
        ("after 9am on 20 March 2017", "20 March 2017, 10am", ""),
        ("about 20 March 2017", "25 to 26 March 2017", ""),
    ],
)
def test_lengths_in_words(start: str, end: str, words: str) -> None:
    one, other = parse_moment(start), parse_moment(end)
    assert isinstance(one, Moment)
    assert isinstance(other, Moment)
    assert length(one, other) == words


def test_words_say_nothing_that_could_be_computed() -> None:
    unknown = {"occurrences": [{"key": "1", "date": "?"}], "noticed": "?", "ended": "?", "due": "?"}
    words = "“some time over Easter”"
    in_words = {"occurrences": [{"key": "1", "date": words}], "noticed": words, "ended": words, "due": words}
    for kind in GUIDANCE.types:
        report = samples.answers(GUIDANCE, breach_type=kind, ongoing=False)
        assert timing(report | in_words, GUIDANCE) == timing(report | unknown, GUIDANCE) == ()
        assert contradictions(report | in_words, GUIDANCE) == ()
        context = Context(now=NOW, guidance=GUIDANCE)
        assert (
            complete(report | in_words, {}, context)["references"]
            == complete(report | unknown, {}, context)["references"]
        )


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Monday 26 to Thursday 29 September 2022", ""),
        ("Monday 26 to Friday 29 September 2022", "Friday"),
        ("the week of Monday 3 June 2024", ""),
    ],
)
def test_a_weekday_of_a_span(text: str, other: str) -> None:
    moment = parse_moment(text)
    assert isinstance(moment, Moment)
    assert other_weekday(text, moment) == other


LONG = """
import resource, sys
from breach_wizard.dates.reading import days_in
from breach_wizard.imports.boxes import moments
resource.setrlimit(resource.RLIMIT_CPU, (6, 6))
text = sys.argv[1] * (160_000 // len(sys.argv[1]))
days_in(text)
moments(text)
moments("14 July 2021\\n" + text)
"""


@pytest.mark.parametrize(
    "part",
    ["12-", "12/3/", "20 March ", "9.30 ", "(", "half past ", "w/", "and ", "5 to ", "\n14 July 2021\n", "(T3.1 & "],
)
def test_what_takes_10_ms_takes_seconds_where_it_is_64_times_as_long(part: str) -> None:
    root = Path(__file__).parents[1]
    run = subprocess.run([sys.executable, "-c", LONG, part], check=False, cwd=root, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_longer_texts_are_refused_unread() -> None:
    for text in ("(" * 201, "9 to " * 100, "14, " * 100, "“" + "x" * 201 + "”"):
        with pytest.raises(InputError, match="too long"):
            read(text, now=datetime(2017, 3, 22, tzinfo=UTC))
    assert read("“" + "x" * 200 + "”").moments == (Words("x" * 200),)
