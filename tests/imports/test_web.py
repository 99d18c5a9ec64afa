"""Web pages as a browser saved them, and pieces of them."""

from typing import Any

import pytest

from breach_wizard.errors import InputError
from breach_wizard.exports import html
from breach_wizard.imports import recognise, web
from breach_wizard.imports.archive import MOST_TAGS
from breach_wizard.report import from_answers
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

PAGE = """<!DOCTYPE html><html><head><title>t</title><style>p {}</style><script>var a = "<p>Impact: no</p>"</script></head><body>
<nav><a href="/">Home</a></nav><main><h1>Report of a breach of the Code of Practice for Statistics</h1>
<table><tr><th>Name of producer organisation</th><td>Department <b>for</b>
Examples</td></tr><tr><td rowspan="2">Name and contact details of person dealing with report</td><td>Buses team</td></tr>
<tr><td>020 7946 0000</td></tr></table>
<dl><div><dt>Date of breach report</dt><dd>4 May 2023</dd></div></dl>
<h2>Circumstances of breach</h2><p>It went live.<br>Nobody <del>ever</del> saw it on <a href="https://x.example.gov.uk/a">the page</a>.</p>
<p style="display: none">Ask legal first.</p><ol><li>Upload<ul><li>the table</li></ul></li><li>Release</li></ol>
<h2>Impact of the breach</h2><p>Sensitive: <input type="checkbox" checked> no <input type="checkbox"> yes</p><img alt="A chart" src="c.png">
<h2>Corrective actions</h2><ul><li>We recalled it.</li></ul></main><footer>Cookies: we use some</footer></body></html>"""


def test_a_page_is_read_as_a_reader_sees_it() -> None:
    found = recognise.read(PAGE.encode(), GUIDANCE)
    answers: Any = found.answers
    assert answers["producer"] == "Department for Examples"
    assert (answers["contact_name"], answers["contact_details"]) == ("Buses team", "020 7946 0000")
    assert answers["report_date"] == "4 May 2023"
    assert answers["circumstances"].split("\n\n") == [
        "It went live.\nNobody saw it on the page https://x.example.gov.uk/a.",
        "1. Upload\n- the table\n2. Release",
    ]
    assert answers["impact"] == "Sensitive: ☒ no ☐ yes"
    assert [one["text"] for one in answers["actions"]] == ["We recalled it."]
    assert [text for _, text in found.unplaced] == ["Home", "Cookies: we use some"]
    assert [
        [word in one.message for word in ("ever", "Ask legal first.", "A chart")].index(True) for one in found.noted
    ] == [0, 1, 2]


def test_a_table_without_a_page_is_read() -> None:
    piece = b"<table><tr><td>Name of producer organisation<td>X<tr><td>Date of report<td>4 May 2023</table>"
    assert recognise.read(piece, GUIDANCE).answers["producer"] == "X"


def test_our_own_page_is_not_read_back() -> None:
    with pytest.raises(InputError, match="read back"):
        recognise.read(html.render(from_answers(WHOLE, GUIDANCE), GUIDANCE), GUIDANCE)


TRAPS = {
    "too many tags": b"<html>" + b"<p>" * MOST_TAGS,
    "too deep": b"<html>" + b"<div>" * 20_000 + b"Name of producer organisation: X",
    "nothing": b"<html></html>",
    "no form": b"<html><p>Minutes of a meeting</p></html>",
}


@pytest.mark.parametrize("trap", TRAPS)
def test_what_can_not_be_read_is_refused(trap: str) -> None:
    with pytest.raises(InputError):
        web.read(TRAPS[trap], GUIDANCE)
