"""``export --to answers``: all that was read or answered, to be edited, or handed to a colleague."""

from collections.abc import Iterator, Mapping
from typing import Any

from breach_wizard import check
from breach_wizard.cli import sources
from breach_wizard.cli.named import is_draft, shown
from breach_wizard.cli.world import context
from breach_wizard.exports import answers
from breach_wizard.imports.imported import Imported
from breach_wizard.interview.context import Context
from breach_wizard.interview.occurrences import further
from breach_wizard.interview.paths import path_of, question_id
from breach_wizard.interview.shapes import Answers
from breach_wizard.wizard.session import ASIDE

HOW_TO_GO_ON = (
    "Edit it, or hand it on. This asks what is still open, and writes the report:",
    "    breach-wizard new --answers FILE",
)


def document(source: str) -> bytes:
    """Return what an argument names as an answers file; what is no answer stands in it as comments.

    Raises:
        InputError, AnswersError, StorageError: as `sources.read`.
    """
    world = context()
    half_typed: Mapping[str, Any] = {}
    if is_draft(source):
        draft = sources.draft_of(source)
        found = Imported(draft.answers, source="answers")
        half_typed = {name: typed for name, typed in draft.partial.items() if not _is_kept(name, draft.answers)}
    else:
        found = sources.read(source)
    above = [f"Answers from {f'draft {source}' if is_draft(source) else shown(source)}.", *HOW_TO_GO_ON]
    return answers.render(
        found.answers, world.guidance, [*above, *_open(found, world)], [*_half_typed(half_typed), *_left(found)]
    )


def _is_kept(name: str, answers: Answers) -> bool:
    """Is what was typed there the dates of several occurrences, which stays to be shown as it was typed?"""
    path = path_of(name)
    return question_id(path) == "occurrences.date" and bool(further(answers, path[1]))


def _open(found: Imported, world: Context) -> Iterator[str]:
    """What is missing, and what is to follow."""
    full = sources.whole(found, world)
    missing = [f"  {one.where}: {one.message}" for one in check.errors(full, world.guidance)]
    yield from ["", "Missing:", *missing] if missing else []
    follow = [f"  {one.message}" for one in check.following(full, world)]
    yield from ["", "To follow:", *follow] if follow else []


def _half_typed(partial: Mapping[str, Any]) -> Iterator[str]:
    """What was typed and is no answer yet."""
    if partial:
        yield "Half typed, and no answer yet:"
    for name, typed in partial.items():
        yield f"  {name.removesuffix(f'.{ASIDE}')}:"
        lines = typed.split("\n") if isinstance(typed, str) else typed
        yield from (f"    {line}" for line in lines)


def _left(found: Imported) -> Iterator[str]:
    """What belongs to no answer, and what is to be known of how a place was read."""
    if found.unplaced:
        yield "Not placed:"
    yield from (f"  line {number}: {text}" for number, text in found.unplaced)
    if found.noted:
        yield "To look at:"
    yield from (f"  line {one.line}: {one.message}" for one in found.noted)
