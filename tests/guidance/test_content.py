"""The built-in guidance: the official wording word for word, every id resolved, every screen of the right size."""

import re
from datetime import date

import pytest

from breach_wizard import guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.guidance.editions import clauses_for, in_force
from breach_wizard.guidance.problems import problems
from breach_wizard.interview.questions import QUESTIONS, with_parts
from breach_wizard.profile import Profile
from breach_wizard.profile_values import LONGEST_LINE
from breach_wizard.references import read
from breach_wizard.terminal.folding import fold
from breach_wizard.wizard.marks import marks
from breach_wizard.wizard.printed import do_now_lines

ACTIVE = guidance.active()

OFFICIAL = {
    "early-release": (
        "Accidental or wrongful early release",
        "Protocol 2, principle 8",
        [
            "How sensitive are the statistics and how long is it before the scheduled publication date?",
            "How many people are likely to have accessed the statistics?",
            "Has pre-release access to the statistics been restricted? Should you ask people with pre-release access not to disclose or discuss the statistics until further notice?",
        ],
        [
            "Withdraw the data as soon as possible.",
            "Bring forward the time of the general release.",
            "Issue a statement on your organisation’s website alerting users to the problem.",
        ],
    ),
    "pre-release-leak": (
        "Pre-release data shared with someone not on the pre-release list",
        "Protocol 2, principle 7",
        [
            "How many people received the statistics in error and who?",
            "Are the statistics high profile or market sensitive?",
            "How long have the recipients had access to the data before the error was discovered?",
            "Have the recipients shared or discussed the data with others?",
            "Can the offending email or statistics be recalled or deleted?",
            "Was the correct security marking applied to the pre-release access email?",
        ],
        [
            "Recall the data.",
            "If the statistics have been forwarded by somebody that was eligible to receive pre-release access, consider removing their pre-release access.",
            "Remind staff about correct pre-release protocol.",
            "Strengthen the wording of all text accompanying pre-release material.",
            "Consider further training to educate staff on their obligations under the Code of Practice.",
            "Increased management control of the processes.",
            "Should stronger words be used in the text that is sent out with pre-release access?",
        ],
    ),
    "late-publication": (
        "Statistics published after the required time of 9.30am",
        "Protocol 2, principle 4",
        [
            "How sensitive are the statistics and how long is the delay likely to be?",
            "Has pre-release access to the statistics been restricted? Should you ask people with pre-release access not to disclose or discuss the statistics until further notice?",
            "Can social media channels be used to acknowledge or apologise for the delay?",
        ],
        [
            "Consider emailing key users a copy of the release.",
            "Issue a statement on your organisation's website alerting users to the problem",
            "Consider whether there is another way to publish the release.",
        ],
    ),
}
"""As the guidance on the 2016-17 form has it."""


@pytest.mark.parametrize("name", OFFICIAL)
def test_the_official_wording_is_kept_word_for_word(name: str) -> None:
    title, clause, considerations, actions = OFFICIAL[name]
    kind = ACTIVE.types[name]
    assert (kind.title, kind.clause) == (title, clause)
    assert [ACTIVE.considerations[one].text for one in kind.considerations] == considerations
    assert [ACTIVE.actions[one].text for one in kind.actions] == actions
    assert all(ACTIVE.sources[ACTIVE.actions[one].source].official for one in kind.actions)


def test_the_official_text_has_its_licence() -> None:
    assert all("Open Government Licence v3.0" in one.licence for one in ACTIVE.sources.values() if one.official)


def test_every_file_is_right_and_every_id_leads_somewhere() -> None:
    assert problems(ACTIVE) == []
    assert set(OFFICIAL) | {"other"} <= set(ACTIVE.types)
    orders = [one.order for one in ACTIVE.types.values()]
    assert orders == sorted(set(orders))


def test_the_table_of_questions_and_their_wording_name_the_same_ids() -> None:
    assert {name for name, _ in with_parts(QUESTIONS)} | {"as_last_time"} == set(ACTIVE.fields)
    for name, asked in with_parts(QUESTIONS):
        if asked.required or asked.expected:
            assert ACTIVE.fields[name].missing, name
    assert all(1 <= field.part <= 5 for field in ACTIVE.fields.values())


@pytest.mark.parametrize("kind", ACTIVE.types.values(), ids=lambda kind: kind.id)
def test_do_now_fits_a_screen(kind: BreachType) -> None:
    contacts = Profile(
        head_of_profession="Head of Profession", hop_number="020 7946 0000", publishing_number="020 7946 0001"
    )
    profiles = [
        known._replace(nation=nation, site=site, take_down_note=note)
        for known in (contacts, Profile())
        for nation in ("", *ACTIVE.nations)
        for site, note in (("", ""), ("another", ""), ("another", "w" * LONGEST_LINE))
    ]
    for now in (kind.do_now_ongoing, kind.do_now_over, kind.do_now_published):
        for profile in profiles:
            lines = do_now_lines(now, marks(profile, ACTIVE))
            height = sum(len(fold(line.text, 79, f"{line.marker} " if line.marker else "", "   ")) for line in lines)
            assert height <= 17
            assert not any("[" in line.text for line in lines)


def test_our_own_words_are_calm() -> None:
    ours = [value for field in ACTIVE.fields.values() for name, value in field._asdict().items() if name != "official"]
    ours += [
        text
        for kind in ACTIVE.types.values()
        for now in (kind.do_now_ongoing, kind.do_now_over, kind.do_now_published)
        for text in now.items
    ]
    for text in ours:
        assert not re.search(r"\b(?:please|sorry|invalid|your breach)\b|!", str(text), re.IGNORECASE), text


@pytest.mark.parametrize(
    ("day", "editions"),
    [
        (date(2005, 1, 1), ["1.0"]),
        (date(2017, 3, 20), ["1.0"]),
        (date(2018, 2, 20), ["1.0"]),
        (date(2018, 2, 21), ["1.0", "2.0"]),
        (date(2018, 2, 22), ["2.0"]),
        (date(2022, 5, 4), ["2.0"]),
        (date(2022, 5, 5), ["2.1"]),
        (date(2025, 10, 29), ["2.1"]),
        (date(2025, 10, 30), ["2.1", "3.0"]),
        (date(2025, 11, 4), ["3.0"]),
        (None, ["3.0"]),
    ],
)
def test_the_edition_in_force(day: date | None, editions: list[str]) -> None:
    assert [one.id for one in in_force(ACTIVE, day)] == editions


def test_every_matter_of_a_type_has_a_clause_in_every_edition() -> None:
    for kind in ACTIVE.types.values():
        for edition in ACTIVE.editions.values():
            found = clauses_for(ACTIVE, kind.matters, edition.sure_from)
            assert {one for clause in found for one in clause.matters} >= set(kind.matters), (kind.id, edition.id)


def test_the_words_beside_a_clause_name_no_other() -> None:
    for edition in ACTIVE.editions.values():
        for clause in edition.clauses:
            assert read(clause.written) == read(clause.reference) != (), (edition.id, clause.written)


def test_a_number_that_nobody_confirmed_is_not_offered() -> None:
    unconfirmed = [one for edition in ACTIVE.editions.values() for one in edition.clauses if not one.confirmed]
    assert unconfirmed
    for one in unconfirmed:
        assert not re.search(r"practice|principle \d|\d\.\d", one.reference)
        assert one.note
