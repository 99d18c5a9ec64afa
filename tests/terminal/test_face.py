"""The rich face, key by key, drawn by an emulator: what is shown, kept, refused and never obeyed."""

from pathlib import Path

import pytest

from breach_wizard import guidance
from breach_wizard.profile import Profile, save
from breach_wizard.wizard.marks import marks
from breach_wizard.wizard.printed import do_now_lines
from tests.kit.driver import at, end
from tests.kit.pty import Terminal, wizard
from tests.kit.today import FIRST_IN_PLAIN_LINES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("last", "typed", "said"),
    [
        ("outputs.1.title", "", "Enter the title"),
        ("due", "31 February 2017", "28 days"),
        ("due", "12/3/2021 at 25:00", "25.00"),
        ("occurrences.1.date", "midnight", "11.59pm"),
    ],
)
def test_what_is_refused_stays_in_the_field(tmp_path: Path, last: str, typed: str, said: str) -> None:
    driver = at(tmp_path, last)
    driver.terminal.send(typed, "enter")
    driver.terminal.wait_for(said)
    assert typed in driver.terminal.text
    driver.terminal.send("c-u", "x")
    driver.terminal.until(lambda: said not in driver.terminal.words, "the message to go when typing goes on")
    end(driver)


@pytest.mark.parametrize(
    ("last", "before"),
    [
        ("outputs.1.title", "page"),
        ("outputs.1.link", "outputs.1.title"),
        ("circumstances", "ended"),
        ("previous_breaches", "circumstances"),
        ("considerations", "previous_breaches"),
        ("actions", "impact"),
    ],
)
@pytest.mark.parametrize("key", ["esc", "s-tab"])
def test_back_from_every_kind_of_question(tmp_path: Path, last: str, before: str, key: str) -> None:
    driver = at(tmp_path, last)
    if last in ("outputs.1.title", "circumstances"):
        driver.terminal.send("half typed")
        driver.terminal.wait_for("half typed")
    driver.terminal.send(key)
    event = next(driver.questions())
    assert event["id"] == before
    end(driver)


def test_half_typed_text_comes_back(tmp_path: Path) -> None:
    driver = at(tmp_path, "due")
    driver.terminal.send("half typed")
    driver.terminal.wait_for("half typed")
    driver.terminal.send("s-tab")
    event = next(driver.questions())
    driver.type(event, None)
    event = next(driver.questions())
    assert (event["id"], event["default"]) == ("due", "half typed")
    end(driver)


def test_what_not_known_took_the_place_of_can_be_had_again(tmp_path: Path) -> None:
    driver = at(tmp_path, "circumstances")
    for typed in (["A whole account", "c-s"], ["c-u", "?", "c-s"]):
        driver.terminal.send(*typed)
        assert next(driver.questions())["id"] == "previous_breaches"
        driver.terminal.send("s-tab")
        event = next(driver.questions())
    assert event["default"] == "?"
    driver.terminal.send("f6")
    driver.terminal.wait_for("> A whole account")
    end(driver)


def test_a_date_is_replaced_by_what_is_typed_and_an_answer_of_ones_own_is_not(tmp_path: Path) -> None:
    for last, typed, shown in (("due", "1 May 2017", "> 2 May"), ("outputs.1.title", "A title", "> A title2 May")):
        driver = at(tmp_path / last, last)
        driver.terminal.send(typed, "enter")
        next(driver.questions())
        driver.terminal.send("s-tab")
        assert next(driver.questions())["id"] == last
        driver.terminal.send("2 May")
        driver.terminal.wait_for(shown)
        end(driver)


def test_help_and_do_now_without_leaving(tmp_path: Path) -> None:
    driver = at(tmp_path, "circumstances")
    driver.terminal.send("half typed", "c-g")
    driver.terminal.wait_for("The official guidance:")
    driver.terminal.send("esc")
    driver.terminal.wait_for("half typed")
    driver.terminal.send("f2")
    driver.terminal.wait_for("These still matter today")
    driver.terminal.send("f2")
    driver.terminal.wait_for("half typed")
    end(driver)


HOSTILE = "\x1b[31mred\x1b[0m \x1b]0;title\x07a\x00b\x07 [bold]x[/bold] [/tmp] end"


def test_a_paste_is_harmless_and_told_of(tmp_path: Path) -> None:
    driver = at(tmp_path, "outputs.1.title")
    driver.terminal.paste(HOSTILE + "\r\nsecond line")
    driver.terminal.wait_for("Control characters were left out.")
    driver.terminal.wait_for("joined into one")
    driver.terminal.wait_for("red ab [bold]x[/bold] [/tmp] end second line")
    end(driver)


def test_a_hundred_kilobytes_pasted_are_kept(tmp_path: Path) -> None:
    from breach_wizard.drafts import Store

    text = "word " * 20_000
    driver = at(tmp_path, "circumstances")
    driver.terminal.paste(text)
    driver.terminal.send("c-s")
    event = next(driver.questions())
    assert event["id"] == "previous_breaches"
    end(driver)
    (draft,) = Store(tmp_path / "drafts").drafts()
    assert draft.answers["circumstances"] == text.strip()


def test_nothing_ticked_is_not_taken_for_an_answer(tmp_path: Path) -> None:
    driver = at(tmp_path, "actions")
    driver.terminal.send("enter")
    driver.terminal.wait_for("Tick at least one")
    end(driver)


def test_none_stands_alone(tmp_path: Path) -> None:
    driver = at(tmp_path, "actions")
    driver.terminal.send("home", "space", "end", "up", "space", "enter")
    event = next(driver.questions())
    assert event["id"] == "producer"
    end(driver)


@pytest.mark.parametrize("kind", guidance.active().types)
@pytest.mark.parametrize("ongoing", ["yes", "no"])
def test_do_now_and_what_comes_next_are_on_one_screen(tmp_path: Path, kind: str, ongoing: str) -> None:
    profile = Profile(head_of_profession="Head of Profession", hop_number="020 7946 0000")
    save(tmp_path / "profile.toml", profile)
    driver = at(tmp_path, "do_now", breach_type=kind, ongoing=ongoing)
    assert driver.event["id"] == "do_now"  # and no page to be turned before it
    seen = driver.terminal.words
    assert all(choice in seen for choice, *_ in driver.event["texts"])
    known = marks(profile, guidance.active())
    for line in do_now_lines(guidance.active().types[kind].do_now(ongoing == "yes"), known):
        assert " ".join(line.text.split()) in seen
    assert "020 7946 0000" in seen
    end(driver)


RESIZED = {
    "considerations": ("3 things to consider for an early release", "Enter choose"),
    "outputs.1.title": ("Which statistical output is it?", "Enter go on"),
    "circumstances": ("How and why did it happen?", "Ctrl-S go on"),
    "actions": ("Tick what has been done or is planned", "Space tick"),
}
"""A question of each kind: its words, and those of its footer."""

SHOWN = {
    "do_now": ("It is down. These still matter today.", "What next?"),
    "guidance": ("Accidental or wrongful early release", "You do not need to remember these."),
}
"""The screens that stand above a question: their first words, and the question."""


def resize(terminal: Terminal, columns: int, rows: int = 24) -> None:
    """Resize as a terminal does that folds what stands there in its own way: none of it may stay."""
    terminal.resize(columns, rows)
    terminal.screen.reset()


@pytest.mark.parametrize("last", RESIZED)
def test_the_screen_is_right_after_a_resize(tmp_path: Path, last: str) -> None:
    question, footer = RESIZED[last]
    typed = "Typed before the resize."
    driver = at(tmp_path, last, columns=200)
    if last in ("outputs.1.title", "circumstances"):
        driver.terminal.send(typed)
        driver.terminal.wait_for(typed)
    once = [question, footer, "Ctrl-C stop, everything is kept"]
    once += [typed] if last in ("outputs.1.title", "circumstances") else []
    for columns in (40, 120):
        resize(driver.terminal, columns)
        driver.terminal.until(
            lambda: all(driver.terminal.words.count(words) == 1 for words in once), f"each of {once} once"
        )
        assert all(len(line) <= columns for line in driver.terminal.lines)
    end(driver)


@pytest.mark.parametrize("last", SHOWN)
def test_what_stands_above_a_question_is_there_after_a_resize(tmp_path: Path, last: str) -> None:
    first, question = SHOWN[last]
    driver = at(tmp_path, last, columns=200)
    for columns, rows, beneath in (
        (40, 24, "Next page"),
        (120, 40, question),
        (41, 24, "Next page"),
        (200, 40, question),
    ):
        resize(driver.terminal, columns, rows)
        driver.terminal.wait_for(beneath)
        driver.terminal.wait_for("everything is kept")
        assert driver.terminal.words.startswith(first)
        assert driver.terminal.words.count(beneath) == 1
    end(driver)


@pytest.mark.parametrize(("last", "heading"), [("do_now", SHOWN["do_now"][0]), ("guidance", "Things to consider")])
def test_what_stands_above_a_question_is_there_after_a_panel(tmp_path: Path, last: str, heading: str) -> None:
    _, question = SHOWN[last]
    driver = at(tmp_path, last)
    driver.terminal.send("f2")
    driver.terminal.wait_for("Esc back to the question")
    driver.terminal.send("q")
    driver.terminal.wait_for(question)
    driver.terminal.wait_for("everything is kept")
    assert driver.terminal.words.count(heading) == 1
    assert driver.terminal.words.count(question) == 1
    driver.terminal.send("enter")
    assert next(driver.questions())["id"] != last
    end(driver)


def test_a_resize_while_a_page_is_turned(tmp_path: Path) -> None:
    driver = at(tmp_path, "do_now", columns=40)
    driver.terminal.send("home", "enter")  # on to the guidance
    event = next(driver.questions())
    assert event["id"] == "page"
    resize(driver.terminal, 120, 40)
    driver.terminal.wait_for("You do not need to remember these.")
    for one in guidance.active().types["early-release"].considerations:
        assert guidance.active().considerations[one].text in driver.terminal.words
    end(driver)


CAN_NOT_DRAW = [
    {"TERM": "dumb"},
    {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
]


@pytest.mark.parametrize("env", [*CAN_NOT_DRAW, {"ACCESSIBLE": "1"}])
def test_a_terminal_that_can_not_be_drawn_on_is_spoken_to(tmp_path: Path, env: dict[str, str]) -> None:
    settings = {"BREACH_WIZARD_HOME": str(tmp_path / "home")} | env
    with Terminal(wizard(), env=settings, cwd=ROOT) as terminal:
        terminal.wait_for(FIRST_IN_PLAIN_LINES)
        assert b"\x1b" not in terminal.raw


def test_the_profile_may_ask_for_plain_lines_and_the_command_line_against_them(tmp_path: Path) -> None:
    save(tmp_path / "profile.toml", Profile(plain=True))
    with Terminal(wizard(), env={"BREACH_WIZARD_HOME": str(tmp_path)}, cwd=ROOT) as terminal:
        terminal.wait_for(FIRST_IN_PLAIN_LINES)
    with Terminal(wizard("--no-plain"), env={"BREACH_WIZARD_HOME": str(tmp_path)}, cwd=ROOT) as terminal:
        terminal.wait_for("Enter choose")


@pytest.mark.parametrize("env", CAN_NOT_DRAW)
def test_where_nothing_can_be_drawn_it_is_refused_in_words(tmp_path: Path, env: dict[str, str]) -> None:
    settings = {"BREACH_WIZARD_HOME": str(tmp_path / "home")} | env
    with Terminal(wizard("--no-plain"), env=settings, cwd=ROOT) as terminal:
        terminal.wait_for("Leave --no-plain out")
        assert terminal.wait() == 2


MOUSE = "\x1b[M !!\x1b[<0;3;4M\x1b[<0;3;4m"


@pytest.mark.parametrize("last", ["outputs.1.title", "circumstances", "actions", "considerations"])
def test_what_a_mouse_would_send_does_nothing(tmp_path: Path, last: str) -> None:
    driver = at(tmp_path, last)
    driver.terminal.wait_for("everything is kept")
    before = driver.terminal.text
    driver.terminal.send(MOUSE, "c-g")
    driver.terminal.wait_for("Esc back to the question")
    driver.terminal.send("esc")
    driver.terminal.until(lambda: driver.terminal.text == before, "the screen as it was")
    end(driver)


@pytest.mark.parametrize("key", ["c-s", "\x12"])
def test_no_key_begins_a_search_in_a_field(tmp_path: Path, key: str) -> None:
    """Ctrl-S ends a text of one line too, Ctrl-R does nothing; the library's search would swallow what is typed next."""
    driver = at(tmp_path, "outputs.1.title")
    driver.terminal.send("Labour")
    driver.terminal.wait_for("Labour")
    driver.terminal.send(key, *([] if key == "c-s" else [" market", "enter"]))
    driver.terminal.wait_for("Title: Labour" if key == "c-s" else "Title: Labour market")
    assert "search" not in driver.terminal.words
    end(driver)
