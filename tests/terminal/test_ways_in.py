"""Every way in: its first words come before anything is loaded, its first question before what later ones need."""

import os
import signal
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any

import pytest

from breach_wizard import drafts
from breach_wizard.cli import offering
from breach_wizard.cli.face import NOTHING_SENT, TITLE
from breach_wizard.drafts import Draft, Store
from breach_wizard.drafts.draft import from_bytes as draft_of
from breach_wizard.prompts import Stopped
from tests.kit.made import put_modules
from tests.kit.pty import KEYS, Terminal, wizard
from tests.kit.scripted import Scripted
from tests.kit.stories import STOP
from tests.kit.today import FIRST_IN_PLAIN_LINES

ROOT = Path(__file__).parents[2]
TELLING = """
import os, sys
from breach_wizard.cli import face, run

def tell(when):
    with open(os.environ["TOLD"] + when, "x") as file:
        file.write("\\n".join(sys.modules))

def say(text, said=face.say):
    tell("words")
    said(text)

face.say = say
face._load_later = lambda: tell("paint")
sys.exit(run(sys.argv[1:]))
"""
"""Runs a command, and tells which modules are there as its first words are written, and once a question is painted."""

NOT_FOR_WORDS = {
    "asyncio", "prompt_toolkit", "questionary", "rich", "pydantic", "lxml", "json", "tomllib", "inspect",
    "breach_wizard.guidance", "breach_wizard.interview", "breach_wizard.drafts", "breach_wizard.prompts",
}  # fmt: skip
NOT_FOR_A_QUESTION = {
    "rich", "pydantic", "lxml", "markdown_it", "docx", "sqlite3", "platformdirs",
    "breach_wizard.check", "breach_wizard.report", "breach_wizard.imports", "breach_wizard.register.sqlite",
    "breach_wizard.wizard.checking", "breach_wizard.wizard.writing",
}  # fmt: skip
ANSWERS = {"breach_type": "late-publication", "ongoing": False}
WAYS = {
    "bare": ([], "Two things at once?"),
    "new": (["new"], "Two things at once?"),
    "a draft is kept": ([], "Start a new one"),
    "resume": (["resume"], "Which statistical output"),
    "resume 1": (["resume", "1"], "Which statistical output"),
}
"""Each way in, and what is on the screen with its first question."""


def home(way: str, folder: Path) -> Path:
    """A home for a way in: empty, or with a draft that has gone past its screens."""
    if way not in ("bare", "new"):
        with Store(folder / "drafts").create() as kept:
            kept.draft.answers = dict(ANSWERS)  # type: ignore[assignment]
            kept.draft.passed = ["do_now", "guidance"]
            kept.save()
    return folder


def started(way: str, folder: Path, *options: str, argv: list[str] | None = None, **env: str) -> Terminal:
    arguments = [*options, *WAYS[way][0]]
    settings = {"BREACH_WIZARD_HOME": str(home(way, folder)), "PYTHONPATH": str(ROOT)} | env
    return Terminal([*(argv or wizard()), *arguments], env=settings, cwd=folder)


@pytest.mark.parametrize("way", WAYS)
def test_the_first_words_and_the_first_question_wait_for_nothing_else(way: str, tmp_path: Path) -> None:
    told = tmp_path / "told-"
    with started(way, tmp_path, argv=[sys.executable, "-c", TELLING], TOLD=str(told)) as terminal:
        painted = tmp_path / "told-paint"
        terminal.until(lambda: painted.exists() and "Ctrl-C stop" in terminal.words, WAYS[way][1])
        assert WAYS[way][1] in terminal.words
        assert NOT_FOR_WORDS.isdisjoint((tmp_path / "told-words").read_text().split("\n"))
        assert NOT_FOR_A_QUESTION.isdisjoint(painted.read_text().split("\n"))


def modules_of(home: Path, *arguments: str, before: str = "") -> set[str]:
    """The modules that a command has loaded when it ends, besides those of Python itself."""
    code = "import atexit, sys; there = {*sys.modules}; atexit.register(lambda: print(*(sys.modules.keys() - there), file=sys.stderr)); sys.argv = ['breach-wizard', *sys.argv[1:]]; from breach_wizard.__main__ import main; sys.exit(main())"  # fmt: skip
    ended = subprocess.run(
        [sys.executable, "-c", f"{before}\n{code}", *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        input="",
        env=os.environ | {"BREACH_WIZARD_HOME": str(home)},
    )
    assert ended.returncode in (0, 130), ended.stderr
    return {one for one in ended.stderr.split() if one.startswith("breach_wizard") or "." not in one}


def test_the_version_and_the_help_load_the_parser_at_most(tmp_path: Path) -> None:
    ours = {one for one in modules_of(tmp_path, "--version") if one.startswith("breach_wizard")}
    assert ours == {"breach_wizard", "breach_wizard.__main__"}
    for_help = modules_of(tmp_path, "--help")
    assert {
        "breach_wizard.guidance",
        "breach_wizard.drafts",
        "breach_wizard.profile",
        "breach_wizard.folders",
        "breach_wizard.exports",
        "breach_wizard.cli.register_parser",
        "dataclasses",
        "json",
        "locale",
        "pathlib",
        "typing",
    }.isdisjoint(for_help)


NOT_FOR_A_COMMAND = {
    "profile": {"dataclasses", "breach_wizard.guidance", "breach_wizard.dates", "breach_wizard.interview"},
    "guidance": {"dataclasses", "inspect", "json", "breach_wizard.dates", "breach_wizard.interview", "breach_wizard.messages"},
    "messages": {"json", "zoneinfo", "breach_wizard.dates", "breach_wizard.interview", "breach_wizard.report", "breach_wizard.telling"},
    "drafts": {"dataclasses", "difflib", "breach_wizard.answers", "breach_wizard.interview.steps", "breach_wizard.report", "breach_wizard.imports.recognise"},
    "check": {"pydantic", "json", "breach_wizard.drafts", "lxml", "docx", "breach_wizard.imports.word", "breach_wizard.imports.odt", "breach_wizard.imports.web"},
    "export --to json": {"pydantic", "breach_wizard.report.validating"},
    "new --plain": {"dataclasses", "inspect", "subprocess", "prompt_toolkit", "breach_wizard.interview"},
}  # fmt: skip
"""What a command does without, to its end or to its first question."""


@pytest.mark.parametrize("words", NOT_FOR_A_COMMAND)
def test_a_command_loads_nothing_that_it_does_without(words: str, tmp_path: Path) -> None:
    files = [str(ROOT / "tests" / "data" / "ofsted-2017.md")] if words.startswith(("check", "export")) else []
    assert NOT_FOR_A_COMMAND[words].isdisjoint(modules_of(tmp_path, *words.split(), *files))


@pytest.mark.parametrize("words", ["guidance", "messages"])
def test_an_installed_wizard_reads_no_file_of_the_guidance(words: str, tmp_path: Path) -> None:
    put_modules(tmp_path / "_ready")
    loaded = modules_of(
        tmp_path, words, before=f"import breach_wizard; breach_wizard.__path__.append({str(tmp_path)!r})"
    )
    assert "breach_wizard._ready.breach_types" in loaded
    assert "breach_wizard._ready.forms" not in loaded
    assert {"tomllib", *(["pathlib"] if words == "guidance" else [])}.isdisjoint(loaded)


TYPED = {
    "bare": (("down", "enter"), "confirmed"),
    "new": (("down", "enter"), "confirmed"),
    "a draft is kept": (("enter",), "Which statistical output"),
    "resume": (("A title", "enter"), "A title"),
    "resume 1": (("A title", "enter"), "A title"),
}
"""What is typed before the first byte is there, and what shows that the first question has taken it."""


@pytest.mark.parametrize("way", WAYS)
def test_what_is_typed_before_the_first_byte_is_the_answer_to_the_first_question(way: str, tmp_path: Path) -> None:
    keys, then = TYPED[way]
    with started(way, tmp_path) as terminal:
        terminal.send(*keys)
        terminal.until(lambda: then in after_the_words(terminal), then)
        seen = after_the_words(terminal)
        assert terminal.raw.decode().count(TITLE) == 1
        assert "^[[B" not in seen
        terminal.send("c-c")
        assert terminal.wait() == 130


def after_the_words(terminal: Terminal) -> str:
    """What was painted after the words that open a run."""
    return terminal.raw.decode(errors="replace").partition("time.")[2]


@pytest.mark.parametrize("how", ["c-c", signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("way", ["bare", "resume 1"])
def test_who_stops_while_it_loads_finds_the_terminal_as_it_was(way: str, how: Any, tmp_path: Path) -> None:
    with started(way, tmp_path) as terminal:
        terminal.until(lambda: NOTHING_SENT[:20].encode() in terminal.raw, "the first words")
        assert not termios.tcgetattr(terminal.master)[3] & termios.ECHO
        if how == "c-c":
            terminal.send(how)
        else:
            terminal.kill(how)
        while terminal.read():
            pass
        settings = termios.tcgetattr(terminal.master)
        assert terminal.wait() == {"c-c": 130, signal.SIGTERM: 143, signal.SIGHUP: 129}[how]
        assert settings == terminal.before
        assert "Traceback" not in terminal.text


def test_in_plain_lines_what_is_typed_is_seen_again_once_there_is_a_question(tmp_path: Path) -> None:
    with started("bare", tmp_path, "--plain", TERM="dumb") as terminal:
        terminal.wait_for(FIRST_IN_PLAIN_LINES)
        assert termios.tcgetattr(terminal.master)[3] & termios.ECHO
        terminal.send("3", KEYS["enter"])
        terminal.until(lambda: b"3\r\n" in terminal.raw, "what was typed")


@pytest.mark.parametrize("number", [20, 80])
def test_of_many_drafts_those_that_are_offered_are_made_out(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BREACH_WIZARD_HOME", str(tmp_path))
    first = home("resume", tmp_path) / "drafts" / "1.json"
    for one in range(2, number + 1):
        os.link(first, first.with_name(f"{one}.json"))
    made_out = []

    def counting(data: bytes, draft: int) -> Draft:
        made_out.append(draft)
        return draft_of(data, draft)

    monkeypatch.setattr(drafts, "from_bytes", counting)
    prompter = Scripted({"draft": STOP})
    with pytest.raises(Stopped):
        offering.offered(lambda: prompter)
    assert len(made_out) == offering.MOST_OFFERED
