"""Reads TOML tables into the records of the guidance, strictly: a slip is refused with file and key."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from breach_wizard import parsing, regular
from breach_wizard.errors import GuidanceError

T = TypeVar("T")


def table(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises:
        GuidanceError: it can't be read, or is no TOML (a key given twice is none either).
    """
    try:
        return parsing.toml(regular.read(path).decode("utf-8-sig"))
    except (OSError, MemoryError) as error:
        why = getattr(error, "strerror", "") or "it is too large"
        raise GuidanceError(f"{path}: can't be read ({why}). Put the file there, or mend its permissions.") from error
    except UnicodeDecodeError as error:
        raise GuidanceError(f"{path}: is not UTF-8 text. Save it as UTF-8.") from error
    except parsing.Unreadable as error:
        raise GuidanceError(
            f"{path}: is not right as TOML: {error}. Mend that place; a key may stand only once."
        ) from error


def build(shape: Callable[..., T], given: Mapping[str, Any], where: str, **known: Any) -> T:
    """Return the record that a table holds.

    Args:
        shape: a record of ``content``.
        given: the table as TOML gave it.
        where: file and table, for messages.
        known: values that don't stand in the table, such as the id that its name gives.

    Raises:
        GuidanceError: a key is unknown, missing, or holds something of another kind.
    """
    wanted: dict[str, Any] = shape.__annotations__
    defaults = getattr(shape, "_field_defaults", {})
    unknown = [key for key in given if key not in wanted or key in known]
    if unknown:
        names = ", ".join(name for name in wanted if name not in known)
        raise GuidanceError(f"{where}: there is no key {unknown[0]!r} here. Take it out, or use one of: {names}.")
    values = dict(known)
    for name, kind in wanted.items():
        if name in given:
            values[name] = _value(kind, given[name], f"{where}: {name}")
        elif name not in known and name not in defaults:
            raise GuidanceError(f"{where}: the key {name!r} is missing. Add it; guidance/README.md says what it holds.")
    return shape(**values)


def _value(kind: Any, given: Any, where: str) -> Any:
    if _is_record(kind):
        return build(kind, _expected(dict, given, where, "a table"), where)
    origin = get_origin(kind)
    if origin is tuple:
        one = get_args(kind)[0]
        listed = _expected(list, given, where, "a list")
        return tuple(_value(one, item, f"{where}[{number}]") for number, item in enumerate(listed, 1))
    if origin is dict:
        one = get_args(kind)[1]
        tables = _expected(dict, given, where, "a table")
        return {key: _value(one, item, f"{where}.{key}") for key, item in tables.items()}
    if origin is Literal:
        if given not in get_args(kind):
            choices = ", ".join(repr(choice) for choice in get_args(kind))
            raise GuidanceError(f"{where}: {given!r} is not one of {choices}. Use one of them.")
        return given
    if kind is str:
        return _expected(str, given, where, "text in quotation marks").strip("\n")
    if kind is date and isinstance(given, datetime):
        raise GuidanceError(f"{where}: a day without a time belongs here, such as 2018-02-22.")
    names = {bool: "true or false", int: "a number", date: "a day such as 2018-02-22"}
    return _expected(kind, given, where, names[kind])


def _expected(kind: type[T], given: Any, where: str, name: str) -> T:
    if not isinstance(given, kind) or (kind is int and isinstance(given, bool)):
        raise GuidanceError(f"{where}: {name} belongs here, not {given!r}. Change it.")
    return given


def described(shape: type) -> list[tuple[str, str, bool]]:
    """Return name, kind of value and whether it must be given, for each key of a shape: the README's tables."""
    defaults = getattr(shape, "_field_defaults", {})
    return [(name, _kind(kind), name not in defaults) for name, kind in shape.__annotations__.items() if name != "id"]


def _is_record(kind: Any) -> bool:
    return hasattr(kind, "_field_defaults")


def _kind(kind: Any) -> str:
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
