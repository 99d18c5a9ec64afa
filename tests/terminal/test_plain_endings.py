"""However a run in plain lines ends, the draft is kept, the terminal is as it was, and one sentence says how to go on."""

import signal
import termios
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.drafts import Store
from tests.kit import piped, stories
from tests.kit.depth import FULL
from tests.kit.pty import Terminal, wizard
from tests.kit.today import FIRST_IN_PLAIN_LINES
from tests.kit.told import scripted

ROOT = Path(__file__).parents[2]
ENDINGS: dict[str, tuple[Callable[[Terminal], None], int]] = {
    "ctrl-c": (lambda terminal: terminal.send("c-c"), 130),
    "ctrl-d": (lambda terminal: terminal.send("c-d"), 130),
    "quit": (lambda terminal: terminal.send("/quit\r"), 130),
    "sigint": (lambda terminal: terminal.kill(signal.SIGINT), 130),
    "sigterm": (lambda terminal: terminal.kill(signal.SIGTERM), 143),
    "sighup": (lambda terminal: terminal.kill(signal.SIGHUP), 129),
}
KINDS = {
    "considerations": "1 to 4, Enter for 4:",
    "occurrences.1.date": "Went up:",
    "circumstances": "Circumstances:",
    "actions": "Hear 10 more?",
}
"""A question of each kind, and the line on which it is answered."""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """By question, the lines that lead up to it."""
    (given,) = scripted("early", tmp_path_factory.mktemp("told"))[1]
    ids = [ask.id for ask, _ in given]
    return {name: piped.lines(given[: ids.index(name)]) for name in KINDS}


def has_taken(terminal: Terminal, texts: int) -> bool:
    return terminal.raw.count(b" words.\r\n") >= texts


def at(name: str, lines: dict[str, list[str]], home: Path, env: Mapping[str, str] | None = None) -> Terminal:
    """A run in plain lines that has come to a question."""
    is_forked = not FULL and name != "circumstances"
    argv = ["new", "--plain"] if is_forked else wizard("new", "--plain")
    terminal = Terminal(argv, env={"BREACH_WIZARD_HOME": str(home), **(env or {})}, cwd=ROOT, forked=is_forked)
    terminal.wait_for(FIRST_IN_PLAIN_LINES)
    texts = 0
    for line in lines[name]:
        terminal.send(f"{line}\r")
        if line == ".":  # what comes with it would be text
            texts += 1
            terminal.until(partial(has_taken, terminal, texts), "the text to be taken")
    terminal.wait_for(KINDS[name])
    return terminal


def draft(home: Path) -> Any:
    (found,) = Store(home / "drafts").drafts()
    return found


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_keeps_the_draft_and_the_terminal(
    ending: str, name: str, lines: dict[str, list[str]], tmp_path: Path
) -> None:
    end, code = ENDINGS[ending]
    terminal = at(name, lines, tmp_path)
    if name == "circumstances":
        terminal.send("half typed\r", "/read\r")
        terminal.wait_for("/read half typed Circumstances, go on:")
    end(terminal)
    terminal.wait_for("resume 1")
    assert termios.tcgetattr(terminal.master) == terminal.before
    assert terminal.wait() == code
    assert draft(tmp_path).answers["outputs"][0]["title"] == stories.OFSTED["outputs.1.title"]
    assert draft(tmp_path).partial.get(name) == ("half typed" if name == "circumstances" else None)


@pytest.mark.parametrize("name", KINDS)
def test_a_closed_terminal_keeps_the_draft(name: str, lines: dict[str, list[str]], tmp_path: Path) -> None:
    terminal = at(name, lines, tmp_path)
    terminal.close()
    assert terminal.wait() == 129
    assert draft(tmp_path).answers["outputs"][0]["title"] == stories.OFSTED["outputs.1.title"]


@pytest.mark.parametrize("env", [{}, {"TERM": "dumb"}])
def test_a_full_stop_amid_pasted_text_does_not_end_it(
    env: dict[str, str], lines: dict[str, list[str]], tmp_path: Path
) -> None:
    terminal = at("circumstances", lines, tmp_path, env)
    terminal.send("One.\r.\rTwo.\r\rThree.\r")
    terminal.wait_for("Three.")
    terminal.until(lambda: draft(tmp_path).partial.get("circumstances") == "One.\n.\nTwo.\n\nThree.", "all of it")
    terminal.send(".\r")
    terminal.until(lambda: "circumstances" in draft(tmp_path).answers, "the text as an answer")
    terminal.close()
    terminal.wait()


@pytest.mark.parametrize("ending", ["ctrl-c", "sigterm", "sighup", "kill"])
def test_half_a_line_is_kept_and_nothing_but_text_is_sent(
    ending: str, lines: dict[str, list[str]], tmp_path: Path
) -> None:
    terminal = at("circumstances", lines, tmp_path)

    def kept(text: str) -> bool:
        return bool(draft(tmp_path).partial.get("circumstances") == text)

    terminal.send("A first line.\r", "half ty")
    terminal.until(lambda: kept("A first line.\nhalf ty"), "the half line in the draft")
    if ending == "kill":
        terminal.kill(signal.SIGKILL)
        terminal.wait()
        assert kept("A first line.\nhalf ty")
    else:
        terminal.send("ped")
        terminal.wait_for("half typed")
        ENDINGS[ending][0](terminal)
        terminal.wait()
        assert kept("A first line.\nhalf typed")
    assert b"\x1b" not in terminal.raw


def test_no_terminal_that_can_not_be_looked_into_is_said_to_keep_a_line(
    lines: dict[str, list[str]], tmp_path: Path
) -> None:
    env = {"BREACH_WIZARD_HOME": str(tmp_path), "TERM": "dumb"}
    with Terminal(wizard("new"), env=env, cwd=ROOT) as terminal:
        terminal.wait_for(FIRST_IN_PLAIN_LINES)
        terminal.send(*(f"{line}\r" for line in lines["circumstances"]))
        terminal.wait_for(KINDS["circumstances"])
        terminal.send("half ty", "c-c")
        terminal.wait_for("is not kept")
        assert terminal.wait() == 130


def test_nothing_is_kept_of_a_run_in_which_nothing_was_answered(tmp_path: Path) -> None:
    ended = piped.talk(["--plain"], tmp_path / "home", [])
    assert ended.code == 130
    assert b"nothing is kept" in ended.talk
    assert not list((tmp_path / "home").iterdir())
