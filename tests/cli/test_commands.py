"""The command line without a terminal: what comes out where, and with which exit code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from breach_wizard.guidance.editions import clauses_for
from breach_wizard.imports import markdown
from breach_wizard.references import read
from tests.kit.commands import CASE, GOLDEN, ROOT, Command
from tests.kit.today import GUIDANCE


def test_the_sources_own_case_as_a_file_is_the_golden_document(command: Command) -> None:
    done = command("new", "--answers", str(CASE), "--no-input")
    assert done.returncode == 0
    assert done.stdout == GOLDEN.read_bytes()


def test_answers_from_standard_input_to_a_file(command: Command, tmp_path: Path) -> None:
    arguments = ("new", "--answers", "-", "--no-input", "-o", "report.md")
    assert command(*arguments, stdin=CASE.read_bytes()).returncode == 0
    assert (tmp_path / "report.md").read_bytes() == GOLDEN.read_bytes()
    again = command(*arguments, stdin=CASE.read_bytes())
    assert again.returncode == 1
    assert b"there already" in again.stderr
    assert command(*arguments, "--force", stdin=CASE.read_bytes()).returncode == 0


def test_the_ending_of_the_file_tells_the_format(command: Command, tmp_path: Path) -> None:
    assert command("new", "--answers", str(CASE), "--no-input", "-o", "report.docx").returncode == 0
    assert command("export", "report.docx", "--to", "markdown").stdout == GOLDEN.read_bytes()


def test_what_a_kind_is_not_asked_for_is_kept_where_a_file_tells_it(command: Command) -> None:
    text = CASE.read_text().replace('"early-release"', '"late-publication"') + "\n"
    text = text.replace("exemption = false", 'exemption = false\nnoticed = "22 March 2017 9.34am"')
    done = command("new", "--answers", "-", "--no-input", stdin=text.encode())
    assert markdown.read(done.stdout, GUIDANCE).answers["noticed"] == "22 March 2017, 9.34am"


def test_defaults_are_taken_and_named(command: Command) -> None:
    text = CASE.read_text()
    for line in ('report_date = "21 March 2017"\n', 'references = ["Protocol 2, principle 8"]\n', " 9.30am"):
        assert line in text
        text = text.replace(line, "")
    done = command("new", "--answers", "-", "--no-input", stdin=text.encode())
    assert done.returncode == 0
    answers = markdown.read(done.stdout, GUIDANCE).answers
    (cited,) = answers["references"]
    assert read(cited) == read("Protocol 2, principle 8")
    assert answers["due"] == "22 March 2017, 9.30am"
    for word in (b"report_date", b"references", b"due"):
        assert word in done.stderr


def test_a_kind_that_brings_no_clauses_needs_some_or_that_they_are_not_known(command: Command) -> None:
    text = CASE.read_text().replace('"early-release"', '"other"')
    given = 'references = ["Protocol 2, principle 8"]\n'
    assert command("new", "--answers", "-", "--no-input", stdin=text.encode()).returncode == 0
    done = command("new", "--answers", "-", "--no-input", stdin=text.replace(given, "").encode())
    assert done.returncode == 1
    assert b"  references: " in done.stderr
    done = command("new", "--answers", "-", "--no-input", stdin=text.replace(given, 'references = "?"\n').encode())
    assert done.returncode == 0


def test_what_is_missing_is_listed(command: Command, tmp_path: Path) -> None:
    done = command("new", "--answers", "-", "--no-input", stdin=b'breach_type = "early-release"')
    assert done.returncode == 1
    assert done.stdout == b""
    for key in ("outputs", "due", "occurrences", "producer", "contact_name", "circumstances", "impact", "actions"):
        assert f"  {key}: ".encode() in done.stderr
    assert not (tmp_path / "home" / "drafts").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, b"--answers"),
        (("new",), 2, b"--answers"),
        (("resume",), 1, b"no draft"),
        (("resume", "x"), 2, b"drafts"),
        (("resume", "7"), 1, b"no draft 7"),
        (("drafts", "delete"), 2, b"drafts delete 1"),
        (("drafts", "delete", "7"), 1, b"no draft 7"),
        (("new", "--answers", "no.toml", "--no-input"), 1, b"no.toml"),
        (("new", "--answers", ".", "--no-input"), 1, b"folder"),
        (("export", "no.md", "--to", "markdown"), 1, b"no.md"),
        (("guidance", "early"), 2, b"early-release"),
        (("profile", "phone=1"), 2, b"hop_number"),
        (("profile", "nation=england"), 1, b"uk, scotland, wales, northern-ireland"),
        (("profile", "formats=wrd"), 1, b"Did you mean word"),
        (("profile", "formats=markdown, odt"), 1, b"markdown, word, html"),
        (("profile", "take_down_note=One line.\nAnother."), 1, b"one line"),
        (("profile", f"take_down_note={'x' * 96}"), 1, b"95 characters"),
        (("nonsense",), 2, b"nonsense"),
    ],
)
def test_what_can_not_be_done_is_said(command: Command, arguments: tuple[str, ...], code: int, said: bytes) -> None:
    done = command(*arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize("data", [b"not = = toml", b"\xff\xfe", b"x" * 10_000_001, b'{"a"', b"breach_type = 5"])
def test_what_is_no_answers_file(command: Command, data: bytes) -> None:
    done = command("new", "--answers", "-", "--no-input", stdin=data)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_a_report_of_ours_is_exported_again(command: Command, tmp_path: Path) -> None:
    done = command("export", str(GOLDEN), "--to", "markdown")
    assert (done.returncode, done.stdout) == (0, GOLDEN.read_bytes())
    (tmp_path / "changed.md").write_bytes(
        GOLDEN.read_bytes().replace(b"## 3.", b"A stranger.\n\n## Strange\n\nText\n\n## 3.")
    )
    done = command("export", "changed.md", "--to", "markdown")
    assert done.returncode == 1
    assert b"Strange" in done.stderr


def test_a_place_that_can_not_be_written(command: Command, tmp_path: Path) -> None:
    done = command("new", "--answers", str(CASE), "--no-input", "-o", str(tmp_path / "no" / "report.md"))
    assert done.returncode == 1
    assert b"no such folder" in done.stderr


def test_the_profile_is_shown_changed_and_used(command: Command) -> None:
    assert command("profile", "producer=ONS", "hop_number=020 7946 0000").returncode == 0
    assert b"producer = ONS" in command("profile").stdout
    text = CASE.read_text().replace('producer = "Ofsted"\n', "")
    done = command("new", "--answers", "-", "--no-input", stdin=text.encode())
    assert markdown.read(done.stdout, GUIDANCE).answers["producer"] == "ONS"


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ("nation=Northern Ireland", "nation = northern-ireland"),
        ("nation=", "nation = (empty)"),
        ("formats=Word  html,word", "formats = word, html"),
        ("formats=", "formats = (empty)"),
        ("site=https://www.GOV.UK/", "site = gov.uk"),
        ("site=Our own site", "site = Our own site"),
        ("take_down_note= Press the red button. ", "take_down_note = Press the red button."),
    ],
)
def test_the_profile_takes_where_and_how_one_publishes(command: Command, change: str, kept: str) -> None:
    assert kept in command("profile", change).stdout.decode().splitlines()


@pytest.mark.parametrize(("nation", "is_known"), [("wales", True), ("walse", False)])
def test_a_nation_in_the_file_that_there_is_not_is_told_of(
    command: Command, tmp_path: Path, nation: str, is_known: bool
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "profile.toml").write_text(f'nation = "{nation}"\n')
    done = command("profile")
    assert (done.returncode, b"wales" in done.stderr) == (0, not is_known)


@pytest.mark.parametrize(("site", "near"), [("gov.uk", None), ("gvo.uk", b"'gov.uk'"), ("stats.example.org", b"")])
def test_a_site_of_which_nothing_is_known_is_told_of_and_kept(command: Command, site: str, near: bytes | None) -> None:
    done = command("profile", f"site={site}")
    assert (b"not known" in done.stderr) is (near is not None)
    assert (near or b"") in done.stderr
    assert f"site = {site}".encode() in done.stdout


@pytest.mark.parametrize(("typed", "meant"), [("exprot", b"'export'"), ("guidence", b"'guidance'")])
def test_a_command_that_is_mistyped_is_told_of_with_what_was_meant(command: Command, typed: str, meant: bytes) -> None:
    done = command(typed)
    assert done.returncode == 2
    assert meant in done.stderr


def test_guidance_follows_the_profile_and_names_nobody(command: Command) -> None:
    command("profile", "nation=scotland", "hop_number=020 7946 0000", "site=another")
    printed = command("guidance", "pre-release-leak").stdout.decode()
    assert "SSI 2008/399" in printed
    assert "020 7946 0000" not in printed
    assert "GOV.UK" not in command("guidance", "early-release").stdout.decode()


def test_guidance_and_messages_are_printed(command: Command) -> None:
    done = command("guidance", "late-publication")
    assert done.returncode == 0
    assert "Can social media channels be used to acknowledge or apologise for the delay?" in " ".join(
        done.stdout.decode().split()
    )
    unconfirmed = [one for one in clauses_for(GUIDANCE, ["late-publication"], None) if not one.confirmed]
    assert unconfirmed
    for one in unconfirmed:
        assert one.written in done.stdout.decode()
        assert one.note in " ".join(done.stdout.decode().split())
    assert b"We are sorry" in command("messages", "late-publication").stdout
    assert command("guidance", "check").returncode == 0


def test_each_of_all_messages_says_of_which_types_it_is(command: Command) -> None:
    printed = " ".join(command("messages").stdout.decode().split())
    for message in GUIDANCE.messages.values():
        if len(message.types) < len(GUIDANCE.types):
            for noun in (GUIDANCE.types[name].noun for name in message.types):
                head = re.escape(message.to.partition("[")[0])  # after it, what differs by nation
                assert re.search(rf"{head}[^(]*\([^)]*{re.escape(noun)}", printed)


def test_messages_are_filled_in_with_what_a_report_says(command: Command) -> None:
    said = command("messages", str(GOLDEN)).stdout.decode()
    for known in ("Maintained School & Academies Inspections and outcomes", "at 5.30pm on 20 March 2017"):
        assert known in said
    assert command("messages", "7").returncode == 1
    assert command("messages", "nothing").returncode == 2


@pytest.mark.parametrize("value", ["nation=france", "hop_email=nobody", "plain=perhaps"])
def test_a_value_that_the_profile_would_not_understand_is_refused(command: Command, value: str) -> None:
    assert command("profile", value).returncode in (1, 2)
    assert value.encode() not in command("profile").stdout


def test_a_marking_of_the_profile_is_on_what_is_exported(command: Command, tmp_path: Path) -> None:
    assert command("profile", "marking=OFFICIAL\n SENSITIVE").returncode == 0
    text = command("export", str(GOLDEN), "--to", "markdown").stdout.decode()
    assert text.splitlines()[0] == "OFFICIAL SENSITIVE"
    (tmp_path / "again.md").write_text(text)
    assert command("profile", "marking=").returncode == 0
    assert command("export", "again.md", "--to", "markdown").stdout == GOLDEN.read_bytes()


def test_a_slip_in_a_bodys_own_guidance_is_named(command: Command, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "actions.toml").write_text("[x]\ntext = 1\n")
    done = command("guidance", "check", env={"BREACH_WIZARD_GUIDANCE": str(tmp_path / "own")})
    assert done.returncode == 1
    assert b"actions.toml" in done.stderr


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from breach_wizard.cli import run; run(['--help']); print(sorted(set(sys.modules) & {'pydantic', 'rich', 'questionary', 'markdown_it', 'prompt_toolkit'}), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    assert done.stderr.strip() == b"[]"
