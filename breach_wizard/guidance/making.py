"""Makes the modules that `breach_wizard.guidance.ready` takes the built-in guidance from."""

from collections.abc import Iterator
from functools import cached_property

from breach_wizard.guidance import Guidance, ready
from breach_wizard.guidance.forms import Forms
from breach_wizard.guidance.reader import table, text


def modules(guidance: Guidance) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each module.

    Args:
        guidance: the built-in one, as it is read from its files.
    """
    for name, kind in vars(Guidance).items():
        if isinstance(kind, cached_property):
            getattr(guidance, name)  # so that its layers are there
    for name, layers in guidance.layers.items():
        if layers.records:  # of what a body has confirmed, nothing is built in
            yield ready.module(name), _text(name, layers.shape.__module__, layers.records)
    yield ready.module("forms.toml"), _text("forms.toml", Forms.__module__, guidance.forms)
    tables = {text(path): table(path) for path in sorted(guidance.folders[0].rglob("*.toml"))}
    yield "tables", f"import datetime\n\nTABLES = {tables!r}\n"


def _text(name: str, shapes: str, held: object) -> str:
    """A module; a record's repr makes it anew, and the shapes that it names are all in one module."""
    texts = ready.texts(name.partition(":")[0])
    return f"import datetime\n\nfrom {shapes} import *\n\nTEXTS = {texts!r}\nHELD = {held!r}\n"
