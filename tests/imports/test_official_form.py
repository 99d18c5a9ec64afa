"""The official form as it was published: every box read, every sentence in what is exported again."""

import re
from pathlib import Path
from typing import Any

from breach_wizard.exports import markdown as exported
from breach_wizard.imports import markdown
from breach_wizard.report import from_answers
from tests.kit.today import GUIDANCE

DATA = Path(__file__).parents[1] / "data" / "official-form-2017.txt"
FORM = DATA.read_bytes()
LINES = FORM.decode().split("\n")
FORMS_GUIDANCE = LINES.index("Guidance on completing the template") + 1


def test_every_box_is_read() -> None:
    found = markdown.read(FORM, GUIDANCE)
    answers: Any = found.answers
    assert answers["outputs"][0]["title"] == "Maintained School & Academies Inspections and outcomes"
    assert answers["outputs"][0]["link"].startswith("https://www.gov.uk/government/publications/")
    assert answers["producer"] == "Ofsted"
    assert answers["contact_name"] == "Statistics publishing team"
    assert answers["statement_link"] == ""
    assert answers["report_date"] == "21 March 2017"
    assert answers["references"] == ["Protocol 2, Principle 8"]
    assert answers["occurrences"] == [{"key": "1", "date": "20 March 2017"}]
    assert answers["breach_type"] == "early-release"
    assert found.proposed == ("breach_type",)
    assert len(answers["circumstances"].split("\n\n")) == 2
    assert len(answers["actions"]) == 5


def test_nothing_is_unplaced_but_the_guidance_after_the_report() -> None:
    found = markdown.read(FORM, GUIDANCE)
    assert found.unplaced
    assert min(number for number, _ in found.unplaced) == FORMS_GUIDANCE
    said = [number for number, line in enumerate(LINES, 1) if number >= FORMS_GUIDANCE and re.search(r"\w", line)]
    assert {number for number, _ in found.unplaced} >= set(said)


def test_each_sentence_is_in_what_is_exported_again() -> None:
    again = exported.render(from_answers(markdown.read(FORM, GUIDANCE).answers, GUIDANCE), GUIDANCE).decode()
    text = " ".join(markdown_words(again))
    told = [line for line in LINES[20 : FORMS_GUIDANCE - 1] if not re.match(r"\d\. ", line)]
    bare = [re.sub(r"<[^>]*>|^\|[-| ]*$|^\| | \|", " ", part) for line in told for part in line.split("</p>")]
    sentences = [sentence for line in bare for sentence in re.split(r"(?<=[.!?])\s+", line) if sentence.strip()]
    assert len(sentences) > 15
    for sentence in sentences:
        assert " ".join(sentence.split()) in text


def markdown_words(text: str) -> list[str]:
    return re.sub(r"\\(.)", r"\1", text).replace("<http", "http").split()
