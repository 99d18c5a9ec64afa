"""``export --for-publication``: of which reports, what it says, and that the copy is known again and refused."""

from pathlib import Path

import pytest

from breach_wizard import form
from breach_wizard.exports import FOR_PUBLICATION
from breach_wizard.publishing import NOT_OUT_YET, READ_IT
from tests.kit.commands import CASE, Command
from tests.kit.pty import Terminal, wizard

APPROVED = ("--approved-by", "Head of Profession for Statistics", "--approved-on", "24 March 2017")
COPY = ("export", str(CASE), "--for-publication")
UNASKED = (*COPY, "--no-input", *APPROVED)


def test_only_an_approved_report_is_copied_and_force_does_not_help(command: Command, tmp_path: Path) -> None:
    for more in ((), ("--force",)):
        done = command(*COPY, "--no-input", "-o", "copy.md", *more)
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"--approved-by" in done.stderr
    assert not (tmp_path / "copy.md").exists()


@pytest.mark.parametrize("name", FOR_PUBLICATION)
def test_a_copy_is_known_again_and_is_no_report(command: Command, tmp_path: Path, name: str) -> None:
    done = command(*UNASKED, "--to", name, "-o", "copy")
    assert done.returncode == 0, done.stderr
    said = done.stderr.decode().splitlines()
    assert said[-1] == READ_IT
    assert any("Statistics publishing team" in line for line in said)
    assert "anonymised" not in done.stderr.decode() + (tmp_path / "copy").read_bytes().decode(errors="replace")
    if name not in ("email", "pdf"):  # which can't be read, whatever is in them
        checked = command("check", "copy")
        assert (checked.returncode, b"[copy]" in checked.stdout) == (0, True)
    for refuses in (("resume", "copy", "--plain"), ("register", "add", "copy"), ("export", "copy", "--to", "markdown")):
        assert command(*refuses).returncode == 1, refuses
    assert command("export", "copy", "--to", "answers").returncode == 1


def test_its_first_line_says_what_it_is(command: Command) -> None:
    for more in ((), ("--to", "govspeak")):
        assert command(*UNASKED, *more).stdout.decode().split("\n")[0] == form.COPY


def test_a_copy_that_somebody_wrote_in_is_still_known(command: Command, tmp_path: Path) -> None:
    text = command(*UNASKED).stdout.decode()
    for changed in (
        f"Ministry of Things\n\n{text}",
        text.replace(form.COPY, f"**{form.COPY}**"),
        text.replace("## ", ""),
    ):
        (tmp_path / "changed.md").write_text(changed)
        assert command("register", "add", "changed.md").returncode == 1
        assert b"[copy]" in command("check", "changed.md").stdout


def test_it_is_said_while_the_statistics_are_not_out(command: Command, tmp_path: Path) -> None:
    later = CASE.read_text().replace("22 March 2017", "22 March 2090").replace("20 March 2017", "20 March 2090")
    (tmp_path / "later.toml").write_text(later)
    asked = ("--for-publication", "--no-input", *APPROVED)
    assert NOT_OUT_YET in command("export", "later.toml", *asked).stderr.decode()
    assert NOT_OUT_YET not in command("export", str(CASE), *asked).stderr.decode()


def test_a_text_with_a_suspected_name_is_copied_only_where_it_was_read(command: Command, tmp_path: Path) -> None:
    (tmp_path / "named.toml").write_text(CASE.read_text().replace("This mistake", "Sarah Okafor set it. This mistake"))
    asked = ("export", "named.toml", "--for-publication", "--no-input", *APPROVED)
    done = command(*asked)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"--accept-text circumstances" in done.stderr
    assert command(*asked, "--accept-text", "impact").returncode == 1
    for named in ("circumstances", "impact, circumstances"):
        accepted = command(*asked, "--accept-text", named)
        assert accepted.returncode == 0
        assert b"Sarah Okafor set it." in accepted.stdout


def test_a_file_that_is_there_is_told_of_before_anything_is_asked(command: Command, tmp_path: Path) -> None:
    (tmp_path / "copy.md").write_text("old")
    assert command(*COPY, *APPROVED, "-o", "copy.md").returncode in (1, 3)
    assert (tmp_path / "copy.md").read_text() == "old"
    assert command(*UNASKED, "-o", "copy.md", "--force").returncode == 0


def test_a_marking_is_not_on_it(command: Command) -> None:
    assert command("profile", "marking=OFFICIAL-SENSITIVE").returncode == 0
    done = command(*UNASKED)
    assert b"OFFICIAL-SENSITIVE" not in done.stdout
    assert b"OFFICIAL-SENSITIVE" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", str(CASE), "--to", "govspeak"), b"--for-publication"),
        (("export", str(CASE), "--to", "html", "--no-input"), b"--for-publication"),
        ((*COPY, "--template", "x.docx"), b"--template"),
        ((*COPY, "--to", "answers"), b"answers"),
        ((*COPY, "--for-submission"), b"--for-submission"),
        ((*COPY, "--accept-text", "impact", *APPROVED), b"--no-input"),
        ((*UNASKED, "--accept-text", "circumstance"), b"circumstances"),
        ((*COPY, *APPROVED), b"--no-input"),
        (("export", "--for-publication"), b"report.md"),
    ],
)
def test_what_can_not_be_asked_for(command: Command, arguments: tuple[str, ...], said: bytes) -> None:
    done = command(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr


def test_it_is_asked_about_in_a_terminal_and_govspeak_is_the_first_format(tmp_path: Path) -> None:
    argv = wizard(*COPY, *APPROVED)
    with Terminal([*argv], env={"BREACH_WIZARD_HOME": str(tmp_path)}, cwd=Path(__file__).parents[2]) as terminal:
        terminal.wait_for("Statistics publishing team")
        terminal.send("down", "enter")  # leave it out
        terminal.wait_for("Tick what is to be kept")
        terminal.send("enter")
        terminal.wait_for("in which format?")
        terminal.send("enter")
        terminal.wait_for(READ_IT)
        assert terminal.wait() == 0
    assert b"| Name of statistical producer | Ofsted |" in terminal.raw
    assert b"publishing team |" not in terminal.raw
