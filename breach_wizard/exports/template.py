"""A body's own Word form: filled in from a report, and a form to start from that holds every field."""

import re

from docx.table import Table

from breach_wizard import form
from breach_wizard.errors import InputError, UsageError
from breach_wizard.exports import word_document
from breach_wizard.exports.template_fields import FIELDS, values
from breach_wizard.imports.word import blocks
from breach_wizard.report import Report

BLANKS = re.compile(r"\s+")
NOT_INSTALLED = (
    "Filling in a form of your own needs the package docxtpl. Install it with: pip install 'breach-wizard[template]'"
)


def fill(report: Report, template: bytes) -> bytes:
    """Return a body's own form, a Word document with tags such as ``{{ impact }}``, filled in.

    Every text that a tag printed is then looked for in the document.

    Raises:
        UsageError: the package that this needs is not installed.
        InputError: it is no Word document, has no tags, has tags that can't be used, or loses what a tag printed.
    """
    try:
        from breach_wizard.exports import template_sandbox
    except ImportError as error:
        raise UsageError(NOT_INSTALLED) from error
    blocks(template)  # refuses what is no Word file, or a trap, before another library unpacks it
    filled, printed = template_sandbox.fill(template, values(report))
    if not printed:
        raise InputError(
            "The template asks for no field, so nothing would be filled in. Write tags such as {{ impact }} in it."
        )
    _, lines = blocks(filled)
    whole = _compact("\n".join(lines))
    for text in printed:
        if _compact(text) not in whole:
            raise InputError(
                f"The filled form would not hold what a tag printed, so nothing was written: {text[:60]!r}. "
                "Put the tag in ordinary text, as {{ name }} without a letter after the braces."
            )
    return word_document.undated(filled)


def described() -> str:
    """Return the fields as a Markdown table, for the README."""
    rows = "\n".join(f"| `{name}` | {meaning} |" for name, meaning in FIELDS.items())
    return f"| field | what it holds |\n|---|---|\n{rows}\n"


def starter() -> bytes:
    """Return a Word document that holds every field, to be changed into a form of one's own."""
    document = word_document.new("Report of a breach")
    document.add_paragraph("{{ title }}", style="Title")
    for line in ("{%p if to_follow %}", f"{form.TO_FOLLOW} {{{{ to_follow|join('; ') }}}}", "{%p endif %}"):
        document.add_paragraph(line)
    document.add_heading(form.CORE, 1)
    table = word_document.table(document, form.CORE_COLUMNS)
    _rows(
        table,
        ("{%tr for output in outputs %}", ""),
        (form.OUTPUT, "{{ output.title }}"),
        (form.LINK, "{{ output.link }}"),
        ("{%tr endfor %}", ""),
        *((label, f"{{{{ {name} }}}}") for label, name in form.SINGLE_ROWS.items()),
        (form.REPORT_DATE, "{{ report_date }}"),
    )
    document.add_heading(form.CIRCUMSTANCES, 1)
    _rows(
        word_document.table(document, form.CIRCUMSTANCES_COLUMNS),
        (form.TYPE, "{{ breach_type }}"),
        (form.FURTHER_TYPE, "{{ also }}"),
        (form.EXEMPTION, "{{ exemption }}"),
        (form.REFERENCE, "{{ references }}"),
        (form.OCCURRENCE, "{{ occurrences }}"),
        (form.DUE, "{{ due }}"),
        (form.NOTICED, "{{ noticed }}"),
        (form.ENDED, "{{ ended }}"),
        (form.TIMING, "{{ timing }}"),
    )
    document.add_heading(form.WHAT_HAPPENED, 2)
    document.add_paragraph("{{ circumstances }}")
    document.add_paragraph("{%p if previous_breaches %}")
    document.add_heading(form.PREVIOUS, 2)
    for line in ("{{ previous_breaches }}", "{%p endif %}"):
        document.add_paragraph(line)
    document.add_heading(form.IMPACT, 1)
    document.add_paragraph("{{ impact }}")
    document.add_heading(form.ACTIONS, 1)
    document.add_paragraph("{%p for action in actions %}")
    document.add_paragraph("{{ action }}", style="List Bullet")
    for line in ("{%p endfor %}", "{%p if changes_title %}"):
        document.add_paragraph(line)
    document.add_heading("{{ changes_title }}", 1)
    document.add_paragraph("{%p for change in changes %}")
    document.add_paragraph("{{ change }}", style="List Bullet")
    for line in ("{%p endfor %}", "{%p endif %}"):
        document.add_paragraph(line)
    return word_document.saved(document)


def _rows(table: Table, *rows: tuple[str, str]) -> None:
    for label, tag in rows:
        word_document.row(table, label).paragraphs[0].add_run(tag)


def _compact(text: str) -> str:
    """The text without blanks and line ends, which a form lays as it likes."""
    return BLANKS.sub("", text)
