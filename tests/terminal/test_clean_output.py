"""What goes to a terminal is clean: hostile text through every way in, every command and both faces, by its bytes."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.drafts import Draft, Store
from breach_wizard.interview.paths import items
from breach_wizard.terminal.visible import as_json, as_shown, in_json, in_place, on_one_line, visible
from tests.kit import hostile, piped, runs
from tests.kit.commands import CASE, GOLDEN, ROOT, Command, in_folder
from tests.kit.driver import Driver, at, end
from tests.kit.pty import Terminal, wizard
from tests.kit.stories import OFSTED, SCREENS, STOP, Table

SHOWN = "‹U+"
HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from("\x00\x1b\x07\x7f\x85\x9b\u202e\u2066\u200f\uf0b7\ud800\t\n\r"))
)


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return in_folder(tmp_path)


class Output:
    """A stream of an encoding."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding


@given(HOSTILE)
def test_nothing_hostile_is_left_and_each_sign_is_shown(text: str) -> None:
    shown = visible(text)
    assert hostile.ANY.search(shown) is None
    assert visible(shown) == shown
    for one in set(text):
        if hostile.ANY.match(one):
            assert f"‹U+{ord(one):04X}›" in shown or visible(one) in ("\n", " ")
    if hostile.ANY.search(text.replace("\n", "")) is None and not set(text) & set("\u2028\u2029"):
        assert shown == text
    assert "\n" not in on_one_line(text)
    assert hostile.ANY.search(on_one_line(text)) is None


@given(HOSTILE)
def test_a_field_shows_one_sign_for_each(text: str) -> None:
    shown = in_place(text)
    assert len(shown) == len(text)
    assert {one for one in shown if hostile.ANY.match(one)} <= {chr(one) for one in (*range(32), 0x7F)}


@given(HOSTILE, st.sampled_from(["utf-8", "ascii"]))
def test_json_means_the_same(text: str, encoding: str) -> None:
    output: Any = Output(encoding)
    written = as_json({text: [text]}, output)
    assert hostile.ANY.search(written) is None
    assert json.loads(written) == {text: [text]}
    assert as_shown(written, output) == written
    assert in_json(written) == written


@pytest.mark.parametrize("text", ["👩\u200d🔬 9.30\u00a0am", "Ystadegau’r – “Größe” Ελλάδα", "[bold]x[/bold]", "עברית"])
def test_what_is_not_hostile_stays(text: str) -> None:
    assert visible(text) == on_one_line(text) == in_place(text) == in_json(text) == text


def test_an_ascii_console_is_shown_it_in_ascii() -> None:
    output: Any = Output("ascii")
    assert as_shown("a\u202eb\x1b", output) == "a<U+202E>b<U+001B>"


def report(folder: Path, text: str = hostile.ALL) -> Path:
    """A report of others, with the text in what it answers and in lines that have no place."""
    path = folder / "report.md"
    path.write_text(
        f"Preface {text}\nName of statistical producer: X {text}\nDate of breach report: 1 May 2020\nstray {text}\n"
    )
    return path


def test_a_report_of_others(command: Command, tmp_path: Path) -> None:
    report(tmp_path)
    done = command("check", "report.md")
    assert SHOWN in hostile.sent(done.stdout)
    assert "PWNED" not in hostile.sent(done.stderr)
    (held,) = json.loads(hostile.sent(command("check", "report.md", "--json").stdout))
    assert any("\u202e" in one["message"] for one in held["findings"])


@pytest.mark.parametrize("stdout", [True, False], ids=["terminal", "output elsewhere"])
def test_a_folder_in_a_terminal_and_where_the_output_goes(tmp_path: Path, *, stdout: bool) -> None:
    """So many files that there is a bar: what is printed meanwhile must go where standard output goes."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(25):
        (folder / f"{number}{hostile.ALL.replace('/', '')}\n.md").write_bytes(GOLDEN.read_bytes())
    (folder / f"none {hostile.ALL}.md").write_text("no report")
    argv = wizard("check", str(folder))
    if not stdout:
        argv = ["/bin/sh", "-c", 'exec "$@" > "$0"', str(tmp_path / "out"), *argv]
    settings = {"PYTHONPATH": str(ROOT), "BREACH_WIZARD_HOME": str(tmp_path / "home")}
    with Terminal(argv, cwd=ROOT, env=settings) as terminal:
        assert terminal.wait() == 0
    assert b"\x1b]" not in terminal.raw
    assert b"\x1b[38;5;99m" not in terminal.raw
    drawn = hostile.drawn(terminal.raw)
    assert "Passed over" in drawn
    result = drawn if stdout else hostile.sent((tmp_path / "out").read_bytes())
    assert "25 files, none with" in result
    assert SHOWN in result


def test_names_of_files(command: Command, tmp_path: Path) -> None:
    name = hostile.ALL.replace("/", "")
    (tmp_path / f"{name}.md").write_bytes(GOLDEN.read_bytes())
    raw = os.fsencode(tmp_path) + b"/\xff\xfe.md"
    Path(os.fsdecode(raw)).write_bytes(GOLDEN.read_bytes())
    for env in ({}, {"PYTHONIOENCODING": "utf-8:strict"}, {"PYTHONIOENCODING": "ascii:strict"}):
        done = command("check", f"{name}.md", os.fsdecode(raw), env=env)
        assert done.returncode == 0, done.stderr
        assert "U+001B" in hostile.sent(done.stdout)
        assert "U+DCFF" in hostile.sent(done.stdout)
        held = json.loads(hostile.sent(command("check", f"{name}.md", "--json", env=env).stdout))
        assert held[0]["file"] == f"{name}.md"


WITH_A_WORD: list[list[str]] = [
    ["check", "WORD"],
    ["check", "WORD/none"],
    ["export", "WORD", "--to", "json"],
    ["export", str(CASE), "--to", "WORD"],
    ["export", str(CASE), "--to", "json", "-o", "WORD/none"],
    ["export", str(CASE), "--to", "json", "--type", "WORD"],
    ["export", str(CASE), "--template", "WORD"],
    ["new", "--answers", "WORD", "--no-input"],
    ["new", "--plain", "-o", "."],
    ["resume", "WORD", "--plain"],
    ["drafts", "WORD"],
    ["drafts", "delete", "WORD"],
    ["guidance", "WORD"],
    ["messages", "WORD"],
    ["profile", "WORD"],
    ["profile", "plain=WORD"],
    ["profile", "hop_email=WORD"],
    ["WORD"],
    ["--WORD"],
    ["new", "--WORD", "WORD"],
]


@pytest.mark.parametrize("arguments", WITH_A_WORD, ids=lambda one: " ".join(one).replace(str(ROOT), ""))
def test_words_of_the_command_line(arguments: list[str], command: Command) -> None:
    word = f"{hostile.ALL}\udcff"
    done = command(*(one.replace("WORD", word) for one in arguments), env={"PYTHONIOENCODING": "utf-8:strict"})
    assert done.returncode in (1, 2), done.stderr
    hostile.sent(done.stdout)
    assert "Traceback" not in hostile.sent(done.stderr)


def test_an_answers_file(command: Command, tmp_path: Path) -> None:
    text = json.dumps(hostile.ALL).replace("\x7f", "\\u007f")
    (tmp_path / "wrong.toml").write_text(f"{text} = 1\nbreach_type = {text}\ndue = {text}\n")
    (tmp_path / "wrong.json").write_text(f'{{{text}: 1, "breach_type": {text}}}')
    (tmp_path / "bad.toml").write_bytes(b"a = \x1b]0;PWNED\x07")
    for name in ("wrong.toml", "wrong.json", "bad.toml"):
        for arguments in (["new", "--no-input", "--answers", name], ["check", name], ["check", name, "--json"]):
            done = command(*arguments)
            assert done.returncode == 1, done.stderr
            hostile.sent(done.stdout)
            hostile.sent(done.stderr)


def drafted(home: Path, text: str = hostile.ALL) -> Draft:
    """A draft in which everything that is text is hostile, as somebody's sync service may leave it."""
    with Store(home / "drafts", runs.clock).create() as kept:
        kept.draft.answers = {
            "breach_type": "early-release",
            "ongoing": False,
            "exemption": False,
            "outputs": [{"key": "1", "title": f"Title {text}", "link": text}],
            "due": "22 March 2017",
            "circumstances": f"It went wrong {text}\n\nTwice {text}",
            "impact": text,
        }  # fmt: skip
        kept.save()
        return kept.draft


def test_a_draft(command: Command, tmp_path: Path) -> None:
    drafted(tmp_path / "home")
    done = command("drafts")
    assert f"Title bad {SHOWN}" in hostile.sent(done.stdout)
    assert "\u202e" in json.loads(hostile.sent(command("drafts", "--json").stdout))[0]["name"]
    hostile.sent(command("check", "1").stdout)
    hostile.sent(command("export", "1", "--to", "json").stderr)


def test_the_profile(command: Command, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    text = json.dumps(hostile.ALL, ensure_ascii=False).replace("\x7f", "\\u007f")
    (tmp_path / "home" / "profile.toml").write_text(
        f"producer = {json.dumps(hostile.SURVIVES_CLEANING, ensure_ascii=False)}\n"
    )
    assert SHOWN in hostile.sent(command("profile").stdout)
    (tmp_path / "home" / "profile.toml").write_text(f"{text} = 1\n")
    done = command("profile")
    assert done.returncode == 0
    assert hostile.sent(done.stderr)


@pytest.mark.parametrize(
    "arguments", [["guidance"], ["messages"], ["guidance", "check"], ["guidance", "pre-release-leak"]]
)
def test_a_body_s_own_guidance(arguments: list[str], command: Command, tmp_path: Path) -> None:
    env = {"BREACH_WIZARD_GUIDANCE": str(hostile.guidance(tmp_path / hostile.ALL))}
    done = command(*arguments, env=env)
    assert SHOWN in hostile.sent(done.stdout) + hostile.sent(done.stderr)


def test_guidance_with_a_slip(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / hostile.ALL
    folder.mkdir()
    env = {"BREACH_WIZARD_GUIDANCE": str(folder)}
    for slip in ('["\\u001b]0;PWNED\\u0007"]\n"\\u009bx" = "\\u202e"\n', "a = \x1b]0;PWNED\x07", "[\u202e]"):
        (folder / "messages.toml").write_text(slip)
        done = command("messages", env=env)
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr
        assert SHOWN in hostile.sent(done.stderr)


OWN = """
[own_text_1]
kind = "text"
section = "core"
asked = "interview"
part = 1
label = "Own {0}"
question = "What about {1}?"
hint = "Hint {1}"
help = "Help {1}"

[own_choice_1]
kind = "choice"
section = "core"
asked = "interview"
part = 1
label = "Choice {0}"
question = "Which {1}?"
choices = ["one {0}", "two"]
"""


def all_hostile(folder: Path) -> dict[str, str]:
    """Guidance with hostile wordings, and questions of its own."""
    path = hostile.guidance(folder)
    escaped = "".join(f"\\U{ord(one):08x}" for one in hostile.ALL)
    own = OWN.replace("{0}", hostile.SURVIVES_CLEANING).replace("{1}", escaped)
    with (path / "fields.toml").open("a") as file:
        file.write(own)
    return {"BREACH_WIZARD_GUIDANCE": str(path)}


def test_the_plain_face(tmp_path: Path) -> None:
    home = tmp_path / "home"
    drafted(home)
    env = all_hostile(tmp_path / "body")
    for arguments in (["--plain"], ["resume", "1", "--plain"], ["new", "--plain"]):
        typed = ["1", "/help", "/now", "/again", "/list", "/read", hostile.ALL, *[""] * 12, "/help", "/back", "/quit"]
        ended = piped.talk(arguments, home, typed, env=env)
        assert SHOWN in hostile.sent(ended.talk)
        assert "Traceback" not in ended.talk.decode()
        hostile.sent(ended.result)


@pytest.mark.parametrize("columns", [80, 40])
def test_the_drawn_face_with_hostile_guidance(columns: int, tmp_path: Path) -> None:
    driver = Driver(["new"], tmp_path / "home", columns=columns, env=all_hostile(tmp_path / "body"), pasting=True)
    own = {"own_text_1": "mine", "own_choice_1": "first"}
    table = Table(OFSTED | own | {"check": STOP}, SCREENS | {"page": "more"})
    for event in driver.questions():
        if event["id"] in ("outputs.1.title", "circumstances", "own_text_1"):
            driver.terminal.send("c-g")
            driver.terminal.wait_for("back to the question")
            driver.terminal.send("c-g")
        answer = table.answer(event["id"])
        driver.type(event, event["values"][0] if answer == "first" else answer)
    assert driver.close() == 130
    assert SHOWN in hostile.drawn(driver.terminal.raw)


@pytest.mark.parametrize(
    ("text", "last"), [(hostile.ALL, STOP), (hostile.SURVIVES_CLEANING, "write")], ids=["everything", "written"]
)
def test_a_draft_in_the_drawn_face(text: str, last: object, tmp_path: Path) -> None:
    """The picker, the check page, the preview, what is answered on the way, and the name of the file written."""
    drafted(tmp_path, text)
    name = f"report {hostile.TURNED}.md"
    driver = Driver([], tmp_path, pasting=True)
    event = next(driver.questions())
    driver.wait_until_whole(event)
    assert f"Title {visible(text)[:7]}" in driver.terminal.words
    driver.type(event, "1")
    told = OFSTED | {"check": ("again", "preview", last), "formats": ("markdown", "name")}
    table = Table(told, SCREENS | {"page": "more"})
    for event in driver.questions():
        if event["id"] == "output":
            driver.clear(event)
            driver.terminal.send(name)
            driver.terminal.wait_for(in_place(name))
            driver.terminal.send("enter")
            continue
        driver.type(event, event["values"][0] if event["id"] == "preview" else table.answer(event["id"]))
    assert driver.close() == (130 if last is STOP else 0), driver.terminal.text
    assert SHOWN in hostile.drawn(driver.terminal.raw)
    if last is not STOP:
        assert (tmp_path / name).exists()
        assert f"report {visible(name)[7:15]}" in hostile.drawn(driver.terminal.raw)


def test_a_field_shows_harmlessly_what_it_keeps_as_it_is(tmp_path: Path) -> None:
    text = f"a\x1b]0;b{hostile.C1}{hostile.SURVIVES_CLEANING}c"
    driver = at(tmp_path, "outputs.1.title")
    driver.terminal.paste(f"x{hostile.SURVIVES_CLEANING}y")
    driver.terminal.wait_for(f"x{in_place(hostile.SURVIVES_CLEANING)}y")
    driver.terminal.send("enter")
    assert next(driver.questions())["id"] == "outputs.1.link"
    end(driver)
    hostile.drawn(driver.terminal.raw)
    (draft,) = runs.store(tmp_path).drafts()
    (output,) = items(draft.answers, "outputs")
    assert output["title"] == f"x{hostile.SURVIVES_CLEANING}y"
    with runs.store(tmp_path).open(1) as kept:
        kept.draft.partial = {"outputs.1.link": text}
        kept.save()
    driver = Driver(["resume", "1"], tmp_path)
    event = next(driver.questions())
    assert (event["id"], event["default"]) == ("outputs.1.link", text)
    driver.wait_until_whole(event)
    end(driver)
    hostile.drawn(driver.terminal.raw)
    (draft,) = runs.store(tmp_path).drafts()
    assert draft.partial == {"outputs.1.link": text}
