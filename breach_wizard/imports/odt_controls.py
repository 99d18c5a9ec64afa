"""What the controls of a form in an ODT document hold: boxes ticked, entries chosen, text typed."""

from typing import Any, Final

from breach_wizard.imports import ticks
from breach_wizard.imports.word_runs import attribute, name

TICKS: Final = {"checkbox": ("current-state", "state", "checked"), "radio": ("current-selected", "selected", "true")}
"""Of a box to tick, where its state stands after somebody has used it, where before, and how it is called."""

TYPED: Final = ("text", "textarea", "combobox", "date", "time", "number", "formatted-text")


def controls(text: Any) -> dict[str, str]:
    """Return what each control of a text holds, by the id by which its place in the text names it.

    A control of another kind, such as a button, has no entry.
    """
    forms = (one for forms in text if name(forms) == "forms" for one in forms.iter())
    listed = ((attribute(one, "id"), _held(one)) for one in forms)
    return {key: held for key, held in listed if key and held is not None}


def _held(control: Any) -> str | None:
    kind = name(control)
    if kind in TICKS:
        now, first, ticked = TICKS[kind]
        state = attribute(control, now) or attribute(control, first)
        return f"{ticks.TICKED if state == ticked else ticks.EMPTY} {attribute(control, 'label')}".rstrip()
    if kind == "listbox":
        options = [one for one in control if name(one) == "option"]
        chosen = [one for one in options if "true" in (attribute(one, "current-selected"), attribute(one, "selected"))]
        last = [one for one in chosen if attribute(one, "current-selected") == "true"] or chosen
        return ", ".join(attribute(one, "label") for one in last)
    return attribute(control, "current-value") or attribute(control, "value") if kind in TYPED else None
