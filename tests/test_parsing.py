"""What TOML and JSON that somebody wrote may hold, before anything is made of it."""

import pytest

from breach_wizard import parsing


@pytest.mark.parametrize("key", ["a." * 40_000 + "a", '"a" . ' * 30 + "b", "'a'." * 30 + "b"])
@pytest.mark.parametrize("text", ["{} = 1", "[{}]", "[[{}]]", "impact = {{ {} = 1 }}"])
def test_a_key_of_very_many_parts_is_refused_before_it_is_read(key: str, text: str) -> None:
    with pytest.raises(parsing.Unreadable, match="20 parts"):
        parsing.toml(text.format(key))


@pytest.mark.parametrize(
    "text", ["a.b.c.d = 1", 'impact = "See www.a.b.gov.uk. Then wait. ............................."']
)
def test_dots_as_people_write_them_are_taken(text: str) -> None:
    assert parsing.toml(text)


def test_half_of_a_character_is_refused() -> None:
    with pytest.raises(parsing.Unreadable, match="half of a character"):
        parsing.from_json('{"impact": ["\\udfff"]}')
    assert parsing.from_json('"\\ud83d\\ude00 \\\\ud800"') == "\U0001f600 \\ud800"


@pytest.mark.parametrize("value", ["24/03/2017", "24 March 2017", "2026-13-40", "9.30am", "an early release"])
def test_a_value_without_quotation_marks_is_told_of_them(value: str) -> None:
    with pytest.raises(parsing.Unreadable, match="quotation marks"):
        parsing.toml(f"impact = 'x'\ndue = {value}\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[x]\norder = 1\ntitle = 'a'\norder = 2\n", "key order stands here a second time"),
        ('order = 1\norder = """\ntitle = 2\n"""\n', "key order stands"),
        ("a.b = 1\na = 2", "a key stands here a second time"),
        ("a = {b = 1, b = 2}", "a second time"),
        ("[x]\na = 1\n[y]\n[x]\n", r"heading \[x\] stands here a second time"),
        ("[[x]]\na = 1\n[x]\n", r"heading \[x\] stands"),
        ('a = "x\nb = 2', "line 1, .* not closed"),
        ("a = 1\nb = 'x", "line 2, .* not closed"),
        ('a = """x\nb = """y"""\n', "may not be closed|quotation mark"),
        ("a = True", "write true"),
        ("a = FALSE # it was not", "write false"),
        ("[my head]\na = 1", r'\["my head"\]'),
        ("my key = 1", "my_key"),
        ("key: 1", "colon"),
        ("due = 25.11.2026", "2026-11-25"),
        ("due = 2026-02-30", "2026-11-25"),
        ('a = "C:\\path"', "backslash"),
        ("a =", "value is missing"),
        ("a = [1, 2", "bracket"),
        ('a = "say "this" now"', "closing quotation mark"),
        ("é = 1", "a key belongs there"),
    ],
)
def test_a_slip_in_toml_is_told_with_its_cause(text: str, told: str) -> None:
    with pytest.raises(parsing.Unreadable, match=told):
        parsing.toml(text)


@pytest.mark.parametrize("text", ['{"a": 1, "b": 2, "a": 3}', '[{"x": {"a": 1, "a": 1}}]'])
def test_a_key_of_json_that_stands_twice_is_refused(text: str) -> None:
    with pytest.raises(parsing.Unreadable, match="'a' stands in it twice"):
        parsing.from_json(text)
