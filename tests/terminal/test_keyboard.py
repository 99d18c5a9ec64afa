"""What comes from a keyboard over a slow line, or from a terminal that marks no paste, is what the hand meant."""

import io
import os
import pty
import time
from collections.abc import Iterator

import pytest
from prompt_toolkit.keys import Keys

from breach_wizard.terminal.escape import ESC_ALONE, ESC_WAS_NONE
from breach_wizard.terminal.keyboard import Keyboard

LONG = "more than a hand can type at once"
PASTE = Keys.BracketedPaste
LATER = "later"
"""Some seconds on; else no time goes by."""
FLUSH = "flush"
"""Nothing has come for as long as Esc waits."""


class Typed:
    """A keyboard, and what comes from it read by read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)
        self.master, slave = pty.openpty()
        self.source = Keyboard(io.TextIOWrapper(os.fdopen(slave, "r+b", buffering=0), encoding="utf-8"))

    def keys(self, *reads: str) -> list[object]:
        found = []
        with self.source.raw_mode():
            for one in reads:
                if one == LATER:
                    self.now += 3
                elif one == FLUSH:
                    found += self.source.flush_keys()
                else:
                    os.write(self.master, one.encode())
                    found += self.source.read_keys()
        return [press.data if press.key == PASTE or press.key == press.data else press.key for press in found]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Typed]:
    made = Typed(monkeypatch)
    yield made
    os.close(made.master)


@pytest.mark.parametrize(
    ("reads", "keys"),
    [
        (["\x1b", FLUSH], [ESC_ALONE]),
        (["\x1b[D"], [Keys.Left]),
        (["\x1b", "[D"], [Keys.Left]),
        (["\x1b[", FLUSH, "D"], [Keys.Left]),
        (["\x1b", FLUSH, "[D"], [ESC_ALONE, ESC_WAS_NONE, Keys.Left]),
        (["\x1b", FLUSH, "[5~"], [ESC_ALONE, ESC_WAS_NONE, Keys.PageUp]),
        (["\x1b", FLUSH, "OQ"], [ESC_ALONE, ESC_WAS_NONE, Keys.F2]),
        (["\x1b", FLUSH, "[D", "[D"], [ESC_ALONE, ESC_WAS_NONE, Keys.Left, "[", "D"]),
        (["\x1b", FLUSH, LATER, "[D"], [ESC_ALONE, "[", "D"]),
        (["\x1b", FLUSH, "[", "D"], [ESC_ALONE, "[", "D"]),
        (["\x1b", FLUSH, "x", "[D"], [ESC_ALONE, "x", "[", "D"]),
        (["\x1b\r"], [Keys.Escape, Keys.Enter]),
        (["\x1b", "\r"], [ESC_ALONE, Keys.Enter]),
        (["\x1b", "x"], [ESC_ALONE, "x"]),
        (["\x1b", "\x1b", FLUSH], [ESC_ALONE, ESC_ALONE]),
        (["\x1b", FLUSH, "\x1b", FLUSH, "[A"], [ESC_ALONE, ESC_ALONE, ESC_WAS_NONE, Keys.Up]),
        (["a\r\nb"], ["a", Keys.Enter, "b"]),
        (["a\r", "\nb"], ["a", Keys.Enter, "b"]),
        (["a\r", LATER, "\nb"], ["a", Keys.Enter, Keys.Enter, "b"]),
        (["a\n\n"], ["a", Keys.Enter, Keys.Enter]),
        (["a\tb"], ["a", " ", "b"]),
        (["\t"], [Keys.Tab]),
        ([f"{LONG}\tand\r{LONG}"], [f"{LONG} and", Keys.Enter, LONG]),
        ([f"{LONG}\x1b[1;5F{LONG}\x1b[D\x1bOP{LONG}"], [LONG, Keys.ControlEnd, LONG, Keys.Left, Keys.F1, LONG]),
        (["\x1b[200~a\r\nb\x1b[201~c"], ["a\r\nb", "c"]),
        (["\x1b[20", "0~a", "b\x1b[2", "01~c"], ["ab", "c"]),
        (["\x1b[200~a\x03b\x1b[201~"], ["a\x03b"]),
        (["\x1b[200~a", "\x03"], ["a", Keys.ControlC]),
        (["x\x1b[200~a\x1b[201~\x1b[200~b\x1b[201~\x1b", FLUSH], ["x", "a", "b", ESC_ALONE]),
    ],
)
def test_what_comes_is_what_was_meant(reads: list[str], keys: list[object], typed: Typed) -> None:
    assert typed.keys(*reads) == keys


@pytest.mark.parametrize(("connection", "most"), [("", 0.1), ("10.0.0.1 22 10.0.0.2 22", 0.2)])
def test_esc_alone_acts_soon(connection: str, most: float, monkeypatch: pytest.MonkeyPatch) -> None:
    from breach_wizard.terminal import escape

    monkeypatch.setenv("SSH_CONNECTION", connection)
    assert 0 < escape.acts_after() <= most
