"""From the boxes of others' forms to answers: each text read as the kind of answer that its question takes. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from breach_wizard import form
from breach_wizard.guidance import Guidance
from breach_wizard.imports import boxes, furniture, ticks
from breach_wizard.imports.folding import folded
from breach_wizard.imports.pieces import Piece, joined, parted
from breach_wizard.imports.placing import LONG
from breach_wizard.interview.asked import question
from breach_wizard.interview.own_answers import from_report
from breach_wizard.interview.paths import with_keys
from breach_wizard.tables import tidied
from breach_wizard.text import NOT_KNOWN, clean

FIRST: Final = ("outputs", "contact_name")
"""Boxes to be read before the others, which add to their answers; names of several answers in one box begin so too."""

DATES: Final = ("day", "moment")


class Filling:
    """The answers of one report as they come.

    Attributes:
        answers: found so far.
        left: pieces whose text could not be read as an answer.
    """

    def __init__(self, guidance: Guidance) -> None:
        self.answers: dict[str, Any] = {}
        self.left: list[Piece] = []
        self._guidance = guidance
        self._furniture = furniture.of(guidance)
        self._of_their_own: dict[str, Callable[[str], bool]] = {
            "outputs": self._outputs,
            "outputs.link": self._link,
            "occurrences": self._occurrences,
            "references": self._references,
            "contact_details": self._contact_details,
            "statement_link": self._statement_link,
            "breach_type": self._breach_type,
            "also": self._also,
        }

    def fill(self, filled: Mapping[str, Sequence[Piece]]) -> None:
        """Answer the questions whose boxes these are."""
        for name in sorted(filled, key=lambda one: not one.startswith(FIRST)):
            self._box(name, list(self._said(filled[name])))

    def _said(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces without placeholders; what begins as one and goes on is left, to be looked at."""
        begun = False
        for piece in pieces:
            if not piece.parts and self._furniture.is_placeholder(piece.text):
                continue
            if not begun and not piece.parts and self._furniture.begins_as_placeholder(piece.text):
                self.left.append(piece)
                continue
            begun = begun or bool(piece.text)
            yield piece

    def _box(self, name: str, pieces: Sequence[Piece]) -> None:
        if name == "actions":
            self._actions(pieces)
            return
        text = clean(joined(pieces))
        if name in LONG:
            text = tidied(text)
        if "+" in name:
            self._together(name.split("+"), text)
        elif not self._answer(name, text):
            asked = question(name, self._guidance)
            if name == "occurrences" or (asked is not None and asked.kind in DATES and not asked.own):
                self.answers.setdefault(name, NOT_KNOWN)  # there is one, and somebody must look at it
            self.left += pieces

    def _answer(self, name: str, text: str) -> bool:
        """Answer a question; False where the text is no answer to it."""
        if name in self._of_their_own:
            return self._of_their_own[name](text)
        asked = question(name, self._guidance)
        if asked is None:
            return False
        if asked.own:
            chosen = ticks.ticked(text)
            self.answers[name] = from_report(asked, chosen[0] if chosen is not None and len(chosen) == 1 else text)
            return True
        if asked.kind in DATES:
            return self._moment(name, text, is_day=asked.kind == "day")
        if asked.kind == "yes-no":
            return self._yes_or_no(name, text)
        self.answers[name] = self._value(text)
        return True

    def _value(self, text: str) -> str:
        """The text of a box, or what our own words for a missing answer stand for."""
        known = self._furniture.standing_for(text)
        return text if known is None else known

    def _together(self, names: Sequence[str], text: str) -> None:
        """Answer several questions of one box: a person, how to reach them, the date of the report."""
        value = self._value(text)
        if "report_date" in names:
            value, day = boxes.with_date(value)
            if day:
                self.answers["report_date"] = day
        person = boxes.contact(value)
        if "head_of_profession" in names:  # who submits the report, unless the form names somebody else
            person = {"head_of_profession": value, **person, **self.answers}
        self.answers |= person

    def _outputs(self, text: str) -> bool:
        known = self._furniture.standing_for(text)
        self.answers["outputs"] = known or with_keys(boxes.outputs(text)) if text else []
        return True

    def _link(self, text: str) -> bool:
        listed = self.answers.get("outputs")
        if not text or self._furniture.is_nothing(text) or self._furniture.standing_for(text) is not None:
            return True
        if not isinstance(listed, list) or len(listed) != 1 or listed[0]["link"]:
            return False
        listed[0]["link"] = text
        return True

    def _occurrences(self, text: str) -> bool:
        known = self._furniture.standing_for(text)
        found = boxes.moments(text) if text else None
        if text and not known and not found:
            return False
        self.answers["occurrences"] = known or with_keys(found or [])
        return True

    def _references(self, text: str) -> bool:
        known = self._furniture.standing_for(text)
        self.answers["references"] = known or [one for one in text.split("\n\n") if one]
        return True

    def _contact_details(self, text: str) -> bool:
        before = self.answers.get("contact_details", "")
        self.answers["contact_details"] = clean(f"{before}\n{self._value(text)}")
        return True

    def _statement_link(self, text: str) -> bool:
        self.answers["statement_link"] = "" if self._furniture.is_nothing(text) else self._value(text)
        return True

    def _breach_type(self, text: str) -> bool:
        chosen = ticks.ticked(text)
        found = self._type_called(text if chosen is None else chosen[0] if len(chosen) == 1 else "")
        if found:
            self.answers["breach_type"] = found
        return bool(found) or not text

    def _also(self, text: str) -> bool:
        found = [self._type_called(line) for line in text.split("\n") if line]
        if all(found):
            self.answers["also"] = found
        return all(found)

    def _type_called(self, text: str) -> str:
        """The breach type of this title, name or id; empty where there is none."""
        key = folded(text)
        kinds = self._guidance.types.values()
        return next((kind.id for kind in kinds if key in map(folded, (kind.title, kind.noun, kind.id))), "")

    def _yes_or_no(self, name: str, text: str) -> bool:
        chosen = ticks.ticked(text)
        said = folded(text if chosen is None else chosen[0] if len(chosen) == 1 else "")
        known = self._furniture.standing_for(text)
        values = {folded(form.YES): True, folded(form.AGREED): True, folded(form.NO): False}
        value = values.get(said, known) if text and not self._furniture.is_nothing(text) else ""
        if value is not None:
            self.answers[name] = value
        return value is not None

    def _moment(self, name: str, text: str, *, is_day: bool) -> bool:
        known = "" if not text or self._furniture.is_nothing(text) else self._furniture.standing_for(text)
        found = boxes.moment(text, is_day=is_day) if known is None else boxes.Dated(known)
        if found is not None:
            self.answers[name] = found.value
        return found is not None and found.is_whole

    def _actions(self, pieces: Sequence[Piece]) -> None:
        made: list[dict[str, Any]] = []
        is_said = False
        for is_tabled, group in groupby(pieces, key=lambda piece: piece.parts is not None):
            listed = list(group)
            if is_tabled:
                made += [{"text": clean(piece.text), **(piece.parts or {})} for piece in listed]
                continue
            texts = list(filter(None, map(clean, parted(listed))))
            is_said = is_said or bool(texts)
            if len(texts) == 1 and self._furniture.standing_for(texts[0]) == NOT_KNOWN and len(listed) == len(pieces):
                self.answers["actions"] = NOT_KNOWN
                return
            if not all(self._furniture.is_nothing(text) for text in texts):
                made += boxes.actions(texts)
        self.answers["actions"] = with_keys(made) if made else [] if is_said else ""
