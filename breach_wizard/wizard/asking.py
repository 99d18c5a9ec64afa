"""Asks one step of the interview: builds the question, takes the answer, keeps it."""

import contextlib
from collections.abc import Callable
from functools import partial
from typing import Any, cast

from breach_wizard import form
from breach_wizard.guidance.content import Field
from breach_wizard.interview import notes
from breach_wizard.interview.asked import asked_at
from breach_wizard.interview.own_answers import as_printed
from breach_wizard.interview.paths import ABSENT, Path, get, new_key, question_id, spell
from breach_wizard.interview.proposals import propose
from breach_wizard.interview.questions import Question
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import all_types
from breach_wizard.interview.values import MOMENTS, accept, refusal, typed
from breach_wizard.interview.wording import wording
from breach_wizard.prompts import Back, Choice, Select, Text
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard import noting, opening, when
from breach_wizard.wizard.around import around
from breach_wizard.wizard.session import Session

SPECIAL: dict[str, Callable[[Session], None]] = {
    "breach_type": opening.breach_type,
    "ongoing": opening.ongoing,
    "do_now": opening.do_now,
    "guidance": opening.guidance,
    "access_ended": opening.access_ended,
}
"""The first steps that are more than one field; few steps after them are."""


def ask(session: Session, path: Path) -> None:
    """Ask the step and keep its answer.

    Raises:
        Back: the user asked for the step before; what stood in the field is kept.
        Leave: the user chose to leave.
    """
    name = question_id(path)
    asked = asked_at(path, session.guidance)
    if name == "as_last_time":
        as_last_time(session)
    elif name == "occurrences.type":
        occurrence_type(session, path)
    elif name == "actions.text" and get(session.answers, path) is ABSENT:
        own_actions(session, path)
    elif name == "exemption":
        exemption(session)
    elif name in ("actions", "actions.status", "actions.when"):
        about_actions(session, path)
    elif name == "considerations":
        from breach_wizard.wizard import considering

        considering.considerations(session)
    elif name == "references":
        references(session)
    elif name == "previous_breaches":
        from breach_wizard.wizard import earlier

        earlier.offer(session)
        text(session, path)
    elif name in SPECIAL:
        SPECIAL[name](session)
    elif isinstance(asked, Question) and asked.kind in ("choice", "yes-no"):
        one_of(session, asked)
    else:
        text(session, path)


def text(session: Session, path: Path) -> None:
    """Ask for a text, a date, or a list of references, and keep it."""
    words = wording(path, session.answers, session.context)
    while True:
        before = session.shown(path)
        question = text_question(session, path, words, before)
        noting.show(session, path, question.default)
        written = session.prompter.text(question)
        accepted = when.taken(session, path, written)
        if accepted is None:
            continue
        if accepted.value in (NOT_KNOWN, ""):
            is_ours = question.offered and not question.answered and not question.long  # "today", which nobody wrote
            session.put_aside(path, "" if is_ours else _as_text(before))
        value = before if written == _as_text(before) and isinstance(before, list) else accepted.value
        # A section's text is its author's once it is accepted; in it each note is followed by itself.
        proposal = "" if path[0] in notes.TEXTS else propose(path, session.answers, session.context)
        session.set(path, value, proposal or None)
        noting.accept(session, path, question.default)
        when.keep_further(session, path, written, accepted)
        from breach_wizard.wizard import looking

        if not looking.keeps_it(session, path, value, written, partial(text, session)):
            continue
        looking.tell(session, path, value, accepted.notices)
        if _is_still_so(session, path):
            return


def _is_still_so(session: Session, path: Path) -> bool:
    """Ask again whether it goes on, where the announced time says otherwise; False where the user goes back to that."""
    if path == ("due",) and opening.may_be_published(session):
        try:
            opening.ongoing_again(session)
        except Back:
            return False
    return True


def exemption(session: Session) -> None:
    """Ask whether it had been agreed beforehand; where it had, by whom and when."""
    while True:
        opening.exemption(session)
        if session.answers.get("exemption") is not True:
            return
        with contextlib.suppress(Back):
            text(session, ("exemption_note",))
            return


def references(session: Session) -> None:
    """Ask for the clauses of the Code: out of a list where there is one, and in words."""
    from breach_wizard.wizard import citing

    while citing.choose(session) if citing.has_choice(session) else True:
        try:
            text(session, citing.REFERENCES)
        except Back:
            if not citing.has_choice(session):
                raise
        else:
            return


def about_actions(session: Session, path: Path) -> None:
    """Ask which corrective actions there are, how each stands, or by when and by whom one is to be taken."""
    from breach_wizard.wizard import acting

    if path == ("actions",):
        acting.actions(session)
    elif path == ("actions", "status"):
        acting.statuses(session)
    else:
        acting.when_and_who(session, path)


def own_actions(session: Session, path: Path) -> None:
    """Ask for the user's own actions, one a line; each becomes an action of its own."""
    words = wording(path, session.answers, session.context)
    words = words._replace(question="Your own actions, one a line", hint=f"{words.hint} Enter begins the next one.")
    question = text_question(session, path, words, "")._replace(long=True, each="action")
    first, *others = accept(path, session.prompter.text(question), session.answers, session.context).value.split("\n")
    session.set(path, first.removeprefix("- "))
    for other in filter(None, others):
        session.set(("actions", new_key(session.answers, "actions"), "text"), other.removeprefix("- "))


def text_question(session: Session, path: Path, words: Field, value: Any) -> Text:
    """Return the question for a text, prefilled with what was half typed, else with the value."""
    half_typed = session.partial(path)
    default = half_typed if isinstance(half_typed, str) else _as_text(value)
    is_whole = default == _as_text(value) or when.is_as_typed(session, path, default)
    return Text(
        **around(session, path, words),
        keep=session.keep(path),
        default=default,
        offered=is_whole and _is_offered(session, path, value),
        answered=not _is_proposed(session, path, value),
        begun=not is_whole,
        kept=session.aside(path) if is_whole else _as_text(get(session.answers, path)),
        check=lambda typed_text: refusal(path, typed_text, session.answers, session.context),
        long=_is_long(path, session),
        each="line" if _is_list(path, session) else "",
    )


def _is_offered(session: Session, path: Path, value: Any) -> bool:
    """Is what stands in the field no text of the user's own: a proposal, or a date?"""
    return _is_proposed(session, path, value) or question_id(path) in MOMENTS


def _is_proposed(session: Session, path: Path, value: Any) -> bool:
    return bool(value != get(session.answers, path) or value == session.proposed.get(spell(path)))


def _is_long(path: Path, session: Session) -> bool:
    """Is it a text of several lines, or one that was read and has some? A list is one entry a line."""
    asked = asked_at(path, session.guidance)
    is_text = asked is not None and asked.kind == "long-text"
    return is_text or _is_list(path, session) or "\n" in str(get(session.answers, path))


def _is_list(path: Path, session: Session) -> bool:
    asked = asked_at(path, session.guidance)
    return asked is not None and asked.kind == "list"


def _as_text(value: Any) -> str:
    if value is ABSENT:
        return ""
    return typed(value) if isinstance(value, list) else as_printed(value)


EMPTY = "empty"
"""The value of the entry that leaves a list without an answer."""


def one_of(session: Session, asked: Question) -> None:
    """Ask a question to which there is a list of answers, and keep the answer."""
    path = (asked.id,)
    words = wording(path, session.answers, session.context)
    offered = asked.choices or (form.YES, form.NO)
    choices = [Choice(f"choice:{one}", one) for one in offered]
    choices += [] if asked.required else [Choice(EMPTY, "Leave it empty")]
    now = get(session.answers, path)
    now = as_printed(now) if isinstance(now, list) else now  # the question was another when it was answered
    answer = session.prompter.select(
        Select(
            **around(session, path, words),
            choices=(*choices, Choice(NOT_KNOWN, "Not known yet")),
            default={ABSENT: "", NOT_KNOWN: NOT_KNOWN, "": EMPTY}.get(now, f"choice:{as_printed(now)}"),
        )
    )
    text = {EMPTY: ""}.get(answer, answer.removeprefix("choice:"))
    session.set(path, accept(path, text, session.answers, session.context).value)


def as_last_time(session: Session) -> None:
    """Offer last time's details as they are."""
    words = wording(("as_last_time",), session.answers, session.context)
    details = {name: value for name, value in session.profile.details.items() if value}
    known = [f"{session.guidance.fields[name].label}: {value}" for name, value in details.items()]
    answer = session.prompter.select(
        Select(
            **around(session, ("as_last_time",), words._replace(hint="\n".join(known))),
            choices=(Choice("yes", "Yes"), Choice("change", "Change")),
        )
    )
    if answer == "change":
        session.go_past("as_last_time")
        return
    session.put_all(cast("Answers", {**session.answers, **details}))
    session.forget("as_last_time")
    session.save()


def occurrence_type(session: Session, path: Path) -> None:
    """Ask which of the report's kinds an occurrence is."""
    words = wording(path, session.answers, session.context)
    session.set(
        path,
        session.prompter.select(
            Select(
                **around(session, path, words),
                choices=tuple(Choice(one.id, one.choice) for one in all_types(session.answers, session.context)),
                default=session.shown(path),
            )
        ),
    )
