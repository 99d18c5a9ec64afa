"""What is heard in the plain face: stories as goldens, and the order and repetition of what is said."""

from pathlib import Path

import pytest

from breach_wizard.prompts import Ask, Checklist, Choice, Line, Select, Text
from breach_wizard.wizard.checking import preview_lines
from tests.kit.heard import HEARD, golden, heard
from tests.terminal.test_plain import LETTERS, LONG_LIST, Talk

MOST_WORDS = 1544
"""So many words may be heard of the source's case: 0.7 of the 2,207 that it took before the ear was thought of."""

LONG = Text(id="long", question="Why?", label="Why", hint="For a reader.", long=True)
NEXT = Text(id="next", question="And then?", label="Then", hint="For a reader.", long=True)


@pytest.mark.parametrize("name", HEARD)
def test_what_is_heard_of_a_story(name: str, tmp_path: Path) -> None:
    assert heard(name, tmp_path) == golden(name).read_text(), "python -m tests.kit.heard draws it anew"


def test_the_source_s_case_is_not_long_to_hear(tmp_path: Path) -> None:
    assert len(heard("early", tmp_path, echoed=False).split()) <= MOST_WORDS


@pytest.mark.parametrize(
    "ask",
    [
        Text(id="x", question="The question?", label="It", hint="The hint."),
        Select(id="x", question="The question?", label="It", hint="The hint.", choices=LETTERS.choices, goes_on="c"),
        Checklist(id="x", question="The question?", label="It", hint="The hint.", choices=LETTERS.choices),
    ],
)
def test_the_question_comes_first_then_its_hint_then_the_line_to_type_on(ask: Ask) -> None:
    talk = Talk("1")
    getattr(talk.prompter, type(ask).__name__.lower())(ask)
    line = talk.said.rindex("It: " if isinstance(ask, Text) else "1")
    assert talk.said.index("The question?") < talk.said.index("The hint.") < line


def test_what_was_said_once_is_not_said_again_unasked_and_is_said_when_asked_for() -> None:
    talk = Talk("One.", ".", "/again", "Two.", ".")
    talk.prompter.text(LONG)
    first = len(talk.said)
    talk.prompter.text(NEXT)
    later, _, again = talk.said[first:].partition("Then: ")
    assert "For a reader." not in later
    assert "For a reader." in again
    assert "full stop" in later
    assert len(later.split()) < len(again.split())


def test_what_is_worth_another_look_is_said_in_full_each_time() -> None:
    talk = Talk("1", "2")
    for _ in range(2):
        hint = "You typed Monday, and it was another day."
        talk.prompter.select(Select(id="x", question="Look", hint=hint, is_look=True, choices=LETTERS.choices))
    assert talk.said.count("You typed Monday") == talk.said.count("1. Letter a.") == 2


def test_a_part_of_the_interview_is_named_once() -> None:
    talk = Talk("a", "b", "c")
    for name, part in (("1", "Part 1 of 5"), ("2", ""), ("3", "Part 1 of 5")):
        talk.prompter.text(Text(id=name, question=f"{name}?", progress=part))
    assert talk.said.count("Part 1 of 5") == 1


def test_a_proposal_is_called_one_and_an_answer_and_what_was_refused_are_not() -> None:
    for changes, said, keeps in (
        ({"offered": True}, "Proposed: 5pm", True),
        ({"offered": True, "answered": True}, "Your answer now: 5pm", True),
        ({"answered": True}, "Your answer now: 5pm", True),
        ({"offered": True, "long": True}, "Proposed: 5pm", True),
        ({"check": lambda text: "Enter it" if text == "5pm" else None}, ": 5pm", False),
    ):
        talk = Talk("4pm", ".")
        talk.prompter.text(Text(id="t", question="When?", label="Then", default="5pm", **changes))
        assert f"{said}\n" in talk.said
        assert ("Enter keeps it.\n" in talk.said) == keeps


def test_a_long_proposal_is_not_read_out() -> None:
    talk = Talk("")
    talk.prompter.text(Text(id="t", question="Why?", label="It", default="word " * 100, offered=True, long=True))
    assert "100 words" in talk.said
    assert "word word" not in talk.said


def test_enter_goes_on_where_nothing_is_required_and_the_line_says_so() -> None:
    talk = Talk("")
    ask = Select(id="x", question="Which?", label="It", choices=LETTERS.choices, goes_on="c")
    assert talk.prompter.select(ask) == "c"
    assert "Enter for 3: " in talk.said
    talk = Talk("")
    assert talk.prompter.text(Text(id="x", question="Which?", label="It")) == ""
    assert "Enter leaves it empty." in talk.said
    talk = Talk("x")
    talk.prompter.text(Text(id="x", question="Which?", label="It", check=lambda text: None if text else "Enter it"))
    assert "Enter leaves" not in talk.said


def test_of_a_list_not_heard_out_what_is_always_there_is_said() -> None:
    own = Choice("own", "Write your own", apart=True)
    ask = Checklist(id="x", question="Which?", choices=(*LONG_LIST.choices[:20], own, LONG_LIST.choices[20]))
    talk = Talk("no", "21")
    assert talk.prompter.checklist(ask) == ("own",)
    assert "21. Write your own." in talk.said
    assert "8. Entry 8." not in talk.said


def test_a_list_is_heard_to_its_end_where_little_is_left_and_by_whole_groups() -> None:
    talk = Talk("1")
    talk.prompter.checklist(Checklist(id="x", question="Which?", choices=LONG_LIST.choices[:9]))
    assert "9. Entry 9." in talk.said
    groups = tuple(Choice(f"v{number}", f"Entry {number}", group=f"G{number > 4}") for number in range(20))
    talk = Talk("no", "1")
    talk.prompter.checklist(Checklist(id="x", question="Which?", choices=groups))
    assert "Entry 4." in talk.said
    assert "Entry 5." not in talk.said


def test_help_in_a_list_that_is_being_heard_leaves_the_list_there() -> None:
    talk = Talk("/help", "yes", "no", "1")
    talk.prompter.checklist(LONG_LIST)
    assert "/list: " in talk.said
    assert talk.said.index("/list: ") < talk.said.index("8. Entry 8.")


@pytest.mark.parametrize("ask", [LETTERS, LONG_LIST, LONG, Text(id="x", question="Which?", label="It")])
def test_help_tells_of_the_question_also_where_nothing_was_written_for_it(ask: Ask) -> None:
    talk = Talk(*(["no"] if ask is LONG_LIST else []), "/help", "1", ".")
    getattr(talk.prompter, type(ask).__name__.lower())(ask)
    helped = talk.said.partition("/back: ")[0]
    assert helped.count(ask.question) == 2
    assert helped.count("Enter.") or helped.count("full stop") == 2


def test_help_names_the_letters_of_a_list() -> None:
    ask = Select(id="x", question="Which?", choices=(Choice("a", "Row", key="1"), Choice("w", "Write", key="W")))
    talk = Talk("/help", "1")
    talk.prompter.select(ask)
    assert "W: Write." in talk.said.partition("/back: ")[0]


def test_a_list_whose_choices_are_others_is_said_anew() -> None:
    talk = Talk("1", "1", "1")
    for choices in (LETTERS.choices[:3], LETTERS.choices[:3], LETTERS.choices[2:]):
        talk.prompter.select(Select(id="x", question="Which?", choices=choices))
    assert talk.said.count("1. Letter a.") == 1
    assert "3. Letter e." in talk.said


SCREEN = (Line("Do this first", "title"), Line("Ring", "item", "1."), Line("All of it", "heading"))


def test_a_screen_that_was_said_or_comes_by_request_is_offered() -> None:
    talk = Talk("/again", "1", "2")
    talk.prompter.show(SCREEN, spoken="once")
    assert talk.said.count("Ring.") == 1
    talk.prompter.show(SCREEN, spoken="once")
    assert talk.said.count("Ring.") == 1
    assert talk.said.count("Do this first") == 2
    talk.prompter.select(LETTERS)
    assert talk.said.count("Ring.") == 2
    talk.prompter.show(SCREEN)
    assert talk.said.count("Ring.") == 3
    fresh = Talk()
    fresh.prompter.show(SCREEN, spoken="on request")
    assert "Ring." not in fresh.said
    assert "/again" in fresh.said


def test_what_was_chosen_is_not_asked_again_in_the_same_words() -> None:
    talk = Talk("2", "A note")
    talk.prompter.select(LETTERS)
    talk.prompter.text(Text(id="note", question="Letter b", label="Note"))
    assert talk.said.count("Letter b") == 2  # in the list, and as chosen


def test_a_choice_of_several_may_be_named_by_its_words_and_help_by_its_own() -> None:
    talk = Talk("no", "help", "None")
    assert talk.prompter.checklist(LONG_LIST) == ("none",)
    assert "/back: " in talk.said


def test_what_is_not_known_yet_is_an_answer_and_no_text_to_go_on_with() -> None:
    talk = Talk("")
    talk.prompter.text(Text(id="t", question="Why?", label="It", default="?", long=True))
    assert "Your answer now: not known yet" in talk.said
    assert "/more" not in talk.said


def test_a_fact_that_has_not_changed_since_the_question_before_is_not_said_again() -> None:
    talk = Talk(*"abcd")
    for name, notices in (
        ("1", ("40 hours.",)),
        ("2", ("40 hours.", "New.")),
        ("3", ("Other.",)),
        ("4", ("40 hours.",)),
    ):
        talk.prompter.text(Text(id=name, question=f"{name}?", notices=notices))
    assert talk.said.count("40 hours.") == 2
    talk = Talk("a", "b")
    for _ in range(2):
        talk.prompter.text(Text(id="same", question="Which?", notices=("This is the first question.",)))
    assert talk.said.count("This is the first question.") == 2


def test_the_actions_of_a_report_are_counted_as_one_list_whatever_stands_beneath_each() -> None:
    talk = Talk()
    said = (
        "- **Taken:** One.\\\n  **When:** today\n- **Planned:** Two.\n\n  More of it.\\\n  **Who:** a team\n- Three.\n"
    )
    talk.prompter.show(preview_lines(said))
    assert [line for line in talk.said.splitlines() if line[:1].isdecimal()] == [
        "1 of 3. Taken: One.",
        "2. Planned: Two.",
        "3. Three.",
    ]
