"""The commands that ask: ``breach-wizard``, ``new`` and ``resume``. Ends with the draft kept, whatever ends it."""

import argparse
import contextlib
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from breach_wizard import destination, devices, files, folders, guidance, profile
from breach_wizard.cli import face, named, say
from breach_wizard.cli.drafts import name
from breach_wizard.cli.first_answer import first_answer
from breach_wizard.cli.remembered import defaults, remembered
from breach_wizard.drafts import Draft, OpenDraft, Store
from breach_wizard.drafts.updates import adopt, approve, update_what_was_written
from breach_wizard.errors import InputError, StorageError, UsageError
from breach_wizard.exports import FORMATS, USUAL, is_installed, not_installed
from breach_wizard.interview.shapes import SCREENS, Answers, ApprovalAnswers
from breach_wizard.invoked import asking, command
from breach_wizard.prompts import Prompter, Stopped
from breach_wizard.records import Record
from breach_wizard.wizard import run
from breach_wizard.wizard.not_in_use import not_in_use
from breach_wizard.wizard.session import Leave, Session


def clock() -> datetime:
    """Return the present, aware."""
    return datetime.now(UTC)


def new(options: argparse.Namespace) -> int:
    """Start a new report, from an answers file where one is named."""
    from breach_wizard.cli import answering, example

    if options.example:
        return example.run(options)
    given, remarks = answering.given(options.answers)
    by = _approved(options)
    if by is not None:
        given = {**given, "approved": by}
    if options.no_input:
        return _make(given, remarks, options)
    wanted = _wanted(options)
    with face.opened(options.plain) as load:
        if not given:
            return go_on_from(*first_answer(load), wanted)
        for one in remarks:
            say(f"Noted: {one}")
        with Store(folders.drafts(), clock).create() as kept:
            kept.draft.answers = given
            return _run(kept, load(), wanted)


def _approved(options: argparse.Namespace) -> ApprovalAnswers | None:
    """Who approved the report and when, where the command line says so, which is rare."""
    from breach_wizard.cli import approving

    return approving.approved(options)


class Wanted(Record, kw_only=False):
    """Where the report is to go, and in which format, as the command line says; None and empty where it doesn't."""

    path: Path | None = None
    to: str = ""


def _wanted(options: argparse.Namespace) -> Wanted:
    """Where the report is to go and in which format, as far as the options say.

    Raises:
        UsageError: it is nothing that the wizard can write what it asks for to, or the two don't agree.
    """
    to = options.to or ""
    if not is_installed(to):
        raise UsageError(not_installed(to))
    if options.output is None:
        return Wanted(to=to)
    name = destination.checked(options.output)
    if name == destination.STREAM:
        raise UsageError(
            "A report that is asked for goes to a file. For standard output, use: new --answers FILE --no-input -o -"
        )
    output = files.named(name)
    if named.is_folder(output):
        raise UsageError(f"{output} is a folder. Name a file in it, such as: -o {output / 'report.md'}")
    told = destination.told_as_usual(name, to)
    if told:
        say(told)
    return Wanted(output, destination.format_for(name, to) or USUAL)


def go_on_from(told: str, prompter: Prompter, wanted: Wanted | None = None) -> int:
    """Go on with a new draft from the answer to the first question."""
    with Store(folders.drafts(), clock).create() as kept:
        return _run(kept, prompter, wanted or Wanted(), told)


def go_on_with(number: int, prompter: Prompter) -> int:
    """Go on with a draft."""
    with Store(folders.drafts(), clock).open(number) as kept:
        return _run(kept, prompter, Wanted())


def _make(given: Answers, remarks: tuple[str, ...], options: argparse.Namespace) -> int:
    from breach_wizard.cli import checks, exporting, inout, sources
    from breach_wizard.cli.world import context
    from breach_wizard.imports.imported import Imported

    output = destination.STREAM if options.output is None else destination.checked(options.output)
    to = destination.format_for(output, options.to or "") or USUAL
    exporting.refuse_to_show(to, output)
    answers = sources.made_from(Imported(given, remarks=remarks, source="answers"))
    inout.write(exporting.made(answers, to), output, force=options.force)
    told = destination.told_as_usual(output, options.to or "") if options.output is not None else ""
    for text in filter(None, (told, checks.left_open(answers, context()))):
        say(text)
    return 0


def resume(options: argparse.Namespace, opened: AbstractContextManager[face.Load]) -> int:
    """Go on with a draft, the one named or the one saved last; or update a report."""
    store = Store(folders.drafts(), clock)
    wanted = _wanted(options)
    by = _approved(options)
    if options.draft is None:
        last = next(store.last_saved(), None)
        for sentence in store.left_out:
            say(f"{sentence}\n")
        if last is None:
            raise InputError(f"There is no draft to go on with. Start with: {asking()}")
        number = last.number
    elif named.exists(options.draft):
        return _go_on_with(options, opened, store, wanted, by)
    elif named.is_number(options.draft):
        number = named.draft_number(options.draft)
    else:
        raise UsageError(
            f"{named.shown(options.draft)!r} is no draft and no file. Name a report, or a draft by its number; "
            f"see the list with: {command('drafts')}"
        )
    with store.open(number) as kept, opened as load:
        return _run(kept, load(), wanted, approved=by)


def _go_on_with(
    options: argparse.Namespace,
    opened: AbstractContextManager[face.Load],
    store: Store,
    wanted: Wanted,
    approved: ApprovalAnswers | None,
) -> int:
    """Open a written report, to be updated or corrected, in a draft of its own."""
    from breach_wizard.cli import sources
    from breach_wizard.imports.updating import update_of

    found = sources.read(options.draft)
    left_out = sources.left_out(found)
    if left_out:
        say("Noted: " + "\n".join(left_out))
    with store.create() as kept:
        kept.draft.answers = update_of(found.answers, guidance.active())
        kept.draft.base = cast("Answers", {**found.answers, **kept.draft.answers})
        kept.draft.passed = list(SCREENS)
        kept.draft.resumed = destination.format_told(options.draft)
        with opened as load:
            return _run(kept, load(), wanted, approved=approved)


def _run(
    kept: OpenDraft,
    prompter: Prompter,
    wanted: Wanted,
    told: str = "",
    approved: ApprovalAnswers | None = None,
) -> int:
    """Run the wizard over a draft, and say at the end what is kept and how to go on."""
    adopt(kept.draft, guidance.active())
    if approved is not None:
        approve(kept.draft, approved)
    update_what_was_written(kept.draft, clock())
    output = _destination(kept.draft, wanted)
    known = remembered()
    session = Session(kept, prompter, guidance.active(), known, clock, folders.register(known.register))
    session.adds_to_server = defaults().register_add
    if not told and (kept.draft.answers or kept.draft.base):
        number = f"draft {kept.draft.number}: " if kept.is_saved else ""
        session.notices.append(f"This is {number}{name(kept.draft)}.")
    if not told:  # the first question has said it
        session.notices.extend(not_in_use(session.guidance))
    nations = session.guidance.nations
    if known.nation and known.nation not in nations:
        session.notices.append(
            f"The nation in your profile, {known.nation!r}, is none of {', '.join(nations)}: what holds for "
            f"{next(iter(nations))} is shown. Set it with: {command('profile nation=NATION')}"
        )
    is_finished = False
    try:
        if told:
            run.start(session, output, told)
        else:
            run.resume(session, output)
        is_finished = True
    except Leave:
        _say_kept(session, "Left as a draft." if session.kept.is_saved else "Stopped.")
        if session.kept.is_saved:
            answers_of = f"export {session.kept.draft.number} --to answers -o answers.toml"
            say(f"A colleague can go on with:  {command(answers_of)}")
        return 0
    except Stopped:
        _say_kept(session, "Stopped.")
        raise
    except Exception:  # why is said at the door
        _say_kept(session, "This could not go on.")
        raise
    finally:
        # The details in somebody else's report are not this user's.
        learnt = session.details() if is_finished and kept.draft.base is None else session.profile
        if learnt != known:
            with contextlib.suppress(StorageError):
                profile.save(folders.profile(), learnt, defaults())
    return 0


def _destination(draft: Draft, wanted: Wanted) -> Path | None:
    """Note in the draft where its report goes and in which format, and return where, if that is known."""
    draft.to = wanted.to or (draft.to if draft.to in FORMATS else "")
    if wanted.path is not None:  # what a shell puts for >(...) means something else the next time
        draft.output = "" if devices.is_device(wanted.path) else str(files.absolute(wanted.path))
        return wanted.path
    try:
        draft.to = destination.format_for(draft.output, draft.to) or draft.to
    except UsageError as error:  # an earlier version took any ending, and --to may be another now
        say(f"{error} So it is asked again where the report goes.")
        draft.output = ""
    return Path(draft.output) if draft.output else None


def _say_kept(session: Session, first: str) -> None:
    """Say what is saved and how to go on. The terminal may be gone: then nobody is there to be told."""
    kept = session.kept
    with contextlib.suppress(OSError):
        if kept.is_saved:
            saved = (
                "The last answers could not be saved, those before are." if session.unsaved else "Everything is saved."
            )
            say(f"{first} {saved}\nGo on with:  {asking(f'resume {kept.draft.number}')}")
        elif session.unsaved:
            say(f"{first} No draft could be saved, so nothing is kept.")
        else:
            say(f"{first} Nothing was answered yet, and nothing is kept.")
