"""The ways in that ask: their first words, and their first question, are on the screen before all else is loaded."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from breach_wizard import folders
from breach_wizard.cli import face

if TYPE_CHECKING:
    import argparse


def start(options: "argparse.Namespace | None") -> int:
    """Begin; where drafts are kept, offer to go on with one. ``options`` is None where none was given."""
    with face.opened(options.plain if options else None) as load:
        _put_in_use(None, options)
        if _any_drafts(folders.drafts()):
            from breach_wizard.cli import offering

            number, asking = offering.offered(load)
            if number:
                from breach_wizard.cli import interactive

                return interactive.go_on_with(number, asking())
            return _from_the_first_question(asking)
        return _from_the_first_question(load)


def new(options: "argparse.Namespace") -> int:
    """Start a new report, from an answers file where one is named."""
    if not _is_plain_start(options):
        from breach_wizard.cli import interactive

        _put_in_use("new", options)
        return interactive.new(options)
    with face.opened(options.plain) as load:
        _put_in_use("new", options)
        return _from_the_first_question(load)


def resume(options: "argparse.Namespace") -> int:
    """Go on with a draft, the one named or the one saved last; or update a report."""
    opened = face.opened(options.plain)
    with opened if _is_kept(options) else contextlib.nullcontext() as load:
        _put_in_use("resume", options)
        from breach_wizard.cli import interactive

        return interactive.resume(options, contextlib.nullcontext(load) if load else opened)


def _from_the_first_question(load: face.Load) -> int:
    from breach_wizard.cli.first_answer import first_answer

    told, prompter = first_answer(load)
    from breach_wizard.cli import interactive

    return interactive.go_on_from(told, prompter)


def _put_in_use(name: str | None, options: "argparse.Namespace | None") -> None:
    from breach_wizard.cli.in_use import put_in_use

    put_in_use(name, options, asks=True)


def _is_plain_start(options: "argparse.Namespace") -> bool:
    """Is nothing said that could be wrong, and is to be told of before the first question?"""
    told = (options.answers, options.output, options.to, options.approved_by, options.approved_on)
    return not options.no_input and not options.example and not any(one is not None for one in told)


def _is_kept(options: "argparse.Namespace") -> bool:
    """Is there a draft to go on with, and nothing else said that could be wrong?"""
    told = (options.output, options.to, options.approved_by, options.approved_on)
    if any(one is not None for one in told):
        return False
    if options.draft is None:
        return _any_drafts(folders.drafts())
    number = options.draft
    is_number = number.isascii() and number.isdecimal() and not os.path.lexists(number)
    return is_number and os.path.isfile(folders.drafts() / f"{number}.json")  # noqa: PTH113 - no need for a path


def _any_drafts(folder: Path) -> bool:
    try:
        return any(name.endswith(".json") for name in os.listdir(folder))  # noqa: PTH208 - no need for paths
    except OSError:
        return False
