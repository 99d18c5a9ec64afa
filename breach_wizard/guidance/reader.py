"""Reads TOML tables into the records of the guidance, strictly: every slip is named with file and key, all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin

from breach_wizard import parsing, regular
from breach_wizard.guidance import ready
from breach_wizard.guidance.former import MOVED, understood
from breach_wizard.guidance.slips import Slip, SlipsError, meant

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


def table(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises:
        SlipsError: it can't be read, or is no TOML (a key given twice is none either).
    """
    read = text(path)
    if read in ready.tables():
        return ready.tables()[read]
    try:
        return parsing.toml(read)
    except parsing.Unreadable as error:
        what = f"is not right as TOML: {error}. Mend that place."
        raise SlipsError([Slip(path, "", what)]) from error


def text(path: Path) -> str:
    """Return what a file of text holds.

    Raises:
        SlipsError: it can't be read, or is not UTF-8.
    """
    try:
        return regular.read(path).decode("utf-8-sig")
    except (OSError, MemoryError) as error:
        why = getattr(error, "strerror", "") or "it is too large"
        what = f"can't be read ({why}). Put the file there, or mend its permissions."
        raise SlipsError([Slip(path, "", what)]) from error
    except UnicodeDecodeError as error:
        raise SlipsError([Slip(path, "", "is not UTF-8 text. Save it as UTF-8.")]) from error


class Reader:
    """Makes the records that the tables of one file hold, and gathers its slips.

    Where a value can't be used, the record holds an empty one of its kind: the rest can still be looked through.
    """

    def __init__(self, path: Path) -> None:
        """Take the file that the tables are from."""
        self.path = path
        self.slips: list[Slip] = []

    def build(
        self, shape: Callable[..., T], given: Mapping[str, Any], place: str, *, partly: bool = False, **known: Any
    ) -> T:
        """Return the record that a table holds.

        Args:
            shape: a record of the guidance.
            given: the table as TOML gave it, under the keys of today.
            place: the table within the file, for messages.
            partly: it changes a part of what an earlier folder holds, so keys may be missing.
            known: values that don't stand in the table, such as the id that its name gives.
        """
        wanted: dict[str, Any] = shape.__annotations__
        defaults: Mapping[str, Any] = getattr(shape, "_field_defaults", {})
        names = [name for name in wanted if name not in known]
        for key in given:
            if key not in names:
                self._unknown(shape.__name__, key, names, place)
        values = dict(known)
        for name in names:
            if name in given:
                values[name] = self._value(wanted[name], given[name], _joined(place, name), partly=partly)
            elif name not in defaults:
                values[name] = _empty(wanted[name])
                if not partly:
                    what = f"the key {name!r} is missing. Add it; guidance/README.md says what it holds."
                    self.slip(_joined(place, name), what)
        return shape(**values)

    def known_keys(self, given: Mapping[str, Any], names: Sequence[str]) -> None:
        """Note the keys of a table that are none of these."""
        for key in given:
            if key not in names:
                self._unknown("", key, names, "")

    def slip(self, place: str, what: str) -> None:
        """Note a slip in this file."""
        self.slips.append(Slip(self.path, place, what))

    def _unknown(self, shape: str, key: str, names: Sequence[str], place: str) -> None:
        what = f"there is no key {key!r} here.{meant(key, names)} Take it out, or use one of: {', '.join(names)}."
        moved = MOVED.get(shape, {}).get(key)
        self.slip(_joined(place, key), f"{key!r}, {moved}" if moved else what)

    def _value(self, kind: Any, given: Any, place: str, *, partly: bool = False) -> Any:
        if kind is str and isinstance(given, str):  # most are
            return given.strip("\n")
        if isinstance(kind, UnionType):
            kind = get_args(kind)[0]
        if _is_record(kind):
            return self.build(kind, self._expected(dict, given, place, "a table"), place, partly=partly)
        origin = get_origin(kind)
        if origin is tuple:
            listed = self._expected(list, given, place, "a list")
            one = get_args(kind)[0]
            return tuple(self._value(one, item, f"{place}[{number}]") for number, item in enumerate(listed, 1))
        if origin is dict:
            tables = self._expected(dict, given, place, "a table")
            one = get_args(kind)[1]
            return {key: self._value(one, item, f"{place}.{key}", partly=partly) for key, item in tables.items()}
        if origin is Literal:
            if given not in get_args(kind):
                choices = ", ".join(repr(choice) for choice in get_args(kind))
                self.slip(place, f"{given!r} is not one of {choices}. Use one of them.")
                return _empty(kind)
            return given
        if kind is date and isinstance(given, datetime):
            self.slip(place, "a day without a time belongs here, such as 2018-02-22.")
            return given.date()
        names = {
            str: "text in quotation marks", bool: "true or false", int: "a number", date: "a day such as 2018-02-22",
        }  # fmt: skip
        return self._expected(kind, given, place, names[kind])

    def _expected(self, kind: type[T], given: Any, place: str, name: str) -> T:
        if not isinstance(given, kind) or (kind is int and isinstance(given, bool)):
            self.slip(place, f"{name} belongs here, not {given!r}. Change it.")
            empty: T = _empty(kind)
            return empty
        return given


def today(shape: Any, given: Any) -> Any:
    """Return a table with the keys of 0.2.0, its own and those of the tables in it, under their names of today."""
    if isinstance(given, str):  # most are
        return given
    if _is_record(shape) and isinstance(given, Mapping):
        kinds = shape.__annotations__
        found = understood(shape.__name__, given)
        return {key: today(kinds[key], value) if key in kinds else value for key, value in found.items()}
    if get_origin(shape) is tuple and isinstance(given, list):
        return [today(get_args(shape)[0], one) for one in given]
    return given


def described(shape: type) -> list[tuple[str, str, bool]]:
    """Return name, kind of value and whether it must be given, for each key of a shape: the README's tables."""
    defaults = getattr(shape, "_field_defaults", {})
    return [(name, _kind(kind), name not in defaults) for name, kind in shape.__annotations__.items() if name != "id"]


def _joined(place: str, name: str) -> str:
    return f"{place}: {name}" if place else name


def _is_record(kind: Any) -> bool:
    return hasattr(kind, "_field_defaults")


def _empty(kind: Any) -> Any:
    """An empty value of a kind, in place of one that can't be used."""
    if _is_record(kind):
        from pathlib import Path  # of few files

        return Reader(Path()).build(kind, {}, "", partly=True)
    origin = get_origin(kind) or kind
    if origin is Literal:
        return get_args(kind)[0]
    return date.max if origin is date else origin()


def _kind(kind: Any) -> str:
    if isinstance(kind, UnionType):
        return _kind(get_args(kind)[0])
    origin = get_origin(kind)
    if origin is tuple:
        return f"list of {_kind(get_args(kind)[0])}"
    if origin is dict:
        return f"tables, each {_kind(get_args(kind)[1])}"
    if origin is Literal:
        return " or ".join(f'"{choice}"' for choice in get_args(kind))
    if _is_record(kind):
        return f"table {kind.__name__}"
    return {str: "text", int: "number", bool: "true or false", date: "day"}[kind]
