"""The guidance: every wording, list and clause that the wizard knows, read from guidance/ as it is needed.

A body's own folder, named by ``BREACH_WIZARD_GUIDANCE``, adds to what is built in or puts its own in place of it.
"""

import os
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from breach_wizard.errors import GuidanceError
from breach_wizard.guidance.code import Edition, Matter
from breach_wizard.guidance.content import (
    Action,
    BreachType,
    Consideration,
    Field,
    Nation,
    Recipient,
    Site,
    Source,
    TriageQuestion,
    Verdict,
)
from breach_wizard.guidance.forms import Forms
from breach_wizard.guidance.message import Message
from breach_wizard.guidance.reader import build, table

T = TypeVar("T")


def built_in() -> Path:
    """Return the folder of the built-in guidance: inside the installed package, or beside it in a checkout."""
    installed = Path(__file__).parents[1] / "_guidance"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "guidance"


class Guidance:
    """The guidance of one or more folders; each file is read when something in it is first asked for.

    Every attribute may raise GuidanceError, which names file, key and what to do.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        """Take the folders, from the built-in one to the one that has the last word."""
        self.folders = folders

    @cached_property
    def types(self) -> dict[str, BreachType]:
        """The breach types by id, in the order of the first question."""
        found: dict[str, BreachType] = {}
        for name, path in self._files("breach-types").items():
            found[name] = build(BreachType, table(path), str(path), id=name)
        return dict(sorted(found.items(), key=lambda one: (one[1].order, one[0])))

    @cached_property
    def considerations(self) -> dict[str, Consideration]:
        """The things to consider, by id."""
        return self._entries("considerations.toml", Consideration)

    @cached_property
    def actions(self) -> dict[str, Action]:
        """The corrective actions on offer, by id."""
        return self._entries("actions.toml", Action)

    @cached_property
    def first_question(self) -> Field:
        """The wording of the first question, in a small file of its own so that it can be asked at once."""
        return self._entries("first-question.toml", Field)["breach_type"]

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The wording of every question, by its id."""
        return {"breach_type": self.first_question, **self._entries("fields.toml", Field)}

    @cached_property
    def own_fields(self) -> dict[str, Field]:
        """Those of `fields` that a body's folder adds: its own questions, in the order of its file."""
        if len(self.folders) == 1:
            return {}
        ours = {"breach_type", *table(self.folders[0] / "fields.toml")}
        return {name: field for name, field in self.fields.items() if name not in ours}

    @cached_property
    def messages(self) -> dict[str, Message]:
        """The messages ready to copy, by id."""
        return self._entries("messages.toml", Message)

    @cached_property
    def recipients(self) -> dict[str, Recipient]:
        """Who a report goes to, as known when."""
        return self._entries("recipients.toml", Recipient)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Where wordings come from, by id."""
        return self._entries("sources.toml", Source)

    @cached_property
    def triage(self) -> dict[str, TriageQuestion]:
        """The questions of "is it a breach?", by id; the first is asked first."""
        return self._entries("triage.toml", TriageQuestion, "questions")

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """What those questions end in, by id."""
        return self._entries("triage.toml", Verdict, "verdicts")

    @cached_property
    def nations(self) -> dict[str, Nation]:
        """The nations, by what a profile calls them; the first is taken where a profile says nothing."""
        return self._entries("nations.toml", Nation)

    @cached_property
    def sites(self) -> dict[str, Site]:
        """Where statistics are published, by what a profile calls it; the first is shown where it says nothing."""
        return self._entries("sites.toml", Site)

    @cached_property
    def forms(self) -> Forms:
        """How other people's forms read: the words of all folders together."""
        found: dict[str, Any] = {}
        where = "forms.toml"
        for top in self.folders:
            path = top / "forms.toml"
            if top == self.folders[0] or path.exists():
                where = str(path)
                found = _joined(found, table(path), where)
                build(Forms, found, where)  # a slip is named with its own file
        return build(Forms, found, where)

    @cached_property
    def editions(self) -> dict[str, Edition]:
        """The editions of the Code, oldest first."""
        found = [build(Edition, table(path), str(path), id=name) for name, path in self._files("code").items()]
        return {one.id: one for one in sorted(found, key=lambda one: one.starts)}

    @cached_property
    def matters(self) -> dict[str, Matter]:
        """What a breach may be about, on offer where its type names no matters; by id."""
        return self._entries("matters.toml", Matter)

    def _files(self, folder: str) -> dict[str, Path]:
        """The TOML files of a folder by the name without its ending; the last guidance folder has the last word."""
        found = {}
        for top in self.folders:
            for path in sorted((top / folder).glob("*.toml")):
                found[path.stem] = path
        return found

    def _entries(self, name: str, shape: Callable[..., T], under: str = "") -> dict[str, T]:
        """The entries of a file, by id; a later folder's entry takes the place of one with the same id."""
        found: dict[str, T] = {}
        for top in self.folders:
            path = top / name
            if top != self.folders[0] and not path.exists():
                continue
            given: dict[str, Any] = table(path)
            if under:
                _only(given, ("questions", "verdicts"), path)
                given = given.get(under, {})
            for key, entry in given.items():
                if not isinstance(entry, dict):
                    raise GuidanceError(f"{path}: {key} stands outside a table. Put it under a line such as [{key}].")
                found[key] = build(shape, entry, f"{path}: [{key}]", id=key)
        return found


def _joined(before: Any, given: Any, where: str) -> Any:
    """Two tables of lists as one: under each key what both hold."""
    if isinstance(before, dict) and isinstance(given, dict):
        return before | {key: _joined(before[key], one, where) if key in before else one for key, one in given.items()}
    if isinstance(before, list) and isinstance(given, list):
        return [*before, *given]
    raise GuidanceError(f"{where}: a list of words belongs here, not {given!r}. Write it in square brackets.")


def _only(given: dict[str, Any], names: tuple[str, ...], path: Path) -> None:
    for key in given:
        if key not in names:
            raise GuidanceError(f"{path}: there is no key {key!r} here. Use one of: {', '.join(names)}.")


def load(overlay: Path | None = None) -> Guidance:
    """Return the built-in guidance, with a body's own folder over it where one is given.

    Raises:
        GuidanceError: there is no such folder.
    """
    if overlay is None:
        return Guidance((built_in(),))
    if not os.path.isdir(overlay):  # noqa: PTH112 - its own raises where a name is too long
        raise GuidanceError(f"{overlay}: there is no such folder. Set BREACH_WIZARD_GUIDANCE to a folder, or unset it.")
    return Guidance((built_in(), overlay))


@cache
def _active(overlay: str) -> Guidance:
    return load(Path(overlay) if overlay else None)


def active() -> Guidance:
    """Return the guidance in use: the built-in one, with the folder that ``BREACH_WIZARD_GUIDANCE`` names over it."""
    return _active(os.environ.get("BREACH_WIZARD_GUIDANCE", ""))
