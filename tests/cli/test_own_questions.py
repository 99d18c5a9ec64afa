"""A body's own questions on the command line: from an answers file through every format and back, and found by check."""

import json
from pathlib import Path

from breach_wizard.exports import FORMATS
from tests.kit.commands import Command

DATA = Path(__file__).parents[1] / "data"
BODY = str(DATA / "body")
MORE = """
own_text_1 = "The press office | and others"
own_yes_no_1 = true
own_count_1 = 54
own_day_1 = 2017-03-21
own_list_2 = ["one", "two"]
own_choice_2 = "another way"
"""


def test_from_an_answers_file_through_every_format(command: Command, tmp_path: Path) -> None:
    given = tmp_path / "answers.toml"
    case = (DATA / "ofsted-2017.toml").read_text()
    given.write_text(MORE + case)
    env = {"BREACH_WIZARD_GUIDANCE": BODY}
    made = command("new", "--answers", str(given), "--no-input", env=env)
    assert made.returncode == 0, made.stderr
    text = made.stdout.decode()
    for shown in ("The press office \\| and others", "| Yes", "\n54\n", "21 March 2017", "- one\n- two", "Another way"):
        assert shown in text
    report = tmp_path / "report.md"
    report.write_bytes(made.stdout)
    for name in FORMATS:
        assert command("export", str(report), "--to", name, "-o", f"report.{name}", env=env).returncode == 0
    for name in ("word", "json"):
        again = command("export", str(tmp_path / f"report.{name}"), "--to", "markdown", env=env)
        assert again.stdout == made.stdout
    elsewhere = command("export", str(report), "--to", "markdown")
    assert elsewhere.stdout == made.stdout
    found = json.loads(command("check", str(report), "--json").stdout)[0]["findings"]
    codes = [one["code"] for one in found]
    assert codes.count("unknown-question") == 6
    assert "unknown-question" not in command("check", str(report), "--json", env=env).stdout.decode()


def test_a_slip_is_found_by_guidance_check(command: Command, tmp_path: Path) -> None:
    body = tmp_path / "body"
    body.mkdir()
    (body / "fields.toml").write_text((DATA / "body" / "fields.toml").read_text().replace("Label of text 0", "Link"))
    done = command("guidance", "check", env={"BREACH_WIZARD_GUIDANCE": str(body)})
    assert done.returncode == 1
    assert b"own_text_1" in done.stderr
    assert b"All is well" in command("guidance", "check", env={"BREACH_WIZARD_GUIDANCE": BODY}).stdout
