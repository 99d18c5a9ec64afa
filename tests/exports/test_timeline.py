"""The timeline: what is known, in its order, and never an order that isn't known."""

import re
from html import unescape

import pytest
from hypothesis import given

from breach_wizard.dates.moment import Moment
from breach_wizard.exports import timeline
from breach_wizard.report import Report, from_answers
from tests.kit.strategies import reports
from tests.kit.today import GUIDANCE, named
from tests.test_check import WHOLE

WENT_UP, TAKEN_DOWN = (GUIDANCE.types[WHOLE["breach_type"]].fields[name].label for name in ("occurrences", "ended"))
LONG_SPAN = "between 12 noon on 20 September 2017 and 10.30am on 21 September 2017"


def shown(drawing: str) -> list[str]:
    return [unescape(text) for text in re.findall(r"<text [^>]*>(.*?)</text>", drawing)]


def days(**changes: object) -> list[timeline.Day]:
    return timeline.by_day(timeline.moments(from_answers(WHOLE | changes, GUIDANCE), GUIDANCE))


def test_the_times_stand_in_their_order_with_the_days_between() -> None:
    assert shown(timeline.draw(from_answers(WHOLE, GUIDANCE), GUIDANCE)) == [
        "20 March 2017", "5pm", WENT_UP, "5.30pm", TAKEN_DOWN,
        "1 day later", "21 March 2017", named("report_date"),
        "1 day later", "22 March 2017", "9.30am", named("due"),
    ]  # fmt: skip


def test_what_has_no_time_stands_by_its_day_alone() -> None:
    (first, *_) = days(noticed="20 March 2017", report_date="20 March 2017")
    assert first.untimed == (named("noticed"), named("report_date"))
    assert [labels for _, labels in first.timed] == [(WENT_UP,), (TAKEN_DOWN,)]


def test_what_happened_at_one_time_stands_together() -> None:
    (first, *_) = days(noticed="20 March 2017, 5pm")
    assert first.timed[0] == ("5pm", (WENT_UP, named("noticed")))


def test_a_day_that_is_not_sure_is_no_part_of_the_day() -> None:
    names = [one.name for one in days(noticed="about 20 March 2017")]
    assert names[:2] == ["about 20 March 2017", "20 March 2017"]


def test_what_is_not_known_to_the_minute_has_no_place_among_minutes() -> None:
    (first, *_) = days(noticed="between 5.10pm and 6pm on 20 March 2017")
    assert first.untimed == (f"{named('noticed')}, between 5.10pm and 6pm",)
    assert [clock for clock, _ in first.timed] == ["5pm", "5.30pm"]


def test_no_days_are_counted_from_a_day_that_is_not_known() -> None:
    report = from_answers(WHOLE | {"noticed": "20 to 24 March 2017"}, GUIDANCE)
    lines = shown(timeline.draw(report, GUIDANCE))
    assert lines[0] == "20 to 24 March 2017"
    assert "1 day later" not in lines[: lines.index("20 March 2017")]
    long = shown(timeline.draw(from_answers(WHOLE | {"noticed": LONG_SPAN}, GUIDANCE), GUIDANCE))
    assert max(map(len, long)) <= timeline.FITS
    assert LONG_SPAN in " ".join(long)


def test_several_occurrences_are_numbered_with_what_is_their_own() -> None:
    second = {"key": "2", "date": "3 April 2017", "due": "2 April 2017, 9.30am", "ended": "4 April 2017"}
    found = timeline.moments(from_answers(WHOLE | {"occurrences": [*WHOLE["occurrences"], second]}, GUIDANCE), GUIDANCE)
    assert [label for label, _ in found] == [
        f"{WENT_UP} (1)", f"{WENT_UP} (2)", f"{named('due')} (2)", f"{TAKEN_DOWN} (2)", named("due"), TAKEN_DOWN, named("report_date"),
    ]  # fmt: skip


@pytest.mark.parametrize("report_date", ["21 March 2017", "?"])
def test_one_moment_alone_is_not_drawn(report_date: str) -> None:
    unknown = {"due": "?", "ended": "?", "noticed": "?", "occurrences": [{"key": "1", "date": "?"}]}
    assert timeline.draw(from_answers(WHOLE | unknown | {"report_date": report_date}, GUIDANCE), GUIDANCE) == ""


@given(reports())
def test_every_known_moment_is_drawn_and_said_in_words(report: Report) -> None:
    known = timeline.moments(report, GUIDANCE)
    drawing = timeline.draw(report, GUIDANCE)
    if len(known) < 2:
        assert drawing == ""
        return
    labels = {re.sub(r" \(\d+\)$", "", label) for label, _ in known}
    lines = [re.sub(r" \(\d+\)|,.*$", "", line) for line in shown(drawing)]
    assert sum(line in labels for line in lines) == len(known)
    words = re.search(r"<desc[^>]*>(.*?)</desc>", drawing)
    assert words
    for label, moment in known:
        assert label in words[1]
        assert (str(Moment(moment.date)) if moment.is_within_a_day else str(moment)) in words[1]
        assert moment.clock in words[1]
