"""The papers around the code: they say what the code does."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from breach_wizard import __version__
from breach_wizard.guidance import code, confirming, content, forms, message
from breach_wizard.guidance.reader import described
from breach_wizard.upkeep.keys import meaning

ROOT = Path(__file__).parents[1]
TABLES = {
    "breach-types": content.BreachType,
    "ongoing": content.Ongoing,
    "access": content.Access,
    "do-now": content.DoNow,
    "timing-words": content.TimingWords,
    "wording": content.Wording,
    "considerations": content.Consideration,
    "actions": content.Action,
    "fields": content.Field,
    "messages": message.Message,
    "variants": message.Variants,
    "triage": content.TriageQuestion,
    "outcomes": content.Outcome,
    "verdicts": content.Verdict,
    "code": code.Edition,
    "clauses": code.ClauseText,
    "duties": code.Duty,
    "matters": code.Matter,
    "recipients": content.Recipient,
    "sources": content.Source,
    "nations": content.Nation,
    "sites": content.Site,
    "forms": forms.Forms,
    "furniture": forms.Furniture,
    "answer-words": forms.AnswerWords,
    "action-words": forms.ActionWords,
    "confirmed": confirming.Confirmation,
}


def test_the_version_is_that_of_the_changelog() -> None:
    found = re.search(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert found
    assert found[1] == __version__


def table(shape: type) -> str:
    rows = [
        f"| `{name}` | {kind} | {'yes' if needed else ''} | {meaning(shape, name)} |"
        for name, kind, needed in described(shape)
    ]
    return "\n".join(["| key | holds | needed | means |", "|---|---|---|---|", *rows])


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_of_the_guidance_are_those_of_the_code(name: str) -> None:
    text = (ROOT / "guidance" / "README.md").read_text()
    assert f"<!-- {name} -->\n{table(TABLES[name])}\n" in text


def test_the_tests_that_hold_the_promises_are_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "SECURITY.md").read_text())
    assert len(named) > 10
    for name, function in named:
        text = (ROOT / name).read_text()
        assert not function or f"def {function}(" in text, f"{name}::{function}"


NEVER_SAID = ("you have done nothing wrong", "nothing is urgent", "sign it")
"""Promises that nobody can make, and a signature that no form asks for."""


def test_what_could_do_harm_is_nowhere_said() -> None:
    for path in [
        ROOT / "README.md",
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("guidance/**/*"),
        *ROOT.glob("breach_wizard/**/*.py"),
    ]:
        text = " ".join(path.read_text().split()).casefold() if path.is_file() else ""
        assert not [one for one in NEVER_SAID if re.search(rf"\b{one}\b", text)], path


OTHERWISE = re.compile(r"\be-mail(?!-address)|\btelephone|\b(?:this|the report) will be published", re.IGNORECASE)
"""What the house spells or says otherwise: email, phone, may be published. The code `e-mail-address` is stable."""


def test_the_house_spelling_is_kept() -> None:
    for path in [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("guidance/**/*.toml"),
        *ROOT.glob("breach_wizard/**/*.py"),
    ]:
        if path.name in ("CHANGELOG.md", "forms.toml"):  # history, and what others write on their forms
            continue
        for line in path.read_text().splitlines():
            assert line.startswith(("signs = ", "former = ")) or not OTHERWISE.search(line), f"{path}: {line}"


def test_no_path_of_a_machine_is_named() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this copy has no history to list its files")
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=True).stdout.split(
        "\n"
    )
    machine = re.compile(r"/(?:home|root|work|Users)/\w")
    for name in filter(None, listed):
        if name != "tests/test_repo.py":
            assert not machine.search((ROOT / name).read_bytes().decode(errors="replace")), name
