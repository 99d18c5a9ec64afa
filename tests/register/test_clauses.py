"""What a report's clauses are counted as: each clause once, and about no more than the report is about."""

from pathlib import Path

import pytest

from breach_wizard import guidance
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.code import ClauseText
from breach_wizard.register import figures, reading
from breach_wizard.register.clauses import cited, numbers
from breach_wizard.register.database import Register
from breach_wizard.register.derived import derived
from breach_wizard.register.statistics import statistics
from tests.kit import runs
from tests.kit.registers import add, made, mark, report
from tests.kit.today import GUIDANCE

CLAUSES = [
    pytest.param(one, id=f"{edition.id} {one.reference}: {one.title}")
    for edition in GUIDANCE.editions.values()
    for one in edition.clauses
]
OF_KIND = {
    matter: kind.id for kind in GUIDANCE.types.values() for matter in (*kind.matters, *kind.matters_another_time)
}
LATE = "Standard 3 (release at a standard time, usually 9.30am)"
CORRECTED = "Standard 3 (a published policy on revisions and corrections)"


def matters(text: str, *kinds: str, held: Guidance = GUIDANCE) -> set[str]:
    return {matter for found in cited([text], kinds, held).values() for matter in found}


@pytest.fixture
def confirmed(tmp_path: Path) -> Guidance:
    """The guidance of a body that has looked up the number of the practice."""
    (tmp_path / "confirmed.toml").write_text(
        '[clauses."3.0: release at a standard time, usually 9.30am"]\nreference = "Standard 3, practice 3.6"\n'
        'source = "The page"\nday = 2026-11-25\n'
    )
    return guidance.load(tmp_path)


@pytest.mark.parametrize("clause", CLAUSES)
def test_each_clause_is_counted_once_and_with_what_the_kind_of_breach_is_about(clause: ClauseText) -> None:
    assert len(numbers([clause.written], GUIDANCE)) == 1
    for matter in OF_KIND.keys() & set(clause.matters):
        assert matters(clause.written, OF_KIND[matter]) == {matter}
    of_any_kind = GUIDANCE.matters.keys() & set(clause.matters)
    assert matters(clause.written, "other") == (of_any_kind or set(clause.matters))


@pytest.mark.parametrize(
    ("texts", "kinds", "about"),
    [
        (["T3.3", "T3.4"], ["other"], {"T3.3": {"figures-before-release"}, "T3.4": {"figures-before-release"}}),
        (["T3.4", "T3.6"], ["early-release", "pre-release-leak"], {"T3.4": {"early-release", "pre-release-leak"}, "T3.6": {"early-release"}}),
        (["Principle T3, practice T3.2"], ["late-publication"], {"T3.2": {"another-time"}}),
        (["Standard 3"], ["late-publication"], {"3": {"late-publication"}}),
        (["Standard 3"], ["other"], {"3": set()}),
        (["Protocol 2: Release Practices"], ["late-publication"], {"protocol-2": {"late-publication"}}),
        ([CORRECTED], ["late-publication"], {"3": {"error-not-corrected"}}),
        ([LATE, CORRECTED], ["late-publication"], {"3": {"late-publication", "error-not-corrected"}}),
        (["Standard 3, practice 3.7"], ["late-publication"], {"3.7": set()}),
    ],
)  # fmt: skip
def test_what_a_clause_is_about(texts: list[str], kinds: list[str], about: dict[str, set[str]]) -> None:
    assert {one.id: set(found) for one, found in cited(texts, kinds, GUIDANCE).items()} == about


def test_a_number_that_was_confirmed_holds_for_reports_of_before_and_the_other_way_round(confirmed: Guidance) -> None:
    with_number = LATE.replace("3 (", "3, practice 3.6 (")
    for held in (GUIDANCE, confirmed):
        assert numbers([with_number], held) == ["3.6"]
        for text in (LATE, with_number):
            assert matters(text, "late-publication", held=held) == {"late-publication"}
    assert numbers([LATE], confirmed) == ["3.6"]


def test_figures_count_a_report_once_with_each_of_its_clauses(register: Register) -> None:
    same = {"references": (LATE, "Standard 3, practice 3.3"), "breach_type": "late-publication"}
    for reference in ("2017-001", "2017-002"):
        add(register, made(**same, producer=reference), of="")
        mark(register, reference, "decided")
    found = statistics(register, "calendar", runs.NOW.date())
    assert found.counts["by_matter"].total("late-publication") == 2
    assert {one.id: number for one, number in found.clauses.items()} == {"3": 2, "3.3": 2}
    (listed,) = (one for one in figures.figures(found, GUIDANCE) if one.title == "Clauses")
    assert [line.label for line in listed.lines] == ["Standard 3 (Code 3.0)", "Standard 3, practice 3.3 (Code 3.0)"]


def test_a_list_by_a_standard_has_its_practices_and_no_others(register: Register) -> None:
    for number, text in enumerate(["Standard 3, practice 3.3", "Standard 10, practice 10.1", "T3.6", LATE]):
        add(register, derived(report(references=(text,), producer=f"Body {number}"), GUIDANCE), of="")
    for clause, references in {"3": ["2017-004", "2017-001"], "1": [], "T3": ["2017-003"], "3.3": ["2017-001"]}.items():
        found = reading.page(register, reading.Wanted(clause=clause))
        assert [one["reference"] for one in found.cases] == references
