"""How the drawn face looks: what colours it uses and where, and the pictures of it."""

from io import StringIO
from pathlib import Path

import pytest

from breach_wizard.prompts import Checklist, Choice, Line, Select, Text
from breach_wizard.terminal.drawing import ACCENT
from breach_wizard.terminal.pages import Pages
from tests.kit.drawn import SIZES, ask
from tests.kit.driver import Driver
from tests.kit.palettes import PALETTES, contrast
from tests.kit.pictures import PICTURES, drawn
from tests.kit.stories import SCREENS, STOP, STORIES, Table

LEAST_CONTRAST = 3.0
"""Of signs and other graphics, in the Web Content Accessibility Guidelines."""


def test_signs_stand_out_on_the_grounds_of_common_terminals() -> None:
    assert len({name.partition(",")[0] for name in PALETTES}) >= 10
    faint = {name: contrast(ACCENT, one.ground) for name, one in PALETTES.items()}
    assert not {name: found for name, found in faint.items() if found < LEAST_CONTRAST}


def test_contrast_is_what_the_guidelines_say() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_pictures_are_of_the_program_of_today(tmp_path: Path) -> None:
    kept = {path.name: path.read_text() for path in PICTURES.glob("*.svg")}
    assert drawn(tmp_path) == kept


SIGNS = set(" »>!x■·✓-.0123456789")
"""What may have a colour."""


def coloured(driver: Driver) -> str:
    buffer = driver.terminal.screen.buffer
    return "".join(cell.data for row in buffer.values() for cell in row.values() if cell.fg != "default")


@pytest.mark.parametrize(
    ("env", "has_colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "vt220"}, False), ({"TERM": "linux"}, True)],
)
def test_colour_is_on_signs_alone_and_only_where_it_is_wanted(
    env: dict[str, str], has_colour: bool, tmp_path: Path
) -> None:
    driver = Driver(["new"], tmp_path, env=env)
    table = Table(STORIES["early"][0], SCREENS)
    for event in driver.questions():
        driver.wait_until_whole(event)
        found = coloured(driver)
        assert bool(found) == has_colour
        assert set(found) <= SIGNS
        driver.type(event, STOP if event["id"] == "circumstances" else table.answer(event["id"]))
    assert driver.close() == 130


def groups(count: int, *, each: int = 3) -> tuple[Choice, ...]:
    return tuple(Choice(f"{n}.{m}", f"Entry {m}", group=f"Group {n}") for n in range(count) for m in range(each))


@pytest.mark.parametrize("size", SIZES)
def test_groups_are_parted_where_all_fit_so(size: tuple[int, int]) -> None:
    for count in range(2, 12):
        lines = ask(Checklist(id="one", question="Which?", choices=groups(count)), size=size).lines
        parted = [lines[row - 1] == "" for row, line in enumerate(lines) if line.startswith(" Group")][1:]
        used = sum(map(bool, lines))
        assert len(set(parted)) == 1 or not parted
        if parted and not parted[0]:
            assert used + count - 1 + 4 > size[1], "there was room"
        else:
            assert not any("more below" in line for line in lines)


@pytest.mark.parametrize("size", SIZES)
def test_a_long_hint_leaves_half_of_the_screen_to_many_choices_and_is_whole_in_help(size: tuple[int, int]) -> None:
    hint = " ".join(f"Word{number}" for number in range(120))
    question = Select(id="one", question="Which?", hint=hint, choices=groups(9))
    seen = ask(question, "c-g", *["page-down"] * 6, size=size)
    first, *helped = (" ".join(lines) for lines in seen.before)
    assert sum("Entry" in line or "Group" in line for line in seen.before[0]) >= size[1] // 2 - 2
    assert first.split()[0] == "Which?"
    is_whole = "Word119" in first
    assert is_whole != ("... the rest: Ctrl-G" in first)
    assert is_whole or all(f"Word{number}" in " ".join(helped) for number in range(120))


def test_what_is_to_be_corrected_or_looked_at_is_told_by_a_sign_and_a_word() -> None:
    seen = ask(Text(id="one", question="When?", check=lambda _: "Write a date"), "enter")
    assert "! To correct: Write a date." in seen.lines
    looked = Select(id="one", question="One thing to look at", is_look=True, choices=(Choice("a", "Keep it"),))
    assert "! One thing to look at" in ask(looked).lines
    listed = (Choice("a", "This", group="To look at", is_look=True), Choice("b", "That", group="Others"))
    lines = ask(Select(id="one", question="Which?", choices=listed)).lines
    assert " ! To look at" in lines
    assert " Others" in lines


def test_how_far_one_is_can_be_counted() -> None:
    asked = Text(id="one", question="Why?", progress="Part 2 of 5: Circumstances", part=(2, 5))
    assert "■■··· Part 2 of 5: Circumstances" in ask(asked).lines


def test_text_is_no_wider_than_can_be_read() -> None:
    words = "word " * 60
    seen = ask(Select(id="one", question=words, hint=words, choices=(Choice("a", words, words),)), size=(120, 40))
    assert max(map(len, seen.lines)) <= 79


@pytest.mark.parametrize(("count", "choices", "seen"), [(8, groups(4), 8), (16, groups(1, each=2), 6)])
def test_notices_come_before_choices_and_else_stand_above(count: int, choices: tuple[Choice, ...], seen: int) -> None:
    notices = tuple(f"Notice {number}" for number in range(count))
    hint = "A hint. " * 20
    lines = ask(Select(id="one", question="Which?", hint=hint, notices=notices, choices=choices), size=(40, 20)).lines
    told = [line for line in lines if line.startswith("Notice")]
    assert told == list(notices[-len(told) :])
    assert len(told) == seen
    assert "Which?" in lines
    assert any("» " in line for line in lines)


def test_what_is_done_is_told_by_a_sign() -> None:
    out = StringIO()
    pages = Pages([Line("Written.", "done")], out)
    pages.show(0, len(pages))
    assert out.getvalue() == "✓ Written.\n"


@pytest.mark.parametrize("size", SIZES)
def test_a_path_wider_than_a_row_stands_whole_above_the_question(size: tuple[int, int]) -> None:
    path = "/drives/of/somebody/" + "a-long-name-of-a-folder-" * 4
    hinted = Select(id="one", question="Which?", hint=f"Enter writes:\n{path}", choices=groups(1))
    noticed = Text(id="one", question="Which?", notices=("Noted.", path))
    for question in (hinted, noticed):
        lines = ask(question, size=size).lines
        row = lines.index(path[: size[0]])  # as wide as the terminal, which folds it itself
        assert row < lines.index("Which?")
        drawn = [line for line in lines[lines.index("Which?") :] if line[:9] == path[:9]]
        assert all("..." in line and line.endswith(path[-9:]) for line in drawn), drawn
        assert len(drawn) == (question is hinted)
    assert lines.count("Noted.") == 1
