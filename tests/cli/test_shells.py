"""What a shell and a pager make of the command: completion in real bash, zsh and fish, and the man page."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from breach_wizard.cli import COMMANDS
from breach_wizard.cli.completing import SHELLS
from breach_wizard.cli.parser import parser
from breach_wizard.cli.told import TOLD
from breach_wizard.exports import ANSWERS, FORMATS
from tests.kit.commands import ROOT, Command, in_folder
from tests.kit.manual import PAGE, page
from tests.kit.pty import Terminal
from tests.kit.today import GUIDANCE

TYPES = set(GUIDANCE.types)
TYPED: dict[str, tuple[set[str], set[str]]] = {
    "": ({name for name in COMMANDS if name}, {"report.md", "31"}),
    "resume ": ({"31", "4", "report.md"}, TYPES),
    "drafts delete ": ({"31", "4"}, {"report.md"}),
    "export --to json --type ": (TYPES, {"31"}),
    "export --to ": ({*FORMATS, ANSWERS}, {"31"}),
    "messages ": ({*TYPES, "31", "report.md"}, {"word"}),
    "guidance la": ({"late-publication"}, {"early-release"}),
    "check rep": ({"report.md"}, {"31"}),
    "new --ans": ({"--answers"}, {"--no-input"}),
}
"""What was typed, what must be proposed then, and what must not."""

BASH = r"""
source complete.bash
read -ra COMP_WORDS <<< "$1"; [[ $1 == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
spec=$(complete -p breach-wizard) && [[ $spec =~ -F\ ([^ ]+) ]] && "${BASH_REMATCH[1]}" breach-wizard \
    "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\n' "${COMPREPLY[@]}"
"""


def need(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"needs {program}")
    return found


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """The environment in which the command is found, has two drafts, and its scripts lie beside a report."""
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin" / "breach-wizard"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m breach_wizard "$@"\n')
    script.chmod(0o755)
    (tmp_path / "home" / "drafts").mkdir(parents=True)
    for name in ("31.json", "4.json", "31.lock", "31.damaged-20261125-173000.json"):
        (tmp_path / "home" / "drafts" / name).touch()
    (tmp_path / "report.md").touch()
    for shell in SHELLS:
        (tmp_path / f"complete.{shell}").write_bytes(in_folder(tmp_path)("--print-completion", shell).stdout)
    return {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "BREACH_WIZARD_HOME": str(tmp_path / "home"),
        "TERM": "xterm",
        "PS1": "$ ",
    }


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_what_a_shell_proposes(settings: dict[str, str], tmp_path: Path, shell: str, typed: str) -> None:
    need(shell)
    line = f"breach-wizard {typed}"
    argv = (
        ["bash", "-c", BASH, "bash", line]
        if shell == "bash"
        else ["fish", "--no-config", "-c", f"source complete.fish; complete -C {shlex.quote(line)}"]
    )
    done = subprocess.run(argv, capture_output=True, text=True, cwd=tmp_path, env=settings, check=True)
    proposed = {one.partition("\t")[0].strip() for one in done.stdout.splitlines()}
    wanted, unwanted = TYPED[typed]
    assert done.stderr == ""
    assert wanted <= proposed
    assert not unwanted & proposed


def test_what_zsh_proposes(settings: dict[str, str], tmp_path: Path) -> None:
    zsh = need("zsh")
    (tmp_path / "complete.zsh").rename(tmp_path / "_breach-wizard")
    begin = "fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; LISTMAX=1000; echo be''gun"
    with Terminal([zsh, "-f", "-i"], env=settings, cwd=tmp_path) as terminal:
        terminal.send(begin, "enter")
        terminal.wait_for("begun")
        for number, (typed, (wanted, unwanted)) in enumerate(TYPED.items()):
            terminal.send(f"clear; echo round''{number}", "enter")
            terminal.wait_for(f"round{number}")  # the list of the line before has gone
            terminal.send(f"breach-wizard {typed}", "\t", "\x04")  # and a list, where that alone gives none
            for one in wanted:
                terminal.wait_for(one)
            assert not unwanted & set(re.split(r"[^\w.-]+", terminal.text)), typed
            terminal.send("c-u")


def test_what_goes_wrong_is_no_part_of_a_typed_line(command: Command, tmp_path: Path) -> None:
    (tmp_path / "own" / "breach-types").mkdir(parents=True)
    (tmp_path / "own" / "breach-types" / "other.toml").write_text("[x")
    done = command("--print-words", "types", env={"BREACH_WIZARD_GUIDANCE": str(tmp_path / "own")})
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert command("--print-words", "drafts").stdout == b""
    helped = command("export", "--help", env={"BREACH_WIZARD_GUIDANCE": str(tmp_path / "own")})
    assert helped.returncode == 0
    assert b"--starter-template" in helped.stdout


def test_the_help_of_each_command_has_examples_that_work_exit_codes_and_the_types(command: Command) -> None:
    assert {name for name in TOLD if " " not in name} == {name for name in COMMANDS if name}
    whole = command("help").stdout
    assert whole == command("--help").stdout
    assert len(whole.splitlines()) < 24  # one row is the prompt's
    for name, told in TOLD.items():
        words = name.split()
        helped = command("help", *words).stdout.decode()
        assert helped == command(*words, "--help").stdout.decode()
        assert "exit codes" in helped
        assert told.examples
        for example in told.examples:
            assert example in helped
            assert shlex.split(example)[: len(words)] == words
            assert parser().parse_args(shlex.split(example)).command == words[0]
        assert not told.with_types or all(one in helped for one in TYPES)
        assert max(map(len, helped.splitlines())) < 80
    assert command("help", "drafts", "delete").returncode == 2
    assert command("-V").stdout == command("--version").stdout


def test_the_man_page_is_that_of_the_parser() -> None:
    assert PAGE.read_text() == page(), "python -m tests.kit.manual writes it anew"


@pytest.mark.parametrize(
    "argv", [["mandoc", "-T", "lint"], ["groff", "-ww", "-man", "-Tutf8", "-Z"]], ids=lambda one: one[0]
)
def test_no_fault_is_found_with_the_man_page(argv: list[str]) -> None:
    need(argv[0])
    done = subprocess.run([*argv, str(PAGE)], capture_output=True, text=True, check=True)
    assert (done.stdout if argv[0] == "mandoc" else "") + done.stderr == ""
