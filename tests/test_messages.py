"""The messages ready to copy: filled in, in words that follow the answers, and with no line break of ours."""

from typing import Any

import pytest

from breach_wizard.guidance.message import Message
from breach_wizard.messages import MARKS, as_text, blank, messages_for
from breach_wizard.telling import filled
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

STATES = (True, False, "published", "?", None)
MESSAGES = list(GUIDANCE.messages.values())
OURS = (*MARKS, "standing", "needed", "inside")


def answered(message: Message, ongoing: object) -> Any:
    """A whole set of answers of a kind that the message is for."""
    known = WHOLE | {"breach_type": message.types[0]}
    return known | {"ongoing": ongoing} if ongoing is not None else {"breach_type": message.types[0]}


@pytest.mark.parametrize("ongoing", STATES)
@pytest.mark.parametrize("message", MESSAGES, ids=lambda one: one.id)
def test_a_paragraph_is_one_line_and_no_mark_of_ours_is_left(message: Message, ongoing: object) -> None:
    text = as_text(filled(message, answered(message, ongoing), GUIDANCE, {}))
    assert all(text.split("\n\n"))
    assert "\n" not in text.replace("\n\n", "")
    left = [mark for mark in OURS if f"[{mark}]" in text and MARKS.get(mark) != f"[{mark}]"]
    assert left == []


@pytest.mark.parametrize("message", [one for one in MESSAGES if one.standing.over], ids=lambda one: one.id)
def test_the_words_follow_whether_it_is_still_going_on(message: Message) -> None:
    def words(ongoing: object) -> str:
        return as_text(filled(message, answered(message, ongoing), GUIDANCE, {}))

    said = {state: words(state) for state in (True, False, None)}
    still = message.standing.ongoing.split("[")[0]
    assert still in said[True]
    assert still not in said[False]
    assert still in said[None]  # for the user to choose
    assert message.standing.over.split("[")[0] in said[None]


def test_what_is_known_is_filled_in() -> None:
    text = as_text(filled(GUIDANCE.messages["hop-early"], WHOLE, GUIDANCE, {}))
    for known in ("Inspections", "9.30am on 22 March 2017", "at 5pm on 20 March 2017", "40 hours 30 minutes"):
        assert known in text
    assert "Publishing team" in text
    assert MARKS["market"] in text


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("about 20 March 2017", "on about 20 March 2017"),
        ("20 March 2017, about 9.45am", "at about 9.45am on 20 March 2017"),
        ("between 9am and 10am on 20 March 2017", "between 9am and 10am on 20 March 2017"),
        ("17 to 20 March 2017", "between 17 and 20 March 2017"),
        ("just before 9am on 20 March 2017", "just before 9am on 20 March 2017"),
        ("the afternoon of 20 March 2017", "in the afternoon of 20 March 2017"),
        ("March 2017", "in March 2017"),
        ("“over the weekend”", MARKS["began"]),
        ("?", MARKS["began"]),
    ],
)
def test_when_it_began_is_said_as_well_as_it_is_known(when: str, told: str) -> None:
    known: Any = WHOLE | {"occurrences": [{"key": "1", "date": when}]}
    assert f"went live {told}. " in as_text(filled(GUIDANCE.messages["hop-early"], known, GUIDANCE, {}))


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("20 March 2017, 5pm", "20 March 2017"),
        ("20 March 2017, about 5pm", "20 March 2017"),
        ("about 20 March 2017", "about 20 March 2017"),
        ("between 9am and 10am on 20 March 2017", "20 March 2017"),
        ("the evening of 20 March 2017", "20 March 2017"),
        ("17 to 20 March 2017", MARKS["date"]),
        ("before 9am on 20 March 2017", MARKS["date"]),
        ("“over the weekend”", MARKS["date"]),
    ],
)
def test_the_day_is_said_where_it_is_known(when: str, day: str) -> None:
    message = next(one for one in MESSAGES if "on [date]." in one.body)
    known: Any = WHOLE | {"breach_type": message.types[0], "occurrences": [{"key": "1", "date": when}]}
    assert f"on {day}. " in as_text(filled(message, known, GUIDANCE, {}))


def test_the_contact_of_the_profile_stands_where_the_answers_name_none() -> None:
    text = as_text(filled(GUIDANCE.messages["press"], {}, GUIDANCE, {"contact_name": "Release desk"}))
    assert "Release desk" in text
    assert MARKS["phone"] in text


@pytest.mark.parametrize(("answer", "word"), [(True, "yes"), (False, "no"), ("?", "not known")])
def test_whether_they_are_market_sensitive_is_said(answer: object, word: str) -> None:
    known: Any = WHOLE | {"market_sensitive": answer}
    assert f": {word}\n" in as_text(filled(GUIDANCE.messages["hop-early"], known, GUIDANCE, {}))
    recipients = GUIDANCE.messages["recipients"]
    line = recipients.market_sensitive
    assert (line in as_text(filled(recipients, known, GUIDANCE, {}))) == (answer is not False)


def test_what_was_typed_is_taken_for_no_mark() -> None:
    known: Any = WHOLE | {"outputs": [{"key": "1", "title": "A [due] [standing]\nB", "link": ""}]}
    assert "A [due] [standing] B" in as_text(filled(GUIDANCE.messages["hop-early"], known, GUIDANCE, {}))


def test_of_a_further_kind_nothing_is_said_that_was_answered_for_the_first() -> None:
    late = {"key": "2", "date": "15 March 2017", "type": "pre-release-leak", "ended": "15 March 2017, 4pm"}
    known: Any = WHOLE | {"also": ["pre-release-leak"], "occurrences": [*WHOLE["occurrences"], late]}
    message = GUIDANCE.messages["hop-leak"]
    text = as_text(filled(message, known, GUIDANCE, {}))
    assert "on 15 March 2017" in text
    assert message.standing.by(None).split("[ended]")[0] in text
    assert "at 4pm on 15 March 2017" in text


def test_the_letter_holds_what_is_known_in_its_order_and_nobody_of_the_staff() -> None:
    refused = {"key": "2", "text": "Publish early.", "status": "not-taken", "reason": "Nobody had opened it."}
    planned = {"key": "3", "text": "A second check.", "status": "planned"}
    table = "| 9am | Up |\n| 10am | Down |"
    known: Any = WHOLE | {
        "statistics_status": "Official statistics", "circumstances": f"It was set to go at once.\n\n{table}", "impact": "Few saw it.",
        "references": ["Protocol 2, principle 8"], "actions": [refused, planned], "head_of_profession": "Dr Jones",
    }  # fmt: skip
    text = filled(GUIDANCE.messages["letter"], known, GUIDANCE, {"contact_name": "Ann Smith"}).body
    told = ["Inspections", "Official statistics", "9.30am on 22 March 2017", "at 5pm on 20 March 2017", "set to go at once.",
            "final form", "Protocol 2, principle 8", "Few saw it.", "Publish early. Nobody had opened it.", "A second check."]  # fmt: skip
    places = [text.index(one) for one in told]
    assert places == sorted(places)
    for other in (known["contact_name"], "Dr Jones", "Ann Smith", "|"):
        assert other not in text


@pytest.mark.parametrize("kind", GUIDANCE.types.values(), ids=lambda kind: kind.id)
def test_each_kind_has_a_message_for_everybody_who_must_know(kind: Any) -> None:
    ids = [one.id.partition("-")[0] for one in messages_for([kind], GUIDANCE)]
    assert {"hop", "access", "press", "statement"} <= set(ids)


@pytest.mark.parametrize("details", [{}, {"contact_name": "Release  desk", "contact_details": "?"}])
def test_before_anything_is_answered_a_message_is_as_it_is_with_no_answers(details: dict[str, str]) -> None:
    for message in GUIDANCE.messages.values():
        assert blank(message, details) == filled(message, {}, GUIDANCE, details)
