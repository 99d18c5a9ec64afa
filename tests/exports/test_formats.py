"""The list of formats: each is there, reads back, and waits until it is asked for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from breach_wizard import exports
from breach_wizard.report import from_answers
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

HEAVY = {"docx", "lxml", "docxtpl", "jinja2", "typst", "pypdf"}
LOADED = f"import sys; sys.stderr.write(repr(sorted({HEAVY!r} & set(sys.modules))))"
HELP = "from breach_wizard.cli import run\nassert run(['--help']) == 0\n"
FIRST = """
import breach_wizard.cli.begin, breach_wizard.cli.interactive
from breach_wizard import guidance
from breach_wizard.wizard import first
assert first.question(guidance.active()).choices
"""


@pytest.mark.parametrize("name", exports.FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    report = from_answers(WHOLE, GUIDANCE)
    assert exports.load(name).render(report, GUIDANCE) == exports.load(name).render(report, GUIDANCE)


@pytest.mark.parametrize("code", [HELP, FIRST], ids=["help", "first question"])
def test_the_libraries_of_a_format_wait_until_it_is_asked_for(code: str, tmp_path: Path) -> None:
    environment = os.environ | {"BREACH_WIZARD_HOME": str(tmp_path)}
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code + LOADED], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr.endswith("[]")
