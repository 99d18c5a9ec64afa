"""Folders of a body's own, edited at random: what `guidance check` lets pass makes reports; slips are told in one run."""

import itertools
import tempfile
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import tomli_w
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from breach_wizard import guidance
from breach_wizard.exports import FORMATS
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.layers import over
from breach_wizard.output import document
from breach_wizard.upkeep import looking
from breach_wizard.upkeep.fitting import fitting
from breach_wizard.upkeep.rehearsing import trials
from breach_wizard.upkeep.starting import new_type
from tests.kit.depth import FULL, examples

BUILT_IN = guidance.built_in()


class Edit(NamedTuple):
    """What a body's file holds besides; for a slip, a word that must be said of it."""

    file: str
    holds: dict[str, Any]
    word: str = ""

    @property
    def at(self) -> tuple[str, str]:
        """The entry, or the key of a file that is one, that no two edits of a folder change."""
        return self.file, next(iter(self.holds))


def built_in(name: str) -> dict[str, Any]:
    return tomllib.loads((BUILT_IN / name).read_text("utf-8"))


def edition() -> dict[str, Any]:
    """An edition to come, with numbers of its own."""
    held = built_in("code/3.0.toml") | {"starts": DAY, "sure_from": DAY, "written": ["Rule N"]}
    held["clauses"] = [one | {"reference": f"Rule {number}"} for number, one in enumerate(held["clauses"], 1)]
    return held


def noteless() -> list[Any]:
    return [{key: value for key, value in one.items() if key != "note"} for one in built_in("code/1.0.toml")["clauses"]]


def begun(name: str, like: str) -> dict[str, Any]:
    return tomllib.loads(new_type(name, like, guidance.load()))


DAY = tomllib.loads("day = 2027-01-01")["day"]
EARLY, LEAK = "breach-types/early-release.toml", "breach-types/pre-release-leak.toml"
LATE, OTHER = "breach-types/late-publication.toml", "breach-types/other.toml"
QUESTION = {
    "part": 3,
    "kind": "choice",
    "section": "impact",
    "asked": "interview",
    "question": "A?",
    "choices": ["x", "y"],
}
SEEN = {"source": "Its page", "day": DAY}
AWAY = {"remove": True}
LONG = ["A line of what to do first that is about as long as one is"] * 20

EDITS = (
    Edit("actions.toml", {"withdraw": {"note": "Ours.", "taken": "Took | it *down*."}}),
    Edit("actions.toml", {"recall-data": AWAY}),
    Edit("actions.toml", {"bring-forward": AWAY}),
    Edit("considerations.toml", {"accessed": AWAY}),
    Edit("considerations.toml", {"social-media": {"stem": "Seen | by *all*"}}),
    Edit("recipients.toml", {"good-practice-team": AWAY}),
    Edit("matters.toml", {"independence": AWAY}),
    Edit("confirmed.toml", {"recipients": {"regulator": SEEN}}),
    Edit("confirmed.toml", {"clauses": {"3.0: manage data responsibly": SEEN | {"reference": "Standard 4, practice 4.1"}}}),
    Edit(LATE, AWAY),
    Edit(EARLY, {"title": "Came out | too *early*"}),
    Edit(EARLY, {"do_now_stays": {"title": "It stays.", "items": ["A"], "ours": [1]}}),
    Edit(EARLY, {"timing_words": {"stays": "It stayed.", "over": "Open."}}),
    Edit(OTHER, {"order": 40}),
    Edit(OTHER, {"fields": {"ended": {"form_label": "Mended | *now*"}}}),
    Edit(OTHER, {"considerations": ["accessed", "social-media", "high-profile"]}),
    Edit("breach-types/wrong-file.toml", begun("wrong-file", "other")),
    Edit("breach-types/told.toml", begun("told", "early-release") | {"order": 41}),
    Edit("code/4.0.toml", edition()),
    Edit("code/2.0.toml", AWAY),
    Edit("fields.toml", {"own_a": QUESTION | {"label": "Own *a*"}}),
    Edit("fields.toml", {"own_b": {"part": 1, "kind": "list", "section": "core", "asked": "check page", "question": "B?", "label": "Own | b"}}),
    Edit("fields.toml", {"producer": {"hint": "In full."}}),
    Edit("messages.toml", {"own": {"types": ["other"], "to": "To us", "body": "[title]"}}),
    Edit("messages.toml", {"hop-early": AWAY}),
    Edit("forms.toml", {"labels": {"producer": ["Directorate"]}}),
    # Slips, each with a word that must be said of it.
    Edit("actions.toml", {"issue-statement": {"takn": "x"}}, "takn"),
    Edit("actions.toml", {"own-one": {"text": "x", "planned": "x", "source": "published-reports"}}, "[own-one]: taken"),
    Edit("actions.toml", {"check-after-upload": {"source": "ours"}}, "'ours'"),
    Edit("considerations.toml", {"recipients": {"text": 5}}, "[recipients]: text"),
    Edit("considerations.toml", {"high-profile": {"stem": ""}}, "[high-profile]: stem"),
    Edit(LEAK, {"actions": ["nowhere"]}, "'nowhere'"),
    Edit(LEAK, {"matters_another_time": ["mattr"]}, "'mattr'"),
    Edit(LEAK, {"matters": ["unheard"]}, "'unheard'"),
    Edit(LEAK, {"title": "Other breach of the Code of Practice"}, "Other breach of the Code of Practice' is that of"),
    Edit(LEAK, {"order": 1}, "order: 1"),
    Edit(LEAK, {"choice": "Two\nlines"}, "choice"),
    Edit(LEAK, {"reason": "it was told"}, "triage.toml"),
    Edit(LEAK, {"do_now_over": {"items": LONG}}, "lines"),
    Edit(LEAK, {"do_now_ongoing": {"closing": "[take_dwn]"}}, "[take_dwn]"),
    Edit(EARLY, {"timing_words": {"began": "Out {gapp} before."}}, "Did you mean '{gap}'"),
    Edit(EARLY, {"access": {"it_ended": "it ended {open} later"}}, "access: it_ended"),
    Edit(LATE, {"timing_words": {"still": "{open} so far."}}, "timing_words: still: nothing is put in for {open}"),
    Edit(OTHER, {"timing_words": {"over": "Open for {open."}}, "a lone {"),
    Edit("breach-types/check.toml", begun("a-type", "other") | {"order": 42}, "'check'"),
    Edit("actoins.toml", {"x": {"a": 1}}, "actoins.toml"),
    Edit("breachtypes/x.toml", {"a": 1}, "breachtypes"),
    Edit("wrong-file.toml", begun("wrong-file", "other"), "breach-types/, and nothing of it is read"),
    Edit("breach-types/actions.toml", {"withdraw": {"note": "x"}}, "the folder above"),
    Edit("breach-types/5.0.toml", edition(), "code/. Put it there"),
    Edit("code/2.1.toml", {"sure_from": tomllib.loads("day = 2022-05-01")["day"]}, "sure_from"),
    Edit("code/2.1.toml", {"numbered_like": "9"}, "'9'"),
    Edit("code/1.0.toml", {"clauses": noteless()}, "note"),
    Edit("code/1.0.toml", {"written": ["Rule"]}, "'Rule'"),
    Edit("fields.toml", {"nosuch": {"part": 9, "label": "", "question": ""}}, "[nosuch]"),
    Edit("fields.toml", {"own_c": QUESTION | {"label": "Noticed"}}, "own_c"),
    Edit("fields.toml", {"due": AWAY}, "[due]"),
    Edit("messages.toml", {"nothing-here": AWAY}, "'nothing-here'"),
    Edit("messages.toml", {"hop-late": {"types": ["late"]}}, "'late'"),
    Edit("sites.toml", {"gov.uk": {"in_full": 5}}, "in_full"),
    Edit("confirmed.toml", {"sites": {"no.such": SEEN}}, "[sites.\"no.such\"]: there is no"),
    Edit("confirmed.toml", {"nations": {"scotlnd": SEEN}}, "[nations.scotlnd]: there is no"),
    Edit("confirmed.toml", {"recipients": {"regulator": SEEN | {"source": ""}}}, "[recipients.regulator]: source"),
    Edit("triage.toml", {"questions": {"official": {"no": {"next": "nowhere-to"}}}}, "'nowhere-to'"),
    Edit("forms.toml", {"signs": {"flood": ["x"]}}, "'flood'"),
    Edit("nations.toml", {"uk": {"office": 5}}, "office"),
)  # fmt: skip


def told(edits: list[Edit], top: Path) -> tuple[Guidance, list[str]]:
    """The guidance that the edits make, and what one run of the check says before it tries reports out."""
    files: dict[str, dict[str, Any]] = {}
    for one in edits:
        files[one.file] = over(files.get(one.file, {}), one.holds)
    for name, holds in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(tomli_w.dumps(holds).encode())
    found = guidance.load(top)
    return found, [*map(str, looking.slips(found)), *map(str, fitting(found))]


FOLDERS = st.lists(st.sampled_from(EDITS), min_size=1, max_size=6, unique_by=lambda one: one.at)
RIGHT = st.lists(st.sampled_from([one for one in EDITS if not one.word]), min_size=1, unique_by=lambda one: one.at)
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""Shrinking takes minutes, and an example is a handful of edits with names."""

LIMITS = settings(
    deadline=None, suppress_health_check=list(HealthCheck), max_examples=examples(150), phases=NO_SHRINKING
)
_tried = itertools.count()
IN_ALL_FORMATS = 20 if FULL else 1
"""So many of the folders make a report in every format, which takes half a second each."""


@LIMITS
@given(RIGHT)
def test_what_the_check_lets_pass_makes_reports_that_are_read_back(edits: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as top:
        found, said = told(edits, Path(top))
        assert said == []
        last = list(found.types)[-1]
        in_all = next(_tried) < IN_ALL_FORMATS
        for kind, _, answers in trials(found):
            is_whole = FULL or kind == last
            each = ["markdown", "json"] if is_whole else ["markdown"]
            for name in FORMATS if in_all and is_whole else each:
                document(answers, name, found)


@LIMITS
@given(FOLDERS)
def test_every_slip_is_told_in_one_run_and_what_is_left_can_be_used(edits: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as top:
        found, said = told(edits, Path(top))
        for one in edits:
            assert any(one.word in sentence for sentence in said) or not one.word, (one, said)
        assert bool(said) == any(one.word for one in edits), said
        assert looking.slips(looking.usable(found)) == []


def test_each_edit_by_itself_is_right_or_told() -> None:
    for one in EDITS:
        with tempfile.TemporaryDirectory() as top:
            _, said = told([one], Path(top))
            assert bool(said) == bool(one.word), (one, said)
            assert all(str(Path(top)) in sentence for sentence in said), (one, said)
