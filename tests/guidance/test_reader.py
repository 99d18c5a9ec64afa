"""Editing the guidance: a slip is refused with file and key, and a body's own folder adds or overrides."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from breach_wizard import guidance
from breach_wizard.errors import GuidanceError
from breach_wizard.guidance.problems import problems
from breach_wizard.imports import markdown


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the built-in guidance, to break."""
    shutil.copytree(guidance.built_in(), tmp_path / "guidance")
    return tmp_path / "guidance"


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("breach-types/other.toml", replaced("noticed = false", "notised = false"), "'notised'"),
        ("breach-types/other.toml", replaced("noticed = false\n", ""), "'noticed' is missing"),
        ("breach-types/other.toml", replaced('timing = "none"', 'timing = "never"'), "timing"),
        ("breach-types/other.toml", replaced("order = 4", 'order = "4"'), "order"),
        ("breach-types/other.toml", replaced("order = 4", "order = 4\norder = 5"), "order stands"),
        ("breach-types/other.toml", replaced('"accessed"', '"acessed"'), "'acessed'"),
        ("breach-types/early-release.toml", replaced('["early-release"]', '["early"]'), "matters"),
        ("breach-types/late-publication.toml", replaced('["another-time"]', '["another"]'), "matters_another_time"),
        ("matters.toml", replaced("[independence]", "[dependence]"), "'dependence'"),
        ("code/2.1.toml", replaced('"access-too-early"', '"too-early"'), "T3.4"),
        ("code/2.1.toml", replaced('"pre-release-leak"]', '"a-leak"]'), "duties"),
        ("code/3.0.toml", replaced('note = "The number', 'title = "The number'), "title stands"),
        ("code/2.1.toml", replaced("confirmed = true", "confirmed = false"), "note"),
        ("actions.toml", replaced('source = "official-2017"', 'source = "official"'), "source"),
        ("actions.toml", replaced("taken = ", "token = "), "[withdraw]"),
        ("fields.toml", replaced("part = 1", "part = true"), "part"),
        ("code/2.0.toml", replaced("starts = 2018-02-21", 'starts = "2018"'), "starts"),
        ("messages.toml", replaced('types = ["early-release"]', 'types = ["early"]'), "'early'"),
        ("triage.toml", replaced("[questions.exempt]", "[question.exempt]"), "'question'"),
        ("triage.toml", replaced('next = "reached"', 'next = "reeched"'), "'reeched'"),
        ("triage.toml", replaced('verdict = "extended"', 'verdict = "extented"'), "'extented'"),
        ("triage.toml", replaced('kind = "other"', 'kind = "others"'), "'others'"),
        ("triage.toml", replaced('next = "too_soon"', 'next = "official"'), "asked before"),
        ("triage.toml", replaced('no = { verdict = "not-a-breach" }', "no = {}"), "names a verdict"),
        ("nations.toml", replaced("office = ", "offise = "), "'offise'"),
        ("sites.toml", replaced("take_down_note = ", "take_down = "), "'take_down'"),
        ("considerations.toml", lambda _: "text = 1", "outside a table"),
        ("forms.toml", replaced("[labels]\n", '[labels]\nproduser = ["X"]\n'), "'produser'"),
        ("forms.toml", replaced("columns = [", 'collumns = ["X"]\ncolumns = ['), "'collumns'"),
        ("forms.toml", replaced("late-publication = [", 'latest = ["X"]\nlate-publication = ['), "'latest'"),
        (
            "forms.toml",
            replaced('producer = ["Name of producer"', 'producer = [7, "Name of producer"'),
            "labels.producer",
        ),
        ("sources.toml", lambda _: "[", "TOML"),
    ],
)
def test_a_slip_is_named_with_file_and_key(own: Path, name: str, change: Callable[[str], str], said: str) -> None:
    path = own / name
    path.write_text(change(path.read_text()))
    found = [*map(str, problems(guidance.Guidance((own,))))]
    assert any(Path(name).name in one and said in one for one in found), found


def test_a_body_adds_to_the_words_of_forms(tmp_path: Path) -> None:
    (tmp_path / "forms.toml").write_text(
        '[labels]\nproducer = ["Issuing directorate"]\n[furniture]\nnot_asked = ["Case number"]\n[signs]\nlate-publication = ["slipped"]\n'
    )
    own = guidance.load(tmp_path)
    assert problems(own) == []
    text = "Issuing directorate: X\nCase number: 7\nReport date: 4 May 2023\nCircumstances: It slipped by an hour.\n"
    found = markdown.read(text.encode(), own)
    assert (found.answers["producer"], found.answers["breach_type"]) == ("X", "late-publication")
    assert [line for _, line in found.unplaced] == ["Case number: 7"]


def test_a_body_adds_and_overrides(tmp_path: Path) -> None:
    (tmp_path / "breach-types").mkdir()
    built_in = guidance.built_in()
    text = (built_in / "breach-types" / "other.toml").read_text()
    for key, said in (("title", "Figures quoted"), ("noun", "quoting"), ("choice", "Figures were quoted")):
        text = re.sub(rf'^{key} = ".*"$', f'{key} = "{said}"', text, count=1, flags=re.MULTILINE)
    (tmp_path / "breach-types" / "figures-quoted.toml").write_text(text.replace("order = 4", "order = 99"))
    (tmp_path / "actions.toml").write_text(
        '[withdraw]\ntext = "Ours."\ntaken = "Did ours."\nplanned = "Do ours."\nsource = "published-reports"\n'
        '[new-one]\ntext = "New."\ntaken = "Did it."\nplanned = "Do it."\nsource = "published-reports"\n'
    )
    found = guidance.load(tmp_path)
    assert list(found.types)[-1] == "figures-quoted"
    assert found.actions["withdraw"].text == "Ours."
    assert found.actions["new-one"].text == "New."
    assert found.actions["training"] == guidance.active().actions["training"]
    assert problems(found) == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GuidanceError, match="no such folder"):
        guidance.load(tmp_path / "no")


def test_the_first_question_reads_the_breach_types_only(tmp_path: Path) -> None:
    shutil.copytree(guidance.built_in() / "breach-types", tmp_path / "breach-types")
    assert list(guidance.Guidance((tmp_path,)).types) == list(guidance.active().types)


@pytest.mark.parametrize(
    "data",
    [b"a = " + b"[" * 3000, b"a = " + b"{a=" * 3000, b"a = " + b"1" * 5000, b"\xff", b"a = \0", b"a.a = 1\na = 2"],
)
def test_what_can_not_be_parsed_is_named_with_its_file(own: Path, data: bytes) -> None:
    (own / "actions.toml").write_bytes(data)
    with pytest.raises(GuidanceError, match=r"actions\.toml"):
        guidance.Guidance((own,)).actions  # noqa: B018
    assert (own / "actions.toml").read_bytes() == data
