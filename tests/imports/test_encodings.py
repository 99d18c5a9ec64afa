"""Text in the encodings in which people save it: read, or refused with a sentence that names the cause."""

import pytest

from breach_wizard.errors import InputError, NotAReport
from breach_wizard.imports import recognise
from tests.kit.today import GUIDANCE

FORM = "Name of producer organisation: Bureau de la Réunion\r\nImpact of the breach: none – it cost £5\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_a_text_is_read_in_any_encoding_of_windows(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    found = recognise.read((mark + FORM).encode(encoding), GUIDANCE)
    assert found.answers["producer"] == "Bureau de la Réunion"
    assert found.answers["impact"] == "none – it cost £5"
    assert bool(found.remarks) == (encoding == "cp1252")


def test_an_answers_file_in_utf_16_is_read_too() -> None:
    assert recognise.read('producer = "é"'.encode("utf-16"), GUIDANCE).answers["producer"] == "é"


REFUSED = {
    "rich text": rb"{\rtf1\ansi Name of producer organisation: X}",
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "a picture": b"\x89PNG\r\n\x1a\n",
    "UTF-8 with a broken sign": FORM.encode() + b"\xff",
    "the note beside an open document": b"\x05Jo Ex" + bytes(49) + b"\xe9" + bytes(106),
    "an old document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_text_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(InputError) as caught:
        recognise.read(REFUSED[name], GUIDANCE)
    assert str(caught.value).endswith(".")
    assert "JSON: " not in str(caught.value)


def test_each_kind_of_refusal_has_words_of_its_own() -> None:
    told = set()
    for data in REFUSED.values():
        with pytest.raises(InputError) as caught:
            recognise.read(data, GUIDANCE)
        told.add(str(caught.value))
    assert len(told) == len(REFUSED)


@pytest.mark.parametrize(
    ("line", "cause"), [("producer = “X”", "curly"), ("producer =\u00a0X", "no-break"), ("producer = X", "")]
)
def test_a_slip_in_toml_that_cannot_be_seen_is_named(line: str, cause: str) -> None:
    with pytest.raises(InputError) as caught:
        recognise.read(f"impact = 'n'\n{line}\n".encode(), GUIDANCE)
    message = str(caught.value)
    assert "line 2" in message
    assert [word for word in ("curly", "no-break") if word in message] == ([cause] if cause else [])


def test_a_text_without_a_label_is_no_report_in_any_encoding() -> None:
    for encoding in ("utf-8", "utf-16", "cp1252"):
        with pytest.raises(NotAReport):
            recognise.read("Größe und Maß".encode(encoding), GUIDANCE)
