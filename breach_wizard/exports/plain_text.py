"""The report as plain text, for the body of an email: nothing is wrapped, escaped or marked up."""

from collections.abc import Iterator, Sequence

from breach_wizard.exports.content import Changes, Content, Entry, Heading, Items, Part, Row, Table, Text, Value


def render(said: Content) -> str:
    """Return what the report says as text that a person reads. Words of ours stand in square brackets."""
    parts = [said.title, *said.beneath, *(text for part in said.parts for text in _part(part))]
    return "\n\n".join(parts) + "\n"


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading(level=level, text=text):
            yield text if level == 1 else f"{text}:"
        case Table(rows=rows):
            yield _rows(rows)
        case Text(value=value):
            yield _text(value)
        case Items(entries=entries):
            yield from map(_action, entries)
        case Changes(lines=lines):
            yield from map(_item, lines)


def _text(value: Value) -> str:
    return f"[{value.text}]" if value.ours else value.text


def _rows(rows: Sequence[Row]) -> str:
    return "\n".join(line for row in rows for line in _row(row))


def _row(row: Row) -> Iterator[str]:
    """The label and the value on one line; a value with a line break stands beneath its label."""
    text = _text(row.value)
    yield f"{row.label}:\n{_indented(text)}" if "\n" in text else f"{row.label}: {text}"


def _action(one: Entry) -> str:
    first = f"{one.mark} {_text(one.text)}" if one.mark else _text(one.text)
    return _item("\n".join([first, *(f"{row.label} {_text(row.value)}" for row in one.more)]))


def _item(text: str) -> str:
    return f"- {_indented(text).removeprefix('  ')}"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
