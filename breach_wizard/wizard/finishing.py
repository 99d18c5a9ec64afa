"""Writing the report, and saying what comes next."""

from pathlib import Path

from breach_wizard import check
from breach_wizard.dates import parse_moment
from breach_wizard.errors import StorageError
from breach_wizard.exports import markdown
from breach_wizard.files import write_privately
from breach_wizard.interview.paths import items
from breach_wizard.output import document
from breach_wizard.prompts import Choice, Line, Select, Text
from breach_wizard.report import from_answers
from breach_wizard.text import NOT_KNOWN, ascii_slug, plural
from breach_wizard.wizard.session import Session


def write(session: Session, given: Path | None) -> Path:
    """Write the report where the user says, and note it in the draft.

    Args:
        session: with answers that make a report.
        given: where the command line says; None asks, and proposes a name in the current folder.

    Returns:
        the file written.

    Raises:
        AnswersError: the answers make no report.
        ExportError: the document doesn't read back; nothing was written.
        Back: the user goes back to the answers.
    """
    full = session.whole()
    data = document(from_answers(full), "markdown")
    name = proposed_name(full)
    while True:
        path = given or _ask_where(session, name)
        given = None
        name = str(path)
        try:
            write_privately(path, data, overwrite=path.exists() and _may_replace(session, path))
        except StorageError as error:
            session.notices.append(str(error))
            continue
        break
    at = session.clock().isoformat(timespec="seconds")
    session.kept.draft.written = {"path": str(path.absolute()), "at": at, "answers": full}
    session.save()
    return path


def _ask_where(session: Session, name: str) -> Path:
    answer = session.prompter.text(
        Text(
            id="output",
            question="Where is the report to be written?",
            label="File",
            hint="A file name, or a folder and a name. It is readable by you only.",
            notices=session.take_notices(),
            default=name,
            check=lambda text: None if text.strip() else "Enter a file name, such as breach-report.md",
        )
    )
    path = Path(answer.strip()).expanduser()
    return path if path.suffix else path.with_name(path.name + markdown.EXTENSION)


def proposed_name(full: dict[str, object]) -> str:
    """Return the name to propose for the file: ``breach-report-<date>-<output>.md``."""
    written = full.get("report_date", "")
    day = "" if written in ("", NOT_KNOWN) else parse_moment(str(written)).date.isoformat()
    outputs = items(full, "outputs")
    title = ascii_slug(str(outputs[0].get("title", "")), 40) if outputs else ""
    return "-".join(part for part in ("breach-report", day, title) if part) + markdown.EXTENSION


def _may_replace(session: Session, path: Path) -> bool:
    answer = session.prompter.select(
        Select(
            id="replace",
            question=f"{path} is there already. Replace it?",
            choices=(Choice("no", "No, choose another name"), Choice("yes", "Yes, replace it")),
        )
    )
    return answer == "yes"


def what_next(session: Session, path: Path) -> list[Line]:
    """Return the last screen: where it is, who it is for, what is to follow, and what was planned."""
    full = session.whole()
    hop = session.answers.get("head_of_profession", "")
    who = f"{hop}, your Head of Profession" if hop and hop != NOT_KNOWN else "your Head of Profession"
    lines = [
        Line("Written. Not signed, and not sent to anyone.", "title"),
        Line(""),
        Line(str(path.absolute()), "copy"),
        Line(""),
        Line("What to do next", "heading"),
        Line(
            f"Give it to {who}. They decide whether a formal report goes in, sign it and send it. "
            "It may hold unpublished material: send it only to them.",
            "item",
            "1.",
        ),
    ]
    follow = [
        one.message.split(": not ")[0].removesuffix(": to find out") for one in check.following(full, session.context)
    ]
    if follow:
        asks = f"(asks {'this' if len(follow) == 1 else f'these {len(follow)}'}, nothing else)"
        later = f"When you know:  breach-wizard resume {session.kept.draft.number}  {asks}"
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


def _history(session: Session) -> str:
    """Where it goes after that, as far as is known."""
    old = [one.known for one in session.guidance.recipients.values() if one.address and not one.current]
    first = "Where it goes after that is for them."
    note = f" The address on the {old[0]} form may no longer be in use." if old else ""
    return f"{first}{note} Newer guidance keeps formal reports for serious cases."
