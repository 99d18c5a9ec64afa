"""``--answers``: what the file holds; one that is a report or a draft is told apart, with what to do with it."""

from breach_wizard import answers, guidance, parsing
from breach_wizard.cli import inout, named
from breach_wizard.errors import AnswersError, InputError
from breach_wizard.imports import recognise
from breach_wizard.imports.json import is_draft, is_report
from breach_wizard.interview.shapes import Answers
from breach_wizard.invoked import command


def given(name: str | None) -> tuple[Answers, tuple[str, ...]]:
    """Return the answers of the file that is named, and what is to be known about how it was read; none without one.

    Raises:
        InputError: it can't be read, or is something else than an answers file.
        AnswersError: a key or a value isn't right; it holds every problem.
    """
    if name is None:
        return {}, ()
    data = inout.read(name)
    try:
        return answers.read(data, guidance.active())
    except InputError as error:
        _refuse_what_is_something_else(data, name, error)
        raise


def _refuse_what_is_something_else(data: bytes, name: str, error: InputError) -> None:
    """Say what to do with a report or a draft that stands where answers belong."""
    if isinstance(error, AnswersError):
        found = parsing.keys_of(data)
        if is_draft(found):
            raise InputError(
                f"This is the file of a draft. Go on with it by its number: {command('drafts')}"
            ) from error
        is_one = is_report(found)
    else:
        is_one = _is_read_as_report(data)
    if is_one:
        raise InputError(
            f"{named.shown(name)} is a report, and no answers file. Go on with it: {command('resume FILE')}; "
            f"write it in a format: {command('export FILE --to FORMAT')}; make an answers file of it: "
            f"{command('export FILE --to answers')}"
        ) from error


def _is_read_as_report(data: bytes) -> bool:
    try:
        found = recognise.read(data, guidance.active())
    except InputError:
        return False
    return found.source == "own" or not parsing.LIKE_TOML.search(data.decode(errors="replace"))
