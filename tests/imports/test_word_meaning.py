"""What a Word document means, not only its letters: struck out, hidden, ticked, numbered, pictured, embedded."""

from typing import Any

import pytest

from breach_wizard.errors import NotAReport
from breach_wizard.imports import word
from breach_wizard.imports.imported import Imported
from tests.imports.test_word import p, package
from tests.kit.today import GUIDANCE

PRODUCER = p("Name of producer organisation: X")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def read(*body: str, **parts: str) -> Imported:
    return word.read(package(PRODUCER + "".join(body), **parts), GUIDANCE)


def answer(found: Imported, name: str) -> Any:
    return dict(found.answers).get(name)


def noted(found: Imported) -> str:
    return " / ".join(one.message for one in found.noted)


@pytest.mark.parametrize("look", ["<w:strike/>", "<w:dstrike/>", "<w:vanish/>", '<w:rStyle w:val="Gone"/>'])
def test_what_is_struck_out_or_hidden_is_no_text_and_is_told_of(look: str) -> None:
    styles = '<w:style w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>'
    body = paragraph(run("Figures were "), run("n", look), run("ot ", look), run("seen."))
    found = read(p("Impact of the breach"), body, styles=styles)
    assert answer(found, "impact") == "Figures were seen."
    (one,) = found.noted
    assert one.message.endswith("not")
    assert one.code == "left-out"


def test_so_in_a_header_or_a_footer_whose_pictures_tell_nothing() -> None:
    picture = '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" descr="Crest"/></w:drawing></w:r></w:p>'
    hidden, struck = (
        paragraph(run("Not for release", "<w:vanish/>")),
        paragraph(run("Cleared by nobody", "<w:strike/>")),
    )
    found = noted(read(p("Impact of the breach"), header=picture + hidden + p("A letterhead"), footer=struck))
    assert "Not for release" in found
    assert "Cleared by nobody" in found
    assert "Crest" not in found


def test_what_is_struck_out_by_its_style_and_put_back_by_hand_stands() -> None:
    styles = '<w:style w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>'
    body = paragraph(run("out"), run("in", '<w:strike w:val="0"/>'), properties='<w:pStyle w:val="Gone"/>')
    found = read(p("Impact of the breach"), body, styles=styles)
    assert answer(found, "impact") == "in"
    assert "out" in noted(found)


def test_a_struck_action_is_none() -> None:
    found = read(p("Corrective actions"), p("We recalled it."), paragraph(run("We dismissed the team.", "<w:strike/>")))
    assert [one["text"] for one in answer(found, "actions")] == ["We recalled it."]
    assert "dismissed" in noted(found)


def legacy(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{kind}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


OFF, ON = legacy("<w:checkBox/>"), legacy('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')


def symbol(code: str) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'


def control(sign: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{run(sign)}</w:sdtContent></w:sdt>"


def lettered(sign: str) -> str:
    return run(sign, '<w:rFonts w:ascii="Wingdings 2"/>')


@pytest.mark.parametrize(
    ("off", "on"),
    [
        (OFF, ON), (symbol("F0A8"), symbol("F0FE")), (symbol("00A8"), symbol("00FE")), (control("☐"), control("☒")),
        (run("\uf0a8"), run("\uf0fe")), (lettered("£"), lettered("R")),
    ],
)  # fmt: skip
def test_a_tick_answers_beside_its_choices_and_is_seen_in_a_text(off: str, on: str) -> None:
    choices = (
        off,
        run(" Accidental or wrongful early release "),
        on,
        run(" Statistics published after the required time of 9.30am"),
    )
    found = read(
        paragraph(run("Type of breach: "), *choices),
        p("Impact of the breach"),
        paragraph(run("Market sensitive, yes: "), off, run(" no: "), on),
    )
    assert answer(found, "breach_type") == "late-publication"
    assert answer(found, "impact") == "Market sensitive, yes: ☐ no: ☒"


def test_the_entry_chosen_from_a_list_is_read() -> None:
    listed = "".join(
        f'<w:listEntry w:val="{GUIDANCE.types[one].title}"/>' for one in ("early-release", "pre-release-leak", "other")
    )
    box = legacy(f'<w:ddList><w:result w:val="1"/>{listed}</w:ddList>')
    assert answer(read(paragraph(run("Type of breach: "), box)), "breach_type") == "pre-release-leak"


def test_an_unknown_sign_of_a_font_of_signs_can_be_seen() -> None:
    assert "\ufffd" in answer(read(p("Impact of the breach"), paragraph(run("It was "), symbol("F04A"))), "impact")


NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
)


def item(text: str, level: int = 0) -> str:
    return paragraph(run(text), properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')


def test_the_numbers_of_a_list_stay_and_a_list_within_an_action_is_part_of_it() -> None:
    listed = (item("Upload."), item("Check:"), item("the time", 1), item("the page", 1), item("Release."))
    found = read(
        p("Circumstances of breach"),
        *listed,
        p("Step 2 was the slip."),
        p("Corrective actions"),
        *listed,
        numbering=NUMBERING,
    )
    account = "1. Upload.\n2. Check:\na) the time\nb) the page\n3. Release."
    assert answer(found, "circumstances") == f"{account}\n\nStep 2 was the slip."
    assert [one["text"] for one in answer(found, "actions")] == [
        "Upload.",
        "Check:\na) the time\nb) the page",
        "Release.",
    ]


def test_pictures_embedded_parts_and_comments_are_told_apart_from_text() -> None:
    picture = '<w:r><w:drawing><w:inline><w:docPr w:descr="A chart of views"/></w:inline></w:drawing></w:r>'
    comment = f'<w:comment w:id="5">{p("Is this right?")}</w:comment>'
    found = read(
        p("Impact of the breach"),
        paragraph(run("See the picture."), picture, '<w:r><w:commentReference w:id="5"/></w:r>'),
        "<w:altChunk/>",
        comments=comment,
    )
    assert answer(found, "impact") == "See the picture."
    assert found.unplaced == ()
    assert [
        any(word in one.message for one in found.noted) for word in ("A chart of views", "Is this right?", "mbedded")
    ] == [True] * 3


def test_a_document_that_holds_an_embedded_part_alone_says_so() -> None:
    with pytest.raises(NotAReport, match="embedded"):
        word.read(package("<w:altChunk/>"), GUIDANCE)


def test_a_cell_whose_taking_out_is_tracked_is_none() -> None:
    gone = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{p('Old')}</w:tc>"
    row = f"<w:tbl><w:tr><w:tc>{p('Date of report')}</w:tc>{gone}<w:tc>{p('4 May 2023')}</w:tc></w:tr></w:tbl>"
    assert answer(read(row), "report_date") == "4 May 2023"
