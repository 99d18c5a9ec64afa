"""The report as plain text, for the body of an e-mail: nothing is wrapped, escaped or marked up."""

from collections.abc import Iterator, Sequence

from breach_wizard import form
from breach_wizard.exports.content import Content, Entry, Row, Value


def render(said: Content) -> str:
    """Return what the report says as text that a person reads. Words of ours stand in square brackets."""
    parts = [
        _underlined(said.title, "="),
        _underlined(form.CORE, "-"),
        _rows(said.core),
        _underlined(form.CIRCUMSTANCES, "-"),
        _rows(said.circumstances),
        f"{form.WHAT_HAPPENED}:",
        _text(said.happened),
    ]
    if said.previous is not None:
        parts += [f"{form.PREVIOUS}:", _text(said.previous)]
    parts += [_underlined(form.IMPACT, "-"), _text(said.impact), _underlined(form.ACTIONS, "-")]
    parts += [_text(said.actions)] if isinstance(said.actions, Value) else map(_action, said.actions)
    if said.changes_title:
        parts += [_underlined(said.changes_title, "-"), *(_item(one) for one in said.changes)]
    return "\n\n".join(parts) + "\n"


def _underlined(heading: str, rule: str) -> str:
    return f"{heading}\n{rule * len(heading)}"


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
