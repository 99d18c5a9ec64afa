"""The answers file: TOML, or JSON with the same keys, read into the answers of an interview.

Each value is cleaned and checked here, once; every problem is found in one pass, with its key. The shape is laid down
in docs/pipeline.md ("Answers file").
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast

from breach_wizard import approval, form, misplaced, parsing
from breach_wizard.dates.moment import Moment, Words, from_toml, on_one_line
from breach_wizard.dates.reading import parse_date, read_one, with_time
from breach_wizard.dates.sides import NotUnderstood
from breach_wizard.errors import AnswersError, InputError, Problem
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.unknown import no_such_type
from breach_wizard.interview import own_answers
from breach_wizard.interview.adopting import adopted
from breach_wizard.interview.asked import all_questions, question
from breach_wizard.interview.paths import with_keys
from breach_wizard.interview.questions import Kind, Question
from breach_wizard.interview.shapes import MORE_KEYS, STATUSES, Answers, MoreAnswers
from breach_wizard.interview.values import with_standard_time
from breach_wizard.misspelt import did_you_mean
from breach_wizard.standing import NOT_ANNOUNCED, PUBLISHED, STAYS_UP
from breach_wizard.text import NOT_KNOWN, clean, has_controls


def keys(guidance: Guidance) -> frozenset[str]:
    """Return the keys that an answers file may hold."""
    return frozenset(one.id for one in all_questions(guidance)) | {"approved", "more"}


def read(data: bytes, guidance: Guidance) -> tuple[Answers, tuple[str, ...]]:
    """Return the answers that a file holds, and what is to be known about how it was read.

    Raises:
        InputError: it is neither TOML nor JSON.
        AnswersError: a key or a value isn't right; it holds every problem.
    """
    return normalise(parsing.keys_of(data), guidance)


def normalise(raw: Mapping[str, Any], guidance: Guidance) -> tuple[Answers, tuple[str, ...]]:
    """Return the answers as the interview keeps them, and what is to be known about how it was read.

    Raises:
        AnswersError: a key or a value isn't right; it holds every problem.
    """
    reader = _Reader(guidance)
    answers = reader.answers(raw)
    if reader.problems:
        raise AnswersError(reader.problems)
    return adopted(answers, guidance), tuple(reader.remarks)


class _Reader:
    """Reads one set of answers; gathers the problems rather than stopping at the first."""

    def __init__(self, guidance: Guidance) -> None:
        self.guidance = guidance
        self.problems: list[Problem] = []
        self.remarks: list[str] = []
        self.has_listed = False

    def problem(self, where: str, message: str) -> None:
        self.problems.append(Problem(where, message))

    def answers(self, raw: Mapping[str, Any]) -> Answers:
        answers: dict[str, Any] = {}
        for key, value in raw.items():
            asked = question(str(key), self.guidance)
            if key == "more":
                answers[key] = self.more(value)
            elif key == "approved":
                answers |= self.approved(value)
            elif asked is None:
                self.problem(str(key), f"There is no question of this name.{self.names(str(key))}")
            else:
                answers[key] = self.answer(asked, value)
        return cast("Answers", answers)

    def names(self, given: str) -> str:
        """The name that may be meant; else all that there are, once."""
        known = sorted(keys(self.guidance))
        meant = did_you_mean(given, known)
        if meant or self.has_listed:
            return meant
        self.has_listed = True
        return f" The names are: {', '.join(known)}."

    def answer(self, asked: Question, value: Any) -> Any:
        if asked.kind in ("moment", "day"):
            return self.moment(asked.id, value, asked.kind)
        if asked.own or asked.kind in ("count", "long-text"):
            return self.own(asked, value)
        if asked.id in ("ongoing", "breach_type"):
            return self.yes_or_no(asked.id, value) if asked.id == "ongoing" else self.type(asked.id, value)
        match asked.kind:
            case "items":
                return self.items(asked, value)
            case "list":
                return self.texts(asked.id, value)
            case "notes":
                return self.notes(value)
            case "yes-no":
                return self.yes_or_no(asked.id, value)
        return self.text(asked.id, value)

    def own(self, asked: Question, value: Any) -> Any:
        """The answer to a body's own question, a number or a long text, taken as one that was typed is."""
        if isinstance(value, bool) and asked.kind == "yes-no":
            return value
        if asked.kind == "list" and isinstance(value, list):
            listed = [self.text(f"{asked.id}[{number}]", one) for number, one in enumerate(value, 1)]
            if any("\n" in one for one in listed):
                self.problem(asked.id, "Each entry of this list is one line. Take the line break out.")
            return NOT_KNOWN if listed == [NOT_KNOWN] else [one for one in listed if one]
        if isinstance(value, int) and not isinstance(value, bool) and asked.kind == "count":
            value = str(value)
        if asked.kind == "count" and not isinstance(value, str):
            self.problem(asked.id, misplaced.A_NUMBER)
            return ""
        text = self.text(asked.id, value)
        try:
            return own_answers.taken(asked, text)
        except InputError as error:
            self.problem(asked.id, str(error))
            return ""

    def approved(self, value: Any) -> dict[str, Any]:
        """Whether it is approved; an empty text says nothing of it."""
        try:
            return {} if value == "" else {"approved": approval.of_file(value)}
        except InputError as error:
            self.problem("approved", str(error))
            return {}

    def more(self, value: Any) -> list[MoreAnswers]:
        """What a report answers under labels that no question here has."""
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.problem("more", "Tables belong here, each under a line [[more]].")
            return []
        names = [section.id for section in form.SECTIONS]
        found = []
        for number, one in enumerate(value, 1):
            where = f"more[{number}]"
            for key in one:
                if key not in ("id", "section", "label", "value"):
                    self.problem(f"{where}.{key}", "There is no such key here. Use one of: id, section, label, value.")
            held = {key: self.text(f"{where}.{key}", one.get(key, "")) for key in ("section", "label", "value")}
            if held["section"] not in names:
                self.problem(f"{where}.section", f"Name a section, one of: {', '.join(names)}.")
            if not held["label"]:
                self.problem(f"{where}.label", "Write what it is called in the report.")
            found.append({"id": self.text(f"{where}.id", one.get("id", held["label"])), **held})
        return with_keys(found)

    def text(self, where: str, value: Any) -> str:
        if isinstance(value, str):
            if has_controls(value):
                self.remarks.append(f"{where}: control characters were left out")
            return clean(value)
        self.problem(where, misplaced.no_text(value))
        return ""

    def type(self, where: str, value: Any) -> str:
        text = self.text(where, value)
        if text and text not in self.guidance.types:
            self.problem(where, no_such_type(text, self.guidance))
        return text

    def texts(self, where: str, value: Any) -> list[str] | str:
        if value == NOT_KNOWN and where != "also":
            return NOT_KNOWN
        if isinstance(value, str) and value.strip() == "":
            return []
        if not isinstance(value, list):
            self.problem(where, misplaced.no_list(where, self.guidance.types))
            return []
        read = self.type if where == "also" else self.text
        found = [read(f"{where}[{number}]", one) for number, one in enumerate(value, 1)]
        return [one for one in found if one]

    def notes(self, value: Any) -> dict[str, str] | str:
        if value == NOT_KNOWN:
            return NOT_KNOWN
        if not isinstance(value, dict):
            self.problem("considerations", "A table of notes belongs here, under a line [considerations].")
            return {}
        known = self.guidance.considerations
        for one in value:
            if one not in known:
                names = did_you_mean(one, known) or f" Use one of: {', '.join(known)}."
                self.problem(f"considerations.{one}", f"There is no such consideration.{names}")
        return {one: self.text(f"considerations.{one}", note) for one, note in value.items()}

    def yes_or_no(self, where: str, value: Any) -> bool | str:
        if isinstance(value, bool) or value in (NOT_KNOWN, ""):
            return value  # type: ignore[no-any-return]
        if where == "ongoing" and value in (PUBLISHED, STAYS_UP):
            return value  # type: ignore[no-any-return]
        more = ', or "published" where the statistics have been published since' if where == "ongoing" else ""
        self.problem(where, f'Write true, false or "?" (not known yet){more}.')
        return ""

    def moment(self, where: str, value: Any, kind: Kind = "moment") -> str:
        """A moment or a day, of ours or a body's own."""
        is_due = where.rpartition(".")[2] == "due"
        if kind == "moment" and isinstance(value, dict):
            return self.words(where, value)
        try:
            text = str(from_toml(value)) if isinstance(value, (date, datetime)) else self.text(where, value)
        except ValueError as error:
            self.problem(where, f"{error}. Write another.")
            return ""
        if text in ("", NOT_KNOWN) or (is_due and text == NOT_ANNOUNCED):
            return text
        try:
            found, notes = (Moment(parse_date(text)), ()) if kind == "day" else read_one(text)
        except NotUnderstood as error:
            self.problem(where, f'{error} Or keep the words: {{words = "..."}}')
            return ""
        except InputError as error:
            self.problem(where, str(error))
            return ""
        self.remarks += [f"{where}: {note}" for note in notes]
        if is_due and with_standard_time(found) != found:
            self.remarks.append(f"{where}: 9.30am, since no time is given")
            found = with_standard_time(found)
        return str(found)

    def words(self, where: str, value: Mapping[str, Any]) -> str:
        """A date that is kept in the words in which it was given."""
        for key in value:
            if key != "words":
                self.problem(f"{where}.{key}", "There is no such key here. Use words.")
        text = on_one_line(self.text(f"{where}.words", value.get("words", "")))
        try:
            return str(Words(text))
        except ValueError as error:
            self.problem(f"{where}.words", f"{error}.")
            return ""

    def items(self, asked: Question, value: Any) -> list[Any] | str:
        if value == NOT_KNOWN:
            return NOT_KNOWN
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.problem(asked.id, misplaced.no_tables(asked.id, (one.id for one in asked.parts)))
            return []
        return with_keys([self.item(asked, f"{asked.id}[{number}]", one) for number, one in enumerate(value, 1)])

    def item(self, asked: Question, where: str, given: Mapping[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        known = [*(one.id for one in asked.parts), *MORE_KEYS.get(asked.id, ())]
        for key, value in given.items():
            path = f"{where}.{key}"
            part = asked.part(key)
            if key not in known:
                self.problem(
                    path, f"There is no such key here.{did_you_mean(key, known)} Use one of: {', '.join(known)}."
                )
            elif key == "type":
                found[key] = self.type(path, value)
            elif key in ("date", "time") and asked.id == "occurrences":
                continue
            elif part is not None and part.kind == "moment":
                found[key] = self.moment(path, value)
            else:
                found[key] = self.text(path, value)
        if asked.id == "occurrences" and given.get("date", "") != "":
            found["date"] = self.moment(f"{where}.date", with_time(given["date"], given.get("time", "")))
        elif asked.id == "occurrences" and given.get("time", "") != "":
            self.problem(f"{where}.time", 'A time needs its day beside it, such as date = "20 March 2017".')
        if asked.id == "actions":
            self._action(where, found)
        return found

    def _action(self, where: str, found: Mapping[str, Any]) -> None:
        suggestion, status = found.get("suggestion", ""), found.get("status", "")
        if suggestion and suggestion not in self.guidance.actions:
            known = self.guidance.actions
            names = did_you_mean(suggestion, known) or f" Use text, or one of: {', '.join(known)}."
            self.problem(f"{where}.suggestion", f"There is no suggestion {suggestion!r}.{names}")
        if status not in STATUSES:
            self.problem(
                f"{where}.status", f"{status!r} is not a status. Use taken, planned or not-taken, or leave it out."
            )
        if not suggestion and not found.get("text"):
            self.problem(where, "Name a suggestion, or write what was done under text.")
