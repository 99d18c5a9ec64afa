"""The first question. It needs the breach types and a face, and nothing else, so that it is on the screen at once."""

from breach_wizard.guidance import Guidance
from breach_wizard.prompts import Back, Choice, Prompter, Select
from breach_wizard.wizard.not_in_use import not_in_use

FIRST = "This is the first question."
UNSURE = "unsure"


def question(guidance: Guidance, notices: tuple[str, ...] = (), default: str = "", pointed: str = "") -> Select:
    """Return the first question: what has happened?"""
    words = guidance.first_question
    return Select(
        id="breach_type",
        question=words.question,
        label=words.label,
        hint=words.hint,
        help=words.help,
        notices=notices,
        choices=(
            *(Choice(one.id, one.choice, one.covers) for one in guidance.types.values()),
            Choice(
                UNSURE,
                "I am not sure which, or whether this is a breach",
                "A few yes/no questions, kept only if you ask for it.",
            ),
        ),
        default=default,
        pointed=pointed,
    )


def ask(prompter: Prompter, guidance: Guidance) -> str:
    """Ask the first question and return the id of the breach type, or ``UNSURE``."""
    notices = not_in_use(guidance)
    while True:
        try:
            return prompter.select(question(guidance, notices))
        except Back:
            notices = (FIRST,)
