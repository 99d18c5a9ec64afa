"""The plain face, line by line: what may be typed, what is said, what is kept."""

import contextlib
import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.prompts import Ask, Back, Checklist, Choice, Line, Partial, Select, Stopped, Text
from breach_wizard.terminal.lines import Lines
from breach_wizard.terminal.numbering import names, on_offer, one, several
from breach_wizard.terminal.plain import PlainPrompter
from breach_wizard.wizard import run
from breach_wizard.wizard.session import Leave
from tests.kit import piped, runs
from tests.kit.told import scripted

LETTERS = Select(
    id="letters",
    question="Which letter?",
    label="Letter",
    choices=tuple(Choice(one, f"Letter {one}") for one in "abcde"),
)
LONG_LIST = Checklist(
    id="long",
    question="Which of these?",
    label="These",
    choices=(*(Choice(f"v{number}", f"Entry {number}") for number in range(1, 21)), Choice("none", "None", alone=True)),
)


class Ascii(io.StringIO):
    """An output that is not UTF-8."""

    encoding = "ascii"


class Utf8(io.StringIO):
    encoding = "utf-8"


class Talk:
    """A plain prompter, what is typed to it, and what it says."""

    def __init__(self, *typed: str, output: io.StringIO | None = None) -> None:
        self.output = output or Utf8()
        source = io.BytesIO("".join(f"{line}\n" for line in typed).encode("utf-8", "surrogateescape"))
        self.prompter = PlainPrompter(Lines(source, self.output))

    @property
    def said(self) -> str:
        return self.output.getvalue()


@pytest.mark.parametrize("typed", ["2", " 2. ", "Letter b", "letter B"])
def test_a_choice_is_named_by_number_or_label(typed: str) -> None:
    talk = Talk(typed)
    assert talk.prompter.select(LETTERS) == "b"
    assert talk.said.endswith(": Letter b.\n")


@pytest.mark.parametrize("typed", ["", "6", "0", "b", "letter", "1, 2"])
def test_what_names_no_choice_is_said_and_asked_again(typed: str) -> None:
    talk = Talk(typed, "3")
    assert talk.prompter.select(LETTERS) == "c"
    assert "To correct: type 1 to 5." in talk.said


def test_a_choice_is_named_by_a_word_that_no_other_has() -> None:
    choices = tuple(map(Choice, "abc", ("It was published late", "It was out too early", "Not sure if it was")))
    for typed, value in (("late", "a"), ("too early", "b"), ("it was published", "a"), ("sure", "c")):
        assert Talk(typed).prompter.select(Select(id="x", question="What?", choices=choices)) == value
    for typed in ("it was", "was", "too", "ublished", "published early", "    "):
        assert one(typed, choices) is None, typed


def test_enter_alone_gives_the_default_and_says_so_beforehand() -> None:
    ask = Select(id="x", question="Which letter?", choices=LETTERS.choices, default="d")
    talk = Talk("")
    assert talk.prompter.select(ask) == "d"
    assert "1 to 5, Enter for 4: " in talk.said


def test_a_question_that_comes_again_is_short() -> None:
    talk = Talk("1", "/list", "")
    talk.prompter.select(LETTERS)
    first = talk.said
    again = Select(id="letters", question="Which letter?", label="Letter", choices=LETTERS.choices, default="a")
    talk.prompter.select(again)
    before_list = talk.said[len(first) :].split("Letter, 1 to 5: ")[0]
    assert "1. Letter a." not in before_list
    assert "Your answer now: Letter a. Enter keeps it." in before_list
    assert "1. Letter a." in talk.said[len(first) :]


keys = st.sampled_from(["", "", "", "1", "2", "7", "A", "W"])


@given(st.lists(keys, min_size=1, max_size=30))
def test_every_choice_can_be_named(given_keys: list[str]) -> None:
    seen: set[str] = set()
    choices = []
    for number, key in enumerate(given_keys):
        choices.append(Choice(f"v{number}", f"Label {number}", key="" if key in seen else key))
        seen.add(key)
    called = names(choices)
    assert len(set(called)) == len(choices)
    for choice, name in zip(choices, called, strict=True):
        assert one(name, choices) == choice
        assert several(name.lower(), choices) == [choice]
    assert several(", ".join(called), choices) == choices
    for name in called:
        assert name in on_offer(choices) or name.isdecimal()


@pytest.mark.parametrize(
    ("typed", "values"),
    [("1, 3,5", [1, 3, 5]), ("2-4", [2, 3, 4]), ("1 and 3", [1, 3]), ("3 1 3", [1, 3]), ("2 to 3; 9", [2, 3, 9])],
)
def test_several_are_named_at_once(typed: str, values: list[int]) -> None:
    assert Talk(typed).prompter.checklist(LONG_LIST) == tuple(f"v{number}" for number in values)


@pytest.mark.parametrize("typed", ["", "0", "1, 99", "99-1", "x", "1, 21"])
def test_what_can_not_be_ticked_is_said(typed: str) -> None:
    talk = Talk("no", typed, "2")
    assert talk.prompter.checklist(LONG_LIST) == ("v2",)
    assert "To correct: " in talk.said


def test_of_a_long_list_a_part_is_heard_at_a_time_and_what_stands_apart_always() -> None:
    talk = Talk("yes", "no", "1")
    talk.prompter.checklist(LONG_LIST)
    assert "17. Entry 17." in talk.said
    assert "18. Entry 18." not in talk.said
    assert "21. None." in talk.said


def test_the_answer_may_be_given_while_the_list_is_heard() -> None:
    talk = Talk("20")
    assert talk.prompter.checklist(LONG_LIST) == ("v20",)
    assert "8. Entry 8." not in talk.said


def even(text: str) -> str | None:
    return None if len(text) % 2 == 0 else "Enter an even number of characters"


def not_odd(text: str) -> str | None:
    return "Enter something else" if text == "odd" else None


def asked(kept: list[Partial], **changes: Any) -> Text:
    return Text(id="t", question="What was it?", label="It", keep=kept.append, check=even, **changes)


def test_a_refused_text_is_kept_and_can_be_given_up() -> None:
    kept: list[Partial] = []
    talk = Talk("odd", "/read", "/back")
    with pytest.raises(Back) as back:
        talk.prompter.text(asked(kept))
    assert back.value.partial == "odd"
    assert kept == ["odd", "odd"]
    assert "To correct: Enter an even number of characters." in talk.said


def test_after_a_refusal_enter_does_what_was_said_of_it_and_the_question_comes_whole() -> None:
    for default in ("", "four", "?"):
        talk = Talk("odd", "/again", "")
        ask = Text(id="t", question="What?", notices=("About this.",), default=default, check=not_odd)
        assert talk.prompter.text(ask) == default
        assert talk.said.count("About this.") == 2
        assert "to be corrected: odd" in talk.said
    talk = Talk("", "/empty")
    assert talk.prompter.text(Text(id="t", question="What?", default="odd", check=not_odd)) == ""
    assert "/empty leaves it empty." in talk.said


@pytest.mark.parametrize(
    ("typed", "default", "text"),
    [
        (["four"], "", "four"),
        ([""], "four", "four"),
        (["/empty"], "four", ""),
        (["/unknown", "xx"], "", "xx"),  # one character is odd here
        (["//etc"], "", "/etc"),
        (["/etc/"], "", None),
        (["/EMPTY"], "four", ""),
    ],
)
def test_one_line_of_text(typed: list[str], default: str, text: str | None) -> None:
    prompter = Talk(*typed).prompter
    if text is None:
        with pytest.raises(Stopped):
            prompter.text(asked([], default=default))
    else:
        assert prompter.text(asked([], default=default)) == text


@pytest.mark.parametrize(
    ("typed", "default", "text"),
    [
        (["One", "", "two", "/read", "."], "", "One\n\ntwo"),
        (["", "One.", "."], "", "One."),
        ([""], "Before", "Before"),
        (["/more", "and after", "."], "Before", "Before\nand after"),
        (["New", "."], "Before", "New"),
        (["/bakc", "//bakc", "/tmp is full", "."], "", "/bakc\n/tmp is full"),
        (["One", "/help", "/again", "/now", "two.", "."], "", "One\ntwo."),
        (["One", "/.", "two.", "."], "", "One\n.\ntwo."),
        (["One", "/unknown"], "", "?"),
        (["?", "."], "", "?"),
        (["?", "", "An analyst sent it.", "."], "", "An analyst sent it."),
        (["Why?", "?", "."], "", "Why?\n?"),
        (["/empty"], "Before", ""),
    ],
)
def test_a_long_text(typed: list[str], default: str, text: str) -> None:
    ask = Text(id="t", question="How and why?", label="It", default=default, long=True)
    talk = Talk(*typed)
    assert talk.prompter.text(ask) == text
    assert ("Not known yet." if text == "?" else "paragraph") in talk.said


def test_only_a_text_that_was_not_ended_is_called_begun() -> None:
    for default, begun, said in (
        ("whole", False, "Your answer now: whole"),
        ("half", True, "Begun and not ended: half"),
        ("odd", True, "to be corrected: odd"),
        ("?", True, "Your answer now: not known yet"),
    ):
        talk = Talk("")
        with pytest.raises(Stopped) if default == "odd" else contextlib.nullcontext():
            talk.prompter.text(Text(id="t", question="Why?", default=default, begun=begun, kept="Other", check=not_odd))
        assert said in talk.said
        assert ("The answer kept before: Other" in talk.said) == begun


@pytest.mark.parametrize("long", [False, True])
def test_the_answer_kept_before_is_said_and_can_be_had_again(long: bool) -> None:
    ask = Text(id="t", question="Why?", label="It", default="half", begun=True, kept="A whole answer", long=long)
    talk = Talk("/kept", ".")
    assert talk.prompter.text(ask) == "A whole answer"
    assert "3 words" in talk.said if long else "A whole answer" in talk.said
    assert Talk("").prompter.text(ask) == "half"


def test_a_text_that_is_brought_back_is_the_text_so_far_and_the_one_it_replaced_comes_next() -> None:
    kept: list[Partial] = []
    ask = Text(id="t", question="Why?", default="Half", kept="Whole", keep=kept.append, long=True)
    for typed, text in (
        (["/kept", "more", "."], "Whole\nmore"),
        (["/kept", "", "more", "."], "Whole\n\nmore"),
        (["/kept", "/kept", "."], "Half"),
        (["New", "/kept", "/kept", "."], "Whole"),
        (["New", "/kept", "/kept", "/kept", "."], "New"),
    ):
        assert Talk(*typed).prompter.text(ask) == text, typed
    with pytest.raises(Back):
        Talk("/kept", "/back").prompter.text(ask)
    assert kept[-1] == "Whole"


def test_a_command_is_offered_only_where_it_does_something() -> None:
    talk = Talk("/help", "/empty", "/kept", "done")
    assert (
        talk.prompter.text(Text(id="t", question="Why?", label="It", check=lambda text: None if text else "Enter it"))
        == "done"
    )
    for idle in ("/empty: ", "/now: ", "/messages: "):
        assert idle not in talk.said
    assert "To correct: /empty is no command here." in talk.said


def test_what_is_there_is_named_by_help_and_the_mark_for_not_known_is_taken_where_that_is_a_choice() -> None:
    talk = Talk("/help", "?")
    choices = (*LETTERS.choices, Choice("?", "I do not know"))
    now = (Line("First"),)
    assert talk.prompter.select(Select(id="x", question="Which?", choices=choices, now=now)) == "?"
    assert "/now: " in talk.said


def test_what_is_typed_one_a_line_is_counted_by_lines() -> None:
    ask = Text(id="t", question="Your own actions?", long=True, each="action")
    talk = Talk("Told them.", "/more", "Added a check.", "", "/again", ".")
    assert talk.prompter.text(ask) == "Told them.\nAdded a check.\n"
    assert talk.said.count("1 action, 2 words") == 1
    assert talk.said.count("2 actions, 5 words") == 2
    assert "paragraph" not in talk.said


def test_a_command_mistyped_is_no_answer_and_text_behind_a_slash_is() -> None:
    for typed in ("/quit?", "/Quit.", "/ quit", "/back please", "/nwo", "/now, then"):
        talk = Talk(typed, "done")
        assert talk.prompter.text(Text(id="t", question="Why?", label="It")) == "done", typed
        assert "To correct: " in talk.said
    for typed in ("/tmp is full", "/etc/hosts", "/etc/", "/ none"):
        assert Talk(typed).prompter.text(Text(id="t", question="Why?", label="It")) == typed
    assert Talk("//quit?").prompter.text(Text(id="t", question="Why?", label="It")) == "/quit?"


def test_a_question_that_is_asked_for_again_says_what_stands_by_then() -> None:
    ask = Text(id="t", question="Why?", label="It", default="Whole answer", long=True)
    talk = Talk("/again", "")
    assert talk.prompter.text(ask) == "Whole answer"
    assert talk.said.count("Whole answer") == 2
    talk = Talk("One", "two three", "/again", ".")
    assert talk.prompter.text(ask) == "One\ntwo three"
    assert talk.said.count("Whole answer") == 1
    assert talk.said.count("3 words") == 2


def test_after_a_command_the_line_says_again_what_is_typed_on_it() -> None:
    talk = Talk("One", "/read", "two.", ".")
    assert talk.prompter.text(Text(id="t", question="Why?", label="Circumstances", long=True)) == "One\ntwo."
    assert "Circumstances, go on: " in talk.said


@pytest.mark.parametrize(("command", "error"), [("/back", Back), ("/quit", Stopped), ("end of input", Stopped)])
def test_half_a_long_text_is_kept_whatever_ends_it(command: str, error: type[BaseException]) -> None:
    kept: list[Partial] = []
    talk = Talk("One", "two", *([command] if command.startswith("/") else []))
    with pytest.raises(error):
        talk.prompter.text(Text(id="t", question="How and why?", keep=kept.append, long=True))
    assert kept[-1] == "One\ntwo"


@pytest.mark.parametrize("long", [False, True])
def test_what_is_not_known_is_said_in_words_and_goes_on_with_nothing(long: bool) -> None:
    ask = Text(id="t", question="Why?", label="It", default="?", kept="A whole answer", long=long)
    talk = Talk("/read", *(["/more", "New.", "."] if long else ["New."]))
    assert talk.prompter.text(ask) == "New."
    assert "Not known yet." in talk.said
    assert "Begun" not in talk.said
    talk = Talk("?", ".")
    assert talk.prompter.text(ask._replace(default="")) == "?"
    assert talk.said.endswith("Not known yet.\n")
    assert Talk("/kept", ".").prompter.text(ask) == "A whole answer"


def test_what_not_known_or_nothing_takes_the_place_of_is_told_to_be_kept() -> None:
    for command in ("/unknown", "/empty"):
        talk = Talk(command)
        talk.prompter.text(Text(id="t", question="Why?", label="It", default="Three whole words", long=True))
        assert "/kept brings it" in talk.said
        for default, offered in (("?", False), ("today", True)):
            talk = Talk(command)
            talk.prompter.text(Text(id="t", question="Why?", default=default, offered=offered, long=not offered))
            assert "/kept" not in talk.said


def test_enter_alone_ticks_what_stands_for_nothing_ticked() -> None:
    ask = Checklist(id="x", question="Which?", choices=LONG_LIST.choices, if_none="none")
    talk = Talk("no", "")
    assert talk.prompter.checklist(ask) == ("none",)
    assert "Enter for 21: " in talk.said


def test_the_items_of_a_screen_are_counted_and_text_to_copy_is_left_alone() -> None:
    talk = Talk()
    talk.prompter.show(
        [
            Line("First", "title"),
            Line("Ring", "item", "1."),
            Line("Our note", "note"),
            Line("Write", "item", "2."),
            Line(""),
            Line("- copy", "copy"),
        ]
    )
    assert talk.said == "\nFirst\n1 of 2. Ring.\nOur note\n2. Write.\n\n- copy\n\n"


def test_what_an_output_can_not_show_is_written_in_ascii() -> None:
    talk = Talk("1", output=Ascii())
    ask = Select(id="x", question="Wœlche “Größe” – Ελλάδα?", choices=(Choice("a", "Größe"), Choice("b", "b")))
    assert talk.prompter.select(ask) == "a"
    assert talk.said.isascii()
    assert "Grosse" in talk.said


HOSTILE = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=20)
COMMANDS = st.sampled_from(
    [
        "/back",
        "/help",
        "/now",
        "/again",
        "/list",
        "/read",
        "/more",
        "/empty",
        "/unknown",
        "//x",
        "/nothing",
        ".",
        "",
        "1",
    ]
)


@pytest.fixture(scope="module")
def typed_stories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The lines of the first run of each story."""
    return {
        name: piped.lines(scripted(name, tmp_path_factory.mktemp("told"))[1][0])
        for name in ("early", "leak", "other", "several", "back", "checked")
    }


@given(name=st.sampled_from(["early", "leak", "other", "several", "back", "checked"]), data=st.data())
def test_whatever_is_typed_it_ends_and_writes_nothing_but_text(
    name: str, data: st.DataObject, typed_stories: dict[str, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = list(typed_stories[name])
    for line in data.draw(st.lists(st.one_of(COMMANDS, HOSTILE), max_size=8)):
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    folder = tmp_path_factory.mktemp("any")
    talk = Talk(*lines)
    with contextlib.chdir(folder), runs.store(folder).create() as kept, contextlib.suppress(Stopped, Leave):
        run.start(runs.session(kept, talk.prompter), folder / "report.md")
    assert not [character for character in talk.said if character < " " and character != "\n"]
    assert not {"\x1b", "\x7f", "\x9b"} & set(talk.said)


def test_a_list_that_comes_again_is_named_on_the_line_that_is_typed_on() -> None:
    asks: list[tuple[Ask, Callable[[PlainPrompter], object]]] = [
        (LETTERS, lambda prompter: prompter.select(LETTERS)),
        (LONG_LIST, lambda prompter: prompter.checklist(LONG_LIST)),
    ]
    for ask, answer in asks:
        talk = Talk("no", "1") if ask is LONG_LIST else Talk("1")
        answer(talk.prompter)
        with pytest.raises(Stopped):
            answer(talk.prompter)
        assert talk.said.splitlines()[-1].startswith(ask.label)
