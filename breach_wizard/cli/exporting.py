"""``export``, and the way from answers to a report that asks nothing."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from breach_wizard import answers as answers_file
from breach_wizard import folders, guidance, profile
from breach_wizard.cli import inout, say
from breach_wizard.drafts import Store
from breach_wizard.errors import InputError
from breach_wizard.imports import markdown
from breach_wizard.interview import Context, complete
from breach_wizard.output import document
from breach_wizard.report import Report, from_answers


def context() -> Context:
    """Return the interview's view of the world now."""
    return Context(
        now=datetime.now(UTC), guidance=guidance.active(), remembered=profile.load(folders.profile()).details
    )


def finished(given: dict[str, Any], remarks: tuple[str, ...] = ()) -> Report:
    """Return the report that answers make with defaults in place of what is absent; name the defaults.

    Raises:
        AnswersError: something required is missing.
    """
    world = context()
    with_details = {name: value for name, value in world.remembered.items() if value and name not in given} | given
    full = complete(with_details, {}, world)
    report = from_answers(full)
    noted = list(remarks)
    for name in sorted(set(full) - set(given)):
        value = full[name]
        if value and name in ("references", "report_date", "occurrences", *world.remembered):
            spelled = "; ".join(value) if name == "references" else value[0]["date"] if name == "occurrences" else value
            noted.append(f"{name}: {spelled}, taken as a default")
    if noted:
        say("Noted:\n" + "\n".join(f"  {one}" for one in noted))
    return report


def run(options: argparse.Namespace) -> int:
    """Write a draft, an answers file or a report of ours in a format."""
    report = load(options.source)
    data = document(report, options.to)
    inout.write(data, options.output or "-", force=options.force)
    return 0


def load(source: str) -> Report:
    """Return the report that an argument names: a path that exists is a path, else the number of a draft.

    Raises:
        InputError: it names neither, or what it names can't be read.
        AnswersError: its answers don't make a report.
    """
    if source != "-" and not Path(source).exists() and source.isdecimal():
        with Store(folders.drafts()).open(int(source)) as kept:
            draft = kept.draft
        return from_answers(complete(draft.answers, draft.proposed, context()))
    data = inout.read(source)
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"#") and b"\n## " in data.replace(b"\r\n", b"\n"):
        found = markdown.read(data)
        if found.unplaced:
            lines = "\n".join(f"  line {number}: {text}" for number, text in found.unplaced)
            raise InputError(
                f"{source} has lines that belong to no part of the report. Put them where they belong:\n{lines}"
            )
        return from_answers(found.answers)
    return finished(*answers_file.read(data, guidance.active()))
