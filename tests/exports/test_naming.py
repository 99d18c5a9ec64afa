"""The name that is proposed for a report: one that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.exports import FORMATS, load
from breach_wizard.exports.naming import file_name, is_refused_by_windows
from breach_wizard.report import from_answers
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

DEVICES = ["CON", "con", "PRN", "AUX", "NUL", "COM1", "LPT9", "COM¹", "nul.md", "Aux .txt", "CONIN$"]
REFUSED = [*DEVICES, "a:b", "C:a", "a.", "a ", "a<", 'a"b', "a|b", "a?", "a*", "a\\b", "a/b", "a\tb", "x" * 256, ""]
TITLES = st.one_of(st.sampled_from([*REFUSED, "y" * 300, "CON " * 90, "...", "–", "Ελλάδα"]), st.text(min_size=1))


@pytest.mark.parametrize("name", REFUSED)
def test_what_windows_refuses_is_known(name: str) -> None:
    assert is_refused_by_windows(name)


@pytest.mark.parametrize("name", ["a", "a.md", "console", "CONfig.md", "com", "com10", ".md", "nul-1", "x" * 255, "é"])
def test_what_windows_takes_is_known(name: str) -> None:
    assert not is_refused_by_windows(name)


REPORT = from_answers(WHOLE, GUIDANCE)


@given(TITLES)
def test_no_name_is_proposed_that_windows_refuses(title: str) -> None:
    assert not isinstance(REPORT.outputs, str)
    outputs = (REPORT.outputs[0]._replace(title=title),)
    name = file_name(REPORT._replace(outputs=outputs))
    assert name.isascii()
    assert len(name) < 80
    for one in (name, *(f"{name}{load(form).EXTENSION}" for form in FORMATS)):
        assert not is_refused_by_windows(one)
