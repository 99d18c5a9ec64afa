"""Check your answers: what is to follow, what is worth a look, every answer with its number; and what comes of it."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from breach_wizard import check
from breach_wizard.changes import base_day, since
from breach_wizard.check import Finding
from breach_wizard.exports import markdown
from breach_wizard.exports.furniture import marked
from breach_wizard.interview.paths import Path, items, path_of, spell
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import first_open, steps
from breach_wizard.interview.wording import wording
from breach_wizard.patterns import pattern
from breach_wizard.prompts import Back, Choice, Line, Select
from breach_wizard.report import from_answers
from breach_wizard.text import NOT_KNOWN, plural
from breach_wizard.wizard import adding, afterwards, changing, noting, screens, telling
from breach_wizard.wizard.not_in_use import WHO_CORRECTS_IT, sentences
from breach_wizard.wizard.rows import Numbers, Row, numbers, row_of, rows
from breach_wizard.wizard.session import Leave, Session
from breach_wizard.wizard.walking import walk_back, walk_open

MISSING = "missing"
"""The group of what stops the report, and what the choices of that group begin with."""

T = TypeVar("T")

TO_SEE_TO = (f"{MISSING}:", "follow:", "look:")

LEAVES = "L leave it as a draft"

GUIDANCE = "guidance"
LOOK_AT_GUIDANCE = f"look:{GUIDANCE}"
LOOK_AT_MARKING = f"look:{check.MARKING}"


def check_answers(session: Session) -> None:
    """Show the answers until the user writes the report.

    Raises:
        Leave: the user leaves it as a draft.
        Back: to the last question, where the user has asked for it twice: keys for this page must not go into a field
            that opens in its place unseen.
    """
    pointed, going_back = "", False
    session.save_what_was_not()
    if adding.is_begun(session):
        adding.add(session)
    while True:
        noting.settle(session)
        listed = rows(session.answers, session.proposed, session.context)
        page = _page(session, listed, pointed)
        try:
            answer = session.prompter.select(page)
        except Back:
            if going_back:
                raise
            going_back = True
            session.notices.append(f"Once more goes back to the last question: {_last_question(session)}")
            continue
        pointed, going_back = _pointed_after(answer, page), False
        if answer in ("write", "preview") and (lacking := check.errors(session.whole(), session.guidance)):
            told = "Not written yet." if answer == "write" else "It can be shown when this is there."
            session.notices.append(f"{told} {'; '.join(one.message for one in lacking)}")
            pointed = MISSING
        elif answer == "write":
            if first_open(session.answers, session.context) is None:
                return
            session.notices.append("Something is still open. It is asked now.")
            walk_open(session)
        elif answer == "leave":
            raise Leave
        elif answer == "preview":
            preview(session)
        elif answer == "add" or _path(answer, listed) == ("also",):
            adding.add(session)
        elif answer == "messages":
            telling.messages(session)
        elif answer == LOOK_AT_GUIDANCE:
            session.notices.append(WHO_CORRECTS_IT)
        elif answer == LOOK_AT_MARKING:
            with contextlib.suppress(Back):
                afterwards.ask_marking(session, check.MARKING, {})
        else:
            changing.change(session, _path(answer, listed))


def check_until(session: Session, finish: Callable[[], T]) -> T:
    """Show the answers until something comes of them; return what ``finish`` does, which may go back to them."""
    while True:
        try:
            check_answers(session)
        except Back:
            walk_back(session)
            continue
        with contextlib.suppress(Back):  # to the check page
            return finish()


def _pointed_after(answer: str, page: Select) -> str:
    """Where the cursor stands afterwards: on the next entry to be seen to, and then on writing; else where it was.

    What was left as it is stands there again: Enter would lead to it for ever.
    """
    if not answer.startswith(TO_SEE_TO):
        return answer
    values = [one.value for one in page.choices]
    return next((one for one in values[values.index(answer) + 1 :] if one.startswith(TO_SEE_TO)), "write")


def _counted(follow: Sequence[object], to_look_at: Sequence[object]) -> Iterator[str]:
    """How many there are to follow and to look at, where there are any."""
    for listed, what in ((follow, "to follow"), (to_look_at, "to look at")):
        if listed:
            yield f"{len(listed)} {what}."


def _last_question(session: Session) -> str:
    last = steps(session.answers, session.context)[-1]
    return wording(last, session.answers, session.context).question


def _path(answer: str, listed: list[Row]) -> Path:
    """The path that a choice stands for: its value after the name of its group."""
    spelled = answer.partition(":")[2]
    return next((row.path for row in listed if spell(row.path) == spelled), path_of(spelled))


def _page(session: Session, listed: list[Row], pointed: str) -> Select:
    context = session.context
    full = session.whole()
    found = check.findings(full, context)
    errors = [one for one in found if one.level == "error"]
    follow = [one for one in found if one.level == "to-follow"]
    look = [one for one in found if one.level == "warning"] + changing.stale_findings(session)
    look += check.about_marking(session.answers, session.profile.marking, session.context)
    look += [Finding("guidance-slip", "warning", GUIDANCE, one) for one in sentences(session.guidance)]
    known = numbers(listed)
    to_look_at = _found(look, "To look at", "look", listed, known)
    choices = [
        *_found(errors, "Missing", MISSING, listed, known),
        *_found(follow, "To follow", "follow", listed, known),
        *to_look_at,
        *_changed(session, full, listed, known),
        *(
            Choice(f"row:{spell(row.path)}", f"{row.label}: {row.value}", group=row.section, key=str(number))
            for number, row in enumerate(listed, 1)
        ),
        Choice("add", "Add or take out a date, a kind or an output", group="Go on", key="A"),
        Choice("preview", "Preview", group="Go on", key="P"),
        Choice("messages", "Messages ready to copy", group="Go on", key="M"),
        Choice("write", "Write the report", group="Go on", key="W"),
        Choice("leave", "Leave it as a draft for now", group="Go on", key="L"),
    ]
    kind = session.guidance.types[session.answers["breach_type"]]
    outputs = items(session.answers, "outputs")
    title = outputs[0].get("title", "") if outputs else ""
    title = "" if title == NOT_KNOWN else title
    counts = "Nothing is missing that stops the report." if not errors else f"{len(errors)} missing."
    return Select(
        id="check",
        label="Check your answers",
        leaves_line=False,
        question=f"Check your answers: {kind.noun}, {title.splitlines()[0] if title else 'no title yet'}",
        hint="A number and Enter changes that answer and brings you straight back.\n"
        f"P preview, W write the report, M messages, A add or take out, {LEAVES}.",
        notices=(*session.take_notices(), " ".join([counts, *_counted(follow, to_look_at)])),
        now=screens.do_now(session),
        messages=partial(telling.messages, session),
        choices=tuple(choices),
        pointed=next((one.value for one in choices if one.value.startswith(MISSING)), "")
        if pointed == MISSING
        else pointed,
    )


def _found(found: list[Finding], group: str, name: str, listed: list[Row], known: Numbers) -> list[Choice]:
    """A choice for each finding; the same place twice gets a value of its own."""
    choices: dict[str, Choice] = {}
    for one in found:
        number = row_of(one.where, known)
        path = spell(listed[number - 1].path) if number else one.where
        if one.code == "to-follow" and one.where.startswith("considerations."):
            path = one.where
        value = f"{name}:{path}"
        before = choices.get(value)
        if before is None:
            label = f"{listed[number - 1].label}: {one.message}" if number and name != "follow" else one.message
            mine = number and path == spell(listed[number - 1].path)
            choices[value] = Choice(
                value, label, group=group, key=str(number) if mine else "", is_look=name != "follow"
            )
        else:
            choices[value] = before._replace(label=f"{before.label}\n{one.message}")
    return list(choices.values())


def _changed(session: Session, full: Answers, listed: list[Row], known: Numbers) -> list[Choice]:
    """A choice for each change since the report that this one updates."""
    base = session.kept.draft.base
    group = f"Changed since the report of {base_day(base) or 'before'}"
    choices: dict[str, Choice] = {}
    for one in since(base, full, session.context):
        number = row_of(spell(one.path), known)
        value = f"changed:{spell(listed[number - 1].path if number else one.path)}"
        if value in choices:
            choices[value] = choices[value]._replace(label=f"{choices[value].label}\n{one.text}")
        else:
            choices[value] = Choice(value, one.text, group=group, key=str(number) if number else "")
    return list(choices.values())


def preview(session: Session, then: str = "Back to your answers") -> None:
    """Show the report as it would be written; nothing is missing. ``then`` says what comes after it."""
    text = markdown.render(
        from_answers(session.whole(), session.guidance), session.guidance, marked(session.profile.marking)
    ).decode()
    lines = preview_lines(text)
    words = plural(sum(len(line.text.split()) for line in lines), "word")
    try:
        session.prompter.show(lines, alone=True, choices=1)
        session.prompter.select(
            Select(
                id="preview",
                question=f"That is the whole report: {words}. Nothing is written yet.",
                choices=(Choice("back", then),),
            )
        )
    except Back:
        return


def preview_lines(text: str) -> list[Line]:
    """Return a report in Markdown as it reads on a screen: headings bold, each row of a table as "label: value"."""
    lines = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in UNESCAPED_PIPE.split(line)]
        if line.startswith("#"):
            lines.append(Line(_without_marks(line.lstrip("# ")), "heading"))
        elif line.startswith("- "):
            lines.append(Line(_without_marks(line[2:]), "item", "-"))
        elif line.startswith("  "):  # an item's further lines: when an action is done, and by whom
            lines.append(Line(_without_marks(line[2:]), "note", " "))
        elif not line.startswith("| "):
            lines.append(Line(_without_marks(line)))
        elif any(cell.strip("-") for cell in cells) and cells[2] != "Details":
            label, *values = map(_without_marks, cells[1:-1])
            lines.append(Line(f"{label}: {' | '.join(values)}"))
    return lines


UNESCAPED_PIPE = pattern(r"(?<!\\)\|")
MARKS = pattern(r"\\([^\w\s]|_)|\\$|\*+|<(https?://[^>]*)>")
"""What was typed is escaped in a report, so that a mark which is not escaped is the form's own."""


def _without_marks(line: str) -> str:
    return MARKS.sub(lambda found: found[1] or found[2] or "", line)
