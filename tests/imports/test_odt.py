"""ODT documents, read as Word documents are."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.errors import InputError
from breach_wizard.exports import word as writer
from breach_wizard.exports.furniture import marked
from breach_wizard.imports import odt, recognise
from breach_wizard.imports.archive import MOST_BYTES, MOST_ENTRIES, MOST_TAGS
from breach_wizard.report import from_answers
from tests.kit.forms import odt as document
from tests.kit.forms import zipped
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

STYLES = (
    '<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Mine" style:family="text" style:parent-style-name="S"/>'
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
)
BODY = """
<text:p>Name of producer organisation: X</text:p>
<table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>Name and contact details of person dealing with report</text:p></table:table-cell>
<table:table-cell><text:p>Buses<text:s text:c="2"/>team</text:p></table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>020 7946 0000</text:p></table:table-cell></table:table-row></table:table>
<text:h text:outline-level="1">Circumstances of breach</text:h>
<text:tracked-changes><text:p>taken out</text:p></text:tracked-changes>
<text:p>Figures were <text:span text:style-name="Mine">not</text:span> seen<text:span text:style-name="H"> by us</text:span>.<office:annotation><text:p>Is this right?</text:p></office:annotation></text:p>
<text:list text:style-name="N"><text:list-item><text:p>Upload</text:p><text:list><text:list-item><text:p>the table</text:p></text:list-item></text:list></text:list-item>
<text:list-item><text:p>Release</text:p></text:list-item></text:list>
<text:p>Sensitive: <field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX"><field:param field:name="Checkbox_Checked" field:value="true"/></field:fieldmark> no<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
<text:p><draw:frame><draw:image/><svg:desc>A chart</svg:desc></draw:frame><draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame></text:p>
<text:p>See <text:a xlink:href="https://x.example.gov.uk">the page</text:a><text:line-break/>there.</text:p>
"""


def test_a_document_is_read_as_a_reader_sees_it() -> None:
    found = recognise.read(document(BODY, STYLES), GUIDANCE)
    answers: Any = found.answers
    assert (answers["contact_name"], answers["contact_details"]) == ("Buses team", "020 7946 0000")
    assert answers["circumstances"].split("\n\n") == [
        "Figures were seen.", "1. Upload\na) the table\n2. Release", "Sensitive: ☒ no", "In the box.",
        "See the page https://x.example.gov.uk\nthere.",
    ]  # fmt: skip
    assert [text for _, text in found.unplaced] == ["A note."]
    told = " / ".join(one.message for one in found.noted)
    assert [told.find(word) >= 0 for word in ("not", "by us", "Is this right?", "A chart")] == [True] * 4
    assert "taken out" not in told


def test_the_controls_of_a_form_are_read_where_they_stand() -> None:
    forms = """<office:forms><form:form>
<form:checkbox form:id="a" form:label="Accidental or wrongful early release"/>
<form:radio form:id="b" form:label="Statistics published after the required time of 9.30am" form:current-selected="true"/>
<form:listbox form:id="c"><form:option form:label="Agency" form:selected="true"/><form:option form:label="Office" form:current-selected="true"/></form:listbox>
<form:text form:id="d" form:value="" form:current-value="4 May 2023"/><form:button form:id="e" form:label="Send"/></form:form></office:forms>"""
    shape = '<draw:control draw:control="{}"/>'.format
    body = (
        f"<text:p>Name of producer organisation: {shape('c')}</text:p><text:p>Date of breach report: {shape('d')}</text:p>"
        f"<text:p>Type of breach: {shape('a')} {shape('b')}</text:p><text:p>Impact of the breach: None. {shape('e')}</text:p>"
    )
    found = recognise.read(document(forms + body), GUIDANCE)
    answers: Any = found.answers
    assert (answers["producer"], answers["report_date"]) == ("Office", "4 May 2023")
    assert (answers["breach_type"], answers["impact"]) == ("late-publication", "None.")
    assert len(found.noted) == 1  # the button


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_our_own_report_saved_by_libreoffice_is_the_same_report(tmp_path: Path) -> None:
    report = from_answers(WHOLE, GUIDANCE)
    (tmp_path / "report.docx").write_bytes(writer.render(report, GUIDANCE, marked("OFFICIAL-SENSITIVE")))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "odt", "report.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    found = recognise.read((tmp_path / "report.odt").read_bytes(), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == report
    assert found.unplaced == ()


def laughing() -> bytes:
    entities = '<!ENTITY a "haha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(8))
    return zipped({"content.xml": f"<!DOCTYPE x [{entities}]><x>&i;</x>"})


TRAPS: dict[str, Callable[[], bytes]] = {
    "cut off": lambda: document(BODY)[:300],
    "no XML": lambda: zipped({"content.xml": "<office:"}),
    "a spreadsheet": lambda: zipped({"content.xml": "<a><body><spreadsheet/></body></a>"}),
    "too large": lambda: document(f"<text:p>{'a' * (MOST_BYTES + 1)}</text:p>"),
    "too many parts": lambda: zipped({"content.xml": "<a/>"} | {str(number): "" for number in range(MOST_ENTRIES)}),
    "too many paragraphs": lambda: document("<text:p/>" * MOST_TAGS),
    "too deep": lambda: document("<text:section>" * 100_000 + "</text:section>" * 100_000),
    "entities": laughing,
    "blanks without end": lambda: document('<text:p>x<text:s text:c="999999999999"/></text:p>'),
    "no form": lambda: document("<text:p>Minutes of a meeting</text:p>"),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_what_can_not_be_read_is_refused_in_one_sentence_or_two(trap: str) -> None:
    with pytest.raises(InputError) as caught:
        odt.read(TRAPS[trap](), GUIDANCE)
    assert str(caught.value).endswith(".")
