"""Our own form after somebody edited it elsewhere: the same report, or the lines that belong nowhere."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from breach_wizard.exports import markdown as exported
from breach_wizard.imports import markdown, recognise
from breach_wizard.report import from_answers
from breach_wizard.text import clean
from tests.kit.today import GUIDANCE

GOLDEN = (Path(__file__).parents[1] / "data" / "ofsted-2017.md").read_text()
REPORT = from_answers(markdown.read(GOLDEN.encode(), GUIDANCE).answers, GUIDANCE)


def reflowed(text: str) -> str:
    """As an editor does that breaks paragraphs at 60 columns."""
    parts = text.split("\n\n")
    return "\n\n".join(part if part[0] in "|#-" else textwrap.fill(part, 60, break_on_hyphens=False) for part in parts)


EDITS: dict[str, Callable[[str], str]] = {
    "paragraphs broken anew": reflowed,
    "stars for hyphens": lambda text: text.replace("\n- ", "\n* "),
    "underscores for stars": lambda text: text.replace("**", "__"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of old": lambda text: text.replace("\n", "\r"),
    "a mark of the byte order": lambda text: "\ufeff" + text,
    "narrower tables": lambda text: "\n".join(" ".join(line.split()) for line in text.split("\n")),
    "blank lines between items": lambda text: text.replace("\n- ", "\n\n- "),
    "blank lines at the end": lambda text: text + "\n\n\n",
    "a row left empty": lambda text: text.replace("| Date of report", "| Contact details | |\n| Date of report"),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_the_same_report(edit: str) -> None:
    text = EDITS[edit](GOLDEN)
    assert text != GOLDEN
    found = markdown.read(text.encode(), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == REPORT
    assert found.unplaced == ()


def in_fence(text: str) -> str:
    return f"```markdown\n{text}```\n"


def underlined(text: str) -> str:
    """With a line under each section's heading, as other programs write it."""
    return re.sub(r"^## (.*)$", lambda found: f"{found[1]}\n{'-' * len(found[1])}", text, flags=re.MULTILINE)


MEANT: dict[str, Callable[[str], str]] = {
    "in a fence of code": in_fence,
    "headings with a line beneath": underlined,
    "a no-break space behind the mark": lambda text: text.replace("## ", "##\u00a0"),
    "comments of a template": lambda text: text.replace("\n## 4.", "\n<!-- Write what\nwas done -->\n\n## 4."),
}


@pytest.mark.parametrize("edit", MEANT)
def test_what_markdown_reads_otherwise_is_read_as_it_was_meant(edit: str) -> None:
    found = markdown.read(MEANT[edit](GOLDEN).encode(), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == REPORT
    assert found.unplaced == ()
    assert [one.message.endswith("Write what was done") for one in found.noted] == [True] * (
        "<!--" in MEANT[edit](GOLDEN)
    )


ADDED = {
    "an unknown row": ("| Date of report ", "| Severity | Grave |\n| Date of report ", "| Severity | Grave |"),
    "a row twice": ("| Date of report ", "| Name of statistical producer | ONS |\n| Date of report ", "| Name of statistical producer | ONS |"),
    "a section": ("## 3. ", "## Sign-off\n\nAgreed.\n\n## 3. ", "## Sign-off"),
    "a definition that is not shown": ("## 3. ", "[note]: https://www.example.gov.uk\n\n## 3. ", "[note]: https://www.example.gov.uk"),
    "code": ("## 4. ", "```\ncode\n```\n\n## 4. ", "```"),
    "text before the table": ("| Core", "Draft of Tuesday.\n\n| Core", "Draft of Tuesday."),
}  # fmt: skip


@pytest.mark.parametrize("name", ADDED)
def test_what_belongs_nowhere_is_listed_with_its_line(name: str) -> None:
    before, after, line = ADDED[name]
    text = GOLDEN.replace(before, after, 1)
    found = markdown.read(text.encode(), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == REPORT
    assert (text.split("\n").index(line) + 1, line) in found.unplaced


def test_what_stands_beyond_the_columns_of_a_table_is_listed() -> None:
    text = GOLDEN.replace("| Ofsted", "| Ofsted | Wales branch", 1)
    found = markdown.read(text.encode(), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == REPORT
    assert [one for _, one in found.unplaced] == ["Wales branch"]


def test_a_numbered_list_keeps_its_numbers() -> None:
    text = GOLDEN.replace("The data in this release", "\n\n1. One\n2. Two\n\nThe data in this release")
    assert "\n\n1. One\n2. Two\n\n" in markdown.read(text.encode(), GUIDANCE).answers["impact"]


def test_each_answer_has_its_line() -> None:
    lines = markdown.read(GOLDEN.encode(), GUIDANCE).lines
    shown = GOLDEN.split("\n")
    assert "Ofsted" in shown[lines["producer"] - 1]
    assert "20 March 2017, 5pm" in shown[lines["occurrences"] - 1]
    assert shown[lines["impact"] - 1].startswith("The html version")
    assert shown[lines["actions"] - 1].startswith("- **Taken:**")


def without_link(text: str) -> str:
    """With a link that is not known yet, so that something is to follow."""
    return re.sub(r"(\| Link +\| ).*?( \|)", r"\1*Not known yet*\2", text)


OUTDATED: dict[str, Callable[[str], str]] = {
    "a time": lambda text: text.replace("20 March 2017, 5.30pm", "20 March 2017, 6.30pm"),
    "the timing": lambda text: text.replace("40 hours", "41 hours"),
    "what is to follow": lambda text: without_link(text).replace("\n## 1.", "\nTo follow: the colour.\n\n## 1.", 1),
}


@pytest.mark.parametrize("edit", OUTDATED)
def test_a_line_that_follows_from_the_answers_is_computed_anew_and_told_of(edit: str) -> None:
    text = OUTDATED[edit](GOLDEN)
    assert text != GOLDEN
    found = markdown.read(text.encode(), GUIDANCE)
    assert found.unplaced == ()
    assert [one.code for one in found.noted] == ["computed"]
    anew = exported.render(from_answers(found.answers, GUIDANCE), GUIDANCE)
    again = markdown.read(anew, GUIDANCE)
    assert (again.answers, again.noted) == (found.answers, ())


def test_what_somebody_wrote_into_a_cell_is_cleaned_as_a_typed_answer_is() -> None:
    written = GOLDEN.replace("Statistics publishing team", "Statistics  team<br> • one<br>  two")
    assert written != GOLDEN
    found = recognise.read(written.encode(), GUIDANCE).answers["contact_name"]
    assert found == clean(found)
    assert "  " not in found
