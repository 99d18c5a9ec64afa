"""Errors whose message a user may see as it is: what is wrong, and what to do next."""

from collections.abc import Callable, Sequence


class BreachWizardError(Exception):
    """The base of every error that the command line shows as one sentence."""


class UsageError(BreachWizardError):
    """The command was asked for in a way that can't work; the message names what to use instead."""


class InputError(BreachWizardError):
    """Something that a person wrote can't be understood; the message says what to write."""


def refusal_of(read: Callable[[], object]) -> str | None:
    """Return what reading a text refuses, as a sentence; None where it can be read."""
    try:
        read()
    except InputError as error:
        return str(error)
    return None


class NotAReport(InputError):
    """A file that is neither a report nor an answers file; among many files in a folder it is passed over."""


class CopyForPublication(InputError):
    """A copy of a report for publication: it is no longer the report, and no report is made of it."""

    def __init__(self) -> None:
        super().__init__(
            "This is a copy for publication: names and contact details were left out of it. Name the report that it "
            "was made from."
        )


class GuidanceError(BreachWizardError):
    """A file of the guidance can't be used; the message names file, key and what to do."""


class StorageError(BreachWizardError):
    """A file or folder can't be read or written; the message names it and says what to do."""


class ExportError(BreachWizardError):
    """A document that was made doesn't hold what it should: our fault, nothing was written."""


class StreamError(BreachWizardError):
    """What is read from or written to is closed, full or gone; the message says what to use instead."""


class Problem:
    """One thing that stops a set of answers from being used.

    Attributes:
        where: the key as the answers file spells it, such as ``outputs[1].title``.
        message: a full sentence that says what to do.
    """

    def __init__(self, where: str, message: str) -> None:
        self.where = where
        self.message = message

    def __str__(self) -> str:
        """Return the problem on one line, the key first."""
        return f"{self.where}: {self.message}"


class AnswersError(InputError):
    """Answers that can't become a report; holds every problem, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
