"""Types a story into the real rich face: reads which question is asked, and presses the keys that answer it."""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from breach_wizard.prompts import Stopped
from breach_wizard.wizard import run
from tests.kit import runs
from tests.kit.pty import PATIENCE, Terminal
from tests.kit.scripted import Scripted
from tests.kit.stories import OFSTED, SCREENS, STOP, GoBack, Table


class Driver:
    """One story in one pseudo-terminal."""

    def __init__(
        self,
        arguments: list[str],
        home: Path,
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        pasting: bool = False,
    ) -> None:
        """Start the wizard. Text is typed, or pasted at once: what is drawn while it is typed is another each time."""
        self.pasting = pasting
        reader, writer = os.pipe()
        root = Path(__file__).parents[2]
        settings = {"STILL": "1", "BREACH_WIZARD_HOME": str(home), "PYTHONPATH": str(root)} | dict(env or {})
        home.mkdir(parents=True, exist_ok=True)
        self.terminal = Terminal(arguments, columns=columns, rows=rows, env=settings, cwd=home, tell=writer)
        os.close(writer)
        os.set_blocking(reader, False)
        self.reader = reader
        self.told = b""
        self.seen: list[str] = []
        self.event: dict[str, Any] = {}

    def questions(self) -> Iterator[dict[str, Any]]:
        """Yield each question once it is drawn; ends when the command has ended."""
        while True:
            event = self._next()
            if event is None:
                return
            self.seen.append(event["id"])
            yield event

    def _next(self) -> dict[str, Any] | None:
        found: list[dict[str, Any] | None] = []

        def arrived() -> bool:
            try:
                data = os.read(self.reader, 65536)
                if not data:
                    found.append(None)
                self.told += data
            except BlockingIOError:
                pass
            if b"\n" in self.told and not found:
                line, self.told = self.told.split(b"\n", 1)
                found.append(json.loads(line))
            return bool(found)

        self.terminal.until(arrived, f"a question after {self.seen[-3:]} (within {PATIENCE} s)", self.reader)
        return found[0] if found else None

    def wait_until_whole(self, event: Mapping[str, Any]) -> None:
        """Read on until the question and all that stands beneath it are there: a painting may come in pieces."""
        asked = " ".join(event["question"].split())
        is_field = event["kind"] in ("text", "long")  # its words may be an entry of the list before

        def whole() -> bool:
            words, lines = self.terminal.words, self.terminal.text.splitlines()
            has_field = any(line.startswith(">") for line in lines)
            return words.endswith("everything is kept") and asked in words and has_field == is_field

        self.terminal.until(whole, f"the whole screen of {event['question']!r}")

    def type(self, event: Mapping[str, Any], answer: Any) -> None:
        """Press the keys that answer a question."""
        kind = event["kind"]
        if answer is STOP:
            self.terminal.send("c-c")
        elif isinstance(answer, GoBack):
            self.terminal.send(*filter(None, [answer.typed]), "s-tab")
        elif kind == "select":
            self.terminal.send("home", *["down"] * event["values"].index(str(answer)), "enter")
        elif kind == "checklist" and answer is None:
            self.terminal.send("enter")
        elif kind == "checklist":
            ticked = set(event["ticked"])
            for wrong in (
                ticked - set(answer),
                set(answer) - ticked,
            ):  # first untick: what stands alone clears the rest
                self.terminal.send("home")
                for value in event["values"]:
                    self.terminal.send(*["space"] * (value in wrong), "down")
            self.terminal.send("enter")
        else:
            if answer is not None:
                self.clear(event)
                self.write(str(answer), long=kind == "long")
            self.terminal.send("c-s" if kind == "long" else "enter")

    def clear(self, event: Mapping[str, Any]) -> None:
        """Take the prefilled text out of the field."""
        if event.get("default"):
            self.terminal.send("\x05", *["\x7f"] * len(event["default"]))

    def write(self, text: str, *, long: bool) -> None:
        """Type a text; Enter is a line break in a long one."""
        if self.pasting and text:
            self.terminal.paste(text)
            end = "".join(text.split())[-20:]
            self.terminal.until(lambda: end in "".join(self.terminal.text.split()), f"{end!r} in the field")
            return
        self.terminal.send(text.replace("\n", "\r") if long else text)

    def close(self) -> int:
        """Wait for the end and return the exit code."""
        try:
            return self.terminal.wait()
        finally:
            os.close(self.reader)


def at(
    home: Path, last: str, *, columns: int = 80, env: dict[str, str] | None = None, page: str = "skip", **changes: str
) -> Driver:
    """A run of the source's own case that has come to a question, with nothing answered there."""
    table = SCREENS | OFSTED | {"considerations": "go-on", "page": page, "ended.look": "keep"} | changes
    driver = Driver(begun(table, last, home), home, columns=columns, env=env)
    driver.event = up_to(driver, last, table)
    driver.wait_until_whole(driver.event)
    return driver


def begun(table: Mapping[str, Any], last: str, home: Path) -> list[str]:
    """Answer a story up to a question without a terminal; return the command that goes on from there.

    The first questions are typed all the same: a draft begins with their answers.
    """
    if last.partition(".")[0] in ("breach_type", "page", "ongoing", "do_now", "guidance"):
        return ["new"]
    prompter = Scripted({**table, last: STOP})
    with runs.store(home).create() as kept, contextlib.suppress(Stopped):
        run.start(runs.session(kept, prompter))
    return ["resume", "1"]


def up_to(driver: Driver, last: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """Answer a story until a question is on the screen; return it."""
    for event in driver.questions():
        if event["id"] == last:
            return event
        driver.type(event, table[event["id"]])
    raise AssertionError(f"{last} was never asked")


def end(driver: Driver) -> None:
    """Stop a run with Ctrl-C."""
    driver.terminal.send("c-c")
    assert driver.close() == 130


def tell(story: Mapping[str, Any], driver: Driver, defaults: Mapping[str, Any]) -> set[str]:
    """Answer every question from a story; return the rows used."""
    table = Table(story, defaults)
    for event in driver.questions():
        driver.type(event, "skip" if event["id"] == "page" else table.answer(event["id"]))
    return table.used
