"""Where a document goes and in which format: one rule, whoever asks."""

import sys
from pathlib import Path

import pytest

from breach_wizard import destination
from breach_wizard.cli import interactive
from breach_wizard.drafts import Draft
from breach_wizard.errors import UsageError
from breach_wizard.exports import ANSWERS, FORMATS
from tests.kit.commands import CASE, GOLDEN, Command

ALL = (*FORMATS, ANSWERS)


@pytest.mark.parametrize("name", ALL)
def test_the_ending_tells_the_format_and_agrees_with_what_is_asked_for(name: str) -> None:
    for given in (f"r{destination.extension(name)}", f"a.b/R{destination.extension(name).upper()}"):
        assert destination.format_for(given, formats=ALL) == name
        assert destination.format_for(given, name, ALL) == name
        assert not destination.told_as_usual(given, "")
        for other in set(ALL) - {name}:
            with pytest.raises(UsageError):
                destination.format_for(given, other, ALL)


@pytest.mark.parametrize("name", ["-", "r", "v1.2", "breach 3.6.2024", "/dev/stdout", "folder.pdf/r", "r."])
def test_a_name_without_an_ending_is_of_what_is_asked_for(name: str) -> None:
    assert [destination.format_for(name, to, ALL) for to in ("", *ALL)] == ["", *ALL]
    assert destination.told_as_usual(name, "")
    assert not destination.told_as_usual(name, "word")
    assert destination.ending_problem(name, FORMATS) is None


@pytest.mark.parametrize("name", ["r.rtf", "r.RTF", "r.docx.doc", "r.odt", "r.txt", "~/r.rtf", "r.rtf "])
def test_an_ending_of_none_of_our_formats_is_refused_with_the_list(name: str) -> None:
    for to in ("", *FORMATS):
        with pytest.raises(UsageError):
            destination.format_for(name, to)
    with pytest.raises(UsageError) as refused:
        destination.format_for(name)
    assert all(destination.extension(one) in str(refused.value) for one in FORMATS)
    assert destination.ending_problem(name, ("markdown",))


def test_the_wizard_refuses_the_ending_of_a_format_that_was_not_chosen() -> None:
    assert destination.ending_problem("r.docx", ("markdown",))
    assert destination.ending_problem("r.docx", ("markdown", "word")) is None


def test_a_name_that_windows_keeps_for_itself_is_refused_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert destination.checked("CON.md") == "CON.md"
    monkeypatch.setattr(sys, "platform", "win32")
    for name in ("CON", "con.md", "ab:b.md", "r.md.", "what?.md"):
        with pytest.raises(UsageError):
            destination.checked(name)
        assert destination.name_problem(name)
    assert destination.checked("-") == "-"


NEW = ("new", "--answers", str(CASE), "--no-input")
EXPORT = ("export", str(GOLDEN))


@pytest.mark.parametrize(
    "arguments",
    [
        (*NEW, "-o", "r.rtf"), (*NEW, "-o", "r.toml"), (*NEW, "-o", ""), (*NEW, "-o", "r.md", "--to", "word"),
        ("new", "-o", "r.rtf"), ("new", "-o", "r.md", "--to", "json"), ("resume", "-o", "r.rtf"), ("resume", "-o", ""),
        (*EXPORT, "-o", "r.rtf"), (*EXPORT, "-o", "r.rtf", "--to", "markdown"), (*EXPORT, "-o", "r.md", "--to", "word"),
        (*EXPORT, "-o", "r"), (*EXPORT, "-o", "/dev/stdout"), (*EXPORT, "-o", "", "--to", "word"),
        (*EXPORT, "-o", "r.docx", "--to", "answers"), (*EXPORT, "-o", "r.rtf", "--template", "own.docx"),
        ("export", "--starter-template", "-o", "own.rtf"), ("export", "--schema", "-o", "schema.md"),
    ],
    ids=lambda one: " ".join(one[3:] if one[:2] == NEW[:2] else one[2:]),
)  # fmt: skip
def test_what_does_not_agree_is_refused_and_nothing_is_written(
    command: Command, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = command(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr
    assert [one.name for one in tmp_path.iterdir() if one.name != "home"] == []


def test_export_takes_the_format_from_the_ending_too(command: Command, tmp_path: Path) -> None:
    for number, name in enumerate(ALL):
        file = f"{number}{destination.extension(name)}"
        assert command(*EXPORT, "-o", file).returncode == 0
        assert command("export", file, "--to", "markdown").stdout == GOLDEN.read_bytes() or name in (
            "html",
            "email",
            "pdf",
        )


def test_new_takes_markdown_where_nothing_tells_the_format_and_says_so(command: Command, tmp_path: Path) -> None:
    done = command(*NEW, "-o", "r")
    assert (done.returncode, (tmp_path / "r").read_bytes()) == (0, GOLDEN.read_bytes())
    assert b"Markdown" in done.stderr
    assert b"Markdown" not in command(*NEW).stderr
    assert command(*NEW, "--to", "json", "-o", "-").stdout == command(*EXPORT, "--to", "json").stdout


def test_a_report_made_without_questions_names_what_is_open(command: Command) -> None:
    text = CASE.read_text().replace('due = "22 March 2017 9.30am"', 'due = "?"')
    done = command("new", "--answers", "-", "--no-input", stdin=text.encode())
    assert done.returncode == 0
    assert b"To follow:\n" in done.stderr
    assert b"[to-follow]" in done.stderr
    checked = command("check", "-", stdin=done.stdout).stdout.decode()
    codes = {line.rpartition("[")[2] for line in checked.splitlines() if line.endswith("]")}
    assert all(f"[{code}".encode() in done.stderr for code in codes)


def test_a_draft_remembers_where_its_report_goes_and_in_which_format(tmp_path: Path) -> None:
    draft = Draft(1)
    assert interactive._destination(draft, interactive.Wanted(tmp_path / "r", "word")) == tmp_path / "r"
    assert (draft.output, draft.to) == (str(tmp_path / "r"), "word")
    assert interactive._destination(draft, interactive.Wanted()) == tmp_path / "r"
    assert draft.to == "word"
    interactive._destination(draft, interactive.Wanted(to="json"))
    assert (draft.output, draft.to) == (str(tmp_path / "r"), "json")


@pytest.mark.parametrize(("output", "to"), [("r.rtf", ""), ("r.rtf", "word"), ("r.md", "word"), ("r.txt", "fax")])
def test_where_a_draft_of_an_earlier_version_can_not_go_is_asked_again(
    output: str, to: str, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = Draft(1, output=output, to=to)
    assert interactive._destination(draft, interactive.Wanted()) is None
    assert draft.output == ""
    assert draft.to in ("", *FORMATS)
    assert output in capsys.readouterr().err
