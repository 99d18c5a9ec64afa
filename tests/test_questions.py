"""The table of questions: whatever is in it is asked, checked, kept, shown, printed, read back and told of.

Every test goes over all of ours and over a body's own of each kind. A question is covered by being there.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from docx import Document

from breach_wizard import answers as answers_file
from breach_wizard import form, guidance
from breach_wizard.changes import UNTOLD, since
from breach_wizard.check import findings
from breach_wizard.errors import AnswersError, ExportError
from breach_wizard.exports import FORMATS, Printed, load, template
from breach_wizard.exports.template_fields import fields
from breach_wizard.imports.imported import Imported
from breach_wizard.imports.word import blocks
from breach_wizard.interview.asked import all_questions, own_questions, question
from breach_wizard.interview.context import Context
from breach_wizard.interview.labels import by_label
from breach_wizard.interview.paths import get, put, without
from breach_wizard.interview.proposals import complete
from breach_wizard.interview.questions import QUESTIONS, REMEMBERED, Question, with_parts
from breach_wizard.interview.shapes import ActionAnswers, Answers, MoreAnswers, OccurrenceAnswers, OutputAnswers
from breach_wizard.interview.steps import steps
from breach_wizard.interview.values import accept, refusal
from breach_wizard.output import document
from breach_wizard.profile import Profile
from breach_wizard.prompts import Ask, Checklist, Select, Text
from breach_wizard.report import Action, Occurrence, Output, Report, from_answers, to_answers
from breach_wizard.report.across import NOT_PRINTED
from breach_wizard.wizard import run
from breach_wizard.wizard.rows import rows
from tests.kit import runs, samples
from tests.kit.samples import kept, sample
from tests.kit.scripted import Scripted
from tests.kit.today import GUIDANCE

BODY = guidance.load(Path(__file__).parent / "data" / "body")
"""A body's folder with a question of each kind, twice: in two sections, in the interview and on the check page."""

ALL = all_questions(BODY)
PRINTED = [one for one in ALL if one.stands]
OWN = own_questions(BODY)
WORLD = Context(now=runs.NOW, guidance=BODY)
WHOLE = samples.answers(BODY)


PRINTED_AS_A_LABEL = {"access_ended"}
"""What is told by the label of another answer."""


def ids(listed: Any) -> list[str]:
    return [one.id for one in listed]


def test_the_folder_of_the_tests_has_every_kind_twice() -> None:
    assert (BODY.folders[1] / "fields.toml").read_text() == samples.own_fields()
    assert {one.kind for one in OWN} == set(samples.KINDS)
    assert len(OWN) == 2 * len(samples.KINDS)


# What is written out for the type checker, against the table.


def test_the_report_has_a_field_for_each_question_that_is_printed() -> None:
    beside = {"schema", "approved", "more", "changes", "updates"}
    assert set(Report._fields) - beside == {one.id for one in QUESTIONS if one.stands} | PRINTED_AS_A_LABEL
    for name, shape in (("outputs", Output), ("occurrences", Occurrence), ("actions", Action)):
        parts = {part.id for part in next(one for one in QUESTIONS if one.id == name).parts}
        renamed = {"date": "moment"} if name == "occurrences" else {}
        assert set(shape._fields) == {renamed.get(part, part) for part in parts}
    required = set(Report._fields) - set(Report._field_defaults)
    assert required == {one.id for one in QUESTIONS if one.required and one.needed([GUIDANCE.types["other"]])}


def test_what_a_profile_remembers_is_what_is_marked_so() -> None:
    assert tuple(Profile().details) == REMEMBERED


def test_what_no_report_prints_by_itself_is_listed() -> None:
    assert {one.id for one in QUESTIONS if not one.stands} == NOT_PRINTED | PRINTED_AS_A_LABEL


KINDS_IN_JSON = {
    "text": {"string"}, "long-text": {"string"}, "address": {"string"}, "count": {"string"}, "choice": {"string"},
    "day": {"string"}, "moment": {"object", "string", "null"}, "yes-no": {"boolean", "string", "null"},
    "list": {"array", "string"}, "items": {"array", "string"},
}  # fmt: skip


def types_in(schema: dict[str, Any]) -> Iterator[str]:
    for one in schema.get("anyOf", [schema]):
        yield one.get("type", "object" if "$ref" in one else "string")


@pytest.mark.parametrize("asked", [one for one in QUESTIONS if one.stands], ids=lambda one: one.id)
def test_the_schema_gives_each_question_its_kind(asked: Question) -> None:
    schema = load("json").schema()["properties"][asked.id]  # type: ignore[attr-defined]
    assert set(types_in(schema)) <= KINDS_IN_JSON[asked.kind]


def test_the_typed_answers_have_a_key_for_each_question() -> None:
    assert set(Answers.__annotations__) - {"approved", "more", "updates", "changes"} == {one.id for one in QUESTIONS}
    for name, shape in (("outputs", OutputAnswers), ("occurrences", OccurrenceAnswers), ("actions", ActionAnswers)):
        parts = {part.id for part in next(one for one in QUESTIONS if one.id == name).parts}
        more = {"suggestion"} if name == "actions" else set()
        assert set(shape.__annotations__) == parts | more | {"key"}
    assert set(MoreAnswers.__annotations__) == {"key", "id", "section", "label", "value"}


PYTHON_KINDS: dict[str, set[type]] = {
    "text": {str}, "long-text": {str}, "day": {str}, "moment": {str}, "address": {str}, "count": {str},
    "choice": {str, bool}, "yes-no": {bool, str}, "list": {list}, "items": {list}, "notes": {dict},
}  # fmt: skip


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda one: one.id)
def test_the_typed_answer_is_of_the_kind_of_the_question(asked: Question) -> None:
    hint = Answers.__annotations__[asked.id]
    hint = hint.__forward_value__ if hasattr(hint, "__forward_value__") else hint
    found = {getattr(one, "__origin__", one) for one in get_args(hint) or (hint,)} - {None}
    classes = {one for one in found if isinstance(one, type)}
    if asked.kind in ("list", "items", "notes"):
        assert {getattr(hint, "__origin__", hint), *classes} & PYTHON_KINDS[asked.kind]
    else:
        assert classes <= PYTHON_KINDS[asked.kind]


def test_a_label_means_one_question_in_its_section() -> None:
    for section in form.SECTIONS:
        labels = [
            (text, name)
            for name, asked in with_parts([one for one in ALL if one.section == section and one.labels])
            if asked.labels is not None
            for text in {asked.labels.general, *asked.labels.former, *(text for _, text in asked.labels.by_edition)}
        ]
        owners: dict[str, set[str]] = {}
        for text, name in labels:
            owners.setdefault(text, set()).add(name.removeprefix("occurrences."))
        assert {text: names for text, names in owners.items() if len(names) > 1} == {}


# Asked, refused, kept, on the check page.


class Sampler(Scripted):
    """Answers whatever is asked with its sample, and visits each row of the check page once."""

    def __init__(self, kind: str) -> None:
        super().__init__({})
        self.kind = kind
        self.visited: set[str] = set()

    def choose(self, ask: Ask) -> Any:
        name = ask.id.split(".")[0]
        asked = question(name, BODY)
        if ask.id == "check":
            assert isinstance(ask, Select)
            waiting = (one.value for one in ask.choices if one.value.startswith("row:"))
            return self.visit(next((one for one in waiting if one not in self.visited and self.is_own(one)), "write"))
        fixed = {
            "breach_type": self.kind, "ongoing": "no", "access_ended": "no", "do_now": "go-on", "guidance": "go-on",
            "considerations": "go-on", "actions": ["own"], "actions.status": ["1"], "exemption": "yes", "anything_else": "no",
        }  # fmt: skip
        if isinstance(ask, Checklist) and name == "references":
            return ["own"]
        if ask.id in fixed:
            return fixed[ask.id]
        if ask.id.endswith(".look"):
            return "keep"
        if isinstance(ask, Text):
            part = asked.part(ask.id.split(".")[2]) if asked and ask.id.count(".") == 2 else None
            if part is not None:
                return {"title": "The output", "date": "20 March 2017 5pm"}.get(part.id) or sample(part, name).typed
            assert asked is not None, ask.id
            return {"due": "22 March 2017"}.get(name) or sample(asked, name).typed
        assert asked is not None
        assert not isinstance(ask, Checklist), ask.id
        return f"choice:{sample(asked, name).typed}"

    def visit(self, row: str) -> str:
        self.visited.add(row)
        return row

    @staticmethod
    def is_own(row: str) -> bool:
        asked = question(row.removeprefix("row:"), BODY)
        return asked is not None and asked.asked == "check page"


@pytest.mark.parametrize("kind", GUIDANCE.types)
def test_every_question_is_asked_and_ends_in_the_report(kind: str, tmp_path: Path) -> None:
    prompter = Sampler(kind)
    with runs.store(tmp_path).create() as draft:
        session = runs.session(draft, prompter, content=BODY)
        path = run.start(session, tmp_path / "report.md")
        saved = runs.store(tmp_path).drafts()[0].answers
    asked = {one.id.split(".")[0] for one in prompter.asked}
    kinds = [GUIDANCE.types[kind]]
    expected = {one.id for one in ALL if one.asked != "opened" and one.applies(kinds)}
    expected -= {"occurrences"} if GUIDANCE.types[kind].timing == "late" else set()
    assert expected <= asked
    written = load("markdown").held(path.read_bytes(), BODY)
    assert isinstance(written, Imported)
    for one in OWN:
        assert get(saved, (one.id,)) == kept(one), one.id
        assert get(written.answers, (one.id,)) == kept(one), one.id


@pytest.mark.parametrize("asked", OWN, ids=lambda one: one.id)
def test_a_wrong_answer_is_refused_in_words_and_a_right_one_taken(asked: Question) -> None:
    right = sample(asked, asked.id)
    assert accept((asked.id,), right.typed, WHOLE, WORLD).value == right.value
    assert accept((asked.id,), "?", WHOLE, WORLD).value == "?"
    if right.wrong:
        said = refusal((asked.id,), right.wrong, WHOLE, WORLD)
        assert said
        assert said[-1] in ".)"
        with pytest.raises(AnswersError) as caught:
            answers_file.normalise({asked.id: right.wrong}, BODY)
        assert caught.value.problems[0].where == asked.id
    given, _ = answers_file.normalise({asked.id: right.value}, BODY)
    assert get(given, (asked.id,)) == right.value


@pytest.mark.parametrize("asked", OWN, ids=lambda one: one.id)
def test_what_is_required_is_missed(asked: Question, tmp_path: Path) -> None:
    strict = samples.own(tmp_path, samples.own_fields(**{asked.id: "required = true\n"}))
    world = Context(now=runs.NOW, guidance=strict)
    assert refusal((asked.id,), "", WHOLE, world)
    for empty in ("", [] if asked.kind == "list" else ""):
        found = [one.where for one in findings(WHOLE | {asked.id: empty}, world) if one.level == "error"]
        assert found == [asked.id]
    assert from_answers(WHOLE, strict)


@pytest.mark.parametrize("asked", [one for one in ALL if one.asked != "opened"], ids=lambda one: one.id)
def test_it_is_on_the_check_page_with_its_answer(asked: Question) -> None:
    kind = next(kind.id for kind in GUIDANCE.types.values() if asked.applies([kind]))
    mine = [row for row in rows(WHOLE | {"breach_type": kind}, {}, WORLD) if row.path[0] == asked.id]
    assert mine
    if asked.own:
        assert mine[0].section == asked.section.heading
        assert all(text in mine[0].value for text in sample(asked, asked.id).shown)


@pytest.mark.parametrize("asked", [one for one in ALL if one.asked == "interview"], ids=lambda one: one.id)
def test_it_is_a_step_of_the_interview_where_it_applies(asked: Question) -> None:
    kinds = [kind for kind in GUIDANCE.types.values() if asked.applies([kind])]
    assert kinds
    for kind in kinds:
        way = steps({"breach_type": kind.id, "ongoing": False}, WORLD)
        late = asked.id == "occurrences" and kind.timing == "late"
        assert late or asked.id in [path[0] for path in way]


# In every format, and back.


@pytest.mark.parametrize("name", FORMATS)
def test_every_answer_is_in_every_format(name: str) -> None:
    data = document(WHOLE, name, BODY)
    held = load(name).held(data, BODY)
    for one in PRINTED:
        if isinstance(held, Imported):
            assert get(held.answers, (one.id,)) == kept(one), one.id
        elif one.id not in samples.OF_THEIR_OWN:
            shown = sample(one, one.id).shown
            assert all(held.holds(text) if isinstance(held, Printed) else text in held for text in shown), one.id


@pytest.mark.parametrize("name", ["markdown", "word", "json"])
@pytest.mark.parametrize("value", ["?", ""])
def test_what_is_not_known_and_what_is_empty_come_back(name: str, value: str, tmp_path: Path) -> None:
    shows = samples.own(
        tmp_path, samples.own_fields(**{one.id: "print_empty = true\n" for one in OWN if one.kind != "list"})
    )
    own = {one.id: value for one in OWN}
    held = load(name).held(document(WHOLE | own, name, shows), shows)
    assert isinstance(held, Imported)
    for one in OWN:
        if value or one.kind != "list":
            assert get(held.answers, (one.id,)) == value, one.id


def test_what_is_left_empty_is_printed_only_where_the_folder_says_so(tmp_path: Path) -> None:
    shows = samples.own(tmp_path, samples.own_fields(own_text_1="print_empty = true\n"))
    empty = complete(without(WHOLE, *ids(OWN)), {}, Context(runs.NOW, shows))
    text = document(empty, "markdown", shows).decode()
    assert "Label of text 0" in text
    assert text.count("Label of") == 1


@pytest.mark.parametrize("asked", PRINTED, ids=lambda one: one.id)
def test_it_is_offered_to_a_form_of_ones_own(asked: Question) -> None:
    assert asked.id in fields(BODY)
    form_of_ones_own = Document()
    form_of_ones_own.add_paragraph(f"{{{{ {asked.id} }}}}")
    data = io.BytesIO()
    form_of_ones_own.save(data)
    filled = template.fill(from_answers(WHOLE, BODY), data.getvalue(), BODY)
    text = "\n".join(blocks(filled)[1])
    if asked.id not in samples.OF_THEIR_OWN:
        assert all(shown in text for shown in sample(asked, asked.id).shown)


# Told of: what has changed, what is to follow, what would better not be published, what would be lost.


@pytest.mark.parametrize("asked", [one for one in ALL if one.id not in UNTOLD], ids=lambda one: one.id)
def test_an_update_tells_that_it_has_changed(asked: Question) -> None:
    changed = WHOLE | {asked.id: kept(asked, 2)}
    found = since(WHOLE, changed, WORLD)
    assert {one.path[0] for one in found} == {asked.id}
    assert since(WHOLE, dict(WHOLE), WORLD) == []  # type: ignore[arg-type]


NEVER_UNKNOWN = {"breach_type", "also", "access_ended", "considerations"}


@pytest.mark.parametrize("asked", [one for one in ALL if one.id not in NEVER_UNKNOWN], ids=lambda one: one.id)
def test_what_is_not_known_yet_is_to_follow(asked: Question) -> None:
    unknown = WHOLE | {asked.id: "?"}
    found = [one.where.split(".")[0] for one in findings(unknown, WORLD) if one.code == "to-follow"]
    assert asked.id in found


@pytest.mark.parametrize("asked", [one for one in ALL if one.kind in ("text", "long-text")], ids=lambda one: one.id)
def test_a_name_is_found_in_what_is_published_and_nowhere_else(asked: Question) -> None:
    named = WHOLE | {asked.id: "Dr Smith saw it."}
    assert (asked.id in [one.where for one in findings(named, WORLD) if one.code == "name"]) == asked.published


@pytest.mark.parametrize("asked", PRINTED, ids=lambda one: one.id)
@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_document_without_its_answer_is_not_written(
    asked: Question, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever drops an answer on the way to the document, the answers given are what it is compared with."""
    empty = [] if asked.kind == "list" else ""
    lacking = WHOLE | {asked.id: kept(asked, 2) if asked.required else empty}
    report = from_answers(lacking, BODY)
    monkeypatch.setattr("breach_wizard.output.from_answers", lambda answers, guidance: report)
    with pytest.raises(ExportError) as caught:
        document(WHOLE, name, BODY)
    assert asked.id in str(caught.value)


def test_an_answer_under_no_question_is_refused_and_never_dropped() -> None:
    for stranger in ({"nobody_asks_this": "The press office"}, {"outputs": [{"key": "1", "title": "A", "isbn": "1"}]}):
        with pytest.raises(AnswersError) as caught:
            from_answers(WHOLE | stranger, BODY)
        assert "lost" in str(caught.value)


def test_an_answer_whose_question_has_gone_is_kept_and_said(tmp_path: Path) -> None:
    world = Context(now=runs.NOW, guidance=GUIDANCE)
    full = complete(WHOLE, {}, world)
    data = document(full, "markdown", GUIDANCE)
    assert "Label of" not in data.decode()
    for one in OWN:
        assert all(
            text.replace("|", "\\|").replace("*", "\\*").split(" ")[0] in data.decode()
            for text in sample(one, one.id).shown
        )
    said = [one for one in findings(full, world) if one.code == "unknown-question"]
    assert len(said) == len(OWN)
    held = load("markdown").held(data, GUIDANCE)
    assert isinstance(held, Imported)
    assert not held.unplaced


@pytest.mark.parametrize("name", ["markdown", "word", "json"])
def test_a_report_is_read_and_written_where_the_folder_is_not(name: str) -> None:
    data = document(WHOLE, name, BODY)
    elsewhere = load(name).held(data, GUIDANCE)
    assert isinstance(elsewhere, Imported)
    assert not elsewhere.unplaced
    labels = [one["label"] for one in elsewhere.answers["more"]]
    assert sorted(labels) == sorted(one.labels.general for one in OWN if one.labels)
    again = document(elsewhere.answers, name, GUIDANCE)
    back = load(name).held(again, BODY)
    assert isinstance(back, Imported)
    here = load(name).held(data, BODY)
    assert isinstance(here, Imported)
    assert back.answers == here.answers
    said = [one for one in findings(elsewhere.answers, Context(runs.NOW, GUIDANCE)) if one.code == "unknown-question"]
    assert len(said) == len(OWN)
    for other in FORMATS:
        assert document(elsewhere.answers, other, GUIDANCE)


def edited(old: str, new: str) -> Imported:
    """What is read of the report of all answers after somebody has edited it."""
    text = document(WHOLE, "markdown", BODY).decode()
    assert old in text
    held = load("markdown").held(text.replace(old, new).encode(), BODY)
    assert isinstance(held, Imported)
    return held


ROW = "| Label of text 0 "


@pytest.mark.parametrize(
    "row", ["| Link | again |", "| Producer's own | one |\n| Producer's own | two |", "| Empty | |"]
)
def test_a_row_that_is_no_answer_of_its_own_is_not_placed(row: str) -> None:
    (line, *_) = [line for line in document(WHOLE, "markdown", BODY).decode().split("\n") if line.startswith(ROW)]
    held = edited(line, f"{line}\n{row}")
    assert len(held.unplaced) == 1
    assert from_answers(held.answers, BODY)


def test_a_label_that_stands_twice_or_is_the_forms_is_refused_in_words() -> None:
    for label in ("Label of text 0", "Link"):
        more = [{"key": "1", "id": "x", "section": "core", "label": label, "value": "One"}]
        with pytest.raises(AnswersError) as caught:
            from_answers(WHOLE | {"more": more}, BODY)
        assert label in str(caught.value)


def test_an_edited_answer_that_its_question_would_not_take_is_kept_and_told_of() -> None:
    held = edited("about 1,234", "a few")
    assert [one.where for one in findings(held.answers, WORLD) if one.code == "unexpected-answer"] == [
        one.id for one in ALL if one.kind == "count"
    ]
    assert "a few" in document(held.answers, "markdown", BODY).decode()


def test_answers_and_report_are_inverse_with_own_questions() -> None:
    report = from_answers(WHOLE, BODY)
    assert from_answers(to_answers(report, BODY), BODY) == report
    assert from_answers(to_answers(report, GUIDANCE), GUIDANCE) == report


def test_the_form_to_start_from_asks_for_every_question() -> None:
    text = "\n".join(blocks(template.starter(BODY))[1])
    assert [one.id for one in PRINTED if one.id not in text] == []


def test_the_labels_of_every_section_lead_back_to_their_questions() -> None:
    for section in form.SECTIONS:
        for stands in ("row", "heading"):
            for label, name in by_label(BODY, section, stands).items():
                assert label
                assert question(name.partition(".")[0], BODY) is not None


def test_an_own_question_is_asked_only_of_its_types(tmp_path: Path) -> None:
    some = samples.own(tmp_path, samples.own_fields(own_text_1='types = ["other"]\n'))
    world = Context(now=runs.NOW, guidance=some)
    for kind in GUIDANCE.types:
        way = [path[0] for path in steps({"breach_type": kind, "ongoing": False}, world)]
        assert ("own_text_1" in way) == (kind == "other")
    full = complete(WHOLE, {}, world)
    assert "own_text_1" not in full
    assert "own_text_1" in complete(put(WHOLE, ("also",), ["other"]), {}, world)


def test_a_types_file_may_name_labels_and_earlier_ones_are_read(tmp_path: Path) -> None:
    (tmp_path / "breach-types").mkdir()
    text = (guidance.built_in() / "breach-types" / "early-release.toml").read_text()
    path = tmp_path / "breach-types" / "early-release.toml"
    path.write_text(text.replace('form_label = "Taken down"', 'form_label = "Offline"\nformer_labels = ["Down"]'))
    typed = guidance.load(tmp_path)
    both = [{"key": "1", "date": "20 March 2017"}, {"key": "2", "date": "21 March 2017", "ended": "21 March 2017, 4pm"}]
    given = samples.answers(typed, occurrences=both)
    for name in ("markdown", "word"):
        data = document(given, name, typed)
        held = load(name).held(data, typed)
        assert isinstance(held, Imported)
        assert held.answers["ended"] == kept(next(one for one in QUESTIONS if one.id == "ended"))
    text = document(given, "markdown", typed).decode()
    assert text.count("| Offline ") == 2
    for former in ("Down", "Put right"):
        held = load("markdown").held(text.replace("Offline", former).encode(), typed)
        assert isinstance(held, Imported)
        assert from_answers(held.answers, typed) == from_answers(given, typed)


def test_what_stands_under_anothers_label_is_changed_on_the_check_page(tmp_path: Path) -> None:
    more = [{"key": "1", "id": "x", "section": "core", "label": "Our number", "value": "BR/1"}]
    story = {"check": ("again", "row:more.1.value", "write"), "more.1.value": "BR/2", "anything_else": "no"}
    with runs.store(tmp_path).create() as draft:
        draft.draft.answers = samples.answers(more=more)
        draft.draft.passed = ["do_now", "guidance"]
        path = run.resume(runs.session(draft, Scripted(story)), tmp_path / "report.md")
    assert "| Our number " in path.read_text()
    assert "BR/2" in path.read_text()
