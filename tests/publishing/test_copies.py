"""Copies for publication: what of people is in none, whatever the format; that all else is there; what is asked."""

import io
import re
import zipfile
from email import message_from_bytes, policy
from html import unescape
from pathlib import Path
from typing import Any, cast

import pytest
from pypdf import PdfReader

from breach_wizard import form
from breach_wizard.exports import FOR_PUBLICATION, load
from breach_wizard.exports.content import content, values
from breach_wizard.imports import markdown
from breach_wizard.interview.shapes import Answers
from breach_wizard.output import copy
from breach_wizard.publishing import Copy, copied, passages, pieces, unasked
from breach_wizard.publishing.texts import question_of, texts, with_texts
from breach_wizard.publishing.web import not_public
from breach_wizard.report import Report, from_answers
from tests.kit import samples
from tests.kit.depth import FULL
from tests.kit.today import GUIDANCE

REPORTS = Path(__file__).parents[1] / "data" / "reports"
PERSON = "Zebedee O’Quill-Varga"
HEAD = "Dr Quenby Fotheringay"
TEAM = "stats.team@example.gov.uk"
PEOPLE: dict[str, Any] = {
    "producer": "Office of Weights",
    "contact_name": f"{PERSON}, Senior Measurer",
    "contact_details": f"{TEAM}; zebedee.oquill@example.gov.uk; direct line 020 7946 0123 ext 4321; 2 Nowhere Yard",
    "head_of_profession": f"{HEAD}, quenby@example.gov.uk, 0117 496 0999",
    "told": "Wilhelmina Strange",
    "own_reference": "XQ/2017/77",
    "approved": {"by": "Keeper of Weights", "on": "24 March 2017"},
}
MENTIONS = (
    "Zebedee", "O'Quill-Varga", "oquill varga", "Z. Varga", "zebedee v.", "@zebedeev", "Ms Varga", "ZEBEDEE O’QUILL-VARGA", "zvarga",
    "zebedee.oquill@example.gov.uk", "somebody.else@example.gov.uk", "quenby_notes.docx", "Fotheringay’s",
    "+44 (0)20 7946 0123", "02079460123", "7946 0123", "ext. 4321", "(0117) 496-0999", "07700 900123",
    "zvarga at example dot gov dot uk", "somebody (at) example.gov.uk", "9 Somebody Lane LS29 7946 LS29 8AB", "QQ123456C",
    "staff number 884213", "(0)20-7946-0123", "(0)117-7946-999", "(020 7946 0123)", "https://www.gov.uk/zvarga/a", "2  Nowhere yard",
    "https://example.sharepoint.com/sites/s", "http://intranet/page", "localhost:8000/draft", "http://10.1.2.3/x",
    "https://preview.example.gov.uk/y", r"\\server\share\z",
)  # fmt: skip
"""How they, and what the public can't open, are mentioned in a text."""

TRACES = re.compile(
    r"zebedee|quill|varga|quenby|fotheringay|wilhelmina|XQ/2017|keeper of weights|somebody|7946|0123|4321|0999|nowhere|"
    r"LS29|QQ12|8842|sharepoint|intranet|localhost|10\.1\.2|preview\.|server|approved|(?-i:OFFICIAL)",
    re.IGNORECASE,
)
"""What would be left of any of it."""


def report(**changed: Any) -> Report:
    return from_answers(samples.answers(**PEOPLE | changed), GUIDANCE)


def mentioning(made: Report, *mentions: str) -> Report:
    """The report with these in each text but those of the fields about people."""
    skipped = ("contact_name", "contact_details", "head_of_profession", "told", "own_reference", "approved", "producer")
    said = " and ".join(mentions)
    return with_texts(made, {place: f"{text} by {said} here" for place, text in texts(made) if place[0] not in skipped})


def made(of: Report) -> Copy:
    """The copy, where nobody is asked and every text was read."""
    kept, words, _, _ = unasked(of, GUIDANCE, [question_of(place, of) for place, _ in texts(of)])
    return copied(of, kept, words, GUIDANCE, marking="OFFICIAL")


def flat(data: bytes, name: str) -> str:
    """All that a document holds: its text, the code around it, its properties, its parts and their names."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [f"{one} {package.read(one).decode()}" for one in package.namelist()]
        found = "\n".join(f"{part}\n{re.sub('<[^>]+>', '', part)}" for part in parts)
    elif data.startswith(b"%PDF"):
        document = PdfReader(io.BytesIO(data))
        pages = [" ".join(page.extract_text().split()) for page in document.pages]
        found = "\n".join(
            [
                *pages,
                str(document.metadata),
                *re.findall("<x:xmpmeta.*?</x:xmpmeta>", data.decode("latin-1"), re.DOTALL),
            ]
        )
    elif name == "email":
        mail = message_from_bytes(data, policy=policy.default)
        inner = [(part.get_payload(decode=True), part.get_filename() or "") for part in mail.walk()]
        found = "\n".join(
            [str(mail.items()), *(f"{file}\n{flat(part, '')}" for part, file in inner if isinstance(part, bytes))]
        )
    else:
        found = data.decode()
    return unescape(found).replace("\\", "") + found


@pytest.mark.parametrize("name", FOR_PUBLICATION)
def test_none_of_it_is_in_a_copy_and_all_else_is(name: str) -> None:
    public = made(mentioning(report(), *MENTIONS))
    document = flat(copy(public.report, name, GUIDANCE), name)
    assert TRACES.findall(document) == []
    assert TEAM in document
    assert form.COPY in document
    for place, text in texts(made(report()).report):  # the same without mentions: each line of it is there
        if place[0] not in ("contact_details", "producer"):
            for line in text.split("\n"):
                first = line.removeprefix("- ").split("*")[0].split("|")[0].strip()
                assert first in document or name == "pdf", place  # its lines are broken; the export has looked for them


@pytest.mark.parametrize("story", sorted(REPORTS.glob("*.md")), ids=lambda path: path.stem)
def test_none_of_it_is_in_the_copy_of_a_story(story: Path) -> None:
    answers = cast("Answers", {**markdown.read(story.read_bytes(), GUIDANCE).answers, **PEOPLE})
    whole = from_answers(answers, GUIDANCE)
    public = made(mentioning(whole, *MENTIONS)).report
    for name in FOR_PUBLICATION if FULL else ["govspeak"]:
        assert TRACES.findall(flat(copy(public, name, GUIDANCE), name)) == [], name
    kept = {"producer", "occurrences", "references", "breach_type", "due", "ended", "report_date"}
    rows = [row for row in content(whole, GUIDANCE).rows if row.id in kept]
    plain = content(made(whole).report, GUIDANCE).rows
    assert [row for row in rows if row not in plain] == []


def test_of_a_body_s_own_questions_what_is_published_is_kept(tmp_path: Path) -> None:
    fields = samples.own_fields(own_text_1="published = false\n")
    own = samples.own(tmp_path, fields)
    whole = from_answers(samples.answers(own, **PEOPLE), own)
    kept, words, _, _ = unasked(whole, own, ())
    public = copied(whole, kept, words, own).report
    assert {one.id for one in whole.more} - {one.id for one in public.more} == {"own_text_1"}
    assert len(public.more) > 1


def test_what_was_left_out_is_told() -> None:
    listed = "\n".join(made(mentioning(report(), *MENTIONS)).left_out)
    for one in (
        PERSON,
        HEAD,
        "Wilhelmina Strange",
        "XQ/2017/77",
        "Keeper of Weights",
        "OFFICIAL",
        "http://intranet/page",
    ):
        assert one in listed


@pytest.mark.parametrize("mention", MENTIONS)
def test_each_mention_is_taken_out_whole(mention: str) -> None:
    said = made(report(circumstances=f"It was set by {mention}, on the day.")).report.circumstances
    assert TRACES.search(said) is None
    assert said.count("(") == said.count(")")
    assert "gov.uk" not in said
    assert said.endswith("on the day.")


def test_what_is_no_mention_stays() -> None:
    plain = (
        "The figures rose in May 2017 to 7,946; brown paper and and/or 3.5. The page is https://www.gov.uk/government/x, and "
        "dashboards of the statistics, which an officer and the analyst saw. It will be published at 9.30am. 0.123 of 4321."
    )
    found = made(report(contact_name="Will May Brown", circumstances=plain))
    assert found.report.circumstances == plain


def test_a_name_that_is_a_word_is_asked_about() -> None:
    whole = report(contact_name="Kate Brown", circumstances="Brown set it. Later Kate Brown saw it; the brown one.")
    found = {(one.text, one.is_sure) for one in passages(whole, (), GUIDANCE) if one.what == "person"}
    assert found == {("Brown", False), ("Kate Brown", True)}


TOLD = "Tarquin Mbeki, Director of Statistics, 10 May 2017; Wilhelmina Drax"


@pytest.mark.parametrize("where", ["told", "own"])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Then Mbeki decided.", "Then [left out] decided."),
        ("Ms Drax's page, by Wilhelmina Drax.", "[left out]'s page, by [left out]."),
        ("It was set by tarquin mbeki.", "It was set by [left out]."),
        ("It was set by wdrax.", "It was set by [left out]."),
        ("It was set by wilhelmina d., and @tarquinm.", "It was set by [left out], and [left out]."),
    ],
)
def test_whom_an_answer_names_that_is_left_out_is_left_out_of_each_text(
    tmp_path: Path, where: str, text: str, left: str
) -> None:
    own = samples.own(tmp_path, samples.own_fields(own_text_1="published = false\n"))
    said = {"told": TOLD} if where == "told" else {"told": "", "own_text_1": TOLD}
    whole = from_answers(samples.answers(own, **PEOPLE | said | {"circumstances": text}), own)
    kept, words, _, _ = unasked(whole, own, ["circumstances"])
    assert copied(whole, kept, words, own).report.circumstances == left


def test_who_approved_it_is_left_out_of_each_text_unless_kept() -> None:
    said = {"approved": {"by": HEAD, "on": "24 March 2017"}, "circumstances": "Fotheringay saw it."}
    assert made(report(**said)).report.circumstances == "[left out] saw it."
    head = {"head_of_profession": HEAD}
    assert [one.text for one in passages(report(**said | head), ["head_of_profession"], GUIDANCE)] == []


def test_a_part_of_such_a_name_that_may_be_another_word_is_asked_about() -> None:
    whole = report(told=TOLD, circumstances="It was told to wilhelmina at once.")
    assert [one.text for one in unasked(whole, GUIDANCE, ())[2]] == ["wilhelmina"]


@pytest.mark.parametrize(
    "told",
    [
        "Will Grant",
        "Will Ashe",
        "Theresa May, 10am",
        "Grace Taylor",
        "Green Book team",
        "Head of Tunbridge Wells",
        "All publishers",
    ],
)
def test_of_names_that_are_words_no_ordinary_word_is_taken_or_asked_about(told: str) -> None:
    text = (
        "Will it recur? It will grant access in May 2017, on 3 May, and may fall. Will grants fall? The taylor, a book "
        "of green heads, and wells."
    )
    whole = report(told=told, circumstances=text)
    assert [one.text for one in passages(whole, (), GUIDANCE) if one.question == "circumstances"] == []


def test_a_place_of_which_an_own_answer_tells_is_not_taken_for_a_person(tmp_path: Path) -> None:
    own = samples.own(tmp_path, samples.own_fields(own_text_1="published = false\n"))
    said = {"own_text_1": "We told Tunbridge Wells at noon", "circumstances": "It was in Tunbridge Wells."}
    whole = from_answers(samples.answers(own, **PEOPLE | said), own)
    assert [(one.text, one.is_sure) for one in passages(whole, (), own) if one.question == "circumstances"] == [
        ("Tunbridge Wells", False)
    ]


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        ("It was sent to Ann Other by email.", "name", "Ann Other"),
        ("Nobody saw Dan's note.", "name", "Dan"),
        ("J. Featherstonehaugh set it.", "name", "J. Featherstonehaugh"),
        ("J. Featherstonehaugh set it. Featherstonehaugh knew.", "name", "Featherstonehaugh"),
        ("It is told of by @tarquinm there.", "name", "@tarquinm"),
        ("O’Brien agreed.", "name", "O’Brien"),
        ("The officer was pregnant and off.", "circumstance", "was pregnant"),
        ("Ann Otherby sent it. They told Otherby at once.", "name", "Otherby"),
        ("Sarah Thompson of the press office saw it.", "name", "Sarah Thompson"),
        ("An analyst, Grace Taylor of the prices team, forwarded it.", "name", "Grace Taylor"),
        ("Grace Taylor forwarded it.", "name", "Grace Taylor"),
        ("The analyst was on sick leave.", "circumstance", "on sick leave"),
        ("The analyst was taken ill.", "circumstance", "was taken ill"),
        ("The head of dissemination signed it.", "role", "head of dissemination"),
        ("It was told to the data protection officer.", "role", "data protection officer"),
        ("The deputy director saw it.", "role", "deputy director"),
    ],
)
def test_what_only_a_person_can_decide_on_is_not_changed(text: str, what: str, words: str) -> None:
    whole = report(impact=text)
    kept, instead, doubtful, roles = unasked(whole, GUIDANCE, ())
    assert (what, words) in [(one.what, one.text) for one in (*doubtful, *roles)]
    assert copied(whole, kept, instead, GUIDANCE).report.impact == text
    assert unasked(whole, GUIDANCE, ["impact"])[2:] == ([], [])


def test_whom_one_text_names_is_asked_about_in_every_other() -> None:
    whole = report(
        circumstances="It was agreed with Priya Nair of the digital team; Priya was away.",
        impact="Priya Nair told it. Ring Tom on ext 4471.",
        previous_breaches="Ask Priya Nair.",
    )
    found = {(one.question, one.text) for one in passages(whole, (), GUIDANCE)}
    assert {
        ("circumstances", "Priya Nair"),
        ("circumstances", "Priya"),
        ("impact", "Tom"),
        ("impact", "ext 4471"),
    } <= found
    assert any(question == "previous_breaches" and "Priya" in text for question, text in found)


def test_what_changed_about_people_is_left_out_and_their_former_names_too() -> None:
    lines = ["Contact: was Barnaby Quist, now Zebedee O’Quill-Varga", "Impact: changed"]
    public = made(report(updates="20 March 2017", changes=lines, impact="Barnaby Quist saw it.")).report
    assert public.changes == ("Impact: changed",)
    assert "Quist" not in public.impact


def test_a_team_and_its_mailbox_are_proposed_and_a_person_is_not() -> None:
    team = report(contact_name="Weights publishing team", contact_details=f"{TEAM}, 020 7946 0001; 07700 900123")
    proposed = {one.value for one in pieces(team, GUIDANCE) if one.proposed}
    assert {"Weights publishing team", TEAM, "020 7946 0001"} <= proposed
    assert "07700 900123" not in proposed
    assert {one.value for one in pieces(report(), GUIDANCE) if one.proposed} == {HEAD, TEAM}


def test_a_link_of_which_nothing_is_left_has_no_row() -> None:
    for link in ("https://preview.example.gov.uk/a", "https://www.example.gov.uk/~zvarga/statement"):
        public = made(report(statement_link=link)).report
        assert "statement_link" not in [row.id for row in content(public, GUIDANCE).rows]


@pytest.mark.parametrize(
    "link", ["https://www.example.gov.uk/~aother/statement", "https://example.gov.uk/government/people/ann-other"]
)
def test_a_link_to_a_page_of_one_person_s_own_is_asked_about(link: str) -> None:
    whole = report(statement_link=link)
    assert [one.text for one in unasked(whole, GUIDANCE, ())[2]] == [link]


HOSTILE = (
    "# not a heading\n1. no list\n- an item\n- and *another* [a](b) `c` ~~d~~ <e> {:.f} ^g^\n\n$CTA\n%boxed%\ns1. step\n"
    "a | b \\ c & d &amp; _e_ www.f.uk -- g\n\n| head | of \\| two |\n| --- | --- |\n| 9am | {::x} |"
)


def test_govspeak_has_no_title_heading_no_numbers_no_backslashes_and_one_line_in_each_cell() -> None:
    whole = report(circumstances=HOSTILE, told="", contact_details=f"{TEAM}", previous_breaches="One\nTwo")
    public = made(whole).report
    data = copy(public, "govspeak", GUIDANCE)
    lines = data.decode().split("\n")
    headings = [line for line in lines if line.startswith("#")]
    assert headings
    assert not [line for line in headings if re.match(r"# |#+ \d", line)]
    assert "\\" not in data.decode()
    assert all(line.endswith("|") for line in lines if line.startswith("|"))
    begun = [line for line in lines if re.match(r"\d+\. |[$%^]|s\d\. ", line)]
    assert begun == []
    shown = load("govspeak").held(data, GUIDANCE)
    assert isinstance(shown, str)
    for value in values(content(public, GUIDANCE).parts):
        for line in value.text.split("\n"):
            assert line.removeprefix("- ") in shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://www.gov.uk/a/draft-policy.", []),
        ("at example.gov.uk/preview/1, later", ["example.gov.uk/preview/1"]),
        ("on intranet.example.gov.uk.", ["intranet.example.gov.uk"]),
        ("a/b, e.g. 1.5, 3/4 and 10.30am", []),
        ("C:\\work\\a.xlsx and file:///b", ["C:\\work\\a.xlsx", "file:///b"]),
        ("the server build:8080/x", []),
        ("https://build/x", ["https://build/x"]),
    ],
)
def test_addresses_that_are_not_public(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in not_public(text)] == found
