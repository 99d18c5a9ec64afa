"""The answers file: what it may hold, and what it is told when it doesn't."""

from typing import Any

import pytest

from breach_wizard import answers as module
from breach_wizard import guidance
from breach_wizard.errors import AnswersError, InputError


def read(text: str | bytes) -> Any:
    return module.read(text if isinstance(text, bytes) else text.encode(), guidance.active())[0]


def problems(text: str) -> dict[str, str]:
    with pytest.raises(AnswersError) as caught:
        read(text)
    return {one.where: one.message for one in caught.value.problems}


def test_toml_and_json_give_the_same() -> None:
    toml = 'breach_type = "other"\n[[outputs]]\ntitle = "A"\n[considerations]\naccessed = "?"\n'
    json = '{"breach_type": "other", "outputs": [{"title": "A"}], "considerations": {"accessed": "?"}}'
    assert read(toml) == read(json)


def test_line_ends_and_a_byte_order_mark() -> None:
    assert read(b'\xef\xbb\xbfcircumstances = """\r\none\r\ntwo"""\r\n') == {"circumstances": "one\ntwo"}


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ('due = "22 March 2017"', "22 March 2017, 9.30am"),
        ("due = 2017-03-22", "22 March 2017, 9.30am"),
        ("due = 2017-03-22T09:30:00Z", "22 March 2017, 9.30am"),
        ("due = 2017-07-22T08:30:00Z", "22 July 2017, 9.30am"),
        ('due = "not announced"', "not announced"),
        ('due = "?"', "?"),
    ],
)
def test_the_announced_time(text: str, spelled: str) -> None:
    assert read(text)["due"] == spelled


@pytest.mark.parametrize("time", ['"17:00"', "17:00:00", '"5pm"'])
def test_the_time_of_an_occurrence_may_stand_apart(time: str) -> None:
    found = read(f'[[occurrences]]\ndate = "20 March 2017"\ntime = {time}\n')
    assert found["occurrences"] == [{"key": "1", "date": "20 March 2017, 5pm"}]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('breach_typ = "other"', "breach_typ"),
        ('breach_type = "early"', "breach_type"),
        ("circumstances = []", "circumstances"),
        ("producer = 5", "producer"),
        ('references = "T3.6"', "references"),
        ('outputs = "A"', "outputs"),
        ('[[outputs]]\ntitel = "A"', "outputs[1].titel"),
        ('due = "31 February 2017"', "due"),
        ('ended = "12/3/2021 at 25:00"', "ended"),
        ('noticed = "14 July"', "noticed"),
        ('ongoing = "perhaps"', "ongoing"),
        ('report_date = "21 March 2017 5pm"', "report_date"),
        ('[[actions]]\nsuggestion = "withdrawal"', "actions[1].suggestion"),
        ('[[actions]]\nwhen = "soon"', "actions[1]"),
        ('[[actions]]\ntext = "x"\nstatus = "done"', "actions[1].status"),
        ('[considerations]\nsensitive = "x"', "considerations.sensitive"),
        ('also = ["late"]', "also[1]"),
        ('[[occurrences]]\ntime = "5pm"', "occurrences[1].time"),
        ('approved = {by = "Head of Profession", on = {words = "then"}}', "approved"),
    ],
)
def test_a_mistake_is_named_with_its_key(text: str, where: str) -> None:
    found = problems(text)
    assert list(found) == [where]
    assert found[where].endswith((".", "?"))


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ('also = "early-release"', '["early-release"]'),
        ('references = "T3.6"', '["Protocol 2, principle 8"]'),
        ('occurrences = "20 March 2017"', "date = "),
        ("downloads = 5.5", "54"),
        ('[considerations]\nacessed = "x"', "accessed"),
    ],
)
def test_the_example_in_a_refusal_is_of_its_key(text: str, example: str) -> None:
    (message,) = problems(text).values()
    assert example in message


def test_all_problems_are_told_at_once() -> None:
    assert set(problems('breach_type = "x"\ndue = "y"\nfoo = 1')) == {"breach_type", "due", "foo"}


@pytest.mark.parametrize("text", ["breach_type = ", '{"a": ', "\x00", '{"a": 1} x', "a = 1\na = 2"])
def test_what_is_no_toml_and_no_json(text: str) -> None:
    with pytest.raises(InputError):
        read(text)


def test_what_is_no_text() -> None:
    with pytest.raises(InputError, match="UTF-8"):
        read(b"\xff\xfe\x00")


def test_control_characters_are_left_out_and_told_of() -> None:
    text = b'{"producer": "O\\u001b[31mfsted\\u0000", "contact_name": "A"}'
    answers, remarks = module.read(text, guidance.active())
    assert answers == {"producer": "Ofsted", "contact_name": "A"}
    (remark,) = remarks
    assert remark.startswith("producer: ")


@pytest.mark.parametrize("text", ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59"])
def test_a_moment_that_no_calendar_holds_here_is_refused_where_it_stands(text: str) -> None:
    assert list(problems(f"due = {text}")) == ["due"]
