"""A body's own Word form: filled in from a report, and a form to start from that holds every field."""

from collections.abc import Iterable, Iterator

from docx.document import Document
from docx.table import Table

from breach_wizard import form
from breach_wizard.errors import InputError, UsageError
from breach_wizard.exports import word_document
from breach_wizard.exports.template_fields import fields, lists, values
from breach_wizard.guidance import Guidance
from breach_wizard.imports.word import blocks
from breach_wizard.interview.asked import on_the_form
from breach_wizard.interview.labels import labels_of
from breach_wizard.interview.questions import Question
from breach_wizard.patterns import pattern
from breach_wizard.report import Report

BLANKS = pattern(r"\s+")
NOT_INSTALLED = (
    "Filling in a form of your own needs the package docxtpl. Install it with: pip install 'breach-wizard[template]'"
)


def fill(report: Report, template: bytes, guidance: Guidance) -> bytes:
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
    filled, printed = template_sandbox.fill(template, values(report, guidance), lists(guidance))
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


def described(guidance: Guidance) -> str:
    """Return the fields as a Markdown table, for docs/guidance.md."""
    rows = "\n".join(f"| `{name}` | {meaning} |" for name, meaning in fields(guidance).items())
    return f"| field | what it holds |\n|---|---|\n{rows}\n"


def starter(guidance: Guidance) -> bytes:
    """Return a Word document that holds every field, a body's own too, to be changed into a form of one's own.

    It is our own form: filled in, it is read back as that is. An answer that stands in several rows, or may be
    missing, is gone through or asked for.
    """
    document = word_document.new("Report of a breach")
    document.add_paragraph("{{ title }}", style="Title")
    for name in ("approved", "updates"):
        _lines(document, f"{{%p if {name} %}}", f"{{{{ {name} }}}}", "{%p endif %}")
    _lines(document, "{%p if to_follow %}", f"{form.TO_FOLLOW} {{{{ to_follow|join('; ') }}}}.", "{%p endif %}")
    for section in form.SECTIONS:
        document.add_heading(section.heading, 1)
        asked = [one for one in on_the_form(guidance, section) if one.stands]
        if section.column:
            table = word_document.table(document, section.columns)
            for one in asked:
                if one.stands == "row":
                    _rows(table, *_row(one, guidance))
            _rows(table, *_loop("one", "more", _if(_of(section, "row"), ("{{ one.label }}", "{{ one.value }}"))))
        for one in asked:
            if one.stands != "row":
                _text(document, one)
        _lines(document, "{%p for one in more %}", f"{{%p if {_of(section, 'heading')} %}}")
        document.add_heading("{{ one.label }}", 2)
        _lines(document, "{{ one.value }}", "{%p endif %}", "{%p endfor %}")
    document.add_paragraph("{%p if changes_title %}")
    document.add_heading("{{ changes_title }}", 1)
    _items(document, "change", "changes")
    document.add_paragraph("{%p endif %}")
    return word_document.saved(document)


def _of(section: form.Section, stands: str) -> str:
    """Whether an answer to another body's question stands in a section, in this way."""
    return f"one.section == '{section.id}' and one.stands == '{stands}'"


Row = tuple[str, str]


def _loop(name: str, field: str, rows: Iterable[Row]) -> Iterator[Row]:
    yield f"{{%tr for {name} in {field} %}}", ""
    yield from rows
    yield "{%tr endfor %}", ""


def _if(condition: str, row: Row) -> Iterator[Row]:
    yield f"{{%tr if {condition} %}}", ""
    yield row
    yield "{%tr endif %}", ""


def _row(question: Question, guidance: Guidance) -> Iterator[Row]:
    """The rows of a question, each a label with its tag; those of a list for each of its items."""
    label = labels_of(question.id, guidance).general
    if question.kind == "items":
        first, *others = question.parts
        rows = [(label, f"{{{{ one.{first.id} }}}}")]
        for part in others:
            name = f"one.{part.id}"
            rows += _if(name, (labels_of(f"{question.id}.{part.id}", guidance).general, f"{{{{ {name} }}}}"))
        yield from _loop("one", question.id, rows)
    elif question.kind == "list" and not question.own:
        yield from _loop("one", question.id, [(label, "{{ one }}")])
    elif question.id == "ended":
        yield "{{ ended_label }}", "{{ ended }}"
        yield from _if("timing", (form.TIMING, "{{ timing }}"))
    else:
        yield label, f"{{{{ {question.id} }}}}"


def _text(document: Document, question: Question) -> None:
    """A question that stands under a heading, or is the section's own text or list."""
    if question.kind == "items":
        _lines(document, f"{{%p if {question.id}_words %}}", f"{{{{ {question.id}_words }}}}", "{%p else %}")
        _items(document, "action", question.id)
        _lines(document, "{%p endif %}")
        return
    if question.stands == "heading" and not question.required:
        document.add_paragraph(f"{{%p if {question.id} %}}")
    if question.stands == "heading" and question.labels is not None:
        document.add_heading(question.labels.general, 2)
    document.add_paragraph(f"{{{{ {question.id} }}}}")
    if question.stands == "heading" and not question.required:
        document.add_paragraph("{%p endif %}")


def _items(document: Document, name: str, field: str) -> None:
    document.add_paragraph(f"{{%p for {name} in {field} %}}")
    document.add_paragraph(f"{{{{ {name} }}}}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")


def _lines(document: Document, *lines: str) -> None:
    for line in lines:
        document.add_paragraph(line)


def _rows(table: Table, *rows: Row) -> None:
    for label, tag in rows:
        word_document.row(table, label).paragraphs[0].add_run(tag)


def _compact(text: str) -> str:
    """The text without blanks and line ends, which a form lays as it likes."""
    return BLANKS.sub("", text)
