"""``export``: every format, a body's own form, and an e-mail; what it refuses."""

import io
import json
from email import message_from_bytes, policy
from pathlib import Path

import docx
import pytest

from breach_wizard.exports import FORMATS, is_installed, load
from breach_wizard.imports import markdown
from breach_wizard.report import from_answers
from tests.kit.commands import CASE, GOLDEN, ROOT, Command
from tests.kit.pty import Terminal, wizard
from tests.kit.today import GUIDANCE

REPORT = from_answers(markdown.read(GOLDEN.read_bytes(), GUIDANCE).answers, GUIDANCE)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"email"}))
def test_each_format(command: Command, tmp_path: Path, name: str) -> None:
    done = command("export", str(GOLDEN), "--to", name, "-o", "out")
    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / "out").read_bytes() == load(name).render(REPORT, GUIDANCE)
    assert command("export", str(GOLDEN), "--to", name).stdout == load(name).render(REPORT, GUIDANCE)


@pytest.mark.parametrize("name", ["word", "json", "markdown"])
def test_what_was_exported_is_exported_again(command: Command, tmp_path: Path, name: str) -> None:
    assert command("export", str(CASE), "--to", name, "-o", "out").returncode == 0
    assert command("export", "out", "--to", "markdown").stdout == GOLDEN.read_bytes()


def test_word_is_not_written_to_a_terminal(tmp_path: Path) -> None:
    argv = wizard("export", str(GOLDEN), "--to", "word")
    with Terminal(argv, env={"BREACH_WIZARD_HOME": str(tmp_path)}, cwd=ROOT) as terminal:
        terminal.wait_for("-o report.docx")
        assert terminal.wait() == 2


def test_the_e_mail_goes_to_the_head_of_profession_or_where_it_is_asked_to(command: Command) -> None:
    asked = ("export", str(GOLDEN), "--to", "email")
    assert message_from_bytes(command(*asked).stdout, policy=policy.default)["To"] is None
    done = command(*asked, "--for-submission")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"submission_address" in done.stderr
    assert command("profile", "hop_email=hop@example.gov.uk", "submission_address=a@example.org").returncode == 0
    assert message_from_bytes(command(*asked).stdout, policy=policy.default)["To"] == "hop@example.gov.uk"
    outward = command(*asked, "--for-submission").stdout
    assert message_from_bytes(outward, policy=policy.default)["To"] == "a@example.org"


@pytest.mark.parametrize("address", ["a", "a@b", "a@b.uk, c@d.uk", "a@b.uk\nBcc: c@d.uk", "A <a@b.uk>"])
def test_what_is_no_address_is_not_kept(command: Command, address: str) -> None:
    done = command("profile", f"hop_email={address}")
    assert done.returncode == 1
    assert b"hop_email = (empty)" in command("profile").stdout


def test_a_form_of_ones_own(command: Command, tmp_path: Path) -> None:
    assert command("export", "--starter-template", "-o", "own.docx").returncode == 0
    assert command("export", str(GOLDEN), "--template", "own.docx", "-o", "filled.docx").returncode == 0
    text = "\n".join(one.text for one in docx.Document(io.BytesIO((tmp_path / "filled.docx").read_bytes())).paragraphs)
    assert "This mistake occurred through human error." in text
    again = command("export", "filled.docx", "--to", "json")  # rows that were left empty say nothing
    assert (again.returncode, json.loads(again.stdout)["producer"]) == (0, "Ofsted")


def test_the_schema_describes_what_is_exported(command: Command) -> None:
    held = json.loads(command("export", str(GOLDEN), "--to", "json").stdout)
    assert set(held) == set(json.loads(command("export", "--schema").stdout)["properties"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export",), b"drafts"),
        (("export", str(GOLDEN)), b"--to"),
        (("export", str(GOLDEN), "--to", "odt"), b"markdown"),
        (("export", str(GOLDEN), "--to", "html", "--template", "x.docx"), b"--template"),
        (("export", str(GOLDEN), "--to", "html", "--for-submission"), b"--to email"),
        (("export", str(GOLDEN), "--to", "html", "--type", "flood"), b"early-release"),
    ],
)
def test_what_can_not_be_asked_for(command: Command, arguments: tuple[str, ...], said: bytes) -> None:
    done = command(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr


@pytest.mark.skipif(not is_installed("pdf"), reason="needs the packages of the extra pdf")
def test_a_pdf_names_the_signs_that_it_shows_as_codes_and_is_read_back_by_nobody(
    command: Command, tmp_path: Path
) -> None:
    (tmp_path / "in.md").write_bytes(GOLDEN.read_bytes().replace(b"human error", "human 👨 error".encode()))
    done = command("export", "in.md", "-o", "r.pdf")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"U+1F468" in done.stderr
    for asked in (("check", "r.pdf"), ("resume", "r.pdf"), ("export", "r.pdf", "--to", "json")):
        done = command(*asked)
        assert done.returncode == 1
        assert b"PDF" in done.stdout + done.stderr


def test_a_file_that_is_there_is_replaced_only_with_force(command: Command, tmp_path: Path) -> None:
    (tmp_path / "out.html").write_bytes(b"old")
    asked = ("export", str(GOLDEN), "--to", "html", "-o", "out.html")
    done = command(*asked)
    assert done.returncode == 1
    assert b"--force" in done.stderr
    assert (tmp_path / "out.html").read_bytes() == b"old"
    assert command(*asked, "--force").returncode == 0


def test_a_type_that_is_named_twice_is_one(command: Command, tmp_path: Path) -> None:
    row = "| Type of breach"
    further = "| Further type | Statistics published after the required time of 9.30am |\n"
    lines = GOLDEN.read_text().splitlines(keepends=True)
    (place,) = (number for number, line in enumerate(lines, 1) if line.startswith(row))
    (tmp_path / "twice.md").write_text("".join([*lines[:place], further, further, *lines[place:]]))
    done = command("export", "twice.md", "--to", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["also"] == ["late-publication"]


def test_an_answer_of_blanks_in_a_draft_counts_as_left_empty(command: Command, tmp_path: Path) -> None:
    draft = json.loads((ROOT / "tests/data/released/0.2.0/early.draft.json").read_text())
    draft["answers"]["actions"][0] |= {"status": "planned", "when": "\n \n", "who": " "}
    drafts = tmp_path / "home" / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "1.json").write_text(json.dumps(draft))
    for name in sorted(set(FORMATS) - {"email"}):
        done = command("export", "1", "--to", name)
        assert done.returncode == 0, done.stderr
