"""Copying: what a terminal is asked, which programs are tried, and that nothing waits for one for ever."""

import base64
import os
import re
from pathlib import Path

import pytest

from breach_wizard.terminal import clipboard
from tests.kit import hostile

TEXT = "Subject: x\n\nOne long paragraph.\n\nAnother, “quoted”."
ASKED = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A terminal without a screen of its own, and a folder for programs, the only one that is searched."""
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.parametrize("text", [TEXT, hostile.ALL.encode("utf-8", "ignore").decode(), ""])
def test_of_a_text_the_terminal_gets_base64_alone(text: str) -> None:
    found = ASKED.fullmatch(clipboard.sequence(text, {}))
    assert found
    assert base64.b64decode(found[1]).decode() == text


def test_within_tmux_the_terminal_around_it_is_asked_too() -> None:
    within = clipboard.sequence(TEXT, {"TMUX": "/tmp/tmux"})
    plain = clipboard.sequence(TEXT, {})
    assert within == f"{plain}\x1bPtmux;{plain.replace(chr(27), chr(27) * 2)}\x1b\\"


def test_without_a_program_the_terminal_is_asked_and_no_more_is_claimed(bare: Path) -> None:
    sent: list[str] = []
    asked = clipboard.copy(TEXT, sent.append)
    assert sent == [clipboard.sequence(TEXT, {})]
    assert asked != clipboard.copy(TEXT, None)


@pytest.mark.parametrize("term", ["dumb", "linux", ""])
def test_a_terminal_that_would_show_the_sequence_is_not_asked(
    bare: Path, term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    sent: list[str] = []
    assert clipboard.copy(TEXT, sent.append) == clipboard.copy(TEXT, None)
    assert sent == []


def test_a_text_that_terminals_would_cut_is_not_sent(bare: Path) -> None:
    sent: list[str] = []
    clipboard.copy("é" * clipboard.LONGEST, sent.append)
    assert sent == []


def test_the_program_gets_the_text_as_it_is(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    cat = next(path for path in ("/bin/cat", "/usr/bin/cat") if os.path.exists(path))  # noqa: PTH110
    program(bare, "xclip", f"exec {cat} > {bare}/taken")
    assert "xclip" in clipboard.copy(TEXT, None)
    assert (bare / "taken").read_bytes() == TEXT.encode()


@pytest.mark.parametrize("fails", ["exit 1", "read line < waits-for-ever"])
def test_where_one_does_not_take_it_the_next_is_tried(bare: Path, fails: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bare)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(clipboard, "PATIENCE", 0.2)
    os.mkfifo("waits-for-ever")
    program(bare, "xclip", fails)
    program(bare, "xsel", "exit 0")
    assert "xsel" in clipboard.copy(TEXT, None)


@pytest.mark.parametrize(
    ("environment", "platform", "name"),
    [
        ({}, "darwin", "pbcopy"),
        ({}, "win32", "clip.exe"),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", "clip.exe"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "wl-copy"),
        ({"DISPLAY": ":0"}, "linux", "xclip"),
    ],
)
def test_each_system_has_its_program(
    environment: dict[str, str], platform: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda wanted: f"/bin/{wanted}")
    assert next(clipboard.programs(environment, platform)).name == name


def test_no_program_without_a_screen_to_work_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda wanted: f"/bin/{wanted}")
    assert list(clipboard.programs({}, "linux")) == []
