"""A body's own folder: parts of entries, entries taken away, keys of 0.2.0, an edition to come, what was confirmed."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from breach_wizard import guidance
from breach_wizard.check import findings
from breach_wizard.errors import GuidanceError
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.editions import clauses_for, in_force, own_ways
from breach_wizard.imports import markdown
from breach_wizard.interview.context import Context
from breach_wizard.interview.proposals import complete
from breach_wizard.output import document
from breach_wizard.references import read
from breach_wizard.upkeep import looking, standing, starting
from breach_wizard.upkeep.rehearsing import rehearsed
from tests.kit.commands import GOLDEN

OURS = guidance.load()
EDITION = """
name = "Code of Practice for Statistics"
note = "Its fourth edition."
starts = 2027-01-01
sure_from = 2027-01-01
{way}
[[clauses]]
reference = "{first}"
title = "release at the announced time"
matters = ["late-publication", "early-release", "pre-release-leak", "another-time"]
confirmed = true
[[clauses]]
reference = "{second}"
title = "errors are corrected"
matters = ["error-not-corrected"]
confirmed = true
"""


def own(top: Path, files: dict[str, str]) -> Guidance:
    """The guidance with these files of a body."""
    for name, text in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return guidance.load(top)


def test_a_part_is_changed_and_the_rest_stays_ours(tmp_path: Path) -> None:
    parts = {
        "actions.toml": '[withdraw]\nnote = "By the web team."\n',
        "breach-types/other.toml": '[do_now_over]\ntitle = "Our title"\n',
    }
    found = own(tmp_path, parts)
    assert looking.slips(found) == []
    assert found.actions["withdraw"] == OURS.actions["withdraw"]._replace(note="By the web team.")
    assert found.types["other"].do_now_over == OURS.types["other"].do_now_over._replace(title="Our title")
    assert found.types["other"]._replace(do_now_over=OURS.types["other"].do_now_over) == OURS.types["other"]


def test_what_is_taken_away_is_pointed_to_by_nothing(tmp_path: Path) -> None:
    away = "remove = true\n"
    files = {"actions.toml": f"[withdraw]\n{away}", "considerations.toml": f"[accessed]\n{away}"}
    found = own(tmp_path, files | {"breach-types/late-publication.toml": away, "code/2.0.toml": away})
    assert looking.slips(found) == [] == rehearsed(found)
    assert "withdraw" not in found.actions
    assert "2.0" not in found.editions
    for kind in found.types.values():
        assert not {"withdraw", "accessed"} & {*kind.actions, *kind.considerations, *kind.ongoing.ended_by}
    assert "late-publication" not in {*found.types, *(name for one in found.messages.values() for name in one.types)}


@pytest.mark.parametrize("name", ["sites", "nations"])
def test_one_of_each_must_be_left(name: str, tmp_path: Path) -> None:
    text = "".join(f'["{one}"]\nremove = true\n' for one in getattr(OURS, name))
    (said,) = looking.slips(own(tmp_path, {f"{name}.toml": text}))
    assert said.path == tmp_path / f"{name}.toml"


def test_the_keys_of_0_2_0_are_read_or_named_with_the_new_one(tmp_path: Path) -> None:
    text = 'reason = "it was early"\n[ongoing]\nstays = "It stays"\n[timing_words]\nstays = "Stayed."\n'
    text += '[do_now_stays]\ntitle = "It stays up"\nitems = ["A"]\nours = [1]\n'
    clauses = '[[clauses]]\nmatter = "early-release"\nreference = "T1"\ntitle = "x"\nconfirmed = true\n'
    found = own(tmp_path, {"breach-types/early-release.toml": text, "code/9.toml": clauses})
    read_all = Guidance(found.folders, gathering=True)
    kind = read_all.types["early-release"]
    assert (kind.ongoing.published, kind.timing_words.published) == ("It stays", "Stayed.")
    assert (kind.do_now_published.title, kind.do_now_published.items) == ("It stays up", ("A",))
    assert read_all.editions["9"].clauses[0].matters == ("early-release",)
    (said,) = [one for one in looking.slips(found) if one.path.stem == "early-release"]
    assert "triage.toml" in said.what


@pytest.mark.parametrize(
    ("way", "first", "second", "foreign"),
    [
        ('numbered_like = "3.0"', "Standard 3, practice 3.1", "Standard 4, practice 4.2", "T3.6"),
        ('written = ["Rule N", "Part A, rule N.N"]', "Rule 9", "Part B, rule 2.1", "Standard 3, practice 3.3"),
    ],
)
def test_an_edition_to_come_needs_no_code(way: str, first: str, second: str, foreign: str, tmp_path: Path) -> None:
    text = EDITION.format(way=way, first=first, second=second)
    found = own(tmp_path, {"code/4.0.toml": text})
    assert [str(one) for one in looking.slips(found)] == []
    day = date(2027, 2, 1)
    assert [one.id for one in in_force(found, day)] == ["4.0"]
    assert [one.reference for one in clauses_for(found, ["late-publication"], day)] == [first]
    assert {clause.edition for clause in read(f"{first}; {second}", own_ways(found))} == {
        "4.0" if "Rule" in first else "3.0"
    }
    context = Context(now=datetime(2027, 2, 2, tzinfo=UTC), guidance=found, remembered={})
    for cited, is_told in ((first, False), (f"{second} (errors)", False), (foreign, True)):
        given = complete({"breach_type": "late-publication", "references": [cited], "occurrences": [{"key": "1", "date": "1 February 2027"}], "due": "1 February 2027, 9.30am"}, {}, context)  # fmt: skip
        assert any(one.code == "edition" for one in findings(given, context)) == is_told, cited


def test_what_a_body_confirmed_is_certain_and_status_says_where(tmp_path: Path) -> None:
    doubtful = next(one for one in standing.standing(OURS) if one.group == "clauses" and one.id.startswith("3.0"))
    seen = 'source = "The page itself"\nday = 2027-03-01\n'
    text = f'{doubtful.heading}\nreference = "Standard 3, practice 3.6"\n{seen}[recipients.regulator]\n{seen}'
    found = own(tmp_path, {"confirmed.toml": text})
    assert looking.slips(found) == []
    clause = next(one for one in found.editions["3.0"].clauses if doubtful.id.endswith(one.title))
    assert (clause.reference, clause.confirmed, clause.note) == ("Standard 3, practice 3.6", True, "")
    assert found.recipients["regulator"].current
    known = {one.id: one for one in standing.standing(found)}
    assert not known[doubtful.id].not_confirmed
    assert (known["regulator"].checked, known["regulator"].source) == (date(2027, 3, 1), "The page itself")
    old = "\n".join(standing.old(found, date(2028, 1, 1)))
    assert "uk" in old
    assert "regulator]" not in old


@pytest.mark.parametrize(
    ("edition", "reference", "is_right"),
    [
        ("3.0", "Standard 3, practice 3.6", True),
        ("3.0", "Practice 3.6", True),
        ("3.0", "Standard 3, Practice 7", True),
        ("3.0", "Standart 3, prctice 3.6", False),
        ("3.0", "Standard 3, prctice 3.6", False),
        ("3.0", "Standard 3, practice 4.6", False),
        ("3.0", "Standard 12", False),
        ("3.0", "Protocol 2, principle 8", False),
        ("3.0", "T3.6", False),
        ("3.0", "Standard 3, practice 3.4", False),  # that of another clause
        ("1.0", "Protocol 2, principle 9", True),
        ("1.0", "Principle 4, practice 3", True),
        ("1.0", "Protocol 2, prinicple 9", False),
        ("1.0", "Standard 3, practice 3.6", False),
    ],
)
def test_a_confirmed_reference_is_one_of_its_edition(
    edition: str, reference: str, is_right: bool, tmp_path: Path
) -> None:
    heading = next(one.heading for one in standing.standing(OURS) if one.heading.startswith(f'[clauses."{edition}: '))
    text = f'{heading}\nreference = "{reference}"\nsource = "The page itself"\nday = 2027-03-01\n'
    found = [one.place for one in looking.slips(own(tmp_path, {"confirmed.toml": text}))]
    assert [one.endswith(": reference") for one in found] == ([] if is_right else [True])


def test_of_many_names_the_nearest_are_told(tmp_path: Path) -> None:
    text = '[clauses."3.0: manage dta responsibly"]\nreference = "Standard 4, practice 4.2"\nsource = "x"\nday = 2027-03-01\n'
    (said,) = looking.slips(own(tmp_path, {"confirmed.toml": text}))
    assert "3.0: manage data responsibly" in said.what
    assert said.what.count("'") <= 2 * 4  # the wrong name, and three


def test_a_year_after_what_is_built_in_is_to_be_checked_again() -> None:
    assert all(one.checked for one in standing.standing(OURS) if one.group != "clauses")
    assert not list(standing.old(OURS, date(2027, 11, 1)))
    assert list(standing.old(OURS, date(2028, 1, 1)))


def test_a_file_begun_with_our_help_is_right_at_once(tmp_path: Path) -> None:
    for number, like in enumerate(OURS.types):
        text = starting.new_type(f"own-{number}", like, OURS).replace("order = 5", f"order = {5 + number}")
        found = own(tmp_path, {f"breach-types/own-{number}.toml": text})
    assert looking.slips(found) == []
    for name in starting.files():
        if name != "forms.toml":
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(starting.shown(name))
    again = guidance.load(tmp_path)
    assert looking.slips(again) == []
    assert again.actions == OURS.actions


def test_the_files_that_the_page_shows_are_right(tmp_path: Path) -> None:
    page = (guidance.built_in() / "README.md").read_text("utf-8")
    shown = dict(re.findall(r"```toml\n# (\S+\.toml)\n(.*?)```", page, re.DOTALL))
    found = own(tmp_path, shown)
    assert set(shown) == {"sources.toml", "actions.toml"}
    assert looking.slips(found) == [] == rehearsed(found)
    (added,) = set(found.actions) - set(OURS.actions)
    assert not found.sources[found.actions[added].source].official
    (tmp_path / "sources.toml").unlink()
    (said,) = looking.slips(guidance.load(tmp_path))
    assert "sources.toml" in said.what


def test_of_a_file_in_the_wrong_folder_that_alone_is_told(tmp_path: Path) -> None:
    files = {"breach-types/actions.toml": "[withdraw]\nnote = 'x'\n", "code/other.toml": "order = 12\n"}
    found = own(tmp_path, files | {"early-release.toml": "order = 12\nnoun = 'x'\n"})
    assert sorted(one.path.relative_to(tmp_path).as_posix() for one in looking.slips(found)) == [
        "breach-types/actions.toml", "code/other.toml", "early-release.toml",
    ]  # fmt: skip


def test_a_report_of_a_new_type_is_read_back(tmp_path: Path) -> None:
    found = own(tmp_path, {"breach-types/wrong-file.toml": starting.new_type("wrong-file", "early-release", OURS)})
    assert rehearsed(found) == []
    assert (found.types["wrong-file"].clause, found.types["wrong-file"].lists_are_ours) == ("", True)
    answers = {"breach_type": "wrong-file", "due": "22 March 2017, 9.30am", "ended": "?", "outputs": [{"key": "1", "title": "X"}], "occurrences": [{"key": "1", "date": "20 March 2017"}], "producer": "X", "contact_name": "Y", "report_date": "21 March 2017", "circumstances": "A.", "impact": "B.", "references": ["Protocol 2"], "actions": []}  # fmt: skip
    made = document(answers, "markdown", found)  # type: ignore[arg-type]
    assert markdown.read(made, found).answers["breach_type"] == "wrong-file"


@pytest.mark.parametrize(
    "css",
    [
        "@import 'x.css';", "h1 { background: url(https://www.gov.uk/a.png) }", "h1 { background: url('a.png') }", "h1 { background: URL( //x/a.png ) }",
        "h1 { background: image-set('a.png' 1x) }", "</style><script>alert(1)</script>", "<!-- x -->",
    ],
)  # fmt: skip
def test_a_style_sheet_that_would_load_something_or_end_is_a_slip_and_left_out(tmp_path: Path, css: str) -> None:
    found = own(tmp_path, {"web.css": css})
    assert [one.path.name for one in looking.slips(found)] == ["web.css"]
    assert looking.usable(found).stylesheet == ""
    answers = markdown.read(GOLDEN.read_bytes(), OURS).answers
    with pytest.raises(GuidanceError):
        document(answers, "html", found)


def test_a_style_sheet_is_added_to_the_page_after_ours(tmp_path: Path) -> None:
    css = '/* see https://www.gov.uk */ h1 { color: #00625e; background: url( "data:image/png;base64,//8=" ) }'
    found = own(tmp_path, {"web.css": css})
    assert looking.slips(found) == []
    answers = markdown.read(GOLDEN.read_bytes(), OURS).answers
    assert f"<style>{css}</style>" in document(answers, "html", found).decode()
    strange = own(tmp_path, {"webs.css": css})
    assert [one.path.name for one in looking.slips(strange)] == ["webs.css"]
