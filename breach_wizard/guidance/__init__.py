"""The guidance: every wording, list and clause that the wizard knows, read from guidance/ as it is needed.

A body's own folder adds to what is built in, changes a part of an entry, or takes one away: the folder of the whole
site, and over it the one that ``BREACH_WIZARD_GUIDANCE`` names.
"""

import os
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from breach_wizard import environment
from breach_wizard.errors import GuidanceError
from breach_wizard.guidance import confirming, removing
from breach_wizard.guidance.code import Edition, Matter
from breach_wizard.guidance.confirming import GROUPS, Confirmation
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
from breach_wizard.guidance.held import Held, built_in
from breach_wizard.guidance.message import Message
from breach_wizard.guidance.slips import Slip, SlipsError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Guidance", "active", "built_in", "load", "use"]

TRIAGE = ("questions", "verdicts")


class Guidance(Held):
    """The guidance of one or more folders; each file is read when something in it is first asked for.

    Every attribute may raise SlipsError, which names file, key and what to do; not where slips are gathered.
    """

    @cached_property
    def types(self) -> dict[str, BreachType]:
        """The breach types by id, in the order of the first question."""
        found = self.whole("breach-types", BreachType)
        actions, considerations = self.removed("actions.toml"), self.removed("considerations.toml")
        if actions or considerations:
            found = {name: removing.of_type(one, actions, considerations) for name, one in found.items()}
        return dict(sorted(found.items(), key=lambda one: (one[1].order, one[0])))

    @cached_property
    def considerations(self) -> dict[str, Consideration]:
        """The things to consider, by id."""
        return self.entries("considerations.toml", Consideration)

    @cached_property
    def actions(self) -> dict[str, Action]:
        """The corrective actions on offer, by id."""
        gone = self.removed("actions.toml")
        return {name: removing.of_action(one, gone) for name, one in self.entries("actions.toml", Action).items()}

    @cached_property
    def first_question(self) -> Field:
        """The wording of the first question, in a small file of its own so that it can be asked at once."""
        return self.entries("first-question.toml", Field)["breach_type"]

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The wording of every question, by its id."""
        return {"breach_type": self.first_question, **self.entries("fields.toml", Field)}

    @cached_property
    def own_fields(self) -> dict[str, Field]:
        """Those of `fields` that a body's folder adds: its own questions, in the order of its file."""
        if len(self.folders) == 1:
            return {}
        from breach_wizard.guidance.reader import table

        ours = {"breach_type", *table(self.folders[0] / "fields.toml")}
        return {name: field for name, field in self.fields.items() if name not in ours}

    @cached_property
    def messages(self) -> dict[str, Message]:
        """The messages ready to copy, by id."""
        gone = self.removed_types
        return {name: removing.of_message(one, gone) for name, one in self.entries("messages.toml", Message).items()}

    @cached_property
    def recipients(self) -> dict[str, Recipient]:
        """Who a report goes to, as known when."""
        found = self.entries("recipients.toml", Recipient)
        return {name: confirming.recipient(one, self.confirmed) for name, one in found.items()}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Where wordings come from, by id."""
        return self.entries("sources.toml", Source)

    @cached_property
    def triage(self) -> dict[str, TriageQuestion]:
        """The questions of "is it a breach?", by id; the first is asked first."""
        gone = self.removed_types
        found = self.grouped("triage.toml", TriageQuestion, "questions", TRIAGE)
        return {name: removing.of_question(one, gone) for name, one in found.items()}

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """What those questions end in, by id."""
        return self.grouped("triage.toml", Verdict, "verdicts", TRIAGE)

    @cached_property
    def nations(self) -> dict[str, Nation]:
        """The nations, by what a profile calls them; the first is taken where a profile says nothing."""
        found = self.entries("nations.toml", Nation)
        return {name: confirming.nation(one, self.confirmed) for name, one in found.items()}

    @cached_property
    def sites(self) -> dict[str, Site]:
        """Where statistics are published, by what a profile calls it; the first is shown where it says nothing."""
        found = self.entries("sites.toml", Site)
        return {name: confirming.site(one, self.confirmed) for name, one in found.items()}

    @cached_property
    def forms(self) -> Forms:
        """How other people's forms read: the words of all folders together."""
        made: Forms | None = self.ready("forms.toml")
        if made is not None:
            return made
        from breach_wizard.guidance.reader import Reader

        found: dict[str, Any] = {}
        slips: list[Slip] = []
        for path in self.files("forms.toml"):
            reader, given = Reader(path), self.table(path) or {}
            reader.build(Forms, given, "", partly=path.parent != self.folders[0])
            if not reader.slips:
                found = _joined(found, given)
            slips += reader.slips
        self.tell(slips)
        return Reader(self.folders[0]).build(Forms, found, "")

    @cached_property
    def editions(self) -> dict[str, Edition]:
        """The editions of the Code, oldest first."""
        found = sorted(self.whole("code", Edition).values(), key=lambda one: one.starts)
        return {one.id: confirming.edition(one, self.confirmed) for one in found}

    @cached_property
    def matters(self) -> dict[str, Matter]:
        """What a breach may be about, on offer where its type names no matters; by id."""
        return self.entries("matters.toml", Matter)

    @cached_property
    def confirmed(self) -> dict[str, dict[str, Confirmation]]:
        """What a body has confirmed for itself, by group and id; nothing of it is built in."""
        return {one: self.grouped("confirmed.toml", Confirmation, one, GROUPS, ours=False) for one in GROUPS}

    @cached_property
    def stylesheet(self) -> str:
        """A body's own style sheet for the web page, of the folder with the last word; empty where there is none."""
        if len(self.folders) == 1:
            return ""
        from breach_wizard.guidance import stylesheet  # no question needs it
        from breach_wizard.guidance.reader import text

        found = ""
        for path in [*self.files(stylesheet.NAME)][1:]:
            try:
                found = text(path)
            except SlipsError as error:
                self.tell(error.slips)
            else:
                self.tell([Slip(path, "", one) for one in stylesheet.problems(found)])
        return found

    @cached_property
    def removed_types(self) -> frozenset[str]:
        """The breach types that a body's folder takes away."""
        return self.removed("breach-types")


def _joined(before: Any, given: Any) -> Any:
    """Two tables of lists as one: under each key what both hold."""
    if isinstance(before, dict) and isinstance(given, dict):
        return before | {key: _joined(before[key], one) if key in before else one for key, one in given.items()}
    return [*before, *given]


def load(*overlays: "Path") -> Guidance:
    """Return the built-in guidance, with a body's own folders over it where some are given; the last has the last word.

    Raises:
        GuidanceError: there is no such folder.
    """
    for one in overlays:
        if not os.path.isdir(one):  # noqa: PTH112 - its own raises where a name is too long
            what = "is a file, and a folder is needed" if os.path.isfile(one) else "there is no such folder"  # noqa: PTH113
            raise GuidanceError(f"{one}: {what}. Set {environment.GUIDANCE} to a folder, or unset it.")
    return Guidance((built_in(), *overlays)) if overlays else Guidance()


@cache
def _read(named: str) -> Guidance:
    if not named:
        return load()
    from pathlib import Path

    return load(Path(named))


_chosen: list[Guidance] = []


def active() -> Guidance:
    """Return the guidance in use: what `use` was given, else the built-in one and the variable's folder over it."""
    return _chosen[-1] if _chosen else _read(os.environ.get(environment.GUIDANCE, ""))


def use(guidance: Guidance | None) -> None:
    """Put a guidance in use for this run; None: no other than that of the variable."""
    _chosen[:] = [guidance] if guidance is not None else []
