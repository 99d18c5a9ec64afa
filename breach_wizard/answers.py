"""The answers file: TOML, or JSON with the same keys, read into the answers of an interview.

Each value is cleaned and checked here, once; every problem is found in one pass, with its key. The shape is laid down
in the README ("Answers file").
"""

import json
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from breach_wizard import dates
from breach_wizard.errors import AnswersError, InputError, Problem
from breach_wizard.guidance import Guidance
from breach_wizard.interview.paths import Answers, with_keys
from breach_wizard.interview.values import MOMENTS, NOT_ANNOUNCED, with_standard_time
from breach_wizard.text import NOT_KNOWN, clean, has_controls

TEXTS = (
    "producer", "contact_name", "contact_details", "head_of_profession", "statement_link", "circumstances",
    "previous_breaches", "impact",
)  # fmt: skip
ITEM_KEYS = {
    "outputs": ("title", "link"),
    "occurrences": ("date", "time", "note", "type", "due", "ended"),
    "actions": ("suggestion", "text", "status", "when", "who"),
}
STATUSES = ("taken", "planned", "not-taken", "")
KEYS = frozenset(
    {
        "breach_type",
        "also",
        "ongoing",
        "exemption",
        "due",
        "noticed",
        "ended",
        "report_date",
        "references",
        "considerations",
    }
    | set(TEXTS)
    | set(ITEM_KEYS)
)


def read(data: bytes, guidance: Guidance) -> tuple[Answers, tuple[str, ...]]:
    """Return the answers that a file holds, and what is to be known about how it was read.

    Raises:
        InputError: it is neither TOML nor JSON.
        AnswersError: a key or a value isn't right; it holds every problem.
    """
    return normalise(_parse(data), guidance)


def _parse(data: bytes) -> Mapping[str, Any]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("The answers file is not UTF-8 text. Save it as UTF-8 and try again.") from error
    is_json = text.lstrip().startswith("{")
    try:
        found = json.loads(text) if is_json else tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        kind = "JSON" if is_json else "TOML"
        raise InputError(
            f"The answers file can't be read as {kind}: {error}. Mend that place and try again."
        ) from error
    if not isinstance(found, dict):
        raise InputError('The answers file holds no keys. Write lines such as: breach_type = "early-release".')
    return found


def normalise(raw: Mapping[str, Any], guidance: Guidance) -> tuple[Answers, tuple[str, ...]]:
    """Return the answers as the interview keeps them, and what is to be known about how it was read.

    Raises:
        AnswersError: a key or a value isn't right; it holds every problem.
    """
    reader = _Reader(guidance)
    answers = reader.answers(raw)
    if reader.problems:
        raise AnswersError(reader.problems)
    return answers, tuple(reader.remarks)


class _Reader:
    """Reads one set of answers; gathers the problems rather than stopping at the first."""

    def __init__(self, guidance: Guidance) -> None:
        self.guidance = guidance
        self.problems: list[Problem] = []
        self.remarks: list[str] = []

    def problem(self, where: str, message: str) -> None:
        self.problems.append(Problem(where, message))

    def answers(self, raw: Mapping[str, Any]) -> Answers:
        answers: Answers = {}
        for key, value in raw.items():
            if key not in KEYS:
                self.problem(str(key), f"There is no question of this name. The names are: {', '.join(sorted(KEYS))}.")
            elif key in ITEM_KEYS:
                answers[key] = self.items(key, value)
            elif key in ("references", "also"):
                answers[key] = self.texts(key, value)
            elif key == "considerations":
                answers[key] = self.notes(value)
            elif key in ("ongoing", "exemption"):
                answers[key] = self.yes_or_no(key, value)
            elif key == "breach_type":
                answers[key] = self.type(key, value)
            elif key in MOMENTS or key == "report_date":
                answers[key] = self.moment(key, value)
            else:
                answers[key] = self.text(key, value)
        return answers

    def text(self, where: str, value: Any) -> str:
        if isinstance(value, str):
            if has_controls(value):
                self.remarks.append(f"{where}: control characters were left out")
            return clean(value)
        what = "a list" if isinstance(value, list) else "a table" if isinstance(value, dict) else f"{value}"
        self.problem(where, f"This is {what} where text belongs. Write it in quotation marks.")
        return ""

    def type(self, where: str, value: Any) -> str:
        text = self.text(where, value)
        if text and text not in self.guidance.types:
            self.problem(where, f"{text!r} is not a breach type. Use one of: {', '.join(self.guidance.types)}.")
        return text

    def texts(self, where: str, value: Any) -> list[str] | str:
        if value == NOT_KNOWN and where != "also":
            return NOT_KNOWN
        if isinstance(value, str) and value.strip() == "":
            return []
        if not isinstance(value, list):
            self.problem(where, 'A list belongs here, in square brackets, such as ["Protocol 2, principle 8"].')
            return []
        read = self.type if where == "also" else self.text
        found = [read(f"{where}[{number}]", one) for number, one in enumerate(value, 1)]
        return [one for one in found if one]

    def notes(self, value: Any) -> dict[str, str] | str:
        if value == NOT_KNOWN:
            return NOT_KNOWN
        if not isinstance(value, dict):
            self.problem("considerations", "A table of notes belongs here, under a line [considerations].")
            return {}
        known = self.guidance.considerations
        for one in value:
            if one not in known:
                self.problem(
                    f"considerations.{one}", f"There is no such consideration. Use one of: {', '.join(known)}."
                )
        return {one: self.text(f"considerations.{one}", note) for one, note in value.items()}

    def yes_or_no(self, where: str, value: Any) -> bool | str:
        if isinstance(value, bool) or value in (NOT_KNOWN, "") or (where == "ongoing" and value == "stays-up"):
            return value  # type: ignore[no-any-return]
        more = ', or "stays-up" where its release time had come' if where == "ongoing" else ""
        self.problem(where, f'Write true, false or "?" (not known yet){more}.')
        return ""

    def moment(self, where: str, value: Any) -> str:
        if isinstance(value, (date, datetime)):
            found = dates.from_toml(value)
        else:
            text = self.text(where, value)
            if text in ("", NOT_KNOWN) or (where.endswith("due") and text == NOT_ANNOUNCED):
                return text
            try:
                found = dates.parse_moment(text)
            except InputError as error:
                self.problem(where, str(error))
                return ""
        if where == "report_date" and found.time is not None:
            self.problem(where, "A date without a time belongs here, such as 21 March 2017.")
        if where.endswith("due") and found.time is None:
            self.remarks.append(f"{where}: 9.30am, since no time is given")
            found = with_standard_time(found)
        return str(found)

    def items(self, name: str, value: Any) -> list[dict[str, Any]] | str:
        if value == NOT_KNOWN:
            return NOT_KNOWN
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.problem(name, f"Tables belong here, each under a line [[{name}]]; an empty list is [].")
            return []
        return with_keys([self.item(name, f"{name}[{number}]", one) for number, one in enumerate(value, 1)])

    def item(self, name: str, where: str, given: Mapping[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in given.items():
            path = f"{where}.{key}"
            if key not in ITEM_KEYS[name]:
                self.problem(path, f"There is no such key here. Use one of: {', '.join(ITEM_KEYS[name])}.")
            elif key == "type":
                found[key] = self.type(path, value)
            elif key in ("due", "ended"):
                found[key] = self.moment(path, value)
            elif key not in ("date", "time"):
                found[key] = self.text(path, value)
        if name == "occurrences" and given.get("date", "") != "":
            found["date"] = self.moment(f"{where}.date", _with_time(given["date"], given.get("time", "")))
        if name == "actions":
            self._action(where, found)
        return found

    def _action(self, where: str, found: Mapping[str, Any]) -> None:
        suggestion, status = found.get("suggestion", ""), found.get("status", "")
        if suggestion and suggestion not in self.guidance.actions:
            known = ", ".join(self.guidance.actions)
            self.problem(f"{where}.suggestion", f"There is no suggestion {suggestion!r}. Use text, or one of: {known}.")
        if status not in STATUSES:
            self.problem(
                f"{where}.status", f"{status!r} is not a status. Use taken, planned or not-taken, or leave it out."
            )
        if not suggestion and not found.get("text"):
            self.problem(where, "Name a suggestion, or write what was done under text.")


def _with_time(day: Any, clock: Any) -> Any:
    """Put the time of an occurrence after its date, where it stands under a key of its own."""
    if clock in ("", None):
        return day
    if isinstance(day, date) and not isinstance(day, datetime):
        day = str(dates.Moment(day))
    if isinstance(clock, time):
        clock = clock.strftime("%H:%M")
    return f"{day}, {clock}" if isinstance(day, str) and isinstance(clock, str) else clock
