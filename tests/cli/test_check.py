"""``check``: files, folders, drafts; what is found, where, and with which exit code."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from breach_wizard.check import CODES
from breach_wizard.cli.checks import NOT_SEEN
from breach_wizard.drafts import Store
from breach_wizard.imports.archive import MOST_TAGS
from breach_wizard.imports.markdown import MOST_LINES, MOST_SIGNS
from breach_wizard.report import SCHEMA
from tests.imports.test_official_form import DATA, FORMS_GUIDANCE
from tests.imports.test_word import package
from tests.kit.commands import CASE, GOLDEN, ROOT, Command
from tests.kit.depth import FULL
from tests.kit.pty import Terminal, wizard

WITH_SLIPS = (
    GOLDEN.read_text().replace("Ofsted ", "*Not yet known* ").replace("Unfortunately, we", "a.name@example.gov.uk")
)


def test_a_report_without_slips(command: Command) -> None:
    done = command("check", str(GOLDEN))
    assert done.returncode == 0
    assert b"[no-contact-details]" in done.stdout
    assert b"error" not in done.stdout


def test_what_no_program_sees_is_said_once_where_nothing_is_found(command: Command, tmp_path: Path) -> None:
    (tmp_path / "clean.toml").write_text('contact_details = "A mailbox"\n' + CASE.read_text())
    done = command("check", "clean.toml", str(GOLDEN), "clean.toml")
    assert done.stdout.decode().count(NOT_SEEN) == 1
    assert NOT_SEEN not in command("check", str(GOLDEN)).stdout.decode()
    assert [one["findings"] for one in json.loads(command("check", "clean.toml", "--json").stdout)] == [[]]


def test_each_finding_says_where(command: Command, tmp_path: Path) -> None:
    (tmp_path / "slips.md").write_text(WITH_SLIPS + "\n## Strange\n\nText.\n")
    done = command("check", "slips.md", "--json")
    assert done.returncode == 0
    (held,) = json.loads(done.stdout)
    found = {one["code"]: one for one in held["findings"]}
    lines = (tmp_path / "slips.md").read_text().split("\n")
    assert held["file"] == "slips.md"
    assert "example.gov.uk" in lines[found["e-mail-address"]["line"] - 1]
    assert found["e-mail-address"]["section"].startswith("3.")
    assert found["to-follow"]["where"] == "producer"
    assert found["unplaced"]["line"] == lines.index("## Strange") + 1
    assert all(CODES[one["code"]][0] == one["level"] for one in held["findings"])


def test_what_keeps_a_report_from_being_sent_is_exit_1(command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text(GOLDEN.read_text().replace("| Ofsted |", "| |"))
    done = command("check", "empty.md")
    assert done.returncode == 1
    assert b"[missing]" in done.stdout


def test_the_official_form(command: Command) -> None:
    done = command("check", str(DATA), "--json")
    assert done.returncode == 0
    (held,) = json.loads(done.stdout)
    (unplaced,) = [one for one in held["findings"] if one["code"] == "unplaced"]
    assert unplaced["line"] == FORMS_GUIDANCE


def test_a_form_that_does_not_tell_its_kind(command: Command, tmp_path: Path) -> None:
    text = DATA.read_text().replace("Protocol 2, Principle 8", "Trustworthiness")
    for sign in ("taken down", "publish immediately"):
        text = text.replace(sign, "so")
    (tmp_path / "form.txt").write_text(text)
    done = command("check", "form.txt")
    assert done.returncode == 1
    assert b"[no-type]" in done.stdout
    done = command("export", "form.txt", "--to", "markdown")
    assert done.returncode == 2
    assert b"--type" in done.stderr
    done = command("export", "form.txt", "--to", "markdown", "--type", "late-publication")
    assert done.returncode == 0
    assert b"after the required time" in done.stdout


def test_an_answers_file_and_a_draft(command: Command, tmp_path: Path) -> None:
    assert command("check", str(CASE)).returncode == 0
    with Store(tmp_path / "home" / "drafts").create() as kept:
        kept.draft.answers = {"breach_type": "other", "impact": "?"}
        kept.save()
    done = command("check", "1")
    assert done.returncode == 1
    assert b"[missing]" in done.stdout
    assert b"[to-follow]" in done.stdout


def test_a_note_that_no_text_of_a_file_holds_is_told_of(command: Command, tmp_path: Path) -> None:
    text = CASE.read_text()
    for note, codes in (("Nobody.", ["note-left-out"]), ("not relevant", [])):
        path = tmp_path / "answers.toml"
        path.write_text(f'{text}\n[considerations]\naccessed = "{note}"\n')
        found = json.loads(command("check", str(path), "--json").stdout)[0]["findings"]
        assert [one["code"] for one in found if one["code"].startswith("note")] == codes


def test_files_and_folders_and_their_sum(command: Command, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    (reports / "older").mkdir(parents=True)
    shutil.copy(GOLDEN, reports / "one.md")
    shutil.copy(DATA, reports / "older" / "two.txt")
    (reports / "notes.md").write_text("Buy milk.")
    (reports / "picture.png").write_bytes(b"\x89PNG")
    done = command("check", "reports", str(CASE))
    assert done.returncode == 0
    assert b"3 files" in done.stdout
    assert b"notes.md" in done.stderr
    assert b"picture" not in done.stdout + done.stderr
    told = json.loads(command("check", "reports", "--json").stdout)
    assert [Path(one["file"]).name for one in told] == ["two.txt", "one.md", "notes.md"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("garbage.md", b"\x00\x01\x02" * 50),
        ("latin.md", "Größe".encode("latin-1")),
        ("large.md", b"x" * 10_000_001),
        ("lines.md", b"# Report of a breach of the\n\n## 1. Core information\n" + b"x\n\n" * 1_000_000),
        ("marks.md", b"# Report of a breach of the\n\n## 1. Core information\n" + b"*a* " * 500_000),
        ("archive.zip", b"PK\x05\x06" + bytes(18)),
        ("empty.md", b""),
        ("letter.txt", b"Dear all,\n\nplease publish."),
        ("page.html", b"<!DOCTYPE html>\n<html><p>Minutes</p><p>of a meeting</p></html>"),
        ("draft.eml", b"Subject: Breach\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n\r\nDate of report: x\nImpact: y"),
        ("other.json", b'{"name": "x"}'),
        ("broken.json", b'{"schema": '),
        ("broken.toml", b"breach_type = = 1"),
    ],
)
def test_what_is_no_report_gets_one_sentence(command: Command, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    done = command("check", name)
    assert done.returncode == 1
    assert done.stdout.count(b"[unreadable]") == 1
    assert done.stdout.count(b"\n") == 3
    assert done.stderr == b""


def test_a_folder_without_reports(command: Command, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = command("check", "nothing")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"no report here" in done.stderr


HEAD = b"# Report of a breach of the\n\n## 1. Core information\n\n| a | b |\n|---|---|\n"
WORST = {
    "lines": HEAD + b"x\n\n" * (MOST_LINES // 2 - 10),
    "rows": HEAD + b"| a | b |\n" * (MOST_LINES - 10),
    "emphasis": HEAD + b"*a* " * (MOST_SIGNS // 2 - 10),
    "escapes": HEAD + b"a\\*" * (MOST_SIGNS // 2 - 10),
    "paragraphs in Word": package("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * ((MOST_TAGS - 100) // 6)),
    "rows in Word": package(f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * ((MOST_TAGS - 100) // 5)}</w:tbl>"),
}


if not FULL:  # each takes seconds; these two take the most memory
    WORST = {name: WORST[name] for name in ("emphasis", "paragraphs in Word")}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the most memory of one program")
@pytest.mark.parametrize("name", WORST)
def test_the_worst_that_is_read_stays_below_200_megabytes(tmp_path: Path, name: str) -> None:
    (tmp_path / "worst.md").write_bytes(WORST[name])
    code = (
        "import sys; from breach_wizard.cli import run; run(['check', 'worst.md']); "
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0], file=sys.stderr)"
    )
    environment = {"PYTHONPATH": str(ROOT), "BREACH_WIZARD_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=tmp_path, env=environment, check=True)
    assert int(done.stderr) * 1024 < 200_000_000


def test_the_schema_is_published(command: Command) -> None:
    done = command("export", "--schema")
    assert done.returncode == 0
    assert json.loads(done.stdout)["properties"]["schema"]["const"] == SCHEMA


def test_a_bar_on_a_terminal_and_every_line_in_full(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number}.md").write_bytes(GOLDEN.read_bytes())
    with Terminal(wizard("check", str(tmp_path)), env={"PYTHONPATH": str(ROOT)}, cwd=ROOT, columns=60) as terminal:
        assert terminal.wait() == 0
    assert b"Checking" in terminal.raw
    assert "25 files, none with" in terminal.words
    assert "Add a shared mailbox or a number. [no-contact-details]" in terminal.words


@pytest.mark.parametrize("sign", ["\x07", "\x1b[2J", "\x9b", "\x85"])
def test_a_control_character_in_a_report_is_left_out_and_told_of(command: Command, tmp_path: Path, sign: str) -> None:
    text = GOLDEN.read_text()
    for word in ("Ofsted", "statistics"):
        (tmp_path / "r.md").write_text(text.replace(word, f"{word[:2]}{sign}{word[2:]}"))
        done = command("export", "r.md", "--to", "markdown")
        assert done.returncode == 0, done.stderr
        assert sign.encode() not in done.stdout
        assert b"ontrol characters" in done.stderr


def test_what_is_shown_in_a_terminal_turns_no_text(tmp_path: Path) -> None:
    (tmp_path / "r.md").write_text(GOLDEN.read_text().replace("Ofsted", "Of\u202ested"))
    with Terminal(wizard("export", str(tmp_path / "r.md"), "--to", "markdown"), cwd=ROOT) as terminal:
        assert terminal.wait() == 0
    assert "\u202e".encode() not in terminal.raw
    assert b"U+202E" in terminal.raw


def test_words_in_the_file_s_own_spelling(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"impact": null, "producer": true}')
    done = command("new", "--answers", "a.json", "--no-input")
    assert done.returncode == 1
    assert b"This is null" in done.stderr
    assert b"This is true" in done.stderr


def test_without_a_type_all_that_is_missing_is_told_at_once(command: Command, tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Name of producer organisation: X\nDate of breach report: 4 May 2023\n")
    (held,) = json.loads(command("check", "short.txt", "--json").stdout)
    missing = {one["where"] for one in held["findings"] if one["level"] == "error"}
    assert missing == {
        "breach_type",
        "outputs",
        "contact_name",
        "references",
        "occurrences",
        "circumstances",
        "impact",
        "actions",
    }


def test_a_group_of_unplaced_lines_ends_where_a_line_was_read(command: Command, tmp_path: Path) -> None:
    text = "Severity: 7\nName of producer organisation: X\nDate of breach report: 4 May 2023\n\nStanding: x\nof: y\n"
    (tmp_path / "short.txt").write_text(text)
    (held,) = json.loads(command("check", "short.txt", "--json").stdout)
    assert [one["line"] for one in held["findings"] if one["code"] == "unplaced"] == [1, 5]


def test_what_is_left_out_of_a_document_is_told_with_its_line(command: Command, tmp_path: Path) -> None:
    text = "Name of producer organisation: X\nDate of breach report: 4 May 2023\nImpact of the breach\nIt was ~~not~~ seen.\n"
    (tmp_path / "struck.md").write_text(text)
    (held,) = json.loads(command("check", "struck.md", "--json").stdout)
    assert [(one["line"], one["message"][-3:]) for one in held["findings"] if one["code"] == "left-out"] == [(4, "not")]
    done = command("export", "struck.md", "--to", "json", "--type", "other")
    assert done.returncode == 1  # for what is missing; what was left out is told once the report can be made


def test_a_computed_line_stops_no_export_and_is_a_finding_of_its_own(command: Command, tmp_path: Path) -> None:
    edited = GOLDEN.read_bytes().replace(b"20 March 2017, 5.30pm", b"20 March 2017, 6.30pm")
    (tmp_path / "r.md").write_bytes(edited)
    (finding,) = [
        one for one in json.loads(command("check", "--json", "r.md").stdout)[0]["findings"] if one["code"] == "computed"
    ]
    assert b"Timing" in edited.splitlines()[finding["line"] - 1]
    done = command("export", "r.md", "--to", "markdown")
    assert done.returncode == 0
    assert b"1 hour 30 minutes" in done.stdout
    assert b"computed anew" in done.stderr


def test_what_a_full_disk_has_left_is_no_file_to_pass_over(command: Command, tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    halves = {"empty.md": b"", "half.docx": b"\x00" * 20}
    others = {"scan.PDF": b"%PDF-1.7", "~$report.docx": b"lock", "notes.md": b"Nothing of ours.", "data.json": b"{}"}
    for name, data in (halves | others).items():
        (tmp_path / "f" / name).write_bytes(data)
    done = command("check", "--json", "f")
    assert done.returncode == 1
    told = {Path(one["file"]).name: [found["code"] for found in one["findings"]] for one in json.loads(done.stdout)}
    assert told == {**{name: ["unreadable"] for name in halves}, **{name: ["passed-over"] for name in others}}
    assert all(name in done.stderr.decode() for name in others)


def test_a_report_of_a_day_to_come_and_a_clause_of_another_edition_are_named(command: Command) -> None:
    text = GOLDEN.read_text().replace("21 March 2017", "21 March 2917").replace("Protocol 2, principle 8", "T3.6")
    done = command("check", "--json", "--no-color", "-", stdin=text.encode())
    found = {one["code"]: one for one in json.loads(done.stdout)[0]["findings"]}
    assert found["future"]["where"] == "report_date"
    assert "T3.6" in found["edition"]["message"]
