"""Where an answer stands: paths into the answers, and reading and setting a value there.

A path names a question, ``("due",)``, a note on a consideration, ``("considerations", "sensitivity")``, or a part of
one item, ``("outputs", "1", "title")``: the middle is the item's key, which stays with the item for good, so that
taking one out moves no other.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, cast, overload

from breach_wizard.interview.shapes import ActionAnswers, Answers, MoreAnswers, OccurrenceAnswers, OutputAnswers

Path = tuple[str, ...]


class _Absent:
    """The type of `ABSENT`."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()
"""What `get` returns for a question that was not asked yet."""


def spell(path: Path) -> str:
    """Return the path as one word, for the keys of a draft: ``outputs.1.title``."""
    return ".".join(path)


def path_of(text: str) -> Path:
    """Return the path that `spell` made a word of. The key of an item may hold dots: it is all but the ends."""
    first, *rest = text.split(".")
    if first == "considerations" and rest:
        return first, ".".join(rest)
    return (first, ".".join(rest[:-1]), rest[-1]) if len(rest) > 1 else (first, *rest)


def question_id(path: Path) -> str:
    """Return the id of the question's wording: the item's key is left out."""
    return f"{path[0]}.{path[2]}" if len(path) == 3 else spell(path)


@overload
def items(answers: Answers, name: Literal["outputs"]) -> list[OutputAnswers]: ...
@overload
def items(answers: Answers, name: Literal["occurrences"]) -> list[OccurrenceAnswers]: ...
@overload
def items(answers: Answers, name: Literal["actions"]) -> list[ActionAnswers]: ...
@overload
def items(answers: Answers, name: Literal["more"]) -> list[MoreAnswers]: ...
@overload
def items(answers: Answers, name: str) -> list[Any]: ...
def items(answers: Answers, name: str) -> list[Any]:
    """Return the items of a list question; none where it is absent or not known."""
    value = answers.get(name)
    return value if isinstance(value, list) else []


class Keyed(list[Any]):
    """Items that are looked up by their keys one after the other; nobody changes it, since `put` makes another list."""

    def __init__(self, listed: list[Any]) -> None:
        super().__init__(listed)
        self.by_key: dict[str, Any] = {one["key"]: one for one in reversed(listed)}  # of two with one key, the first


def keyed(answers: Answers) -> Answers:
    """Return the same answers for who looks at item after item, as the check page does.

    To go through the list for each took 0.1 s for 500 outputs, dates and actions, and four times that for 1,000.
    """
    found = {
        name: Keyed(value) if isinstance(value, list) and value and isinstance(value[0], dict) else value
        for name, value in answers.items()
    }
    return cast("Answers", found)


def item(answers: Answers, name: str, key: str) -> dict[str, Any] | None:
    """Return the item with that key, or None."""
    listed = items(answers, name)
    if isinstance(listed, Keyed):
        return listed.by_key.get(key)
    return next((one for one in listed if one["key"] == key), None)


def new_key(answers: Answers, name: str) -> str:
    """Return a key that no item of the list has: the next number."""
    numbers = [int(one["key"]) for one in items(answers, name) if one["key"].isdecimal()]
    return str(max(numbers, default=0) + 1)


def get(answers: Answers, path: Path) -> Any:
    """Return the value at the path, or `ABSENT`."""
    if len(path) == 3:
        found = item(answers, path[0], path[1])
        return ABSENT if found is None else found.get(path[2], ABSENT)
    value = answers.get(path[0], ABSENT)
    if len(path) == 2:
        return value.get(path[1], ABSENT) if isinstance(value, dict) else ABSENT
    return value


def put(answers: Answers, path: Path, value: Any) -> Answers:
    """Return the answers with the value at the path; an item that isn't there is added at the end."""
    changed: dict[str, Any] = {**answers}
    if len(path) == 3:
        name, key, part = path
        listed = items(answers, name)
        if item(answers, name, key) is None:
            listed = [*listed, {"key": key}]
        changed[name] = [{**one, part: value} if one["key"] == key else one for one in listed]
    elif len(path) == 2:
        notes = changed.get(path[0])
        changed[path[0]] = {**(notes if isinstance(notes, dict) else {}), path[1]: value}
    else:
        changed[path[0]] = value
    return cast("Answers", changed)


def drop(answers: Answers, name: str, key: str) -> Answers:
    """Return the answers without that item."""
    return put(answers, (name,), [one for one in items(answers, name) if one["key"] != key])


def without(answers: Answers, *names: str) -> Answers:
    """Return the answers without those to these questions."""
    return cast("Answers", {name: value for name, value in answers.items() if name not in names})


def with_keys(listed: Iterable[Mapping[str, Any]]) -> list[Any]:
    """Return the items, each with a key: its suggestion's id, or its number; doubled ids get a number."""
    taken: set[str] = set()
    keyed = []
    for number, one in enumerate(listed, 1):
        key = one.get("key") or one.get("suggestion") or str(number)
        while key in taken:
            key = str(number) if str(number) not in taken else f"{key}+"
        taken.add(key)
        keyed.append({**one, "key": key})
    return keyed
