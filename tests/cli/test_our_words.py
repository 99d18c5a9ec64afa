"""What is wrong with a file is said in our words, with the key or the place, and never in those of a library."""

import json
from pathlib import Path
from typing import Any

import pytest

from breach_wizard import cli
from breach_wizard.errors import AnswersError
from breach_wizard.exports import load
from breach_wizard.imports import markdown
from breach_wizard.report import from_answers, from_json
from breach_wizard.report.model import Report
from tests.kit.commands import GOLDEN
from tests.kit.today import GUIDANCE

WHOLE: dict[str, Any] = json.loads(
    load("json").render(from_answers(markdown.read(GOLDEN.read_bytes(), GUIDANCE).answers, GUIDANCE), GUIDANCE)
)
WRONG: list[Any] = [5, -1.5, True, None, "", "rubbish", [], [5], [[]], {}, {"a": 1}, [{"a": 1}], [{}], "0020-01-01"]
THEIRS = ("Input", "Value error", "valid", "required", "permitted", "instance", "tuple", "Extra", "dictionary")


@pytest.mark.parametrize("name", [*Report._fields, "strange"])
def test_whatever_stands_under_a_key_is_told_of_by_it(name: str) -> None:
    refused = 0
    for value in WRONG:
        try:
            from_json({**WHOLE, name: value}, GUIDANCE)
        except AnswersError as error:
            refused += 1
            for problem in error.problems:
                assert problem.message.endswith(".")
                assert not [word for word in THEIRS if word in problem.message], problem
                if name != "schema" and not isinstance(value, list):
                    assert problem.where.split(".")[0].split("[")[0] in (name, "updates", "changes", "due")
    assert name == "schema" or refused > len(WRONG) // 2  # another number is told of where a file is recognised


def test_a_place_in_a_list_is_spelled_as_elsewhere() -> None:
    with pytest.raises(AnswersError) as caught:
        from_json({**WHOLE, "outputs": [{"title": "A"}, {"title": 5, "z": 1}]}, GUIDANCE)
    assert [one.where for one in caught.value.problems] == ["outputs[2].title", "outputs[2].z"]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.toml", 'breach_type = "x"\nimpact = = 1', "line 2, column 10"),
        ("a.toml", 'breach_type = "x', "its end"),
        ("a.json", '{"schema": 1,\n "a" 1}', "line 2, column 6"),
    ],
)
def test_the_place_where_a_file_stops_being_toml_or_json(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str,
    place: str,
) -> None:
    monkeypatch.setenv("BREACH_WIZARD_HOME", str(tmp_path / "home"))
    (tmp_path / name).write_text(text)
    for words in (["check"], ["new", "--no-input", "--answers"]):
        assert cli.run([*words, str(tmp_path / name)]) == 1
        said = "".join(capsys.readouterr())
        assert place in said
        for theirs in ("Expecting", "Invalid", "Unterminated", "delimiter", "char", "statement"):
            assert theirs not in said
