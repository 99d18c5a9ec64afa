"""What comes from the keyboard of a terminal, made into keys: also where a line is slow, or loses a part of it.

A key such as an arrow comes as Esc and more. Esc alone acts soon; what turns out to be the rest of a key takes it back.
"""

import asyncio
import contextlib
import re
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from breach_wizard.patterns import pattern
from breach_wizard.terminal.escape import ESC_ALONE, ESC_WAS_NONE

ESC = "\x1b"
PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
BEGUN = pattern(r"\x1b(?:\[[0-9;?<]*|O)?\Z")
"""A key of which a part may come later."""
REST = pattern(r"\[(?:[A-DFHZ]|[0-9;]+[A-Za-z~])|O[A-Za-z]")
"""What comes after Esc in a key. Nobody types it so fast that it comes at once."""

TYPED_AT_ONCE = pattern(r"\x1b(?:\[M...|\[[0-9;?<]*[@-~]|O?.)|([^\x00-\x1f\x7f]{16,})", re.DOTALL)
"""A key; or so much text that it is taken over at once, as what is pasted is."""

IS_KEY_FOR = 0.5
"""Seconds after an Esc in which the rest of a key may come."""
SILENCE = 2.0
"""Seconds after which a paste has ended whose end mark was lost on the way."""
ONE_LINE_END = 0.1
"""Seconds in which CR and LF are one line end; a hand takes longer from one key to the next."""


class Keyboard(Vt100Input):
    """Reads keys from a terminal."""

    tells_escape = True
    """Esc alone is a key of its own."""

    _held = ""
    _pasted: str | None = None
    _silence: asyncio.TimerHandle | None = None
    _escaped = _returned = -SILENCE
    _ready: Callable[[], None] | None = None

    def attach(self, input_ready_callback: Callable[[], None]) -> AbstractContextManager[None]:
        """Let this be called when there are keys."""
        self._ready = input_ready_callback
        return super().attach(input_ready_callback)

    def read_keys(self) -> list[KeyPress]:
        """Return the keys that have come."""
        data = self.stdin_reader.read()
        if data:
            self._take(data)
        return self._taken()

    def flush_keys(self) -> list[KeyPress]:
        """Return Esc, where nothing came after it."""
        if self._held == ESC:
            self._held = ""
            self._escape()
        return self._taken()

    def _taken(self) -> list[KeyPress]:
        keys, self._buffer = self._buffer, []
        return keys

    def _press(self, key: Keys, data: str = "") -> None:
        self._buffer.append(KeyPress(key, data))

    def _escape(self) -> None:
        self._press(ESC_ALONE)
        self._escaped = time.monotonic()

    def _take(self, data: str) -> None:
        if self._pasted is not None:
            self._paste(data)
            return
        if self._held == ESC and not REST.match(data) and not BEGUN.match(ESC + data):
            self._held = ""
            self._escape()  # what comes now is a key of its own
            self._escaped = -SILENCE
        elif not self._held and time.monotonic() - self._escaped < IS_KEY_FOR and REST.match(data):
            self._press(ESC_WAS_NONE)
            data = ESC + data
        self._escaped = self._escaped if self._held else -SILENCE
        data, self._held = self._held + data, ""
        before, begins, pasted = data.partition(PASTE_BEGINS)
        if not begins and (begun := BEGUN.search(before)):
            before, self._held = before[: begun.start()], begun[0]
        self._type(before)
        if begins:
            self._pasted = ""
            self._paste(pasted)

    def _type(self, data: str) -> None:
        """Make keys of what was typed, or pasted into a terminal that doesn't say so."""
        if not data:
            return
        now = time.monotonic()
        if data.startswith("\n") and now - self._returned < ONE_LINE_END:
            data = data[1:]
        self._returned = now if data.endswith("\r") else -SILENCE
        data = data.replace("\r\n", "\r").replace("\n", "\r")
        if len(data) > 1:
            data = data.replace("\t", " ")
        place = 0
        for found in TYPED_AT_ONCE.finditer(data):
            if found[1]:
                self.vt100_parser.feed_and_flush(data[place : found.start()])
                self._press(Keys.BracketedPaste, found[1])
                place = found.end()
        self.vt100_parser.feed_and_flush(data[place:])

    def _paste(self, data: str) -> None:
        """Take what is pasted, up to its end mark; a Ctrl-C by hand ends it too."""
        if self._silence is not None:
            self._silence.cancel()
        by_hand = data == "\x03"
        text, ended, after = f"{self._pasted}{'' if by_hand else data}".partition(PASTE_ENDS)
        self._pasted = text
        if ended or by_hand:
            self._end_paste()
            self._take(data if by_hand else after) if by_hand or after else None
        else:
            with contextlib.suppress(RuntimeError):  # no loop: read to its end without one
                self._silence = asyncio.get_running_loop().call_later(SILENCE, self._give_up)

    def _give_up(self) -> None:
        """End a paste after which nothing came."""
        if self._pasted is not None:
            self._end_paste()
            if self._ready is not None:
                self._ready()

    def _end_paste(self) -> None:
        text, self._pasted = self._pasted, None
        self._press(Keys.BracketedPaste, text or "")
