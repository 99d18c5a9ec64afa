"""Drafts: nothing saved is ever lost, whatever happens to the process."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard import drafts, regular
from breach_wizard.drafts import Draft, Store
from breach_wizard.drafts.draft import from_bytes, to_bytes
from breach_wizard.errors import InputError, StorageError
from breach_wizard.interview.shapes import Answers
from breach_wizard.text import clean

ROOT = Path(__file__).parents[2]
TEXTS = st.text(st.characters(codec="utf-8")).map(clean)
VALUES = st.one_of(TEXTS, st.booleans(), st.lists(TEXTS, max_size=3))
"""What a body's own question may hold, whose folder need not be here."""


def begun(folder: Path, **answers: Any) -> int:
    with Store(folder).create() as kept:
        kept.draft.answers = cast("Answers", answers)
        kept.save()
        return kept.draft.number


@given(st.dictionaries(st.text("abc", min_size=1), VALUES, max_size=5))
def test_what_is_saved_is_opened(answers: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        number = begun(Path(name), **{f"a{key}": value for key, value in answers.items()})
        with Store(Path(name)).open(number) as kept:
            assert kept.draft.answers == {f"a{key}": value for key, value in answers.items()}


@pytest.mark.parametrize("blank", ["\r", "\t", "\x85", "\u2028", "  ", "\x1b[31m", "\n • "])
def test_what_another_editor_did_to_an_answer_is_cleaned_as_if_it_were_typed(tmp_path: Path, blank: str) -> None:
    begun(tmp_path, contact_name=f"Release{blank}desk", actions=[{"key": "1\r", "text": f"{blank}Call"}])
    with Store(tmp_path).open(1) as kept:
        assert kept.draft.answers.get("contact_name") == clean(f"Release{blank}desk")
        assert kept.draft.answers.get("actions") == [{"key": "1\r", "text": clean(f"{blank}Call")}]


def test_drafts_are_private(tmp_path: Path) -> None:
    begun(tmp_path / "drafts")
    assert (tmp_path / "drafts").stat().st_mode & 0o777 == 0o700
    assert all(one.stat().st_mode & 0o777 == 0o600 for one in (tmp_path / "drafts").iterdir())


def test_a_number_never_means_another_draft(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert begun(tmp_path) == 1
    store.delete(1)
    assert begun(tmp_path) == 2
    with pytest.raises(InputError, match="no draft 1"):
        store.open(1)


def test_two_windows_get_two_drafts(tmp_path: Path) -> None:
    with Store(tmp_path).create() as one, Store(tmp_path).create() as other:
        one.save()
        other.save()
        assert {one.draft.number, other.draft.number} == {1, 2}


def test_a_second_window_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    begun(tmp_path)
    code = f"from pathlib import Path; from breach_wizard.drafts import Store; Store(Path({str(tmp_path)!r})).open(1); print('held', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StorageError, match=f"process {holder.pid}"):
            Store(tmp_path).open(1)
        with pytest.raises(StorageError):
            Store(tmp_path).delete(1)
        holder.kill()
        holder.wait()
    with Store(tmp_path).open(1) as kept:
        assert kept.draft.number == 1


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"schema": 1}', b"\xff\xfe", b'{"schema": 1, "number": 1, "answers": []}']
)
def test_a_damaged_draft_is_set_aside_and_named(tmp_path: Path, data: bytes) -> None:
    begun(tmp_path)
    begun(tmp_path, producer="kept")
    (tmp_path / "1.json").write_bytes(data)
    store = Store(tmp_path)
    assert [one.number for one in store.drafts()] == [2]
    (aside,) = store.set_aside
    assert aside.read_bytes() == data
    assert not (tmp_path / "1.json").exists()


def test_the_last_saved_come_first_and_no_more_are_made_out_than_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 31):
        saved = f"2026-11-{(number * 7) % 28 + 1:02}T10:00:00+00:00"
        (tmp_path / f"{number}.json").write_bytes(to_bytes(Draft(number, saved=saved)))
    by_hand = json.loads((tmp_path / "8.json").read_bytes()) | {"saved": "2026-11-30T10:00:00+00:00"}
    (tmp_path / "8.json").write_text(json.dumps(by_hand))
    (tmp_path / "9.json").write_bytes((tmp_path / "9.json").read_bytes()[:100])
    expected = [one.number for one in Store(tmp_path).drafts()]
    assert expected[0] == 8
    assert len(expected) == 29
    assert [one.number for one in Store(tmp_path).last_saved()] == expected

    made_out, reads = Counter[int](), Counter[str]()
    monkeypatch.setattr(drafts, "from_bytes", counted(from_bytes, lambda _, number: made_out.update([number])))
    monkeypatch.setattr(regular, "read", counted(regular.read, lambda path: reads.update([path.name])))
    assert [one.number for one in islice(Store(tmp_path).last_saved(), 3)] == expected[:3]
    assert made_out == Counter(expected[:3])
    assert sum(reads.values()) <= 29 + 3


def counted(function: Callable[..., Any], count: Callable[..., None]) -> Callable[..., Any]:
    def call(*given: Any) -> Any:
        count(*given)
        return function(*given)

    return call


def test_a_damaged_draft_that_is_named_says_where_it_went(tmp_path: Path) -> None:
    begun(tmp_path)
    (tmp_path / "1.json").write_text("{")
    with pytest.raises(StorageError, match=r"1\.damaged-"):
        Store(tmp_path).open(1)


def test_a_draft_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    begun(tmp_path)
    path = tmp_path / "1.json"
    newer = json.dumps(json.loads(path.read_text()) | {"schema": 99})
    path.write_text(newer)
    store = Store(tmp_path)
    assert store.drafts() == []
    with pytest.raises(InputError, match="newer"):
        store.open(1)
    assert path.read_text() == newer
    assert store.set_aside == []


def test_nothing_is_left_behind_before_the_first_save(tmp_path: Path) -> None:
    with Store(tmp_path / "drafts").create():
        pass
    assert not (tmp_path / "drafts").exists()


def test_killed_while_saving_a_draft_is_whole(tmp_path: Path) -> None:
    code = (
        f"from pathlib import Path; from breach_wizard.drafts import Store\n"
        f"kept = Store(Path({str(tmp_path)!r})).create()\n"
        "for n in range(10**6):\n"
        "    kept.draft.answers = {'n': str(n), 'text': 'x' * 50_000}\n"
        "    kept.save()\n"
        "    print(n, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT) as saver:
        assert saver.stdout is not None
        for line in saver.stdout:
            acknowledged = int(line)
            if acknowledged == 50:
                break
        os.kill(saver.pid, signal.SIGKILL)
        last = [int(line) for line in saver.stdout.read().split(b"\n")[:-1]]
    with Store(tmp_path).open(1) as kept:
        held = cast("dict[str, Any]", kept.draft.answers)
        assert int(held["n"]) >= (last or [50])[-1]
        assert len(held["text"]) == 50_000


def test_stray_temporary_files_are_swept(tmp_path: Path) -> None:
    begun(tmp_path)
    stray = tmp_path / ".breach-wizard-stray.tmp"
    fresh = tmp_path / ".breach-wizard-fresh.tmp"
    stray.write_text("")
    fresh.write_text("")
    os.utime(stray, (0, 0))
    Store(tmp_path).open(1).close()
    assert not stray.exists()
    assert fresh.exists()


def test_a_home_that_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with Store(tmp_path / "home" / "drafts").create() as kept, pytest.raises(StorageError):
        kept.save()
    assert Store(tmp_path / "home" / "drafts").drafts() == []
