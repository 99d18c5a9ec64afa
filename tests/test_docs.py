"""The README and the pages for each reader: what they say of the program is what it does."""

import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import platformdirs.macos
import platformdirs.unix
import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from breach_wizard import answers, homes
from breach_wizard.check import CODES
from breach_wizard.cli.parser import parser
from breach_wizard.cli.told import DONE, STOPPED
from breach_wizard.dates.clocks import london
from breach_wizard.dates.reading import read
from breach_wizard.exports import FORMATS
from breach_wizard.exports.template import described as described_fields
from breach_wizard.profile import NAMES
from breach_wizard.terminal.commands import COMMANDS
from tests.kit import dependencies
from tests.kit.commands import CASE, GOLDEN, ROOT, in_folder
from tests.kit.heard import HEARD
from tests.kit.palettes import PALETTES
from tests.kit.today import GUIDANCE

README: Final = ROOT / "README.md"
PAGES: Final = [README, *sorted((ROOT / "docs").glob("*.md")), ROOT / "guidance" / "README.md"]
FENCED: Final = re.compile(r"^ *```\w*\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
CODE: Final = re.compile(r"`([^`]+)`")
NOW: Final = datetime(2026, 11, 25, 17, 30, tzinfo=london())


def text(page: str) -> str:
    return (ROOT / "docs" / f"{page}.md").read_text()


def block(marker: str, within: str) -> str:
    """Return what stands in the block of code after a marker."""
    found = re.search(rf"<!-- {marker} -->\n```\n(.*?)```", within, re.DOTALL)
    assert found, f"no block after {marker}"
    return found[1]


def rows(marker: str, within: str) -> list[list[str]]:
    """Return the cells of the table after a marker, row by row, without its head."""
    found = re.search(rf"<!-- {marker} -->\n((?:\|.*\n)+)", within)
    assert found, f"no table after {marker}"
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in found[1].splitlines()[2:]]


def section(title: str, within: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", within, re.DOTALL | re.MULTILINE)
    assert found, f"no section {title}"
    return found[1]


def test_the_readme_is_short() -> None:
    assert len(README.read_text().splitlines()) <= 150


def test_every_page_is_linked_from_the_readme() -> None:
    linked = set(re.findall(r"\]\(docs/([\w-]+\.md)", README.read_text()))
    assert linked == {path.name for path in (ROOT / "docs").glob("*.md")}


def anchors(path: Path) -> set[str]:
    """Return the names that headings have in addresses, as sites that show Markdown make them."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", path.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.casefold()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("page", sorted({*PAGES, *ROOT.glob("*.md")}), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    prose = CODE.sub("", FENCED.sub("", page.read_text()))
    for link in re.findall(r"\]\(([^)\s]+)\)|(?:src|srcset|href)=\"([^\"]+)\"", prose):
        name, _, anchor = "".join(link).partition("#")
        if ":" in name:  # a site
            continue
        target = page.parent / name if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_a_picture_is_light_and_dark_and_told_in_words() -> None:
    for picture in re.findall(r"<picture>.*?</picture>", README.read_text(), re.DOTALL):
        dark = re.search(r'dark\)" srcset="(.+)-dark\.svg"', picture)
        light = re.search(r'src="(.+)-light\.svg"', picture)
        assert dark
        assert light
        assert dark[1] == light[1]
        assert re.search(r'alt="[^"]{40,}"', picture)


def test_the_second_start_is_what_the_first_one_set_up() -> None:
    first, again = block("run", README.read_text()).split(), block("again", README.read_text()).split()
    assert again == first[-1:]
    folder = first[first.index("venv") + 1]
    assert again[0] == f"{folder}/bin/{homes.NAME}"


def test_the_help_is_the_real_one(tmp_path: Path) -> None:
    assert block("help", text("pipeline")) == in_folder(tmp_path)("--help").stdout.decode()


def commands_told() -> Iterator[tuple[str, list[str]]]:
    """Yield page and words of each command that a page tells somebody to type."""
    for path in PAGES:
        page = path.read_text()
        lines = [line for found in FENCED.findall(page) for line in found.splitlines()]
        for line in [*lines, *(" ".join(one.split()) for one in CODE.findall(FENCED.sub("", page)))]:
            if re.match(rf"(?:\S*/)?{homes.NAME}(?: |$)", line) and "$(" not in line:
                yield path.name, shlex.split(line.replace(" COMMAND", " new"))[1:]


def test_every_command_that_is_told_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    found = list(commands_told())
    assert len({name for name, _ in found}) > 5
    assert {"new", "resume", "check", "export", "drafts", "guidance", "messages", "profile", "register"} <= {
        words[0] for _, words in found if words
    }
    for name, words in found:
        try:
            options = parser().parse_args(words)
        except SystemExit as ended:
            if ended.code:  # help and version end with 0
                pytest.fail(f"{name}: {words}: {capsys.readouterr().err}")
        else:
            for change in getattr(options, "changes", ()):
                assert change.partition("=")[0] in NAMES, (name, words)


def test_the_exit_codes_are_told() -> None:
    told = section("Exit codes and streams", text("pipeline"))
    assert set(re.findall(r"\d+", f"{DONE} {STOPPED}")) <= set(re.findall(r"\d+", told))


def test_the_codes_of_check_are_those_of_the_code() -> None:
    listed = [f"| `{code}` | {level} | {meaning} |" for code, (level, meaning) in CODES.items()]
    table = "\n".join(["<!-- codes -->", "| code | level | means |", "|---|---|---|", *listed])
    assert f"{table}\n\n" in text("pipeline")


def test_the_fields_of_a_template_are_those_of_the_code() -> None:
    assert f"<!-- template -->\n{described_fields(GUIDANCE)}\n" in text("guidance")


def first_cells(marker: str, within: str) -> list[str]:
    return [name for row in rows(marker, within) for name in CODE.findall(row[0])]


def test_the_tables_of_names_are_whole() -> None:
    assert first_cells("formats", text("pipeline")) == list(FORMATS)
    assert sorted(first_cells("profile", text("office"))) == sorted(NAMES)
    told = {*first_cells("typed", text("author")), *CODE.findall(section("Messages", text("author")))}
    assert set(COMMANDS) <= told
    assert {one for one in told if one.startswith("/")} == set(COMMANDS)
    source = "".join(path.read_text() for path in (ROOT / "breach_wizard").rglob("*.py"))
    ours = set(re.findall(rf"\b{homes.NAME.upper().replace('-', '_')}_[A-Z]+\b", source))
    assert ours == {name for name in first_cells("variables", text("pipeline")) if name.startswith("BREACH")}


def test_the_answers_file_is_one_and_has_every_key() -> None:
    found = re.search(r"```toml\n(.*?)```", text("pipeline"), re.DOTALL)
    assert found
    assert answers.read(found[1].encode(), GUIDANCE)
    more = set(re.findall(r"`\[\[(\w+)\]\]`", text("pipeline")))
    assert tomllib.loads(found[1]).keys() | more == answers.keys(GUIDANCE)


def test_dates_are_understood_as_they_are_told() -> None:
    told = CODE.findall(section("Dates", text("author")))
    assert len(told) > 15
    for date in told:
        given = tomllib.loads(f"date = {date}")["date"]["words"] if date.startswith("{") else date
        assert read(f'"{given}"' if date.startswith("{") else given, now=NOW).moments, date


def keys_told(command: str) -> set[str]:
    """Return the keys that the page names for what a command gives as JSON."""
    found = re.search(
        rf"`{homes.NAME} {command}[ A-Z]* --json`: (.+?)(?=^- |\Z)",
        section("JSON", text("pipeline")),
        re.DOTALL | re.MULTILINE,
    )
    assert found
    return set(CODE.findall(found[1]))


def keys_in(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from keys_in(one)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys_in(inner)


def test_the_keys_of_json_are_those_that_are_told(tmp_path: Path) -> None:
    run = in_folder(tmp_path)
    checked = json.loads(run("check", str(CASE), "absent.md", "--json").stdout)
    assert set(keys_in(checked)) == keys_told("check")
    draft = tmp_path / "home" / "drafts" / "1.json"
    run("new", "--plain", stdin=b"1\n")
    assert draft.exists()
    kept = json.loads(draft.read_text()) | {"written": {"path": "report.md", "at": "2026-11-25T17:30:00"}}
    draft.write_text(json.dumps(kept))
    added = run("register", "add", str(GOLDEN), "--json").stdout
    for command, given in (
        ("drafts", run("drafts", "--json").stdout),
        ("register add", added),
        ("register list", run("register", "list", "--json").stdout),
    ):
        assert set(keys_in(json.loads(given))) == keys_told(command), command


def test_the_folders_are_those_of_the_platforms(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    kinds = (platformdirs.unix.Unix, platformdirs.macos.MacOS)  # that of Windows asks Windows
    makers = [kind(homes.NAME, appauthor=False) for kind in kinds]
    places = [("user_data_dir",), ("user_config_dir",), ("user_state_dir",)]
    for row, (place,) in zip(rows("folders", text("adopting")), places, strict=True):
        real = [getattr(one, place).replace(str(Path.home()), "~") for one in makers]
        assert [cell.strip("`") for cell in row[1:3]] == real


def test_the_figures_of_what_was_tested_are_those_of_the_tests() -> None:
    told = section("Accessibility", text("adopting"))
    assert f" {len(HEARD)} stories " in told
    assert f" {len(PALETTES)} grounds " in told
    gate = ROOT / ".ci" / "run"  # it is in no package
    if gate.exists():
        assert re.findall(r"axe-core@([\d.]+)", gate.read_text()) == re.findall(r"axe-core ([\d.]+\d)", told)


def test_the_dependencies_are_those_that_are_installed() -> None:
    told = {
        name: (taken, tried, licence, brought)
        for name, taken, tried, licence, brought in rows("dependencies", text("adopting"))
    }
    installed = {row.name: row for row in dependencies.rows()}
    assert installed.keys() <= told.keys()  # what a newer version no longer needs may still be listed
    for name, row in installed.items():
        taken, tried, licence, brought = told[name]
        assert taken.strip("`") == row.taken, name
        assert brought == row.brought or not row.taken, name
        assert dependencies.family(licence) == dependencies.family(row.licence), name
        assert Version(tried) in SpecifierSet(taken.strip("`")), name
