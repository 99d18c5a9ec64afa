"""Earlier breaches that the register holds, offered where the report asks for them."""

from breach_wizard.errors import BreachWizardError
from breach_wizard.interview.paths import Path, get, items
from breach_wizard.prompts import Checklist, Choice
from breach_wizard.register import is_there, opened
from breach_wizard.register.clauses import numbers
from breach_wizard.register.similar import similar
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard.session import Session

PREVIOUS: Path = ("previous_breaches",)
NONE = "none"


def offer(session: Session) -> None:
    """Offer the earlier breaches like this one; those ticked stand in the text field that comes next.

    Nothing is asked where there is no register yet, or nothing like this one in it.
    """
    written = get(session.answers, PREVIOUS)
    before = written if isinstance(written, str) and written != NOT_KNOWN else ""
    half_typed = session.partial(PREVIOUS)
    text = half_typed if isinstance(half_typed, str) else before
    sentences = [one for one in _sentences(session) if one not in text]
    if not sentences:
        return
    picked = session.prompter.checklist(
        Checklist(
            id="previous_breaches.earlier",
            question="Earlier breaches like this one",
            label="Earlier breaches",
            hint="From your register. What you tick stands in the next question, to be changed.",
            notices=session.take_notices(),
            choices=(
                *(Choice(str(number), one) for number, one in enumerate(sentences)),
                Choice(NONE, "None of these", alone=True),
            ),
            if_none=NONE,
        )
    )
    chosen = [one for number, one in enumerate(sentences) if str(number) in picked]
    if chosen:
        session.keep(PREVIOUS)("\n\n".join(filter(None, [text, *chosen])))


def _sentences(session: Session) -> list[str]:
    """The earlier breaches in words; none where there is no register. One that can't be opened is told of, once."""
    if session.register is None or not session.offers_earlier or not is_there(session.register):
        return []
    answers = session.whole()
    titles = [one.get("title", "") for one in items(answers, "outputs")]
    cited = answers.get("references")
    clauses = numbers(cited, session.guidance) if isinstance(cited, list) else []
    try:
        register = opened(session.register)
        try:
            found = similar(register, answers.get("producer", ""), [one for one in titles if one != NOT_KNOWN], clauses)
        finally:
            register.close()
    except BreachWizardError as error:
        session.notices.append(f"{error} So no earlier breaches are offered.")
        session.offers_earlier = False
        return []
    return [one.sentence for one in found]
