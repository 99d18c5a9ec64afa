"""Where there is much of anything, work grows as it does, and no more: counted in calls and in items looked at."""

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.drafts import Store
from breach_wizard.interview import paths
from breach_wizard.interview.following import to_follow
from breach_wizard.prompts import Checklist, Choice, Select, Stopped
from breach_wizard.terminal import folding, lists, rows
from breach_wizard.terminal.drawing import Row
from breach_wizard.terminal.laid import Laid
from breach_wizard.terminal.rows import TextRows
from breach_wizard.wizard import walking
from breach_wizard.wizard.checking import check_answers
from breach_wizard.wizard.session import Session
from tests.kit import runs
from tests.kit.drawn import ask
from tests.kit.scripted import Scripted
from tests.test_check import WHOLE, WORLD

FEW, MANY = 30, 120
WAY = sys.modules["breach_wizard.interview.steps"]
"""The module; the package has a function of that name."""


class Watched(list[Any]):
    """A list that counts how many of its items are looked at one after the other."""

    seen = 0

    def __iter__(self) -> Iterator[Any]:
        for one in list.__iter__(self):
            Watched.seen += 1
            yield one


class Kept(Scripted):
    """Takes what stands in each question as its answer, and stops after some."""

    def __init__(self, most: int) -> None:
        super().__init__({})
        self.most = most

    def choose(self, ask: Any) -> Any:
        if len(self.asked) > self.most:
            raise Stopped
        return (ask.default or ask.choices[-1].value) if isinstance(ask, Select) else None


def large(count: int, **changes: Any) -> Any:
    """Answers with so many outputs, dates and actions; a name that nobody knows in each, and one thing to follow."""
    keys = [{"key": str(one)} for one in range(1, count + 1)]
    note = "It was sent to Jane Smith, of 25% more."
    return {
        **WHOLE,
        "outputs": Watched(one | {"title": f"Bulletin {one['key']}", "link": "?"} for one in keys),
        "occurrences": Watched(one | {"date": "20 March 2017, 5pm", "note": note} for one in keys),
        "actions": Watched(one | {"text": note, "status": "planned", "when": "?", "who": ""} for one in keys),
        "approved": {"by": "Head of Profession", "on": "24 March 2017"},
        **changes,
    }


def asked(folder: Path, count: int, act: Callable[[Session], None], most: int) -> list[Any]:
    """Run a part of the wizard over many answers until so many questions are answered; return what it asked."""
    prompter = Kept(most)
    with Store(folder / str(count), runs.clock).create() as draft, contextlib.suppress(Stopped):
        draft.draft.answers = large(count)
        act(runs.session(draft, prompter, runs.KNOWN))
    return prompter.asked


def looked_at(folder: Path, count: int, act: Callable[[Session], None], most: int) -> int:
    Watched.seen = 0
    asked(folder, count, act, most)
    return Watched.seen


STEPS = (("outputs", "3", "title"), ("occurrences", "3", "date"), ("circumstances",), ("actions", "3", "when"))


@pytest.mark.parametrize("step", STEPS)
def test_the_way_is_gone_at_most_twice_for_a_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[str, ...]
) -> None:
    gone: Counter[str] = Counter()
    walk: Callable[..., Iterator[Any]] = WAY._walk

    def counted(*arguments: Any) -> Iterator[Any]:
        gone["times"] += 1
        return walk(*arguments)

    monkeypatch.setattr(WAY, "_walk", counted)
    questions = asked(tmp_path, FEW, lambda session: walking.walk_all(session, step), 5)
    assert len(questions) == 6
    assert 0 < gone["times"] <= 2 * 5


@pytest.mark.parametrize("step", STEPS)
def test_the_next_question_looks_at_each_item_so_many_times_and_no_more(tmp_path: Path, step: tuple[str, ...]) -> None:
    few, many = (
        looked_at(tmp_path, count, lambda session: walking.walk_all(session, step), 5) for count in (FEW, MANY)
    )
    assert 0 < many < few * 1.5 * MANY / FEW


def test_the_check_page_looks_at_each_item_so_many_times_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths.Keyed, "__iter__", Watched.__iter__, raising=False)
    few, many = (looked_at(tmp_path, count, check_answers, 0) for count in (FEW, MANY))
    assert 0 < many < few * 1.5 * MANY / FEW


def test_where_nothing_says_that_it_is_to_follow_the_way_is_not_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(to_follow(large(FEW), WORLD)) == 2 * FEW
    assert to_follow(WHOLE | {"ongoing": True}, WORLD) == (("ongoing",),)
    assert to_follow(WHOLE | {"considerations": {"accessed": "to find out"}}, WORLD) == (
        ("considerations", "accessed"),
    )
    monkeypatch.setattr(WAY, "_walk", None)
    assert to_follow(WHOLE, WORLD) == ()


def listed(count: int) -> Checklist:
    return Checklist(
        id="a",
        question="Which?",
        choices=tuple(
            Choice(str(one), f"Entry {one} " + "of many words " * 8, "A hint", group=f"Group {one // 9}")
            for one in range(count)
        ),
    )


def test_a_key_draws_what_is_seen_of_a_list_and_folds_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = ["down", " ", "page-down", "entry 1", "back", "end", "up", " ", "home"]
    done: Counter[str] = Counter()

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def count(*arguments: Any, **named: Any) -> Any:
            done[name] += 1
            return function(*arguments, **named)

        return count

    monkeypatch.setattr(lists.List, "_lines", counted("drawn", lists.List._lines))
    monkeypatch.setattr(lists.List, "_folded", counted("folded", lists.List._folded))
    found = []
    for count in (FEW, 20 * FEW):
        done.clear()
        seen = ask(listed(count), *keys)
        assert seen.lines == seen.anew
        found.append((done["drawn"], done["folded"]))
    assert found[0] == found[1]
    assert found[0][1] == 1


def test_a_key_folds_nothing_around_a_list_anew_and_deals_out_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    folded = 0

    def counting(*arguments: Any, **named: Any) -> list[str]:
        nonlocal folded
        folded += 1
        return fold(*arguments, **named)

    def dealing(*_: Any, **__: Any) -> None:
        raise AssertionError("rows are dealt out one by one, though there is room for all")

    fold = folding._fold
    monkeypatch.setattr(folding, "_fold", counting)
    monkeypatch.setattr("prompt_toolkit.layout.containers.take_using_weights", dealing)
    found = []
    for keys in (0, 1, 8):  # at first what is the same for every list is kept
        folded = 0
        assert ask(listed(2), *["down"] * keys).code == 130
        found.append(folded)
    assert found[1] == found[2] <= found[0]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3)), min_size=1, max_size=9), st.data())
def test_some_rows_of_a_list_are_those_of_all_its_rows(sizes: list[tuple[int, int]], data: st.DataObject) -> None:
    drawn: list[int] = []

    def draw(place: int) -> list[Row]:
        drawn.append(place)
        return [[("", f"{place}.{row}")] for row in range(sizes[place][1])]

    laid = Laid([[[("", "above")]] * above for above, _ in sizes], [height for _, height in sizes], draw)
    every = list(laid[:])
    assert len(laid) == len(every) == sum(map(sum, sizes))
    assert [len(span) for span in laid.spans] == [height for _, height in sizes]
    start = data.draw(st.integers(0, len(every)))
    stop = data.draw(st.integers(start, len(every)))
    drawn.clear()
    assert list(laid[start:stop]) == every[start:stop]
    wholes = [laid.whole(place) for place in range(len(sizes))]
    assert drawn == [place for place, whole in enumerate(wholes) if set(whole) & set(range(start, stop))]


def test_a_key_folds_the_line_in_which_it_is_typed_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"Line {one} " + "and some words " * 9 for one in range(MANY)]
    folded = TextRows()
    folded.fold("\n".join(lines), 70)
    done: list[str] = []
    fold = rows.row_starts

    def counted(line: str, room: int) -> tuple[int, ...]:
        done.append(line)
        return fold(line, room)

    monkeypatch.setattr(rows, "row_starts", counted)
    lines[7] += "x"
    folded.fold("\n".join(lines), 70)
    assert done == [lines[7]]
