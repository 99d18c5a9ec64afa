"""What is said of a value of another kind than a key of an answers file takes: what belongs there, with an example."""

from collections.abc import Iterable
from typing import Any

CLAUSE = "Protocol 2, principle 8"
A_NUMBER = 'Write a whole number, such as 54, or one that is not exact in quotation marks, such as "about 300".'


def no_text(value: Any) -> str:
    """Return what stands where text belongs, and what to do."""
    if isinstance(value, list):
        return "This is a list where text belongs. Write one text in quotation marks, without the square brackets."
    if isinstance(value, dict):
        return "This is a table where text belongs. Write one text in quotation marks, without the braces."
    return f"This is {_as_written(value)} where text belongs. Write it in quotation marks."


def no_list(where: str, types: Iterable[str]) -> str:
    """Return that a list belongs there: of breach types, or of clauses of the Code."""
    one = next(iter(types), "") if where == "also" else CLAUSE
    return f'A list belongs here, in square brackets, such as ["{one}"].'


def no_tables(where: str, keys: Iterable[str]) -> str:
    """Return that tables belong there, with the key that each begins with."""
    return (
        f'Tables belong here, each under a line [[{where}]], such as {next(iter(keys))} = "..."; an empty list is [].'
    )


def _as_written(value: Any) -> str:
    """A value as it stands in the file, where that is not how Python spells it."""
    if value is None:
        return "null"
    return f"{value}".lower() if isinstance(value, bool) else f"{value}"
