"""The register's pages in a real browser: axe finds nothing, and a phone needs no more than to move a table sideways."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from breach_wizard.register import figures, tables
from breach_wizard.register.database import Register
from breach_wizard.register.page import page
from breach_wizard.register.statistics import statistics
from breach_wizard.report import Output
from tests.exports.test_page_in_chromium import AXE, TAGS
from tests.kit.chromium import PROGRAM, Chromium
from tests.kit.registers import add, made, mark
from tests.kit.today import GUIDANCE

pytestmark = [
    pytest.mark.skipif(not PROGRAM, reason="needs Chromium"),
    pytest.mark.skipif(not AXE.exists(), reason="needs axe-core: npm install --no-save axe-core, or AXE_CORE"),
]

TITLES = ("Bus passengers", "W" * 120, "نشر الإحصاءات: التقرير الربعي 2017", "<script>alert(1)</script>")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with Chromium(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.mark.parametrize("kind", ["statistics", "cases"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_they_are_accessible_and_fit(
    kind: str, width: int, dark: bool, browser: Chromium, register_in_a_file: Register, tmp_path: Path
) -> None:
    register = register_in_a_file
    for title in TITLES:
        mark(register, add(register, made(outputs=(Output(title=title),)), of="").reference, "decided")
    listed = list(figures.figures(statistics(register, "financial", date(2026, 11, 25)), GUIDANCE))
    path = tmp_path / "page.html"
    path.write_bytes(
        page("Breaches", "A paragraph.", listed) if kind == "statistics" else tables.as_html(tables.rows(register))
    )
    browser.open(path, width, dark=dark)
    assert browser.messages == []
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    browser.evaluate(f"{AXE.read_text()}; 0")
    found = browser.evaluate(f"axe.run({{runOnly: {{type: 'tag', values: {TAGS}}}}})")
    assert found["violations"] == []
    assert {"color-contrast", "region", "scrollable-region-focusable"} & {one["id"] for one in found["passes"]}
