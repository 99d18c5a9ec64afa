"""Made-up reports on other people's forms: each way to label a box, in each layout, kind of document and edition.

`every()` gives them in an order that mixes the kinds, so that the first few hundred hold some of each.
"""

import io
import random
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from itertools import product
from typing import Any, NamedTuple

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"

VALUES: dict[str, Sequence[str]] = {
    "producer": ("Department for Examples", "Office for Examples and Sums", "office for examples"),
    "outputs": ("Bus passengers, 2019/20", "Deaths registered weekly", "Fly-tipping statistics"),
    "contact": ("Buses team, 020 7946 0000", "Release desk, desk@example.gov.uk", "Jo Example"),
    "head_of_profession": ("Head of Profession, hop@example.gov.uk", "The Chief Statistician's office"),
    "report_date": ("4 May 2023", "21 March 2017"),
    "references": ("T3.6", "Protocol 2, Principle 8", "Standard 3, practice 3.4"),
    "occurrences": ("3 May 2023", "20 March 2017, 5pm"),
    "statement_link": ("https://www.example.gov.uk/notice", "See the notice of May"),
}
ACCOUNTS = (
    "The page went live early because of a slip.\n\nIt was taken down at once.",
    "A mail was sent to a mailbox.",
)
IMPACTS = ("None that we know of.", "Few people saw it.\n\nNo market was moved.")
ACTIONS = (("The data were withdrawn.", "Staff were reminded."), ("A second person looks at the time of release.",))

CONTACT = "contact"
LABELS: dict[str, dict[str, str]] = {
    "2009": {
        "producer": "Name of Producer Organisation", "outputs": "Name of Statistical Output (including web link if relevant)",
        "references": "Relevant Principle/Protocol and Practice", "occurrences": "Date of occurrence of breach",
        "circumstances": "Nature of breach (including links with previous breaches, if any)", "impact": "Impact of breach",
        "actions": "Corrective actions taken to prevent reoccurrence of such a breach",
        "statement_link": "Links to published statements about this breach",
    },
    "2012": {
        "producer": "Name of statistical producer", "outputs": "Title of statistical output",
        CONTACT: "Name and contact details of the person completing this report", "report_date": "Report date",
        "references": "Relevant principle(s) and practice(s)", "occurrences": "Date breach occurred",
        "circumstances": "Details of breach", "impact": "Impact of the breach", "actions": "Corrective actions (taken or planned)",
    },
    "2016": {
        "outputs": "Title and link to statistical output", "producer": "Name of statistical producer",
        CONTACT: "Name and contact details of person dealing with report",
        "statement_link": "Link to published statement about the breach (if relevant)", "report_date": "Date of report",
        "references": "Relevant principle/protocol and practice", "occurrences": "Date of occurrence of breach",
        "circumstances": "Circumstances of breach", "impact": "Impact of the breach",
        "actions": "Corrective actions (taken or planned) to prevent re-occurrence",
    },
    "2018": {
        "producer": "Name of producer organisation", "outputs": "Title and link to statistical output",
        "head_of_profession": "Name and contact details of Head of Profession for Statistics or Lead Official",
        CONTACT: "Name and contact details of person dealing with report",
        "statement_link": "Link to published statement about the breach (if relevant)", "report_date": "Date of breach report",
        "references": "Relevant principle(s) and practice(s)", "occurrences": "Date of occurrence of breach",
        "circumstances": "Circumstances of breach", "impact": "Impact of the breach",
        "actions": "Corrective actions (taken or planned) to prevent re-occurrence",
    },
    "3.0": {
        "producer": "Name of producer organization", "outputs": "Title of statistical output and link",
        "head_of_profession": "Head of Profession / Chief Statistician / Lead Official",
        CONTACT: "Name and contact details of the person completing this report", "report_date": "Report date",
        "references": "Relevant standard(s) and practice(s)", "occurrences": "Date(s) of breach",
        "statement_link": "Link to statement", "circumstances": "Circumstances", "impact": "Impact", "actions": "Corrective actions",
    },
}  # fmt: skip
"""The labels of each edition's form, by question; ``contact`` is name and details in one box."""

SECTIONS = ("circumstances", "impact", "actions")
SHORT = {("2012", "report_date"), ("2012", "occurrences"), ("3.0", "report_date"), ("3.0", "occurrences"),
         ("3.0", "head_of_profession"), ("3.0", "statement_link"), ("2016", "report_date")}  # fmt: skip
"""Labels that nothing tells from a sentence where no colon stands behind them."""

STRANGERS = (("Version", "Second draft"), ("Classification", "For the office"),
             ("Number of readers", "forty"), ("Severity", "low"))  # fmt: skip

STYLES = {
    "colon": "{label}: {value}", "close colon": "{label}:{value}", "dash": "{label} – {value}", "tab": "{label}\t{value}",
    "blank": "{label} {value}", "starred": "{upper}*: {value}", "bullet": "- {label}: {value}",
    "number": "{number}. {label}: {value}", "letter": "{letter}) {label}: {value}", "question": "Q{number}. {label}: {value}",
    "colon and hyphen": "{label}:- {value}", "stuck": "{label}{value}",
}  # fmt: skip
"""A box on a line."""

TABLES = ("two columns", "head row", "numbered", "guidance", "one column", "merged", "continued")
BROKEN = ("beneath", "broken")
LAYOUTS = (*STYLES, *TABLES, *BROKEN)
KINDS = ("text", "markdown", "word", "web", "odt")


class Form(NamedTuple):
    """A made-up report: the file, what went in by question, strange labels with their values, and whether it is text."""

    name: str
    data: bytes
    answers: dict[str, Any]
    strangers: tuple[tuple[str, str], ...]
    is_text: bool


class Part(NamedTuple):
    """A part of a document: a heading ("h"), a paragraph ("p"), an item ("li") or a row of cells ("tr")."""

    kind: str
    texts: tuple[str, ...]


def every(seed: int = 1) -> Iterator[Form]:
    """Yield a form for each edition, layout and kind of document, again and again with other values."""
    chosen = random.Random(seed)
    combined = list(product(LABELS, LAYOUTS, KINDS))
    while True:
        chosen.shuffle(combined)
        for edition, layout, kind in combined:
            yield made(edition, layout, kind, chosen)


def made(edition: str, layout: str, kind: str, chosen: random.Random) -> Form:
    """Return a form of these kinds, with values and strange labels as they are chosen."""
    labels = LABELS[edition]
    runs = layout in ("blank", "stuck", "broken")
    fields = [one for one in labels if one not in SECTIONS and not (runs and (edition, one) in SHORT)]
    answers: dict[str, Any] = {one: chosen.choice(VALUES[one]) for one in fields}
    is_flat = runs or (layout, kind) == ("tab", "web")  # nothing tells a strange label from text there
    strangers = [] if is_flat else chosen.sample(STRANGERS, chosen.randrange(3))
    boxes = [(labels[one], answers[one]) for one in fields]
    for stranger in strangers:
        boxes.insert(chosen.randrange(len(boxes) + 1), stranger)
    answers |= {
        "circumstances": chosen.choice(ACCOUNTS),
        "impact": chosen.choice(IMPACTS),
        "actions": list(chosen.choice(ACTIONS)),
    }
    parts = [Part("h", ("Report of a breach of the Code of Practice for Statistics",)), *_boxes(layout, boxes)]
    for section in SECTIONS:
        parts.append(Part("h", (labels[section],)))
        if section == "actions":
            parts += [Part("li", (text,)) for text in answers[section]]
        else:
            parts += [Part("p", (text,)) for text in answers[section].split("\n\n")]
    data = {"text": _text, "markdown": _markdown, "word": _word, "web": _web, "odt": _odt}[kind](parts)
    return Form(f"{edition}, {layout}, {kind}", data, answers, tuple(strangers), kind in ("text", "markdown"))


def _boxes(layout: str, boxes: Sequence[tuple[str, str]]) -> Iterator[Part]:
    if layout == "head row":
        yield Part("tr", ("Information needed", "Response"))
    if layout == "guidance":
        yield Part("tr", ("Field", "Guidance", "Response"))
    for number, (label, value) in enumerate(boxes, 1):
        if layout in STYLES:
            text = STYLES[layout].format(
                label=label, value=value, upper=label.upper(), number=number, letter=chr(96 + number)
            )
            yield Part("p", (text,))
        elif layout in ("two columns", "head row"):
            yield Part("tr", (label, value))
        elif layout == "numbered":
            yield Part("tr", (str(number), label, value))
        elif layout == "guidance":
            yield Part("tr", (label, "As on the list", value))
        elif layout == "one column":
            yield from (Part("tr", (label,)), Part("tr", (value,)))
        elif layout == "merged":
            yield from (Part("tr", (label, "")), Part("tr", (value, "")))
        elif layout == "continued":
            yield from (Part("tr", (label, "")), Part("tr", ("", value)))
        elif layout == "beneath":
            yield from (Part("h", (label,)), Part("p", (value,)))
        else:
            words = label.split()
            half = max(2, len(words) // 2)
            lines = [" ".join(words[:half]), " ".join(words[half:]), value] if len(words) > half + 1 else [label, value]
            yield from (Part("p", (line,)) for line in lines)


def _lines(parts: Sequence[Part], heading: str, item: str, row: str) -> bytes:
    lines: list[str] = []
    before = ""
    for part in parts:
        is_paragraph = part.kind == "p" and not _is_box(part.texts[0])
        if part.kind != before or part.kind == "h" or is_paragraph:
            lines.append("")
        before = part.kind
        marks = {"h": heading, "li": item, "p": ""}
        lines.append(row.format(" | ".join(part.texts)) if part.kind == "tr" else marks[part.kind] + part.texts[0])
    return ("\n".join(lines) + "\n").encode()


def _is_box(text: str) -> bool:
    """Boxes stand close together, paragraphs apart."""
    return not text.endswith(".")


def _text(parts: Sequence[Part]) -> bytes:
    return _lines(parts, "", "- ", "| {} |")


def _markdown(parts: Sequence[Part]) -> bytes:
    return _lines(parts, "## ", "* ", "| {} |")


def _web(parts: Sequence[Part]) -> bytes:
    body, before = [], ""
    for part in parts:
        if before == "tr" != part.kind:
            body.append("</table>")
        if part.kind == "tr" != before:
            body.append("<table>")
        cells = "".join(f"<td>{escape(text)}</td>" for text in part.texts)
        tag = {"h": "h2", "li": "li", "p": "p"}.get(part.kind, "")
        body.append(f"<tr>{cells}</tr>" if part.kind == "tr" else f"<{tag}>{escape(part.texts[0])}</{tag}>")
        before = part.kind
    page = "".join(body).replace("</p><li>", "</p><ul><li>").replace("</h2><li>", "</h2><ul><li>")
    return f"<!DOCTYPE html><html><head><title>x</title></head><body><main>{page}</ul></main></body></html>".encode()


def _word(parts: Sequence[Part]) -> bytes:
    body, before = [], ""
    for part in parts:
        if before == "tr" != part.kind:
            body.append("</w:tbl>")
        if part.kind == "tr" != before:
            body.append("<w:tbl>")
        if part.kind == "tr":
            body.append("<w:tr>" + "".join(f"<w:tc>{_word_text(text)}</w:tc>" for text in part.texts) + "</w:tr>")
        else:
            properties = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' if part.kind == "li" else ""
            style = '<w:pPr><w:pStyle w:val="H"/></w:pPr>' if part.kind == "h" else ""
            body.append(_word_text(part.texts[0], properties + style))
        before = part.kind
    links = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in (("styles", "styles.xml"),)
    )
    return zipped({
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>',
    })  # fmt: skip


def _word_text(text: str, properties: str = "") -> str:
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))
    return f"<w:p>{properties}<w:r>{pieces}</w:r></w:p>"


def _odt(parts: Sequence[Part]) -> bytes:
    body, before = [], ""
    for part in parts:
        if before == "tr" != part.kind:
            body.append("</table:table>")
        if part.kind == "tr" != before:
            body.append("<table:table>")
        texts = [f"<text:p>{escape(text).replace(chr(9), '<text:tab/>')}</text:p>" for text in part.texts]
        if part.kind == "tr":
            body.append(
                "<table:table-row>"
                + "".join(f"<table:table-cell>{text}</table:table-cell>" for text in texts)
                + "</table:table-row>"
            )
        elif part.kind == "li":
            body.append(
                f'<text:list text:continue-numbering="true"><text:list-item>{texts[0]}</text:list-item></text:list>'
            )
        elif part.kind == "h":
            body.append(f'<text:h text:outline-level="1">{escape(part.texts[0])}</text:h>')
        else:
            body.append(texts[0])
        before = part.kind
    return odt("".join(body))


def odt(body: str, styles: str = "") -> bytes:
    """Return an ODT document of the least that one needs, with automatic styles."""
    names = {
        "office": "office:1.0",
        "text": "text:1.0",
        "table": "table:1.0",
        "style": "style:1.0",
        "draw": "drawing:1.0",
    }
    names |= {"fo": "xsl-fo-compatible:1.0", "svg": "svg-compatible:1.0", "form": "form:1.0"}
    spaces = " ".join(f'xmlns:{prefix}="{ODF}:{name}"' for prefix, name in names.items())
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def zipped(files: dict[str, str]) -> bytes:
    """Return a zip of files by their names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return data.getvalue()
