"""One run over one draft: what is answered, what is saved when, and what the next question shows above itself."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

from breach_wizard.approval import NOT_APPROVED
from breach_wizard.drafts import OpenDraft
from breach_wizard.errors import StorageError
from breach_wizard.guidance import Guidance
from breach_wizard.interview.context import Context
from breach_wizard.interview.paths import ABSENT, Path, get, put, spell
from breach_wizard.interview.proposals import complete, shown
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import first_open
from breach_wizard.profile import Profile
from breach_wizard.prompts import Partial, Prompter
from breach_wizard.text import NOT_KNOWN

if TYPE_CHECKING:
    from breach_wizard.register.address import Address

CHANGED_SINCE = "An answer has changed since the report was approved, so it counts as not yet approved."
SAVED_AGAIN = "Saved again: everything up to here is kept."
ASIDE = "aside"
"""The last part of a path at which a text was put aside."""

NOT_KEPT_APART = (
    "Where your drafts are kept, two windows can't be kept apart, since there are no locks. "
    "Open this draft in one window only."
)


class Leave(Exception):
    """The user chose to leave; everything is saved."""


class Session:
    """What the modules of the wizard share.

    Attributes:
        kept: the draft, open and locked.
        prompter: the face.
        guidance: the wordings and lists in use.
        profile: what was remembered from last time.
        clock: returns the present, aware.
        register: the file or the server of the register; None where there is none to look at.
        adds_to_server: what is proposed where it is asked whether the report goes to a server.
        offers_earlier: the register is looked through for earlier breaches; not where it could not be opened.
        notices: what the next question shows above itself; emptied by it.
        out_of_date: files of an earlier writing of the report that was written just now, and not written with it.
        unsaved: the last answers could not be saved.
        not_saved: what was said of that, until it works again.
    """

    def __init__(
        self,
        kept: OpenDraft,
        prompter: Prompter,
        guidance: Guidance,
        profile: Profile,
        clock: Callable[[], datetime],
        register: "Address | None" = None,
    ) -> None:
        """Begin a run, and say at once where no other window is kept from an opened draft."""
        self.kept = kept
        self.prompter = prompter
        self.guidance = guidance
        self.profile = profile
        self.clock = clock
        self.register = register
        self.adds_to_server = False
        self.offers_earlier = True
        self.notices: list[str] = []
        self.out_of_date: list[File] = []
        self.unsaved = False
        self.not_saved = ""
        self._told_of_locks = False
        self._on_trial: Answers | None = None
        self._tried: dict[str, Any] = {}
        self._tell_of_locks()

    @property
    def answers(self) -> Answers:
        """The answers so far; while something is being added, with that."""
        return self.kept.draft.answers if self._on_trial is None else self._on_trial

    @property
    def proposed(self) -> Mapping[str, Any]:
        """What was proposed when an answer was accepted."""
        return self.kept.draft.proposed

    @property
    def context(self) -> Context:
        """The interview's view of the world, as of now."""
        return Context(
            now=self.clock(),
            guidance=self.guidance,
            remembered=self.profile.details,
            passed=frozenset(self.kept.draft.passed),
            asked_again=frozenset(self.kept.draft.asked_again),
        )

    def shown(self, path: Path) -> Any:
        """Return what to show at the path: the author's value, or what is proposed now."""
        return shown(path, self.answers, self.proposed, self.context)

    def whole(self) -> Answers:
        """Return the answers as a report is made of them: with what is proposed, and the changes since its base."""
        from breach_wizard.changes import updated

        context = self.context
        return updated(complete(self.answers, self.proposed, context), self.kept.draft.base, context)

    def keep(self, path: Path) -> Callable[[Partial], None]:
        """Return what a face calls with the half-typed answer at the path."""

        def keep_partial(partial: Partial) -> None:
            word = spell(path)
            if partial and self.kept.draft.partial.get(word) != partial:
                self.kept.draft.partial[word] = partial
                self.save()

        return keep_partial

    def partial(self, path: Path) -> Partial | None:
        """Return what was typed at the path and not accepted, or None."""
        return self.kept.draft.partial.get(spell(path))

    def put_aside(self, path: Path, text: str) -> None:
        """Keep what stood at the path, and was half typed there, before "not known yet" or nothing took its place.

        The caller saves.
        """
        typed = self.partial(path)
        stood = typed if isinstance(typed, str) else text
        if stood.strip() not in ("", NOT_KNOWN):
            self.kept.draft.partial[spell((*path, ASIDE))] = stood

    def aside(self, path: Path) -> str:
        """Return the text that was put aside at the path, or an empty one."""
        found = self.kept.draft.partial.get(spell((*path, ASIDE)), "")
        return found if isinstance(found, str) else ""

    @property
    def is_trying(self) -> bool:
        """Is what is answered now taken for half typed?"""
        return self._on_trial is not None

    @contextlib.contextmanager
    def trying(self, answers: Answers) -> Iterator[None]:
        """Take what is answered within for half typed; it takes effect at the end, where nothing is raised.

        The caller saves.
        """
        self._on_trial, self._tried = answers, {}
        try:
            yield
            answers = self._on_trial
        finally:
            self._on_trial = None
        partial = self.kept.draft.partial
        for word, value in self._tried.items():
            if partial.get(word) == value:  # several dates that were typed together stay as typed
                del partial[word]
        self.put_all(answers)

    def set(self, path: Path, value: Any, proposal: str | list[str] | None = None) -> None:
        """Keep the answer at the path, and what had been proposed for it; save."""
        self.put_all(put(self.answers, path, value))
        word = spell(path)
        self.kept.draft.partial.pop(word, None)
        if self.is_trying:
            self.kept.draft.partial[word] = value
            self._tried[word] = value
        self.kept.draft.asked_again = [name for name in self.kept.draft.asked_again if name != word]
        if proposal:
            self.kept.draft.proposed[word] = proposal
        self.save()

    def put_all(self, answers: Answers) -> None:
        """Put other answers in place of these; the caller saves. What was approved and is changed is approved no more.

        The questions of a first report that are still to be answered change nothing that anybody has approved.
        """
        if self.is_trying:
            self._on_trial = answers
            return
        before = self.answers
        self.kept.draft.answers = answers
        if not isinstance(before.get("approved"), dict):
            return
        from breach_wizard.comparing import first_difference

        if not first_difference(before, answers, self.guidance):
            return
        if self.kept.draft.base is not None or first_open(before, self.context) is None:
            self.kept.draft.answers = {**answers, "approved": NOT_APPROVED}
            self.notices.append(CHANGED_SINCE)

    def go_past(self, screen: str) -> None:
        """Remember that a screen was gone past; save."""
        if screen not in self.kept.draft.passed:
            self.kept.draft.passed.append(screen)
        self.save()

    def ask_again(self, name: str) -> None:
        """Let a question count as open until it is answered again; what was answered stands in its field."""
        if name in self.answers:
            self.kept.draft.asked_again.append(name)

    def forget(self, screen: str) -> None:
        """Let a screen be shown again."""
        self.kept.draft.passed = [one for one in self.kept.draft.passed if one != screen]

    def save(self) -> None:
        """Save the draft. Where that fails, say so and go on: the answers are still here to be written.

        It is said again only when it fails in another way, or after it had worked; and taken back when it works.
        """
        try:
            self.kept.save()
        except StorageError as error:
            self.unsaved = True
            told = f"{error} You can go on: write the report before you leave."
            if told != self.not_saved:
                self._unsay(self.not_saved)
                self._unsay(SAVED_AGAIN)
                self.not_saved = told
                self.notices.append(told)
        else:
            if self.unsaved and not self._unsay(self.not_saved):
                self.notices.append(SAVED_AGAIN)
            self.unsaved = False
            self.not_saved = ""
        self._tell_of_locks()

    def save_what_was_not(self) -> None:
        """Save once more where the last answers could not be saved; say it again if they still can't."""
        if self.unsaved:
            self.save()
        if self.unsaved and self.not_saved not in self.notices:
            self.notices.append(self.not_saved)

    def _unsay(self, notice: str) -> bool:
        """Take a notice out of those for the next question; was it among them?"""
        if notice not in self.notices:
            return False
        self.notices[:] = [one for one in self.notices if one != notice]
        return True

    def _tell_of_locks(self) -> None:
        if not self._told_of_locks and not self.kept.is_kept_apart:
            self._told_of_locks = True
            self.notices.append(NOT_KEPT_APART)

    def take_notices(self) -> tuple[str, ...]:
        """Return the notices for the next question, and empty them."""
        taken = tuple(dict.fromkeys(self.notices))
        self.notices.clear()
        return taken

    def details(self) -> Profile:
        """Return the profile with this report's details, for next time."""
        given = {name: get(self.answers, (name,)) for name in self.profile.details}
        told = {name: value for name, value in given.items() if value not in ("", NOT_KNOWN, ABSENT)}
        return self.profile._replace(**told)
