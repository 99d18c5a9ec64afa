"""What one line says of an action, and words that follow its status."""

from typing import Any

import pytest

from breach_wizard.errors import InputError
from breach_wizard.interview.actions import Said, dated, read, reworded, spelled
from tests.kit.runs import NOW
from tests.kit.today import GUIDANCE


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("done", Said("taken", "", "")),
        ("Done, 20 March 5.10pm; press office", Said("taken", "20 March 5.10pm", "press office")),
        ("done; press office", Said("taken", "", "press office")),
        ("planned", Said("planned", "", "")),
        ("by 31 March; publishing team", Said("planned", "by 31 March", "publishing team")),
        ("before the next release", Said("planned", "before the next release", "")),
        ("; publishing team", Said("planned", "", "publishing team")),
        ("?", Said("planned", "?", "")),
        ("publishing team", Said("planned", "", "publishing team")),
        ("by the press office", Said("planned", "", "the press office")),
        ("publishing team; by 31 March", Said("planned", "by 31 March", "publishing team")),
        ("by 31 March, publishing team", Said("planned", "by 31 March", "publishing team")),
        ("by 31 March by the publishing team", Said("planned", "by 31 March", "the publishing team")),
        ("Head of Publishing, by end of May", Said("planned", "by end of May", "Head of Publishing")),
        ("done, 20 March, 5.10pm, press office", Said("taken", "20 March, 5.10pm", "press office")),
        ("by 20 March, 5.10pm", Said("planned", "by 20 March, 5.10pm", "")),
        ("when the head of the unit is back", Said("planned", "when the head of the unit is back", "")),
        ("Ofsted;", Said("planned", "Ofsted", "")),
        ("; Ofsted", Said("planned", "", "Ofsted")),
        ("next week; Ofsted, when asked", Said("planned", "next week", "Ofsted, when asked")),
    ],
)
def test_one_line_says_all_of_an_action_and_is_read_back(typed: str, said: Said) -> None:
    assert read(typed) == said
    assert read(spelled({"key": "1", **said._asdict()})) == said  # type: ignore[typeddict-item]


@pytest.mark.parametrize("typed", ["", "  ", "done by 31 March", "Ofsted", "done, Ofsted", "planned: the agency"])
def test_a_line_that_does_not_tell_is_asked_again(typed: str) -> None:
    with pytest.raises(InputError):
        read(typed)


@pytest.mark.parametrize("typed", ["done; me", "by 31 March; Myself", "; I", "me", "by 31 March, me", "by me"])
def test_somebody_whom_no_reader_knows_is_not_taken(typed: str) -> None:
    with pytest.raises(InputError):
        read(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("by tomorrow", "by 23 March 2017"),
        ("Yesterday, 5.10pm", "21 March 2017, 5.10pm"),
        ("today or tomorrow", "22 March 2017 or 23 March 2017"),
        ("by 31 March", "by 31 March"),
    ],
)
def test_a_day_told_from_the_day_of_writing_is_kept_as_a_date(typed: str, kept: str) -> None:
    assert dated(typed, NOW) == kept


@pytest.mark.parametrize("known", GUIDANCE.actions.values(), ids=lambda known: known.id)
def test_the_words_of_an_action_that_was_read_back_follow_its_status(known: Any) -> None:
    for text in (known.planned, known.taken, *known.former):
        for status, words in (("taken", known.taken), ("planned", known.planned)):
            changed = reworded({"key": "1", "text": text, "status": "planned"}, status, GUIDANCE)
            assert changed is not None
            assert changed["key"] == "1"
            assert "text" not in changed
            assert GUIDANCE.actions[changed["suggestion"]].wording(changed["status"]) == words


def test_words_of_ones_own_are_left_to_their_author() -> None:
    own: Any = {"key": "withdraw", "suggestion": "withdraw", "text": "Took it down at 5.30pm.", "status": "planned"}
    assert reworded(own, "taken", GUIDANCE) is None
