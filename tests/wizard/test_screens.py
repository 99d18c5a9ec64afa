"""What is shown rather than asked: by what the user said, by nation, and by where the statistics are published."""

from collections.abc import Sequence

import pytest

from breach_wizard.guidance.content import BreachType, Nation
from breach_wizard.messages import in_nation
from breach_wizard.profile import Profile
from breach_wizard.prompts import Line
from breach_wizard.wizard.marks import fill, marks, nation
from breach_wizard.wizard.printed import OURS, do_now_lines, in_full_lines, type_guidance
from tests.kit.today import GUIDANCE

EARLY, LEAK, OTHER = (GUIDANCE.types[one] for one in ("early-release", "pre-release-leak", "other"))
GOV_UK = GUIDANCE.sites["gov.uk"]


def words(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def do_now(profile: Profile, kind: BreachType = EARLY) -> str:
    return words(do_now_lines(kind.do_now_ongoing, marks(profile, GUIDANCE)))


@pytest.mark.parametrize("kind", GUIDANCE.types.values(), ids=lambda kind: kind.id)
def test_what_to_do_first_follows_whether_it_still_goes_on(kind: BreachType) -> None:
    assert all(kind.do_now(one) == kind.do_now_ongoing for one in (True, "?", "", None))
    assert kind.do_now(False) == kind.do_now_over
    published = kind.do_now_published if kind.do_now_published.title else kind.do_now_over
    assert all(kind.do_now(one) == published for one in ("published", "stays-up"))
    for now in (kind.do_now_ongoing, kind.do_now_over, published):
        assert do_now_lines(now, {}).count(OURS) == 1


@pytest.mark.parametrize("site", ["", "gov.uk", "GOV.UK"])
def test_how_a_page_is_taken_down_on_gov_uk(site: str) -> None:
    assert GOV_UK.take_down_note in do_now(Profile(site=site))
    assert GOV_UK.in_full in words(in_full_lines(EARLY, marks(Profile(site=site), GUIDANCE)))


def test_how_a_page_is_taken_down_elsewhere() -> None:
    elsewhere = Profile(site="our own site")
    assert "GOV.UK" not in do_now(elsewhere) + words(in_full_lines(EARLY, marks(elsewhere, GUIDANCE)))
    for site in ("", "our own site"):
        with_note = Profile(site=site, take_down_note="Press the red button")
        assert "Press the red button. " in do_now(with_note)
        assert "GOV.UK" not in do_now(with_note) + words(in_full_lines(EARLY, marks(with_note, GUIDANCE)))


@pytest.mark.parametrize("home", GUIDANCE.nations.values(), ids=lambda home: home.id)
def test_the_nation_names_who_decides_and_the_order_of_a_leak(home: Nation) -> None:
    found = nation(Profile(nation=home.id), GUIDANCE)
    assert found == home
    assert found.office in do_now(Profile(nation=found.id), LEAK)
    told = words(type_guidance(GUIDANCE, LEAK, found))
    assert all(text in told for text in (found.order, found.limit, *found.duties))
    assert found.order not in words(type_guidance(GUIDANCE, EARLY, found))
    message = next(iter(GUIDANCE.messages.values()))._replace(to="To the [office]", body="[office], [title]")
    message = in_nation(message, found)
    assert (message.to, message.body) == (f"To the {found.office}", f"{found.office}, [title]")


@pytest.mark.parametrize("name", ["", "atlantis"])
def test_a_nation_that_is_not_known_is_the_first(name: str) -> None:
    assert nation(Profile(nation=name), GUIDANCE).id == "uk"


def test_lists_of_our_choice_are_not_called_the_official_ones() -> None:
    home = nation(Profile(), GUIDANCE)
    official = {one.name for one in GUIDANCE.sources.values() if one.official}
    for kind in GUIDANCE.types.values():
        headings = [line.text for line in type_guidance(GUIDANCE, kind, home) if line.style == "heading"]
        assert any(name in one for one in headings for name in official) != kind.lists_are_ours, kind.id
    assert OTHER.lists_are_ours


@pytest.mark.parametrize(
    ("text", "known", "empty"),
    [
        ("Phone them: [x]", "Phone them: 1", "Phone them."),
        ("Down.\n[x] Then phone.", "Down.\n1 Then phone.", "Down.\nThen phone."),
        ("Down.\n[x]", "Down.\n1", "Down."),
        ("[x]", "1", ""),
    ],
)
def test_a_mark_is_filled_or_goes(text: str, known: str, empty: str) -> None:
    assert (fill(text, {"x": "1"}), fill(text, {"x": ""}), fill(text, {})) == (known, empty, text)
