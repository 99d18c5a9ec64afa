"""The corrective actions: which ones, which are done, and who does the planned ones by when."""

from typing import Any

from breach_wizard.errors import InputError, refusal_of
from breach_wizard.interview import actions as said
from breach_wizard.interview import notes
from breach_wizard.interview.paths import Path, item, items, new_key, put, spell
from breach_wizard.interview.wording import wording
from breach_wizard.prompts import Back, Checklist, Choice, Text
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard import noting
from breach_wizard.wizard.around import around
from breach_wizard.wizard.session import Session
from breach_wizard.wizard.suggesting import FOR_OTHERS, Suggestion, suggestions

NONE = "none"
OWN = "own"
OTHERS = "others"
NOT_YET = "not-yet"


def actions(session: Session) -> None:
    """Offer what the notes say and the suggestions for the types; nothing is ticked for the user."""
    mine, others = suggestions(session)
    while True:
        picked = session.prompter.checklist(_list(session, mine, others))
        if OTHERS not in picked:
            break
        picked = tuple(one for one in picked if one != OTHERS)
        session.keep(("actions",))(list(picked))
        try:
            further = session.prompter.checklist(_others(session, others, picked))
        except Back:
            continue
        picked += tuple(one for one in further if one != NONE)
        if picked:
            break
    session.set(("actions",), _picked(session, picked))
    noting.choose(session)


def _list(session: Session, mine: list[Suggestion], others: list[Suggestion]) -> Checklist:
    words = wording(("actions",), session.answers, session.context)
    half_ticked = session.partial(("actions",))
    ticked = half_ticked if half_ticked and isinstance(half_ticked, list) else _ticked(session)
    written = {one["key"]: one["text"] for one in items(session.answers, "actions") if _is_own(one) and one.get("text")}
    noted = _from_notes(session)
    chosen = [one for one in others if one.action.id in ticked]
    left = len(others) - len(chosen)
    return Checklist(
        **around(session, ("actions",), words),
        keep=session.keep(("actions",)),
        choices=(
            *(Choice(key, text, group="From your notes") for key, text in (noted | written).items() if key in noted),
            *(_choice(one) for one in (*mine, *chosen)),
            *(
                [Choice(OTHERS, f"Suggestions for other kinds, {left} more", group=FOR_OTHERS, apart=True)]
                if left
                else []
            ),
            *(Choice(key, text, group="Your own") for key, text in written.items() if key not in noted),
            Choice(OWN, "Write your own", group="Your own", apart=True),
            Choice(NONE, "None: no action has been taken or is planned", group="Or", alone=True),
            Choice(NOT_KNOWN, "Not known yet", group="Or", alone=True),
        ),
        ticked=tuple(ticked),
    )


def _others(session: Session, others: list[Suggestion], picked: tuple[str, ...]) -> Checklist:
    """The suggestions for other kinds that are not chosen yet."""
    words = wording(("actions",), session.answers, session.context)
    asked = around(session, ("actions",), words._replace(question="Suggestions for other kinds of breach"))
    return Checklist(
        **(asked | {"id": "actions.others"}),
        choices=(
            *(_choice(one) for one in others if one.action.id not in picked),
            Choice(NONE, "None of these", group="Or", alone=True),
        ),
    )


def _choice(one: Suggestion) -> Choice:
    return Choice(one.action.id, one.action.text, one.action.note, group=one.group)


def _from_notes(session: Session) -> dict[str, str]:
    """The actions that notes put on offer: the words of each by its key."""
    listed = noting.going_to(session, "actions")
    found = {notes.action_key(one): notes.words(one, session.answers) for one in listed}
    return {key: text for key, text in found.items() if text}


def _is_own(one: Any) -> bool:
    return not one.get("suggestion")


def _ticked(session: Session) -> list[str]:
    """What is ticked by the answer so far."""
    chosen = session.answers.get("actions")
    if chosen == []:
        return [NONE]
    if chosen == NOT_KNOWN:
        return [NOT_KNOWN]
    listed = items(session.answers, "actions")
    return [one.get("suggestion") or (one["key"] if one.get("text") else OWN) for one in listed]


def _picked(session: Session, picked: tuple[str, ...]) -> Any:
    """The actions for what was ticked; what had been said of an action before stays with it."""
    if NOT_KNOWN in picked:
        return NOT_KNOWN
    listed = items(session.answers, "actions")
    before = {one.get("suggestion") or one["key"]: one for one in listed}
    noted = _from_notes(session)
    chosen = [
        before.get(one) or ({"key": one, "text": noted[one]} if one in noted else {"key": one, "suggestion": one})
        for one in picked
        if one not in (NONE, OWN)
    ]
    if OWN in picked:
        unwritten = [one for one in listed if _is_own(one) and not one.get("text")]
        chosen += unwritten or [{"key": new_key(session.answers, "actions")}]
    return chosen


def statuses(session: Session) -> None:
    """Ask which of the chosen actions are done already; the rest are planned. Of one action, ask all in one line."""
    listed = items(session.answers, "actions")
    if len(listed) == 1:
        _one_status(session)
        return
    words = wording(("actions", "status"), session.answers, session.context)
    done = [one["key"] for one in listed if one.get("status") == "taken"]
    some_known = any("status" in one for one in listed)
    full = session.whole()
    texts = {one["key"]: one.get("text", "") for one in items(full, "actions")}
    picked = session.prompter.checklist(
        Checklist(
            **around(session, ("actions", "status"), words),
            choices=(
                *(
                    Choice(one["key"], said.in_short(texts[one["key"]]) or "Your own, not written yet")
                    for one in listed
                ),
                Choice(NOT_YET, "None of them yet: all are planned", alone=True),
            ),
            ticked=tuple(done or ([NOT_YET] if some_known else [])),
            if_none=NOT_YET,
        )
    )
    told = {
        one["key"]: "taken"
        if one["key"] in picked
        else one.get("status")
        if one.get("status") == "not-taken"
        else "planned"
        for one in listed
    }
    session.set(("actions",), [{**one, "status": told[one["key"]]} for one in listed])


def _one_status(session: Session) -> None:
    """Ask in one line whether the only action is done, or by when and by whom."""
    path = ("actions", "status")
    (one,) = items(session.answers, "actions")
    before = said.spelled(one) if "status" in one else ""
    half_typed = session.partial(path)
    session.notices.append(session.shown(("actions", one["key"], "text")))
    words = wording(path, session.answers, session.context)._replace(
        question="Is it done, or by when and by whom?",
        label="Done, or by when",
        hint="Type: done. Or by when and which role or team, both optional: by 31 March; publishing team. Or: planned",
    )

    def refusal(typed: str) -> str | None:
        try:
            said.read(typed)
        except InputError as error:
            return None if typed and typed == before else str(error)
        return None

    typed = session.prompter.text(
        Text(
            **around(session, path, words),
            keep=session.keep(path),
            default=half_typed if isinstance(half_typed, str) else before,
            begun=isinstance(half_typed, str),
            check=refusal,
        )
    )
    told = {**one, **({} if typed == before else said.read(typed)._asdict())}
    told["when"] = _dated(session, told.get("when", ""))
    session.kept.draft.partial.pop(spell(path), None)
    session.set(("actions",), [{"who": "", **told}])


def when_and_who(session: Session, path: Path) -> None:
    """Ask in one line by when an action is done and by whom; of one that is done, when and by whom it was."""
    _, key, _ = path
    one = item(session.answers, "actions", key) or {}
    words = wording(path, session.answers, session.context)
    when = one.get("when", "")
    if one.get("status") == "taken":
        when = "" if said.is_by(when) else when
        words = words._replace(
            question="When was it done, and by whom?",
            label="When, by whom",
            hint="Both may be left empty. Such as: 20 March, 5.10pm; publishing team",
        )
    half_typed = session.partial(path)
    before = said.as_typed(when, one.get("who", ""))
    session.notices.append(said.in_short(session.shown((*path[:2], "text"))))
    typed = session.prompter.text(
        Text(
            **around(session, path, words),
            keep=session.keep(path),
            default=half_typed if isinstance(half_typed, str) else before,
            begun=isinstance(half_typed, str),
            check=lambda text: None if text == before else refusal_of(lambda: said.when_and_who(text)),
        )
    )
    when, who = (when, one.get("who", "")) if typed == before else said.when_and_who(typed)
    session.put_all(put(session.answers, (*path[:2], "who"), who))
    session.set(path, _dated(session, when))


def _dated(session: Session, when: str) -> str:
    dated = said.dated(when, session.context.now)
    if dated != when:
        session.notices.append(f"Understood as: {dated}")
    return dated
