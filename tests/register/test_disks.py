"""A register on a disk that is full or can't be written to: a sentence, nothing lost, and the next run goes on."""

import contextlib
import io
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.cli import run
from breach_wizard.report import Output
from breach_wizard.report.written import as_json
from tests.faults import mounts
from tests.kit.registers import report

Said = tuple[int, str, str]


def in_a_child(work: Callable[[], Any]) -> Any:
    """Return what a child gives back that may mount file systems which nobody else sees.

    Where it may not, the test is skipped with the reason.
    """
    told, tell = os.pipe()
    process = os.fork()
    if not process:
        with os.fdopen(tell, "w") as answer:
            try:
                why_not = mounts.why_not()
                found = {"skipped": why_not} if why_not else {"found": work()}
            except BaseException as error:
                found = {"failed": repr(error)}
            json.dump(found, answer)
        os._exit(0)
    os.close(tell)
    with os.fdopen(told) as lines:
        found = json.load(lines)
    os.waitpid(process, 0)
    if "skipped" in found:
        pytest.skip(found["skipped"])
    assert "found" in found, found
    return found["found"]


def register(*arguments: str) -> Said:
    """Run a command of the register; return its code and what it said."""
    out, errors = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        code = run(["register", *arguments])
        out.flush()
    out.seek(0)
    return code, out.read(), errors.getvalue()


def files(folder: Path, count: int) -> Iterator[str]:
    """Write reports; yield their names."""
    for number in range(count):
        path = folder / f"{number}.json"
        path.write_text(as_json(report(outputs=(Output(title=f"Output {number}"),))))
        yield str(path)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "home"
    found.mkdir()
    monkeypatch.setenv("BREACH_WIZARD_HOME", str(found))
    return found


def total() -> int:
    return int(json.loads(register("list", "--json")[1])["total"])


def test_a_full_disk_is_told_and_what_was_there_stays(home: Path, tmp_path: Path) -> None:
    first, *more = files(tmp_path, 40)

    def work() -> list[Any]:
        with mounts.small(home, 1024):
            register("add", first, "--no-input")
            filler = mounts.fill(home)
            full = register("add", *more, "--no-input")
            kept = total()
            filler.unlink()
            return [full, kept, register("add", *more, "--no-input"), total()]

    full, kept, again, after = in_a_child(work)
    assert full[0] == 1
    assert "the disk is full" in full[2]
    assert "Traceback" not in full[2]
    assert 1 <= kept < 40
    assert (again[0], after) == (0, 40)


def test_what_can_not_be_written_to_can_be_read(home: Path, tmp_path: Path) -> None:
    first, second = files(tmp_path, 2)

    def work() -> list[Any]:
        register("add", first, "--no-input")
        with mounts.read_only(home):
            refused = register("add", second, "--no-input"), register("mark", "2017-001", "published")
            listed = total()
        return [refused, listed, register("add", second, "--no-input"), total()]

    refused, listed, again, after = in_a_child(work)
    for code, _, said in refused:
        assert code == 1
        assert said.count("register.db") == 1
        assert "Traceback" not in said
    assert (listed, again[0], after) == (1, 0, 2)
