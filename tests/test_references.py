"""Clauses as real reports write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.references import no_such, read


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Protocol 2, Principle 8", ["protocol-2.8"]),
        ("Protocol 2, Practice 8 – accidental and wrongful ...", ["protocol-2.8"]),
        ("Protocol 2: Release Practices, paragraph 8 (...)", ["protocol-2.8"]),
        ("Principle 4 – Practice 3", ["principle-4.3"]),
        ("T3.3 Orderly Release", ["T3.3"]),
        ("T3 Orderly Release", ["T3"]),
        ("Practice T3.3, T3.4 - ...", ["T3.3", "T3.4"]),
        ("Practices T3.3 and T3.4: ...", ["T3.3", "T3.4"]),
        ("Principle T3, practice T3.2", ["T3", "T3.2"]),
        ("Trustworthiness pillar: T3: ... T3.6: ...", ["T3", "T3.6"]),
        ("T3 Orderly Release\n(Accidental or wrongful early release (Principle T3, Practices T3.3)", ["T3", "T3.3"]),
        ("Principle 3: Orderly release\nPractice 6: ...", ["T3.6"]),
        ("Trustworthiness – orderly release of official statistics", []),
        ("... V2: Accessibility: ...", ["V2"]),
        ("Standard 3, Practice 11", ["3.11"]),
        ("Standard 3, practice 3.3", ["3", "3.3"]),
        ("Practice 3.11", ["3.11"]),
        ("3.4", ["3.4"]),
        ("Released at 9.30am", []),
    ],
)
def test_every_spelling_seen_is_read(text: str, clauses: list[str]) -> None:
    assert [clause.id for clause in read(text)] == clauses


@given(st.text())
def test_reading_never_raises(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    ("text", "known"), [("Principle 8", True), ("Principle 9", False), ("Protocol 3", True), ("Protocol 4", False)]
)
def test_the_code_of_2009_has_eight_principles_and_three_protocols(text: str, known: bool) -> None:
    assert bool(read(text)) == known


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Standrd 99", "Standrd 99"),
        ("Standard 99", "Standard 99"),
        ("Standard 3, prctice 3.6", "prctice 3.6"),
        ("T3.6 and Q9", "Q9"),
        ("Protocol 2, principle 8", ""),
        ("Principle 4, Practices 1 and 2", ""),
        ("T3.6 (released at 9.30am, 30 October 2025)", ""),
        ("Pre-Release Access to Official Statistics (Scotland) Order 2008, article 6, section 2", ""),
    ],
)
def test_what_looks_like_a_clause_and_is_none_is_named(text: str, found: str) -> None:
    assert no_such(text) == found
