"""What comes after the report is written: who it is for, what is to follow, what was planned."""

from collections.abc import Sequence
from pathlib import Path

from breach_wizard import check, files
from breach_wizard.guidance.editions import duties_for
from breach_wizard.interview.citing import breach_day
from breach_wizard.interview.paths import items
from breach_wizard.interview.steps import all_types
from breach_wizard.invoked import command
from breach_wizard.prompts import Line
from breach_wizard.text import NOT_KNOWN, plural
from breach_wizard.wizard.session import Session


def what_next(session: Session, paths: Sequence[Path]) -> list[Line]:
    """Return the last screen: where the files are, who it is for, what is to follow, and what was planned.

    What no question is left to show stands there too: whose access has ended, what could not be saved.
    """
    full = session.whole()
    hop = session.answers.get("head_of_profession", "")
    who = f"{hop}, your Head of Profession" if hop and hop != NOT_KNOWN else "your Head of Profession"
    lines = [
        Line("Written. Not signed, and not sent to anyone.", "title"),
        Line(""),
        *(Line(str(files.absolute(path)), "copy") for path in paths),
        *(Line(notice) for notice in session.take_notices()),
        Line(""),
        Line("What to do next", "heading"),
        Line(
            f"Give it to {who}. They decide whether a formal report goes in, approve it and send it. "
            "It may hold unpublished material: send it only to them."
            + "".join(f"\n{one}" for one in _at_once(session)),
            "item",
            "1.",
        ),
    ]
    follow = check.names_to_follow(full, session.context)
    if follow:
        asks = f"(asks {'this' if len(follow) == 1 else f'these {len(follow)}'}, nothing else)"
        later = f"When you know:  {command(f'resume {session.kept.draft.number}')}  {asks}"
        if not session.kept.is_saved:
            later = "No draft could be saved, so keep the report to add it there."
        lines.append(Line(f"To follow: {'; '.join(follow)}.\n{later}", "item", "2."))
    planned = [one for one in items(full, "actions") if one.get("status") == "planned"]
    if planned:
        texts = "\n".join(
            ": ".join(part for part in (one.get("when", ""), one["text"]) if part and part != NOT_KNOWN)
            for one in planned
        )
        lines.append(Line(f"Planned, {plural(len(planned), 'action')}:\n{texts}", "item", f"{3 if follow else 2}."))
    lines += [Line(""), Line(_history(session))]
    return lines


def _at_once(session: Session) -> tuple[str, ...]:
    """What the edition of the Code that was in force asks the Head of Profession to do at once."""
    matters = [one for kind in all_types(session.answers, session.context) for one in kind.matters]
    return duties_for(session.guidance, matters, breach_day(session.answers, session.context))


def _history(session: Session) -> str:
    """Where it goes after that, as far as is known."""
    old = [one.known for one in session.guidance.recipients.values() if one.address and not one.current]
    first = "Where it goes after that is for them."
    note = f" The address on the {old[0]} form may no longer be in use." if old else ""
    return f"{first}{note} Newer guidance keeps formal reports for serious cases."
