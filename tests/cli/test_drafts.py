"""``drafts``: what it lists and names, how old it is, and what it deletes; and that no file in its way stops anything."""

import json
import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from breach_wizard import regular
from breach_wizard.cli.drafts import LISTED, age_in_days, state
from breach_wizard.drafts import Store
from breach_wizard.drafts.draft import Draft, to_bytes
from breach_wizard.interview.shapes import Answers
from tests.kit.commands import GOLDEN, ROOT, Command
from tests.kit.pty import Terminal, wizard

RELEASED = ROOT / "tests" / "data" / "released" / "0.1.0" / "several.draft.json"
WRONG: list[dict[str, Any]] = [
    {"answers": {"breach_type": []}}, {"answers": {"outputs": [5]}}, {"answers": {}, "written": {"path": 5}},
    {"answers": {"due": "31 February 2017"}}, {"answers": {}, "base": {"also": {}}}, {"answers": {"actions": [{"key": 1}]}},
    {"answers": {}, "partial": {"due": {}}}, {"answers": {}, "passed": [1]},
]  # fmt: skip
COPIES = [
    "1 (conflicted copy 2026-11-25).json",
    "1.sync-conflict-20261125-120000-ABCDEFG.json",
    "1-DESKTOP-ABC.json",
    "1 (1).json",
    "01.json",
]


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / "drafts"
    folder.mkdir(parents=True)
    return folder


def begun(folder: Path, days_ago: int = 0, **answers: Any) -> int:
    with Store(folder, lambda: datetime.now(UTC) - timedelta(days=days_ago)).create() as kept:
        kept.draft.answers = answers  # type: ignore[assignment]
        kept.save()
        return kept.draft.number


def test_a_drafts_messages_hold_what_it_says(command: Command, drafts: Path) -> None:
    outputs = [{"key": "1", "title": "Labour market overview"}]
    number = begun(drafts, breach_type="late-publication", ongoing=True, outputs=outputs, due="22 March 2017, 9.30am")
    assert b"Labour market overview, due 9.30am on 22 March 2017" in command("messages", str(number)).stdout


@pytest.mark.parametrize("held", WRONG)
def test_a_draft_of_a_wrong_shape_is_set_aside(drafts: Path, held: dict[str, Any]) -> None:
    data = json.dumps({"schema": 2, "saved": ""} | held)
    (drafts / "1.json").write_text(data)
    begun(drafts, breach_type="other")
    store = Store(drafts)
    assert [one.number for one in store.drafts()] == [2]
    assert [one.read_text() for one in store.set_aside] == [data]


@pytest.mark.parametrize("held", WRONG[:2])
def test_a_draft_of_a_wrong_shape_stops_nothing(command: Command, drafts: Path, held: dict[str, Any]) -> None:
    data = json.dumps({"schema": 2, "saved": ""} | held)
    (drafts / "1.json").write_text(data)
    begun(drafts, breach_type="other")
    done = command("drafts", "--json")
    assert (done.returncode, [one["draft"] for one in json.loads(done.stdout)]) == (0, [2])
    (aside,) = drafts.glob("1.damaged-*.json")
    assert aside.read_text() == data
    assert b"set aside, not deleted" in done.stderr
    for words in (("check", "1"), ("export", "1", "--to", "markdown"), ("resume", "--plain", "1")):
        (drafts / "1.json").write_text(data)
        done = command(*words)
        assert done.returncode == 1
        assert b"set aside, not deleted" in done.stdout + done.stderr
        assert b"Traceback" not in done.stderr
    (drafts / "1.json").write_text(data)
    done = command("--plain", stdin=b"2\n")
    assert b"Start a new one" in done.stderr
    assert b"What has happened" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_draft_of_a_wrong_shape_does_not_keep_a_report_from_being_begun(command: Command, drafts: Path) -> None:
    (drafts / "1.json").write_text('{"answers": {"breach_type": []}, "saved": "", "schema": 1}')
    done = command("--plain", stdin=b"")
    assert b"What has happened" in done.stderr
    assert done.returncode == 130


def test_what_is_no_file_or_can_not_be_read_is_named(command: Command, drafts: Path) -> None:
    (drafts / "1.json").mkdir()
    os.mkfifo(drafts / "2.json")
    (drafts / "3.json").write_text('{"schema": 99}')
    (drafts / ("9" * 200 + ".json")).write_text("{}")
    begun(drafts)
    (drafts / "5.json").symlink_to(drafts / "nowhere")
    done = command("drafts", "--json")
    assert done.returncode == 0
    assert [one["draft"] for one in json.loads(done.stdout)] == [4]
    for name in (b"1.json", b"2.json", b"Draft 3", b"5.json", b"999.json"):
        assert name in done.stderr
    assert command("check", "1").returncode == 1


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError("no number"), MemoryError()])
def test_a_draft_that_can_not_be_read_is_named_and_stays(
    drafts: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    begun(drafts)

    def fail(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(regular, "read", fail)
    store = Store(drafts)
    assert store.drafts() == []
    assert "1.json can't be read" in store.left_out[0]
    assert (left(drafts), store.set_aside) == ({"1.json"}, [])


def test_a_damaged_draft_that_can_not_be_set_aside_is_named_and_stays(
    drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (drafts / "1.json").write_text("{")

    def fail(*_: object) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", fail)
    store = Store(drafts)
    assert store.drafts() == []
    assert "could not be set aside" in store.left_out[0]
    assert (left(drafts), store.set_aside) == ({"1.json"}, [])


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_a_synced_folder_made_is_named_and_can_be_looked_at(
    command: Command, drafts: Path, name: str
) -> None:
    begun(drafts, breach_type="other")
    (drafts / name).write_bytes(RELEASED.read_bytes())
    done = command("drafts", "--json")
    assert [one["draft"] for one in json.loads(done.stdout)] == [1]
    (line,) = done.stderr.decode().splitlines()
    assert name in line
    assert "rename it to 2.json" in line
    (drafts / name).rename(drafts / "2.json")
    assert b"Labour market overview" in command("drafts").stdout
    assert begun(drafts) == 3


def test_what_was_set_aside_is_not_named_again(command: Command, drafts: Path) -> None:
    (drafts / "1.json").write_text("{")
    assert b"damaged" in command("drafts").stderr
    assert b"damaged" not in command("drafts").stderr


def test_two_damaged_drafts_of_one_number_and_second_are_both_kept(drafts: Path) -> None:
    store = Store(drafts, lambda: datetime(2026, 11, 25, tzinfo=UTC))
    for text in ("{", "["):
        (drafts / "1.json").write_text(text)
        assert store.drafts() == []
    assert sorted(path.read_text() for path in store.set_aside) == ["[", "{"]


def test_a_title_can_not_drive_the_terminal_and_half_a_character_stops_nothing(command: Command, drafts: Path) -> None:
    answers = {"outputs": [{"key": "1", "title": "a\x1b[2J\x07\x9b2J\ud800\nb"}], "breach_type": "\ud800"}
    written = {"path": "r\udcff.md", "at": "2020-01-01T10:00:00+00:00"}
    held = {"schema": 2, "saved": "\x1b[2J", "answers": answers, "written": written}
    (drafts / "1.json").write_text(json.dumps(held))
    for words in (("drafts",), ("drafts", "--json"), ("check", "1"), ("export", "1", "--to", "json")):
        done = command(*words)
        assert b"Traceback" not in done.stderr
        assert not set(done.stdout + done.stderr) & set(range(32)) - {10}
    (listed,) = json.loads(command("drafts", "--json").stdout)
    assert listed["written"]["path"] == "r\udcff.md"
    assert listed["age_days"] is None


@pytest.mark.parametrize(
    ("days", "told"),
    [(0, ", today"), (1, ", yesterday"), (3, ", 3 days ago"), (-2, ", today"), (400, ", 400 days ago")],
)
def test_a_draft_tells_how_old_it_is(days: int, told: str) -> None:
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    draft = Draft(1, saved=(now - timedelta(days=days)).isoformat())
    assert state(draft, now).endswith(told)
    assert age_in_days(draft, now) == max(days, 0)
    draft.written = {"at": "2017-03-22T10:00:00+00:00"}
    assert f"last saved{told.removeprefix(',')}" in state(draft, now)


def test_the_age_is_in_the_list(command: Command, drafts: Path) -> None:
    begun(drafts, days_ago=5)
    assert b"5 days ago" in command("drafts").stdout
    assert json.loads(command("drafts", "--json").stdout)[0]["age_days"] == 5


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.json")}


def test_old_drafts_are_listed_and_deleted_only_with_yes(command: Command, drafts: Path) -> None:
    for days in (0, 30, 31, 100):
        begun(drafts, days_ago=days, breach_type="other")
    before = left(drafts)
    done = command("drafts", "delete", "--older-than", "30d")
    assert done.returncode == 2
    assert b"--yes" in done.stderr
    assert [line[:1] for line in done.stdout.splitlines()[::2]] == [b"3", b"4"]
    assert left(drafts) == before
    done = command("drafts", "delete", "--older-than", "30d", "--yes")
    assert done.returncode == 0
    assert left(drafts) == {"1.json", "2.json"}
    assert b"Draft 3 is deleted" in done.stderr
    assert begun(drafts) == 5
    done = command("drafts", "delete", "--older-than", "30d")
    assert done.returncode == 0
    assert b"No draft is older" in done.stderr


@pytest.mark.parametrize(("age", "gone"), [("1w", True), ("2w", False), ("1m", False), ("9d", True), ("10d", False)])
def test_units_of_age(command: Command, drafts: Path, age: str, gone: bool) -> None:
    begun(drafts, days_ago=10)
    assert command("drafts", "delete", "--older-than", age, "--yes").returncode == 0
    assert left(drafts) == (set() if gone else {"1.json"})


@pytest.mark.parametrize(
    "words",
    [
        ("delete", "--older-than", "90"),
        ("delete", "--older-than", "-1d"),
        ("delete", "--older-than", "old"),
        ("delete", "--older-than", "9" * 5000 + "d"),
        ("delete", "1", "--older-than", "1d", "--yes"),
        ("--older-than", "1d"),
        ("--yes",),
        ("delete", "--yes"),
    ],
)
def test_what_can_not_be_meant_deletes_nothing(command: Command, drafts: Path, words: tuple[str, ...]) -> None:
    begun(drafts, days_ago=500)
    assert command("drafts", *words).returncode == 2
    assert left(drafts) == {"1.json"}


def test_a_draft_that_is_open_or_tells_no_day_is_passed_over_and_named(command: Command, drafts: Path) -> None:
    begun(drafts, days_ago=500)
    begun(drafts, days_ago=500)
    (drafts / "7.json").write_text('{"schema": 2, "saved": "long ago", "answers": {}}')
    with Store(drafts).open(1):
        done = command("drafts", "delete", "--older-than", "90d", "--yes")
    assert done.returncode == 0
    assert b"Passed over: Draft 1 is open in another window" in done.stderr
    assert b"Draft 7 does not tell" in done.stderr
    assert left(drafts) == {"1.json", "7.json"}


def test_a_draft_that_was_saved_again_meanwhile_stays(drafts: Path) -> None:
    begun(drafts, days_ago=500)
    store = Store(drafts)
    (old,) = store.drafts()
    with store.open(1) as kept:
        kept.save()
    with pytest.raises(Exception, match="saved again"):
        store.delete(1, old.saved)
    assert left(drafts) == {"1.json"}


def test_on_a_terminal_old_drafts_are_listed_and_how_to_go_on_is_said(tmp_path: Path, drafts: Path) -> None:
    begun(drafts, days_ago=500)
    argv = wizard("drafts", "delete", "--older-than", "90d")
    with Terminal(argv, env={"BREACH_WIZARD_HOME": str(tmp_path / "home")}, cwd=ROOT) as terminal:
        terminal.wait_for("Add --yes to delete it")
        assert terminal.wait() == 0
    assert left(drafts) == {"1.json"}


@pytest.mark.parametrize(("key", "stays"), [("enter", True), ("s-tab", True), ("down", False)])
def test_on_a_terminal_a_draft_is_named_and_asked_about(tmp_path: Path, drafts: Path, key: str, stays: bool) -> None:
    begun(drafts, outputs=[{"key": "1", "title": "Labour market overview"}])
    argv = wizard("drafts", "delete", "1")
    with Terminal(argv, env={"BREACH_WIZARD_HOME": str(tmp_path / "home")}, cwd=ROOT) as terminal:
        terminal.wait_for("Labour market overview")
        terminal.wait_for("Yes, delete it")
        terminal.send(*[key, "enter"] if key == "down" else [key])
        assert terminal.wait() == 0
    assert left(drafts) == ({"1.json"} if stays else set())


def test_where_nobody_can_be_asked_a_draft_is_deleted_only_with_yes(command: Command, drafts: Path) -> None:
    begun(drafts, outputs=[{"key": "1", "title": "Labour market overview"}])
    done = command("drafts", "delete", "1")
    assert done.returncode == 2
    assert b"Labour market overview" in done.stdout
    assert left(drafts) == {"1.json"}
    assert command("drafts", "delete", "1", "--yes").returncode == 0
    assert left(drafts) == set()


def test_a_report_is_told_from_its_update(command: Command, drafts: Path) -> None:
    report: dict[str, Any] = {"outputs": [{"key": "1", "title": "Wages"}], "report_date": "21 March 2017"}
    begun(drafts, **report)
    for approved in ({"approved": {"by": "Head of Profession", "on": "22 March 2017"}}, {"approved": "no"}):
        with Store(drafts).create() as kept:
            kept.draft.answers = cast("Answers", report)
            kept.draft.base = cast("Answers", report | approved)
            kept.save()
    told = [one["name"] for one in json.loads(command("drafts", "--json").stdout)]
    assert len(set(told)) == 3
    assert sorted("21 March 2017" in one for one in told) == [False, True, True]


def test_resume_says_which_report_it_opens(command: Command, drafts: Path) -> None:
    begun(drafts, breach_type="other", outputs=[{"key": "1", "title": "Labour market overview"}])
    assert b"draft 1: Labour market overview" in command("resume", "1", "--plain", stdin=b"").stderr
    assert b"correction of the report of 21 March 2017" in command("resume", str(GOLDEN), "--plain", stdin=b"").stderr


def test_a_number_of_thousands_of_digits_is_no_draft(command: Command) -> None:
    done = command("drafts", "delete", "9" * 5000)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


DAMAGED = [
    b"producer = ", b'phone = "1"', b"producer = 5", b"plain = 1", b"\xff\xfe", b"a = " + b"[" * 3000 + b"]" * 3000,
    b"a = " + b"{a=" * 3000 + b"1" + b"}" * 3000, b"producer = " + b"1" * 5000, b"\0", b"producer = '''",
]  # fmt: skip


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_profile_is_set_aside_and_stops_nothing(command: Command, tmp_path: Path, data: bytes) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for words, code in (
        (("profile",), 0),
        (("check", str(GOLDEN)), 0),
        (("export", str(GOLDEN), "--to", "email"), 0),
        (("profile", "producer=ONS"), 0),
    ):
        (home / "profile.toml").write_bytes(data)
        done = command(*words)
        assert (done.returncode, b"Traceback" in done.stderr) == (code, False), words
        assert b"set aside, not deleted" in done.stderr
        asides = list(home.glob("profile.damaged-*.toml"))
        assert asides
        assert all(one.read_bytes() == data for one in asides)
    assert b"producer = ONS" in command("profile").stdout
    (home / "profile.toml").write_bytes(data)
    done = command("--plain", "new", stdin=b"1\n")
    assert b"Traceback" not in done.stderr
    assert b"set aside, not deleted" in done.stderr
    assert left(home / "drafts") == {"1.json"}


def test_a_profile_that_can_not_be_set_aside_is_not_used_and_not_replaced(command: Command, tmp_path: Path) -> None:
    (tmp_path / "home" / "profile.toml").mkdir(parents=True)
    done = command("check", str(GOLDEN), str(GOLDEN))
    assert done.returncode == 0
    assert done.stderr.count(b"can't be read") == 1
    assert command("profile", "producer=ONS").returncode == 1
    assert (tmp_path / "home" / "profile.toml").is_dir()


@pytest.mark.parametrize("data", [DAMAGED[5], DAMAGED[6], DAMAGED[7], b"\xff"])
def test_damaged_guidance_is_named_and_never_moved(command: Command, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "actions.toml").write_bytes(data)
    for words in (("guidance", "check"), ("guidance",)):
        done = command(*words, env={"BREACH_WIZARD_GUIDANCE": "own"})
        assert (done.returncode, b"Traceback" in done.stderr, b"actions.toml" in done.stderr) == (1, False, True)
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["actions.toml"]


@pytest.mark.parametrize("data", [DAMAGED[5], DAMAGED[6], b"breach_type = " + b"1" * 5000, b"{" + b'"a": [' * 100_000])
def test_a_file_of_answers_that_can_not_be_parsed_is_told_and_the_next_one_read(
    command: Command, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "a.toml").write_bytes(data)
    done = command("check", "a.toml", str(GOLDEN))
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
    assert b"unreadable" in done.stdout
    assert GOLDEN.name.encode() in done.stdout
    done = command("new", "--answers", "a.toml", "--no-input")
    assert (done.returncode, b"Traceback" in done.stderr, done.stdout) == (1, False, b"")


def test_a_number_that_no_draft_has_is_no_draft_to_any_command(command: Command, tmp_path: Path) -> None:
    drafts = tmp_path / "home" / "drafts"
    drafts.mkdir(parents=True)
    stranger = drafts / "1000000000.json"
    stranger.write_text("{}")
    for words in (("drafts", "delete"), ("resume", "--plain"), ("check",), ("export", "--to", "json")):
        for number in ("1000000000", "٣"):
            done = command(*words, number)
            assert done.returncode in (1, 2)
            assert done.stderr or done.stdout
    assert stranger.read_text() == "{}"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such pipes")
def test_a_pipe_in_the_place_of_our_files_is_not_waited_for(command: Command, tmp_path: Path) -> None:
    (tmp_path / "home" / "drafts").mkdir(parents=True)
    (tmp_path / "own").mkdir()
    for path in ("home/profile.toml", "home/drafts/1.json", "own/actions.toml"):
        os.mkfifo(tmp_path / path)
    assert command("check", str(GOLDEN)).returncode == 0
    assert b"no file" in command("drafts").stderr
    assert b"needs a terminal" in command().stderr or command().returncode == 2
    done = command("check", str(GOLDEN), env={"BREACH_WIZARD_GUIDANCE": "own"})
    assert done.returncode == 1
    assert b"actions.toml" in done.stderr + done.stdout


@pytest.mark.parametrize("words", [("resume", "1"), ("new", "--plain")])
def test_a_report_that_is_asked_for_goes_to_a_file(command: Command, words: tuple[str, ...]) -> None:
    for name in ("-", ".", ""):
        done = command(*words, "-o", name)
        assert done.returncode == 2
        assert done.stderr


def test_the_list_is_folded_at_words(command: Command, tmp_path: Path) -> None:
    drafts = tmp_path / "home" / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "1.json").write_bytes((ROOT / "tests/data/released/0.1.0/checked.draft.json").read_bytes())
    whole = command("drafts").stdout.decode()
    env = {"PYTHONPATH": str(ROOT), "BREACH_WIZARD_HOME": str(tmp_path / "home")}
    with Terminal(wizard("drafts"), env=env, cwd=ROOT, columns=40) as terminal:
        assert terminal.wait() == 0
    lines = terminal.raw.decode().splitlines()
    assert len(lines) > 2
    assert max(map(len, lines)) < 40
    assert " ".join(" ".join(lines).split()) == " ".join(whole.split())


def test_of_many_the_last_saved_are_listed_and_all_on_request(command: Command, drafts: Path) -> None:
    for number in range(1, LISTED + 4):
        saved = f"2026-01-01T10:{number:02}:00+00:00"
        (drafts / f"{number}.json").write_bytes(to_bytes(Draft(number, saved=saved)))
    newest_first = [*range(LISTED + 3, 0, -1)]

    def numbers(done: subprocess.CompletedProcess[bytes]) -> list[int]:
        return [int(line.split()[0]) for line in done.stdout.decode().splitlines()[::2]]

    done = command("drafts")
    assert numbers(done) == newest_first[:LISTED]
    assert done.stderr.startswith(b"3 ")
    assert b"--all" in done.stderr
    done = command("drafts", "--all")
    assert (numbers(done), done.stderr) == (newest_first, b"")
    assert [one["draft"] for one in json.loads(command("drafts", "--json").stdout)] == newest_first
    (drafts / f"{LISTED + 3}.json").write_text("{")  # one that is left out is none of those that are more
    done = command("drafts")
    assert numbers(done) == newest_first[1 : LISTED + 1]
    assert any(line.startswith(b"2 ") for line in done.stderr.splitlines())
    done = command("drafts", "delete", "1", "--all", "--yes")
    assert done.returncode == 2
    assert (drafts / "1.json").exists()
