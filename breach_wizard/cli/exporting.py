"""``export``: a report in a format, or the schema of our JSON form."""

import argparse
import json

from breach_wizard.cli import inout, sources
from breach_wizard.errors import UsageError
from breach_wizard.exports.json import schema
from breach_wizard.output import document


def run(options: argparse.Namespace) -> int:
    """Write a draft, an answers file or a report in a format; or the JSON Schema."""
    if options.schema:
        data = (json.dumps(schema(), ensure_ascii=False, indent=2) + "\n").encode()
    elif options.source is None or options.to is None:
        raise UsageError(
            "Say what to export and in which format, such as: breach-wizard export report.md --to json. "
            "The number of a draft will do too; the list: breach-wizard drafts"
        )
    else:
        data = document(sources.report(options.source, options.type), options.to)
    inout.write(data, options.output or "-", force=options.force)
    return 0
