"""Dates and times in every form that real reports hold, and the time between two of them."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.dates.lengths import duration, elapsed
from breach_wizard.dates.moment import Moment, exists, from_toml, moment_at
from breach_wizard.dates.reading import Reading, days_in, other_weekday, parse_date, parse_moment, read
from breach_wizard.errors import InputError
from tests.kit.strategies import MOMENTS

NOW = datetime(2021, 11, 3, 10, 0, tzinfo=UTC)


def moment_of(text: str, **beside: Any) -> Moment:
    found = parse_moment(text, **beside)
    assert isinstance(found, Moment)
    return found


@given(MOMENTS)
def test_what_is_written_is_read_back(moment: Moment) -> None:
    assert parse_moment(str(moment)) == moment
    assert parse_moment(moment.full) == moment


PIECES = st.sampled_from(
    ["20", "14", "9", "2017", "21", "3", "March", "May", "2024", "9.30am", "5pm", "17:30", "0930", "1930", "to", "-", "–", "and", ",", ";", "&", "between", "from", "before", "just", "after", "by", "about", "~", "c.", "the", "of", "at", "on", "in", "(", ")", "this", "last", "next", "Tuesday", "Wed", "morning", "afternoon", "evening", "noon", "midnight", "today", "yesterday", "now", "ago", "minutes", "hour", "half", "past", "quarter", "nine", "three", "week", "w/c", "ending", "commencing", "GMT", "BST", "3/4/2024", "2017-03-20", "T", ":", ".", "“", "”", "updated", "st"]
)  # fmt: skip


@given(
    st.one_of(st.text(), st.text("0123456789/:.-apmthMarch ~"), st.lists(PIECES, max_size=9).map(" ".join)),
    st.booleans(),
)
def test_any_text_is_read_as_what_can_be_written_or_is_refused_in_words(text: str, prompted: bool) -> None:
    said, found = ('"".' if text.split() else "Write a date."), Reading(())
    try:
        found = read(text, now=NOW if prompted else None)
    except InputError as error:
        said = str(error)
    assert said.endswith(".")
    assert said.startswith('"' if text.split() else "Write a date")
    assert all(parse_moment(str(one)) == one for one in found.moments)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20 March 2017", date(2017, 3, 20)),
        ("02 November 2020", date(2020, 11, 2)),
        ("1st November 2021", date(2021, 11, 1)),
        ("12th August 2021", date(2021, 8, 12)),
        ("18/02/2021", date(2021, 2, 18)),
        ("01/04/21", date(2021, 4, 1)),
        ("12/3/2021", date(2021, 3, 12)),
        ("29/9/21", date(2021, 9, 29)),
        ("5 th March 2021", date(2021, 3, 5)),
        ("Monday 20 March 2017", date(2017, 3, 20)),
        ("2017-03-20", date(2017, 3, 20)),
        ("20 Mar 17", date(2017, 3, 20)),
        ("29 March 2400", date(2400, 3, 29)),
    ],
)
def test_dates_are_read_day_first(text: str, day: date) -> None:
    assert parse_moment(text) == Moment(day)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9.30am", time(9, 30)), ("9.30 am", time(9, 30)), ("9:30am", time(9, 30)), ("9:30", time(9, 30)), ("09:30", time(9, 30)),
        ("0930", time(9, 30)), ("17:33", time(17, 33)), ("17.33", time(17, 33)), ("06:25am", time(6, 25)), ("13:25pm", time(13, 25)),
        ("1pm", time(13)), ("12 noon", time(12)), ("12.00 midday", time(12)), ("12.05am", time(0, 5)), ("5.30 p.m.", time(17, 30)),
    ],
)  # fmt: skip
def test_times_beside_a_date_and_alone(text: str, clock: time) -> None:
    day = date(2021, 3, 12)
    for spelled in (f"12/3/2021 at {text}", f"12 March 2021, {text}", f"{text} on 12 March 2021"):
        assert parse_moment(spelled) == Moment(day, clock)
    assert parse_moment(text, now=NOW) == Moment(date(2021, 11, 3), clock)
    assert parse_moment(text, now=NOW, lone_time_on=day) == Moment(day, clock)


@pytest.mark.parametrize("text", ["~09.45", "around 9.45", "about 9.45am", "approx. 0945"])
def test_about(text: str) -> None:
    moment = parse_moment(text, now=NOW)
    assert moment == Moment(date(2021, 11, 3), time(9, 45), approximate=True)
    assert "about 9.45am" in str(moment)


def test_words_for_the_present() -> None:
    assert parse_moment("now", now=NOW) == Moment(date(2021, 11, 3), time(10))
    assert parse_moment("today 9.12", now=NOW) == Moment(date(2021, 11, 3), time(9, 12))
    assert parse_moment("yesterday 16.40", now=NOW) == Moment(date(2021, 11, 2), time(16, 40))
    assert parse_moment("tomorrow 9.30am", now=NOW) == Moment(date(2021, 11, 4), time(9, 30))
    assert parse_moment("14 July", now=NOW) == Moment(date(2021, 7, 14))
    assert parse_moment("4 November", now=NOW) == Moment(date(2020, 11, 4))
    assert parse_moment("29 February", now=NOW) == Moment(date(2020, 2, 29))


@pytest.mark.parametrize("text", ["now", "today 9.12", "14 July", "9.38", "yesterday"])
def test_a_file_must_say_which_day(text: str) -> None:
    with pytest.raises(InputError):
        parse_moment(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31 February 2017", "28 days"),
        ("12/3/2021 at 25:00", "25.00"),
        ("midnight", "11.59pm"),
        ("20 March 2017 24:00", "00:01"),
        ("20 March 2017 2400 hrs", "00:01"),
        ("2017", "day is missing"),
        ("March 2017 5pm", "day is missing"),
        ("20 March 2017 and 22 March 2017", "more than one date"),
        ("13/13/2021", "no month 13"),
        ("", "Write a date"),
        ("x" * 100_000, "too long"),
    ],
)
def test_refusals_say_what_to_write(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        parse_moment(text, now=NOW)


def test_a_date_alone() -> None:
    assert parse_date("21 March 2017") == date(2017, 3, 21)
    with pytest.raises(InputError):
        parse_date("21 March 2017 5pm")


def test_elapsed_time_across_the_change_of_the_clocks() -> None:
    spring = elapsed(moment_of("25 March 2017 5pm"), moment_of("26 March 2017 9.30am"))
    autumn = elapsed(moment_of("28 October 2017 5pm"), moment_of("29 October 2017 9.30am"))
    assert spring == timedelta(hours=15, minutes=30)
    assert autumn == timedelta(hours=17, minutes=30)


def test_an_hour_left_out_and_an_hour_that_comes_twice() -> None:
    missing = moment_of("26 March 2017 1.30am")
    assert not exists(missing)
    assert elapsed(missing, moment_of("26 March 2017 9am")) is None
    twice = moment_of("29 October 2017 1.30am")
    assert exists(twice)
    assert elapsed(twice, moment_of("29 October 2017 3am")) == timedelta(hours=2, minutes=30)


def test_without_a_time_there_is_no_elapsed_time() -> None:
    assert elapsed(moment_of("20 March 2017"), moment_of("22 March 2017 9am")) is None


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(hours=40, minutes=30), "40 hours 30 minutes"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(days=61, hours=3, minutes=5), "61 days 3 hours"),
    ],
)
def test_lengths_of_time_in_words(length: timedelta, words: str) -> None:
    assert duration(length) == words


def test_toml_dates_and_offsets() -> None:
    assert from_toml(date(2017, 3, 20)) == Moment(date(2017, 3, 20))
    assert from_toml(datetime(2017, 7, 20, 8, 30, tzinfo=UTC)) == Moment(date(2017, 7, 20), time(9, 30))
    assert moment_at(datetime(2017, 7, 20, 23, 30, tzinfo=UTC)) == Moment(date(2017, 7, 21), time(0, 30))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Monday 21 March 2017", "Monday"),
        ("Tue 21/3/2017", ""),
        ("21 March 2017", ""),
        ("thurs 21 March 2017", "Thursday"),
    ],
)
def test_a_weekday_that_the_day_does_not_have(text: str, other: str) -> None:
    assert other_weekday(text, moment_of(text)) == other


def test_the_days_that_a_text_names() -> None:
    text = "It was due on 22 March 2017, came out on 20/3/2017, not on 31 February 2017 or 14 July, 5 th March 2021."
    assert days_in(text) == (date(2017, 3, 22), date(2017, 3, 20), date(2021, 3, 5))


@pytest.mark.parametrize(
    ("hours", "words"),
    [(99, "99 hours"), (100, "100 hours"), (101, "4 days 5 hours"), (120, "5 days")],
)
def test_up_to_a_hundred_hours_are_hours(hours: int, words: str) -> None:
    assert duration(timedelta(hours=hours)) == words


def test_a_text_that_is_longer_than_any_date_is_refused_and_no_shorter_one() -> None:
    date_and_blanks = f"20 March 2017{' ' * 187}"
    assert len(date_and_blanks) == 200
    assert parse_moment(date_and_blanks) == Moment(date(2017, 3, 20))
    with pytest.raises(InputError, match="too long"):
        parse_moment(date_and_blanks + " ")
