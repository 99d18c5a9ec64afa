"""A body's own guidance on the command line: a slip stops nobody who is asked, and nothing else goes on with one."""

from pathlib import Path

import pytest

from breach_wizard.guidance import built_in
from tests.kit.commands import CASE, GOLDEN, Command

SLIP = "[withdraw]\ntext = 1\n"


@pytest.fixture
def body(tmp_path: Path) -> dict[str, str]:
    """The settings with a body's folder whose actions can't be used, and whose own question can."""
    folder = tmp_path / "body"
    folder.mkdir()
    (folder / "actions.toml").write_text(SLIP)
    return {"BREACH_WIZARD_GUIDANCE": str(folder)}


@pytest.mark.parametrize(
    "arguments",
    [("check", str(GOLDEN)), ("export", str(GOLDEN), "--to", "json"), ("new", "--answers", str(CASE), "--no-input")],
)
def test_what_asks_nobody_refuses_a_slip(arguments: tuple[str, ...], command: Command, body: dict[str, str]) -> None:
    done = command(*arguments, env=body)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"actions.toml: [withdraw]: text" in done.stderr


def test_who_is_asked_goes_on_and_the_check_page_says_why(
    command: Command, tmp_path: Path, body: dict[str, str]
) -> None:
    """To the written report: the answers are those of the case, and the interview asks what is left."""
    lines = "\n".join(["1", "", "", "", "4", *[""] * 9, "w", *[""] * 4]).encode()
    done = command("new", "--plain", "--answers", str(CASE), "-o", "report.md", stdin=lines, env=body)
    said = " ".join(done.stderr.decode().split())
    assert "can't be used: the built-in file is used in its place" in said
    assert "[withdraw]: text" in said
    assert (tmp_path / "report.md").exists(), said[-1500:]


def test_a_folder_that_is_not_there_stops_nobody_who_is_asked(command: Command) -> None:
    done = command("--plain", env={"BREACH_WIZARD_GUIDANCE": "nowhere"})
    assert b"What has happened?" in done.stderr
    assert b"nowhere can't be used" in done.stderr
    assert command("check", str(GOLDEN), env={"BREACH_WIZARD_GUIDANCE": "nowhere"}).returncode == 1


def test_check_names_all_slips_at_once_and_else_tries_the_guidance_out(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "body"
    (folder / "breachtypes").mkdir(parents=True)
    env = {"BREACH_WIZARD_GUIDANCE": str(folder)}
    (folder / "actions.toml").write_text(SLIP)
    (folder / "matters.toml").write_text('[a-matter]\ntext = "A"\n')
    done = command("guidance", "check", env=env)
    assert done.returncode == 1
    assert all(word in done.stderr for word in (b"[withdraw]: text", b"a-matter", b"breachtypes"))
    for path in folder.iterdir():
        path.rmdir() if path.is_dir() else path.unlink()
    done = command("guidance", "check", env=env)
    assert (done.returncode, b"All is well" in done.stdout) == (0, True)


def test_a_new_type_is_begun_written_and_checked(command: Command, tmp_path: Path) -> None:
    (tmp_path / "own" / "breach-types").mkdir(parents=True)
    env = {"BREACH_WIZARD_GUIDANCE": "own"}
    words = ("guidance", "new-type", "wrong-file", "--from", "early-release", "-o", "own/breach-types/wrong-file.toml")
    begun = command(*words, env=env)
    assert (begun.returncode, b"Keep it as" in begun.stderr) == (0, False)
    assert b"Keep it as breach-types/other-file.toml" in command(*words[:2], "other-file", *words[3:5], env=env).stderr
    assert (
        b"Wrong file"
        in command("guidance", "wrong-file", env=env).stdout
        + command("messages", "x").stderr
        + (tmp_path / "own" / "breach-types" / "wrong-file.toml").read_bytes()
    )
    assert command("guidance", "check", env=env).returncode == 0
    assert b"wrong file" in command("messages", "wrong-file", env=env).stderr  # no message names it yet
    for wrong in (("guidance", "new-type", "x"), ("guidance", "show"), ("guidance", "show", "nosuch")):
        assert command(*wrong).returncode == 2
    assert b"remove-access" in command("guidance", "show", "actions").stdout
    assert b"Not confirmed" in command("guidance", "--status").stdout


def test_what_is_nearly_a_mark_is_to_be_looked_at_and_no_slip(command: Command, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    ours = (built_in() / "messages.toml").read_text("utf-8")
    message = '[own]\ntypes = ["other"]\nto = "Us"\nbody = "[title] [duee] [Due] [what I know] [x]"\n'
    (tmp_path / "own" / "messages.toml").write_text(ours + message + '[own.standing]\nover = "over [endd]"\n')
    (tmp_path / "own" / "actions.toml").write_text('[withdraw]\ntaken = "Withdrew it, {gap} later."\n')
    done = command("guidance", "check", env={"BREACH_WIZARD_GUIDANCE": "own"})
    assert (done.returncode, b"All is well" in done.stdout) == (0, True)
    said = [one for one in done.stderr.decode().splitlines() if "own/" in one]
    assert len(said) == 4
    for told, words in zip(said, ("{gap}", "[duee] [due]", "[Due] [due]", "over [endd] [ended]"), strict=True):
        assert all(word in told for word in words.split())


def test_what_was_confirmed_is_told_with_its_day_and_a_day_to_come_is_looked_at(
    command: Command, tmp_path: Path
) -> None:
    heading = next(
        line.partition("confirmed.toml: ")[2]
        for line in command("guidance", "--status").stdout.decode().splitlines()
        if "[clauses." in line
    )
    (tmp_path / "own").mkdir()
    env = {"BREACH_WIZARD_GUIDANCE": "own"}
    for day, is_told in (("2020-05-04", False), ("2090-05-04", True)):
        (tmp_path / "own" / "confirmed.toml").write_text(
            f'{heading}\nsource = "Seen in print"\nday = {day}\nreference = "Protocol 2, principle 9"\n'
        )
        assert b"Seen in print" in command("guidance", "--status", env=env).stdout
        assert (b"future" in command("guidance", "check", env=env).stderr) is is_told


def test_what_holds_for_a_site_is_used_and_the_users_own_wins(command: Command, tmp_path: Path) -> None:
    site = tmp_path / "xdg" / "breach-wizard"
    (site / "guidance").mkdir(parents=True)
    (site / "profile.toml").write_text('producer = "The body"\nhop_number = "020 7946 0000"\nplain = true\n')
    (site / "guidance" / "actions.toml").write_text('[withdraw]\nnote = "Of the site."\ntaken = "Took it down."\n')
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "actions.toml").write_text('[withdraw]\nnote = "Of the team."\n')
    env = {"XDG_CONFIG_DIRS": str(tmp_path / "xdg")}
    assert b"Of the site." in command("guidance", "early-release", env=env).stdout
    both = env | {"BREACH_WIZARD_GUIDANCE": "own"}
    assert b"Of the team." in command("guidance", "early-release", env=both).stdout
    made = command("new", "--answers", str(CASE), "--no-input", env=both).stdout
    assert b"Took it down." in made
    assert command("profile", "hop_number=1", env=env).returncode == 0
    shown = command("profile", env=env).stdout
    assert b"producer = The body" in shown
    assert b"hop_number = 1\n" in shown
    assert "producer" not in (tmp_path / "home" / "profile.toml").read_text()
    command("profile", "plain=false", env=env)
    assert b"plain = false" in command("profile", env=env).stdout
    where = command("profile", "--where", env=both).stdout.decode()
    assert f"{site / 'guidance'} (in use)" in where
    (site / "profile.toml").write_text("producer = ")
    damaged = command("check", str(GOLDEN), env=env)
    assert damaged.returncode == 0
    assert (site / "profile.toml").read_text() == "producer = "


def test_the_form_of_a_site_is_filled_in_where_none_is_named(command: Command, tmp_path: Path) -> None:
    env = {"XDG_CONFIG_DIRS": str(tmp_path / "xdg")}
    words = ("export", str(GOLDEN), "--template", "-o", "form.docx")
    assert command(*words, env=env).returncode == 2
    (tmp_path / "xdg" / "breach-wizard").mkdir(parents=True)
    form = command("export", "--starter-template", "-o", "xdg/breach-wizard/template.docx", env=env)
    assert form.returncode == 0
    assert command(*words, env=env).returncode == 0
    assert command("export", "form.docx", "--to", "markdown", env=env).returncode in (0, 1)
