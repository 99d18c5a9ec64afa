"""Each command given another's file: it says what that is and what to do with it; names that are nearly right."""

from pathlib import Path

import pytest

from breach_wizard.exports import FORMATS, load
from tests.kit.commands import CASE, GOLDEN, Command

OURS = ("markdown", "word", "json")
CODE_WORDS = (b"None", b"Value error", b"Traceback", b"breach_wizard.", b"pydantic")


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_no_answers_file(command: Command, name: str) -> None:
    file = f"r{load(name).EXTENSION}"
    assert command("export", str(GOLDEN), "-o", file).returncode == 0
    done = command("new", "--no-input", "--answers", file)
    assert (done.returncode, done.stdout) == (1, b"")
    assert not [word for word in CODE_WORDS if word in done.stderr]
    if name in OURS:
        assert b"resume" in done.stderr
        assert b"export" in done.stderr
        assert b"There is no question" not in done.stderr


@pytest.mark.parametrize(
    "data", [b'{"schema": 3, "breach_type": 5}', b'{"answers": {}, "partial": {}}', b'[{"due": null}]']
)
def test_what_is_no_answers_file_is_told_apart(command: Command, data: bytes) -> None:
    done = command("new", "--no-input", "--answers", "-", stdin=data)
    assert done.returncode == 1
    assert b"There is no question" not in done.stderr
    assert not [word for word in CODE_WORDS if word in done.stderr]


def test_an_email_is_refused_with_what_to_name_instead(command: Command, tmp_path: Path) -> None:
    assert command("export", str(GOLDEN), "-o", "r.eml").returncode == 0
    for asked in (("check", "r.eml"), ("export", "r.eml", "--to", "json"), ("resume", "r.eml")):
        done = command(*asked)
        assert done.returncode == 1
        assert b"email" in done.stdout + done.stderr


def test_names_that_are_nearly_right_are_proposed_and_all_names_listed_once(command: Command) -> None:
    slips = b'deu = "x"\nbreach-type = "other"\nxyzzy = 1\nplugh = 2\n[[outputs]]\ntitel = "x"\n[[actions]]\nnone = ""\ntext = "x"\n'
    said = command("new", "--no-input", "--answers", "-", stdin=slips).stderr.decode()
    for key, meant in (("deu", "due"), ("breach-type", "breach_type"), ("outputs[1].titel", "title")):
        assert f"{key}: " in said
        assert f"Did you mean {meant}?" in said
    assert said.count("contact_details") == 1


def test_a_breach_type_of_another_body_names_where_own_guidance_is_set(command: Command) -> None:
    text = CASE.read_text().replace('"early-release"', '"released-with-error"')
    done = command("new", "--answers", "-", "--no-input", stdin=text.encode())
    assert b"BREACH_WIZARD_GUIDANCE" in done.stderr
    done = command("export", "-", "--to", "json", stdin=GOLDEN.read_bytes().replace(b"early", b"erly"))
    assert not [word for word in CODE_WORDS if word in done.stderr]
