"""The page in a real browser: axe finds nothing, nothing is wider than the window, nothing is blocked or complained of."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from breach_wizard import guidance
from breach_wizard.exports import html
from breach_wizard.imports import markdown
from breach_wizard.report import Report, from_answers
from breach_wizard.report.making import made
from tests.kit.chromium import PROGRAM, Chromium
from tests.kit.today import GUIDANCE

ROOT = Path(__file__).parents[2]
AXE = Path(os.environ.get("AXE_CORE") or ROOT / "node_modules/axe-core/axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FILLS = """[...document.querySelectorAll('svg text')].map(one => getComputedStyle(one).fill)
    .every(one => one == getComputedStyle(document.body).color
        || one == getComputedStyle(document.querySelector('figcaption')).color)"""
"""Has the text of the drawing the colours of text that axe has measured on the same ground?"""

WIDER = """[...document.body.querySelectorAll('*')]
    .filter(one => one.getBoundingClientRect().right > innerWidth || one.getBoundingClientRect().left < 0)
    .map(one => one.tagName + ': ' + one.textContent.slice(0, 40))"""

pytestmark = [
    pytest.mark.skipif(not PROGRAM, reason="needs Chromium"),
    pytest.mark.skipif(not AXE.exists(), reason="needs axe-core: npm install --no-save axe-core, or AXE_CORE"),
]

SOURCE_CASE = from_answers(markdown.read((ROOT / "tests/data/ofsted-2017.md").read_bytes(), GUIDANCE).answers, GUIDANCE)
AWKWARD = made(
    Report,
    SOURCE_CASE._asdict()
    | {
        "also": ("late-publication",),
        "exemption": "?",
        "outputs": [
            {"title": "Crime | quarterly <script>alert(1)</script> [official sensitive]\n\nA second paragraph", "link": "javascript:alert(1)"},
            {"title": "نشر الإحصاءات: التقرير الربعي 2017", "link": "?"},
            {"title": "W" * 200, "link": "https://www.gov.uk/" + "government-" * 20 + "x"},
        ],
        "due": "22 March 2017, about 12.30pm",
        "noticed": "about 20 September 2017",
        "occurrences": [
            {"moment": "20 September 2017, about 12.45pm", "note": "First file.\n- one\n- two"},
            {"moment": "3 April 2017, 9.50am", "type": "late-publication", "due": "3 April 2017, 9.30am", "ended": "3 April 2017"},
            {"moment": "?"},
        ],
        "references": ("Protocol 2, principle 8", "?"),
        "producer": "?",
        "circumstances": "What went on 👩\u200d🔬:\n- one https://www.gov.uk/x\n- שלום עולם\n\nשלום: in Hebrew.\nIn English, \u202ereversed.\n\n&amp; {{ x }} </table>",
        "previous_breaches": "W" * 300,
        "impact": "?",
        "actions": [
            {"text": "Withdrew it.\n- a dash\n\nA second paragraph.", "status": "taken", "when": "20 March 2017\nat once", "who": "X" * 100},
            {"text": "?", "status": "planned"},
            {"text": "نشر", "who": "?"},
        ],
        "updates": "2017-03-25",
        "changes": ("First", "Second\nwith a line"),
    }
)  # fmt: skip
REPORTS = {"source": SOURCE_CASE, "awkward": AWKWARD}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with Chromium(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.fixture
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_bytes(html.render(REPORTS[request.param], GUIDANCE))
    return path


@pytest.mark.parametrize("page", REPORTS, indirect=True)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_accessible_and_fits(browser: Chromium, page: Path, width: int, dark: bool) -> None:
    browser.open(page, width, dark=dark)
    assert browser.messages == []
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    assert browser.evaluate(WIDER) == []
    assert browser.evaluate("getComputedStyle(document.querySelector('table')).tableLayout") == "fixed"
    browser.evaluate(f"{AXE.read_text()}; 0")
    found = browser.evaluate(f"axe.run({{runOnly: {{type: 'tag', values: {TAGS}}}}})")
    assert found["violations"] == []
    unsure = {node["html"][:6] for one in found["incomplete"] for node in one["nodes"]}
    assert unsure <= {"<text "}, "axe can't see what is behind the text of a drawing"
    assert browser.evaluate(FILLS)
    assert {"color-contrast", "region", "list"} <= {one["id"] for one in found["passes"]}


@pytest.mark.parametrize("page", ["source"], indirect=True)
def test_axe_sees_what_is_wrong_with_a_page(browser: Chromium, page: Path) -> None:
    page.write_text(page.read_text().replace('lang="en-GB"', "").replace(' role="img"', ' role="image-of"'))
    browser.open(page, 320)
    browser.evaluate(f"{AXE.read_text()}; 0")
    found = browser.evaluate("axe.run()")
    assert {"html-has-lang", "aria-roles"} <= {one["id"] for one in found["violations"]}


@pytest.mark.parametrize("page", ["source"], indirect=True)
def test_a_script_that_came_in_would_not_run(browser: Chromium, page: Path) -> None:
    page.write_text(page.read_text().replace("</main>", "</main><script>document.title = 'ran'</script>"))
    browser.open(page, 320)
    assert browser.evaluate("document.title") != "ran"
    assert any("Content Security Policy" in one for one in browser.messages)
    browser.messages.clear()


def test_the_look_of_a_body_is_shown_and_loads_nothing_from_outside(browser: Chromium, tmp_path: Path) -> None:
    pixel = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/%3E"
    sheet = tmp_path / "web.css"
    sheet.write_text(f'h1 {{ color: rgb(0, 98, 94); background: url("{pixel}") }}\nh2 {{ color: rgb(1, 2, 3) }}\n')
    path = tmp_path / "report.html"
    path.write_bytes(html.render(SOURCE_CASE, guidance.load(tmp_path)))
    browser.open(path, 320)
    assert browser.messages == []
    assert browser.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 98, 94)"
    assert browser.evaluate("document.querySelectorAll('h2').length") > 1
    sheet.write_text(
        "h1 { background: \\75rl(https:\\2f\\2fwww.gov.uk/a.png) }"
    )  # spelt so that no check would know it
    path.write_bytes(html.render(SOURCE_CASE, guidance.load(tmp_path)))
    browser.open(path, 320)
    assert any("Content Security Policy" in one for one in browser.messages)
    browser.messages.clear()


@pytest.mark.parametrize("page", ["source"], indirect=True)
def test_it_prints_on_a4(browser: Chromium, page: Path) -> None:
    browser.open(page, 1280, dark=True)
    data = browser.printed()
    sheets = re.findall(rb"/MediaBox \[([\d. ]+)\]", data)
    assert sheets
    assert {tuple(round(float(side) / 72 * 25.4) for side in one.split()) for one in sheets} == {(0, 0, 210, 297)}
