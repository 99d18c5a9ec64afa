"""A body's own Word form: what is typed stays text, and a template can do no more than name fields."""

import io
import json
import re
import sys
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings

from breach_wizard.errors import InputError, UsageError
from breach_wizard.exports import template
from breach_wizard.exports.template_fields import fields, values
from breach_wizard.exports.template_marks import END, SIGNS
from breach_wizard.guidance import Guidance
from breach_wizard.imports import recognise
from breach_wizard.imports.word import blocks
from breach_wizard.report import Report, from_answers
from breach_wizard.report.making import made
from breach_wizard.report.written import as_json
from tests.kit import samples
from tests.kit.depth import examples
from tests.kit.strategies import reports
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE
from tests.test_questions import BODY

TYPED = [
    "{{ x }}", "{% if %}", "{# c #}", "{_{ x }_} {_% x %_}", "<script>", "</w:t></w:r></w:p>", "]]>", "&amp; & < >", "\"quoted\" 'too'",
    "a\nb\n\n- c", "\ufffe", "שלום 👩\u200d🔬", "word " * 20_000,
]  # fmt: skip
REFUSED = [
    "{{ ''.__class__.__mro__ }}", "{{ impact.__class__ }}", "{{ impact.upper }}", "{% for x in range(10**9) %}a{% endfor %}", "{{ 'a' * 10**9 }}",
    "{{ 2 ** 9999999 }}", "{{ lipsum() }}", "{{ cycler.__init__.__globals__ }}", "{{ config }}", "{{ impact|safe }}", "{{ impact|join(impact) }}",
    "{{ impact|center(999999999) }}", "{{ '%999999999d'|format(1) }}", "{% set x = 1 %}", "{% include 'x' %}", "{% import 'x' as y %}",
    "{% macro m() %}{{ m() }}{% endmacro %}", "{% for a in impact %}{% endfor %}", "{% for a in actions %}{{ a.nothing }}{% endfor %}", "{% for a in actions %}{{ a.txt }}{% endfor %}",
    "{% for a in actions %}{{ a.__init__ }}{% endfor %}", "{% for a in actions %}{{ a.text.format }}{% endfor %}",
    "{% for a in actions %}{% for b in actions %}{% for c in actions %}x{% endfor %}{% endfor %}{% endfor %}",
    "{{ actions['__class__'] }}", "{{ outputs[99].title }}", "{{ nothing_of_the_kind }}", "{{ impact", "{% if impact %}", "{{ }}",
    "{{ self }}", "{{ loop }}", "{% for a in actions %}{{ loop.cycle }}{% endfor %}", "{{ actions|join(attribute='__class__') }}",
    "{% autoescape false %}{{ impact }}{% endautoescape %}", "{{ range }}", "no tag at all",
]  # fmt: skip


def form(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "A cell"
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def filled(change: dict[str, Any], *lines: str) -> list[str]:
    """The lines of a form, filled in from a report."""
    data = template.fill(from_answers(WHOLE | change, GUIDANCE), form(*lines), GUIDANCE)
    return [one.text for one in Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize("text", TYPED)
def test_what_is_typed_appears_literally(text: str) -> None:
    text = text.strip()
    assert filled({"impact": text}, "Impact: {{ impact }}", "The end") == [
        "Impact: " + text.replace("\ufffe", "\ufffd"),
        "The end",
    ]


@pytest.mark.parametrize("line", REFUSED)
def test_a_tag_that_does_more_than_name_fields_is_refused_in_a_sentence(line: str) -> None:
    with pytest.raises(InputError) as caught:
        template.fill(from_answers(WHOLE | {"actions": [{"key": "1", "text": "Done"}]}, GUIDANCE), form(line), GUIDANCE)
    assert str(caught.value).endswith(".")


def test_lists_conditions_and_parts() -> None:
    actions = [
        {"key": "1", "text": "Withdrew it.", "status": "taken", "when": "20 March 2017", "who": ""},
        {"key": "2", "text": "Train staff.", "status": "planned", "when": "", "who": "?"},
    ]
    seen = filled(
        {"actions": actions, "references": ["A", "B"]},
        "{%p for one in actions %}",
        "{{ loop.index }} {{ one.status }}: {{ one.text }}{% if one.when %} ({{ one.when }}){% endif %} {{ one.who }}",
        "{%p endfor %}",
        "{{ references|join('; ') }}",
        "{{ references }}",
        "{{ outputs[0].title }}{% if statement_link %} {{ statement_link }}{% endif %}",
        "{% if actions|length > 1 and not also %}several{% endif %} {{ producer|upper }} {{ noticed|default('none', true) }}",
    )
    assert seen == [
        "1 Taken: Withdrew it. (20 March 2017) ", "2 Planned: Train staff. Not yet known", "A; B", "A\nB", "Inspections",
        "several OFSTED none",
    ]  # fmt: skip


def test_a_tag_that_word_has_cut_in_pieces_is_one() -> None:
    document = Document()
    paragraph = document.add_paragraph("{{ imp")
    paragraph.add_run("act }").bold = True
    paragraph.add_run("}")
    data = io.BytesIO()
    document.save(data)
    found = Document(io.BytesIO(template.fill(from_answers(WHOLE, GUIDANCE), data.getvalue(), GUIDANCE)))
    assert found.paragraphs[0].text == WHOLE["impact"]


def test_headers_are_filled_in_and_hidden_properties_are_not() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ producer }}"
    document.core_properties.title = "{{ impact }}"
    data = io.BytesIO()
    document.save(data)
    found = Document(io.BytesIO(template.fill(from_answers(WHOLE, GUIDANCE), data.getvalue(), GUIDANCE)))
    assert found.sections[0].header.paragraphs[0].text == WHOLE["producer"]
    assert found.core_properties.title == "{{ impact }}"


@pytest.mark.parametrize("tag", ["{{r impact }}", "{{p impact }}"])
def test_a_tag_that_would_lose_its_text_is_refused(tag: str) -> None:
    with pytest.raises(InputError, match="None"):
        template.fill(from_answers(WHOLE, GUIDANCE), form(tag), GUIDANCE)


def test_the_form_to_start_from_holds_every_field() -> None:
    text = "\n".join(blocks(template.starter(GUIDANCE))[1])
    assert [name for name in fields(GUIDANCE) if name not in text] == []
    assert template.starter(GUIDANCE) == template.starter(GUIDANCE)


def read_back(report: Report, data: bytes, content: Guidance = GUIDANCE) -> Report:
    """The report that a form filled in with one makes, of which every line has its place."""
    found = recognise.read(template.fill(report, data, content), content)
    assert (found.unplaced, found.noted) == ((), ())
    return from_answers(found.answers, content)


@given(reports())
@settings(max_examples=examples(25), deadline=None)
def test_every_report_is_read_back_from_the_form_to_start_from(report: Report) -> None:
    held = re.sub(rf"[\ufffe\uffff{''.join(SIGNS.values())}{END}]", "\ufffd", as_json(report))
    assert read_back(report, template.starter(GUIDANCE)) == made(Report, json.loads(held))


def test_the_answers_to_a_bodys_own_questions_are_read_back_too() -> None:
    report = from_answers(samples.answers(BODY), BODY)
    assert read_back(report, template.starter(BODY), BODY) == report


def test_occurrences_in_one_cell_and_actions_as_a_whole_are_read_back() -> None:
    given = {
        "occurrences": [
            {"key": "1", "date": "20 March 2017", "note": "The web page\nand its feed"},
            {"key": "2", "date": "21 March 2017, 9am", "type": "other", "due": "22 March 2017"},
        ],
        "actions": [
            {"key": "1", "text": "Train staff.", "status": "planned", "when": "30 March 2017", "who": "?"},
            {"key": "2", "text": "Planned: typed", "when": "", "who": ""},
        ],
    }
    report = from_answers(WHOLE | given, GUIDANCE)
    document = Document(io.BytesIO(template.starter(GUIDANCE)))
    (table,) = (one for one in document.tables if "Circumstances" in one.cell(0, 0).text)
    places = [row.cells[1].text for row in table.rows]
    first = places.index("{{ one.date }}")
    table.cell(first, 1).text = "{{ occurrences }}"
    labels = [row.cells[0].text for row in table.rows]
    last = labels.index("{%tr endfor %}", first)
    for row in [table.rows[first - 1], *table.rows[first + 1 : last + 1]]:
        table._tbl.remove(row._tr)
    data = io.BytesIO()
    document.save(data)
    assert read_back(report, data.getvalue()) == report


def test_a_typed_table_is_one_in_a_form_that_has_our_styles_and_text_in_another() -> None:
    report = from_answers(WHOLE | {"impact": "Before\n\n| Time | What |\n| --- | --- |\n| 9am | a \\| b |"}, GUIDANCE)
    started = Document(io.BytesIO(template.fill(report, template.starter(GUIDANCE), GUIDANCE)))
    assert [[cell.text for cell in row.cells] for row in started.tables[-1].rows] == [
        ["Time", "What"],
        ["9am", "a | b"],
    ]
    other = Document(io.BytesIO(template.fill(report, form("{{ impact }}"), GUIDANCE)))
    assert other.paragraphs[0].text == report.impact


def test_every_field_has_a_value_and_its_line_in_the_table() -> None:
    assert list(values(from_answers(WHOLE, GUIDANCE), GUIDANCE)) == list(fields(GUIDANCE))
    assert all(f"| `{name}` |" in template.described(GUIDANCE) for name in fields(GUIDANCE))


def broken(change: Callable[[bytes], bytes], part: str = "word/document.xml") -> bytes:
    """A form with one of its parts changed."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form("{{ impact }}"))) as whole, zipfile.ZipFile(data, "w") as changed:
        for name in whole.namelist():
            changed.writestr(name, change(whole.read(name)) if name == part else whole.read(name))
    return data.getvalue()


WHOLE_FORM = form("{{ impact }}")
DAMAGED = {
    "no zip": b"no document",
    "empty": b"",
    "cut off": WHOLE_FORM[: len(WHOLE_FORM) // 2],
    "cut at the end": WHOLE_FORM[:-30],
    "a byte of a part": WHOLE_FORM[:200] + b"\xff\x00\xff" + WHOLE_FORM[203:],
    "broken XML": broken(lambda xml: xml[: len(xml) // 2]),
    "no XML": broken(lambda _: b"\x00\x01 not XML"),
    "other XML": broken(lambda _: b"<html/>"),
    "broken relations": broken(lambda xml: xml[:-20], "_rels/.rels"),
    "broken types": broken(lambda xml: xml[:-20], "[Content_Types].xml"),
    "broken styles": broken(lambda xml: xml[:-20], "word/styles.xml"),
    "a web page": b"<html><body>{{ impact }}</body></html>",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_no_word_document_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(InputError) as caught:
        template.fill(from_answers(WHOLE, GUIDANCE), DAMAGED[name], GUIDANCE)
    assert str(caught.value).endswith(".")


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "breach_wizard.exports.template_sandbox", raising=False)
    monkeypatch.delattr("breach_wizard.exports.template_sandbox", raising=False)
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    with pytest.raises(UsageError, match="pip install"):
        template.fill(from_answers(WHOLE, GUIDANCE), template.starter(GUIDANCE), GUIDANCE)
