"""The e-mail draft: it parses, it holds the report three times over, and nothing typed reaches its headers."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from breach_wizard import guidance
from breach_wizard.errors import InputError
from breach_wizard.exports import FORMATS, email, load, markdown, plain_text
from breach_wizard.exports.content import content
from breach_wizard.exports.email_address import checked
from breach_wizard.exports.mail_text import mail_attachments, mail_text
from breach_wizard.report import Report, from_answers
from breach_wizard.text import clean
from tests.kit.depth import examples
from tests.kit.strategies import GIVEN, reports
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

HEADERS = {"Subject", "To", "X-Unsent", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}


def parsed(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def titled(title: str) -> Report:
    return from_answers(WHOLE | {"outputs": [{"key": "1", "title": title, "link": ""}]}, GUIDANCE)


@given(reports())
@settings(max_examples=examples(20))
def test_it_parses_and_its_parts_are_the_other_exports(report: Report) -> None:
    data = email.render(report, GUIDANCE)
    mail = parsed(data)
    assert not mail.defects
    assert set(mail.keys()) == {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}
    assert mail["Subject"] == email.subject(report, GUIDANCE)
    assert mail_text(data).endswith(plain_text.render(content(report, GUIDANCE)))
    there = [load(name) for name in email.ATTACHED if name in FORMATS]
    attached = mail_attachments(data)
    assert b"filename*" not in data  # in pieces, as some mail programs don't read it
    assert list(attached.values()) == [one.render(report, GUIDANCE) for one in there]
    assert all(re.fullmatch(r"breach-report[a-z0-9-]*\.(md|docx)", name) for name in attached)
    assert email.render(report, GUIDANCE) == data


def test_the_markdown_is_attached_as_it_is() -> None:
    report = from_answers(WHOLE, GUIDANCE)
    (data,) = (part for name, part in mail_attachments(email.render(report, GUIDANCE)).items() if name.endswith(".md"))
    assert data == markdown.render(report, GUIDANCE)


@pytest.mark.parametrize(
    "title",
    [
        "Inspections\nBcc: someone@example.org", "a\n\nb", "x" * 1000, "word " * 200, "=?utf-8?q?a=0ABcc:_x@example.org?=", "=?utf-8?b?WA==?=", "é" * 300, "שלום 👩\u200d🔬",
        "a\u2028b", "a: b; c, <d@e.uk>",
    ],
)  # fmt: skip
def test_a_title_stays_in_the_subject_on_one_line(title: str) -> None:
    report = titled(title)
    data = email.render(report, GUIDANCE)
    mail = parsed(data)
    assert set(mail.keys()) <= HEADERS
    assert mail["Subject"] == email.subject(report, GUIDANCE)
    assert "\n" not in mail["Subject"]
    assert mail["Subject"].startswith("Possible breach of the Code: early release, ")
    assert len(mail["Subject"]) <= email.SUBJECT_LENGTH + 10
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))


@given(st.lists(GIVEN, min_size=1, max_size=6).map(" ".join).map(clean).filter(bool))
@settings(max_examples=examples(400))
def test_any_title_is_read_from_the_header_as_it_was_put_there(title: str) -> None:
    mail = parsed(email.draft(titled(title), GUIDANCE, attachments={}))
    assert mail["Subject"] == email.subject(titled(title), GUIDANCE)
    assert set(mail.keys()) <= HEADERS


def test_it_is_addressed_to_nobody_unless_it_is_said() -> None:
    report = from_answers(WHOLE, GUIDANCE)
    mail = parsed(email.draft(report, GUIDANCE, attachments={}))
    assert mail["To"] is None
    assert mail["X-Unsent"] == "1"
    mail = parsed(email.draft(report, GUIDANCE, to="hop@example.gov.uk", attachments={}))
    assert (mail["To"], mail["From"]) == ("hop@example.gov.uk", None)


@given(reports())
@settings(max_examples=examples(20))
def test_no_address_of_the_guidance_is_proposed(report: Report) -> None:
    mail = parsed(email.render(report, GUIDANCE))
    headers = " ".join(str(value) for value in mail.values())
    assert not any(one.address and one.address in headers for one in guidance.active().recipients.values())


def test_what_is_to_follow_is_said_first() -> None:
    report = from_answers(WHOLE | {"impact": "?", "ended": "?"}, GUIDANCE)
    text = mail_text(email.render(report, GUIDANCE))
    before, _, _ = text.partition("1. Core information")
    assert all(f"- {label}\n" in before for label in content(report, GUIDANCE).to_follow)
    assert len(content(report, GUIDANCE).to_follow) == 2
    assert "To follow" not in mail_text(email.render(from_answers(WHOLE, GUIDANCE), GUIDANCE))


def test_its_first_lines_tell_the_head_of_profession_what_it_is_about() -> None:
    report = from_answers(WHOLE, GUIDANCE)
    before, _, _ = mail_text(email.render(report, GUIDANCE)).partition("below as plain text")
    noun = GUIDANCE.types[WHOLE["breach_type"]].noun
    for told in (WHOLE["outputs"][0]["title"], noun, WHOLE["occurrences"][0]["date"], email.UNSAID, email.WANTED):
        assert told in before


def test_the_note_to_the_head_of_profession_does_not_go_outward() -> None:
    report = from_answers(WHOLE, GUIDANCE)
    note = email.FOR_THE_HEAD_OF_PROFESSION
    assert note in mail_text(email.draft(report, GUIDANCE, attachments={}))
    assert note not in mail_text(email.draft(report, GUIDANCE, for_submission=True, attachments={}))


@pytest.mark.parametrize("text", ["hop@example.gov.uk", "o'neil.b+x_y@stats.example.gov.uk", "HoP@EXAMPLE.GOV.UK"])
def test_one_plain_address_is_taken(text: str) -> None:
    assert checked(text).addr_spec == text


@pytest.mark.parametrize(
    "text",
    [
        "", "hop", "hop@", "@example.uk", "a@b@c.uk", "a b@c.uk", "a@c.uk, d@e.uk", "a@c.uk;d@e.uk", "a@c.uk\n", "a@c.uk\nBcc: d@e.uk", "a@c.uk\r\nBcc: d@e.uk",
        "<a@c.uk>", "A <a@c.uk>", "a@c..uk", ".a@c.uk", "a.@c.uk", "a@-c.uk", "é@c.uk", "a@é.uk", "=?utf-8?q?a?=@c.uk", "a@c", '"a"@c.uk', "a" * 250 + "@c.uk",
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(InputError, match="Write one address"):
        email.draft(from_answers(WHOLE, GUIDANCE), GUIDANCE, to=text or " ", attachments={})
