"""Ways through the interview: each question with its answer, and what the draft must hold when it is asked."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from breach_wizard.drafts import OpenDraft
from breach_wizard.drafts.draft import from_bytes
from breach_wizard.prompts import Ask
from breach_wizard.wizard import run
from tests.kit import runs
from tests.kit.scripted import Scripted
from tests.kit.stories import LEAK, OFSTED, OTHER, SCREENS, SEVERAL

STORIES: Final[Mapping[str, Mapping[str, Any]]] = {
    "early": OFSTED,
    "leak": {
        name: ("again", "recipients", "go-on") if name == "considerations" else answer
        for name, answer in LEAK.items()
        if name != "considerations.passed-on"
    },
    "other": OTHER,
    "several": SEVERAL,
}
"""Those of one run each, which need no profile. One thing to consider each: who goes on is led past the rest of the list."""

MENUS: Final = {"check", "add"}
"""Questions that lead to others."""

REPORT: Final = "report.md"
Kept = str | None
"""The answers of a draft as text that can be compared; None: there is no draft."""


class Way(NamedTuple):
    """One story.

    Attributes:
        name: of the story.
        given: each question with its answer, in the order asked.
        kept: what had been answered as each was asked, and at the end: what the draft must hold.
        report: what was written.
    """

    name: str
    given: list[tuple[Ask, Any]]
    kept: list[Kept]
    report: bytes

    def place(self, name: str, last: int, found: Kept) -> int | None:
        """Return where a question is asked with this draft, or else the last time before; None where it isn't.

        Args:
            name: the question.
            last: the last place that can have been come to.
            found: the draft; questions whose answers leave nothing in it may be passed over.
        """
        end = last + 1
        while end < len(self.given) and self.kept[end] == found:
            end += 1
        places = [place for place, (ask, _) in enumerate(self.given[:end]) if ask.id == name]
        exact = [place for place in places if self.kept[place] == found]
        return next(iter([*exact[::-1], *places[::-1]]), None)


def difference(found: Kept, expected: Kept) -> str:
    """Say in which answers two drafts differ."""
    if found is None or expected is None:
        return "no draft" if found is None else "a draft"
    one, other = json.loads(found), json.loads(expected)
    names = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    return "; ".join(f"{name}: {one.get(name)!r:.60}, not {other.get(name)!r:.60}" for name in names) or "the same"


class _Recording(Scripted):
    """Answers from a story, and looks at what was answered before each answer.

    Not at the disk: what the wizard forgot to save would be expected to be missing there.
    """

    def __init__(self, story: Mapping[str, Any], draft: OpenDraft) -> None:
        super().__init__(story, SCREENS)
        self.draft = draft
        self.kept: list[Kept] = []

    def choose(self, ask: Ask) -> Any:
        self.look()
        return super().choose(ask)

    def look(self) -> None:
        if self.given and self.given[-1][0].id in MENUS:
            self.kept.append(self.kept[-1])  # what a menu makes ready is no answer yet
            return
        answers = self.draft.draft.answers
        self.kept.append(json.dumps(answers, sort_keys=True) if answers else None)


def way(name: str) -> Way:
    """Tell a story to the scripted prompter."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        with runs.store(home).create() as draft:
            prompter = _Recording(STORIES[name], draft)
            run.start(runs.session(draft, prompter), home / REPORT)
        # Up to where the report is written. Then the input ends, which is a no to whether there is anything else: where
        # writing fails, a line more would be taken for another name.
        return Way(name, prompter.given[:-1], prompter.kept, (home / REPORT).read_bytes())


def kept(home: Path) -> Kept:
    """Return the answers of the draft, read as the wizard reads them; None where there is none."""
    number = number_of(home)
    if number is None:
        return None
    data = (home / "drafts" / f"{number}.json").read_bytes()
    return json.dumps(from_bytes(data, number).answers, sort_keys=True)


def number_of(home: Path) -> int | None:
    """Return the number of the draft: who is killed before the first save leaves a number without one."""
    numbers = [int(path.stem) for path in (home / "drafts").glob("*.json") if path.stem.isdecimal()]
    return min(numbers, default=None)
