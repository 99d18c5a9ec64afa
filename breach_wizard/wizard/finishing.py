"""The last screen: where the report is, who it is for, what is to follow, what was planned."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from breach_wizard import check, files
from breach_wizard.guidance.editions import duties_for
from breach_wizard.interview.actions import in_short
from breach_wizard.interview.citing import breach_days
from breach_wizard.interview.paths import get, items
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import all_types
from breach_wizard.invoked import asking
from breach_wizard.prompts import Line
from breach_wizard.publication import are_out
from breach_wizard.register.address import Server
from breach_wizard.text import NOT_KNOWN, plural
from breach_wizard.wizard.marks import nation
from breach_wizard.wizard.session import Session

AFTERWARDS = (
    "Where it goes after that is for them. A Government Analysis Function blog says that the process has since become "
    "simpler."
)

AND_APPROVED = ", and whether it is approved"


def what_next(session: Session, paths: Iterable[Path]) -> list[Line]:
    """Return the last screen, for a report that was written to these files.

    What no question is left to show stands there too: whose access has ended, what could not be saved.
    """
    full = session.whole()
    is_here = not isinstance(session.register, Server)  # else what became of it there stands beneath
    approved = get(session.answers, ("approved",))
    if isinstance(approved, dict):
        title = f"Written, as approved on {approved['on']}.{' Not sent to anyone.' if is_here else ''}"
        steps = [_to_send(session, full), *_to_follow(session, full, "")]
    else:
        title = f"Written. Not yet approved{', and not sent to anyone' if is_here else ''}."
        steps = [_to_approve(session, full), *(_to_follow(session, full, AND_APPROVED) or _once_approved(session))]
    steps += _planned(full)
    return [
        Line(title, "done"),
        Line(""),
        *(Line(str(files.absolute(path)), "copy") for path in paths),
        *_out_of_date(session.out_of_date),
        *(Line(notice) for notice in session.take_notices()),
        Line(""),
        Line("What to do next", "heading"),
        *(Line(text, "item", f"{number}." if len(steps) > 1 else "-") for number, text in enumerate(steps, 1)),
        Line(""),
        Line(AFTERWARDS),
    ]


def _out_of_date(paths: Sequence[Path]) -> list[Line]:
    listed = [Line(str(path), "copy") for path in paths]
    return [Line("Not written anew, so out of date:"), *listed] if listed else []


def _to_approve(session: Session, full: Answers) -> str:
    return (
        f"Give it to {_head_of_profession(session, full)}. They decide whether a formal report goes in, approve it "
        f"and send it. {_care(session, full)}" + "".join(f"\n{one}" for one in _at_once(session))
    )


def _to_send(session: Session, full: Answers) -> str:
    return f"Give it to {_head_of_profession(session, full)}, who decides where it goes. {_care(session, full)}"


def _head_of_profession(session: Session, full: Answers) -> str:
    known = full.get("head_of_profession", "")
    office = _office(session)
    return f"your {office}" if known in ("", NOT_KNOWN, office) else f"{known}, your {office}"


def _office(session: Session) -> str:
    return nation(session.profile, session.guidance).office


def _care(session: Session, full: Answers) -> str:
    if are_out(full, session.context):
        return "Send it only to them."
    mark = "" if session.profile.marking else "mark it as your organisation requires, and "
    return f"It holds unpublished material: {mark}send it only to them."


def _to_follow(session: Session, full: Answers, also: str) -> list[str]:
    """What is to follow, and the command for it and what it ``also`` asks, as one step; none where nothing is."""
    follow = check.names_to_follow(full, session.context)
    if not follow:
        return []
    these = "this" if len(follow) == 1 else f"these {len(follow)}"
    later = f"When you know:  {_resume(session)}  (asks {these}{also})"
    if not session.kept.is_saved:
        later = "No draft could be saved, so keep the report to add it there."
    return [f"To follow: {'; '.join(follow)}.\n{later}"]


def _once_approved(session: Session) -> list[str]:
    saved = session.kept.is_saved
    return [f"Later:  {_resume(session)}  (asks whether it is approved or corrected)"] if saved else []


def _resume(session: Session) -> str:
    return asking(f"resume {session.kept.draft.number}")


def _planned(full: Answers) -> Iterator[str]:
    planned = [one for one in items(full, "actions") if one.get("status") == "planned"]
    if planned:
        texts = "\n".join(
            ": ".join(part for part in (one.get("when", ""), in_short(one["text"])) if part and part != NOT_KNOWN)
            for one in planned
        )
        yield f"Planned, {plural(len(planned), 'action')}:\n{texts}"


def _at_once(session: Session) -> tuple[str, ...]:
    """What the edition of the Code that was in force asks the Head of Profession to do at once."""
    matters = [one for kind in all_types(session.answers, session.context) for one in kind.matters]
    return duties_for(session.guidance, matters, *breach_days(session.answers, session.context))
