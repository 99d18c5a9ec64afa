"""A register on a server in the wizard, in both faces: what is promised stays true, and nothing is stopped by it."""

import re
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.interview.labels import label
from breach_wizard.profile import Profile, save
from breach_wizard.prompts import Ask, Select
from breach_wizard.register import opened, reading
from breach_wizard.register.address import Server
from breach_wizard.report import Output
from breach_wizard.wizard import recording, run
from breach_wizard.wizard.session import Session
from tests.kit import piped, runs, servers
from tests.kit.commands import ROOT, in_folder
from tests.kit.driver import Driver, tell
from tests.kit.pty import Terminal, wizard
from tests.kit.registers import add, made, mark
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK, SCREENS, STORIES
from tests.kit.today import GUIDANCE

pytestmark = pytest.mark.skipif(bool(servers.WHY_NOT), reason=servers.WHY_NOT)

PROMISE = re.compile(
    r"sends nothing|nothing is sent|not sent to any|leaves? (?:this|your) computer|no network", re.IGNORECASE
)
GONE = Server("postgresql://127.0.0.1:1/breaches")
STORY = STORIES["early"][0]


def told(address: Server, folder: Path, answer: Any, *, adds: bool = False) -> tuple[Session, Scripted]:
    """Tell a story to the scripted prompter, with a register on a server."""
    prompter = Scripted(
        STORY | {"register.server": answer}, SCREENS | {"previous_breaches.earlier": ["none"], "replace": "yes"}
    )
    with runs.store(folder).create() as kept:
        session = runs.session(kept, prompter)
        session.register, session.adds_to_server = address, adds
        run.start(session, folder / "report.md")
    return session, prompter


def held(address: Server) -> int:
    with closing(opened(address)) as register:
        return reading.page(register).total


def asked(prompter: Scripted) -> Select:
    found = next(one for one in prompter.asked if one.id == "register.server")
    assert isinstance(found, Select)
    return found


def words(prompter: Scripted) -> str:
    """All that was asked and shown."""
    return "\n".join([*map(_words, prompter.asked), *(line.text for screen in prompter.screens for line in screen)])


def _words(ask: Ask) -> str:
    choices = [f"{one.label} {one.hint}" for one in getattr(ask, "choices", ())]
    return "\n".join([ask.question, ask.hint, *ask.notices, *choices])


def test_the_question_names_the_register_and_personal_data_and_no_is_proposed(tmp_path: Path) -> None:
    address = servers.shared().fresh()
    session, prompter = told(address, tmp_path, "no")
    question = asked(prompter)
    assert question.default == "no"
    assert str(address) in question.question
    for name in recording.PERSONAL:
        assert (label(name, GUIDANCE) in question.hint) == bool(session.whole().get(name))
    assert not PROMISE.search(words(prompter))
    assert held(address) == 0


@pytest.mark.parametrize("adds", [False, True])
def test_who_says_so_adds_it(adds: bool, tmp_path: Path) -> None:
    address = servers.shared().fresh()
    _, prompter = told(address, tmp_path, "yes", adds=adds)
    assert asked(prompter).default == ("yes" if adds else "no")
    assert held(address) == 1
    assert any(f"the register {address}" in line.text for line in prompter.screens[-1])
    assert not PROMISE.search(words(prompter))


def test_back_leads_to_the_question_before_and_adds_nothing(tmp_path: Path) -> None:
    address = servers.shared().fresh()
    _, prompter = told(address, tmp_path, ("again", BACK, "no"))
    asked_for = [one.id for one in prompter.asked if one.id in ("check", "register.server")]
    assert [name for name, _ in groupby(asked_for)] == ["check", "register.server"] * 2
    assert held(address) == 0


def test_earlier_breaches_come_from_the_server(tmp_path: Path) -> None:
    address = servers.shared().fresh()
    with closing(opened(address)) as register:
        for title in STORY.values():
            if isinstance(title, str) and title:
                add(register, made(outputs=(Output(title=title),)), "")
        for one in reading.page(register).cases:
            mark(register, one["reference"], "decided")
    _, prompter = told(address, tmp_path, "no")
    assert any(one.id == "previous_breaches.earlier" for one in prompter.asked)


def test_a_server_that_is_not_there_costs_a_line(tmp_path: Path) -> None:
    _, prompter = told(GONE, tmp_path, "yes")
    assert (tmp_path / "report.md").exists()
    said = [notice for one in prompter.asked for notice in one.notices if str(GONE) in notice]
    assert len(said) == 1
    assert any("register add" in line.text for line in prompter.screens[-1])


def lines(prompter: Scripted, answer: str | None) -> list[str]:
    """The story as it is typed into the plain face; None takes what is proposed."""
    return [
        line
        for ask, given in prompter.given
        for line in ([""] if ask.id == "register.server" and answer is None else piped.lines([(ask, given)]))
    ]


@pytest.mark.parametrize("site", [False, True])
def test_only_the_sites_profile_makes_it_yes(site: bool, tmp_path: Path) -> None:
    _, prompter = told(servers.shared().fresh(), tmp_path / "scripted", "no")
    address = servers.shared().fresh()
    home, sites = tmp_path / "home", tmp_path / "sites"
    save(home / "profile.toml", Profile(register_add=True, producer=""))
    save(sites / "breach-wizard" / "profile.toml", Profile(register=address.address, register_add=site))
    env = {"XDG_CONFIG_DIRS": str(sites)}
    ended = piped.talk(["--plain", "new", "-o", "report.md"], home, lines(prompter, None), env=env)
    assert ended.code == 0, ended.talk.decode()
    assert held(address) == site
    assert str(address) in ended.talk.decode()
    assert not PROMISE.search(" ".join(ended.talk.decode().split()))


def test_no_drawn_screen_says_that_nothing_leaves(tmp_path: Path) -> None:
    address = servers.shared().fresh()
    seen: list[str] = []
    driver = Watched(["new", "-o", str(tmp_path / "report.md")], tmp_path / "home", seen, address)
    tell(STORY | {"register.server": "yes"}, driver, SCREENS)
    assert driver.close() == 0
    seen.append(driver.terminal.words)
    assert held(address) == 1
    assert any(f"Add this report to the register {address}" in one for one in seen)
    assert not [one for one in seen if PROMISE.search(one)]


def test_the_first_screen_names_the_register(tmp_path: Path) -> None:
    env = {"BREACH_WIZARD_HOME": str(tmp_path), "BREACH_WIZARD_REGISTER": GONE.address}
    with Terminal(wizard(), env=env, cwd=ROOT) as terminal:
        terminal.wait_for("What has happened?")
        assert f"The register {GONE} is asked" in terminal.words
        assert not PROMISE.search(terminal.words)
        terminal.send("c-c")
        assert terminal.wait() == 130


class Watched(Driver):
    """A driver that keeps what stands on the screen when each question is answered."""

    def __init__(self, arguments: list[str], home: Path, seen: list[str], address: Server) -> None:
        super().__init__(arguments, home, env={"BREACH_WIZARD_REGISTER": address.address})
        self.screens = seen

    def type(self, event: Any, answer: Any) -> None:
        self.screens.append(self.terminal.words)
        super().type(event, answer)


def test_no_help_says_that_nothing_leaves(tmp_path: Path) -> None:
    command = in_folder(tmp_path)
    there = {"BREACH_WIZARD_REGISTER": GONE.address}
    for arguments in (("--help",), ("help", "new"), ("help", "register"), ("register", "add", "--help"), ("profile",)):
        assert not PROMISE.search(" ".join(command(*arguments, env=there).stdout.decode().split())), arguments
    assert PROMISE.search(" ".join(command("--help").stdout.decode().split()))
    assert str(GONE) in " ".join(command("--help", env=there).stdout.decode().split())
