"""Writing the report: formats, names, what is there already, and all of them or none."""

import errno
from pathlib import Path
from typing import Any

import pytest

from breach_wizard import guidance
from breach_wizard.destination import format_for
from breach_wizard.exports import FORMATS, load
from breach_wizard.imports import recognise
from breach_wizard.interview.paths import put
from breach_wizard.profile import Profile
from breach_wizard.prompts import Checklist, Text
from breach_wizard.report import from_answers
from breach_wizard.wizard import finishing, writing
from breach_wizard.wizard.session import Session
from tests.kit import runs
from tests.kit.scripted import Scripted
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

WRITTEN: Any = WHOLE | {"approved": "no"}
"""What the wizard writes of these answers: a draft for whoever approves it."""
NAMED = ("name",)
"""Of the list of formats: another name."""


def session(folder: Path, table: dict[str, Any]) -> tuple[Session, Scripted]:
    prompter = Scripted(table)
    made = runs.session(runs.store(folder).create(), prompter, Profile(hop_email="hop@example.gov.uk"))
    made.kept.draft.answers = WHOLE.copy()
    return made, prompter


def test_all_formats_are_written_beside_each_other(tmp_path: Path) -> None:
    made, prompter = session(tmp_path, {"formats": tuple(FORMATS) + NAMED, "output": str(tmp_path / "report")})
    written = writing.write(made, None)
    assert written == {name: tmp_path / f"report{load(name).EXTENSION}" for name in FORMATS}
    prompter.verify()
    report = from_answers(WRITTEN, GUIDANCE)
    for name in ("markdown", "word", "json"):
        data = (tmp_path / f"report{load(name).EXTENSION}").read_bytes()
        assert from_answers(recognise.read(data, guidance.active()).answers, GUIDANCE) == report
    assert b"hop@example.gov.uk" in (tmp_path / "report.eml").read_bytes()
    assert made.kept.draft.written
    assert Path(made.kept.draft.written["path"]).is_absolute()


@pytest.mark.parametrize(
    ("typed", "name"),
    [("mine.md", "mine.md"), ("mine", "mine.md"), ("v1.2", "v1.2.md"), ("MINE.MD", "MINE.md")],
)  # fmt: skip
def test_the_ending_is_that_of_the_format(tmp_path: Path, typed: str, name: str) -> None:
    made, _ = session(tmp_path, {"formats": ("markdown", *NAMED), "output": str(tmp_path / typed)})
    assert writing.write(made, None) == {"markdown": tmp_path / name}


@pytest.mark.parametrize(
    ("name", "form"), [("a.docx", "word"), ("a.md", "markdown"), ("a", "markdown"), ("a.HTML", "html")]
)
def test_the_ending_given_tells_the_format(tmp_path: Path, name: str, form: str) -> None:
    made, _ = session(tmp_path, {})
    made.kept.draft.to = format_for(name)
    assert writing.write(made, tmp_path / name) == {form: tmp_path / name}
    assert (tmp_path / name).read_bytes() == load(form).render(from_answers(WRITTEN, GUIDANCE), GUIDANCE)


def test_what_is_there_is_replaced_only_where_the_user_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    table = {
        "formats": ("markdown", "word", *NAMED),
        "output": ("again", str(tmp_path / "a"), str(tmp_path / "b"), str(tmp_path / "a")),
        "replace": ("again", "no", "yes"),
    }
    made, _ = session(tmp_path, table)
    assert writing.write(made, None) == {"markdown": tmp_path / "b.md", "word": tmp_path / "b.docx"}
    assert (tmp_path / "a.docx").read_bytes() == b"old"
    assert not (tmp_path / "a.md").exists()
    assert writing.write(made, None) == {"markdown": tmp_path / "a.md", "word": tmp_path / "a.docx"}
    assert (tmp_path / "a.docx").read_bytes() != b"old"


def test_one_that_can_not_be_written_keeps_all_from_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "a.docx").write_bytes(b"old too")
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if str(target).endswith(".docx") and "a.docx" in str(target):
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    table = {
        "formats": ("markdown", "word", *NAMED),
        "output": ("again", str(tmp_path / "a"), str(tmp_path / "b")),
        "replace": "yes",
    }
    made, prompter = session(tmp_path, table)
    assert writing.write(made, None) == {"markdown": tmp_path / "b.md", "word": tmp_path / "b.docx"}
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert (tmp_path / "a.docx").read_bytes() == b"old too"
    assert any("disk is full" in notice for ask in prompter.asked for notice in ask.notices)


@pytest.mark.parametrize(
    ("platform", "name", "is_taken"),
    [("linux", "a:b", True), ("linux", "/", False), ("linux", "..", False), ("linux", " ", False)]
    + [("win32", name, False) for name in ("a:b", "CON", "nul.md", "a.", "x" * 256)]
    + [("win32", "report", True), ("win32", "reports/report.md", True)],
)
def test_a_name_that_can_be_no_file_is_refused_where_it_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, name: str, is_taken: bool
) -> None:
    made, prompter = session(tmp_path, {"formats": ("markdown", *NAMED), "output": str(tmp_path / "a")})
    writing.write(made, None)
    ask = prompter.asked[-1]
    assert isinstance(ask, Text)
    monkeypatch.setattr("sys.platform", platform)
    assert (ask.check(name) is None) == is_taken


def test_a_folder_of_that_name_is_told_of_and_not_asked_about(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    table = {"formats": ("markdown", *NAMED), "output": ("again", str(tmp_path / "a"), str(tmp_path / "b"))}
    made, prompter = session(tmp_path, table)
    assert writing.write(made, None) == {"markdown": tmp_path / "b.md"}
    assert any("a folder of that name" in notice for ask in prompter.asked for notice in ask.notices)


@pytest.mark.parametrize(("day", "edition"), [("4 May 2023", "2.1"), ("4 May 2026", "3.0"), ("4 May 2016", "")])
def test_what_the_code_asks_at_once_is_told_on_the_last_screen(tmp_path: Path, day: str, edition: str) -> None:
    made, _ = session(tmp_path, {})
    made.put_all(put(made.answers, ("occurrences",), [{"key": "1", "date": day}]))
    told = " ".join(line.text for line in finishing.what_next(made, []))
    for one in GUIDANCE.editions.values():
        for duty in one.duties:
            assert (duty.text in told) == (bool(edition) and duty in GUIDANCE.editions[edition].duties)


def test_what_others_lose_is_told_on_the_last_screen(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "a.md").chmod(0o644)
    made, _ = session(tmp_path, {"formats": ("markdown", *NAMED), "output": str(tmp_path / "a"), "replace": "yes"})
    paths = writing.write(made, None)
    lines = [line.text for line in finishing.what_next(made, paths.values())]
    assert any("could be opened by others before" in line for line in lines)


def again(made: Session, table: dict[str, Any]) -> Scripted:
    """Write the same draft once more."""
    prompter = Scripted(table)
    made.prompter = prompter
    writing.write(made, None)
    return prompter


@pytest.fixture
def theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's, in which they are."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


def proposed(made: Session) -> Path:
    """The whole path in the field."""
    prompter = again(made, {"formats": ("markdown", *NAMED), "output": None})
    field = prompter.asked[1]
    assert isinstance(field, Text)
    (path,) = (Path(one) for one in made.kept.draft.written["files"].values())  # type: ignore[index]
    assert field.default == str(path)
    return path.parent


def test_it_is_proposed_in_the_folder_of_the_last_report_else_here_else_at_home(tmp_path: Path, theirs: Path) -> None:
    last = tmp_path / "last"
    last.mkdir()
    made, _ = session(tmp_path, {})
    made.profile = Profile(folder=str(last))
    assert proposed(made) == last
    made, _ = session(tmp_path, {})
    made.profile = Profile(folder=str(tmp_path / "gone"))
    assert proposed(made) == theirs
    assert made.profile.folder == str(theirs)
    (theirs / "breach_wizard").mkdir()
    (theirs / "breach_wizard" / "__main__.py").touch()
    made, _ = session(tmp_path, {})
    assert proposed(made) == tmp_path  # where they are is the program's own


@pytest.mark.parametrize(("typed", "written"), [("other", "last/other.md"), ("./other", "theirs/other.md")])
def test_a_name_alone_is_one_in_the_folder_that_was_proposed(
    tmp_path: Path, theirs: Path, typed: str, written: str
) -> None:
    last = tmp_path / "last"
    last.mkdir()
    made, _ = session(tmp_path, {"formats": ("markdown", *NAMED), "output": typed})
    made.profile = Profile(folder=str(last))
    (path,) = writing.write(made, None).values()
    assert path == tmp_path / written
    assert theirs == tmp_path / "theirs"


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_missing_folder_is_made_where_the_user_says_so(tmp_path: Path, theirs: Path, answer: str) -> None:
    table = {"formats": ("markdown", *NAMED), "output": ("again", "new/one/r", "r"), "folder": answer}
    made, _ = session(tmp_path, table)
    (path,) = writing.write(made, None).values()
    assert path == (theirs / "new" / "one" / "r.md" if answer == "yes" else theirs / "r.md")
    assert (theirs / "new").exists() == (answer == "yes")
    assert path.stat().st_mode & 0o077 == 0


def test_who_replaces_nothing_is_offered_a_name_that_is_free(tmp_path: Path, theirs: Path) -> None:
    for taken in ("r.docx", "r-2.md"):
        (theirs / taken).write_text("old")
    table = {"formats": ("markdown", "word", *NAMED), "output": ("again", "r", None), "replace": "no"}
    made, _ = session(tmp_path, table)
    written = writing.write(made, None).values()
    assert {one.name for one in written} == {"r-3.md", "r-3.docx"}


def test_written_again_the_formats_of_last_time_are_ticked_and_what_is_not_is_out_of_date(
    tmp_path: Path, theirs: Path
) -> None:
    made, _ = session(tmp_path, {"formats": ("markdown", "word", "html")})
    first = writing.write(made, None)
    made.profile = Profile(formats="json")
    made.put_all(put(made.answers, ("noticed",), "20 March 2017, 5.20pm"))
    prompter = again(made, {"formats": ("markdown", "html"), "replace": "yes"})
    formats = prompter.asked[0]
    assert isinstance(formats, Checklist)
    assert set(formats.ticked) == {"markdown", "word", "html"}
    told = [line.text for line in finishing.what_next(made, [])]
    assert [str(path) in told for path in first.values()].count(True) == 1
    assert str(first["word"]) in told
    assert theirs == first["word"].parent


def test_the_same_written_again_makes_nothing_out_of_date(tmp_path: Path, theirs: Path) -> None:
    made, _ = session(tmp_path, {"formats": ("markdown", "word")})
    writing.write(made, None)
    again(made, {"formats": ("markdown",), "replace": "yes"})
    assert made.out_of_date == []
    assert theirs.exists()


@pytest.mark.parametrize(
    ("remembered", "resumed", "ticked"),
    [
        ("json", "html", {"json", "html"}),
        ("json", "json", {"json"}),
        ("", "email", {*writing.AT_FIRST, "email"}),
        ("json", "", {"json"}),
    ],
)
def test_the_format_that_was_resumed_is_ticked_until_the_report_is_written(
    tmp_path: Path, theirs: Path, remembered: str, resumed: str, ticked: set[str]
) -> None:
    made, _ = session(tmp_path, {})
    made.profile = Profile(formats=remembered)
    made.kept.draft.resumed = resumed
    lists = [again(made, {"formats": one, "replace": "yes"}).asked[0] for one in (["word"], None)]
    assert [set(one.ticked) for one in lists if isinstance(one, Checklist)] == [ticked, {"word"}]
