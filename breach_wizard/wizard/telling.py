"""The messages ready to copy: which there are, each with its facts, and how it leaves the wizard."""

from breach_wizard import files
from breach_wizard.destination import name_problem
from breach_wizard.errors import StorageError
from breach_wizard.guidance.message import Message
from breach_wizard.interview.steps import all_types
from breach_wizard.messages import as_text, in_nation, message_lines, messages_for
from breach_wizard.prompts import Back, Choice, Select, Text
from breach_wizard.telling import filled
from breach_wizard.text import ascii_slug
from breach_wizard.wizard.marks import nation
from breach_wizard.wizard.session import Session

BACK = "back"
COPY = "copy"
FILE = "file"
NAME_LENGTH = 40


def messages(session: Session, *, is_written: bool = False) -> None:
    """Offer the messages for the types that the answers name, until the user goes back to where they were.

    Some are for a report that is written, and offered only then.
    """
    pointed = ""
    while True:
        listed = ready(session, is_written=is_written)
        choices = [Choice(one.id, one.to, one.subject) for one in listed]
        try:
            pointed = session.prompter.select(
                Select(
                    id="messages",
                    question="Messages ready to copy",
                    hint="They hold what you have answered. What is in square brackets is for you to fill in.",
                    choices=(*choices, Choice(BACK, "Back to where you were")),
                    pointed=pointed,
                    goes_on=BACK,
                )
            )
            if pointed == BACK:
                return
        except Back:
            return
        _message(session, next(one for one in listed if one.id == pointed))


def ready(session: Session, *, is_written: bool) -> list[Message]:
    """Return the messages for the types that the answers name, with what is known filled in."""
    context = session.context
    answers = session.whole()
    home = nation(session.profile, session.guidance)
    return [
        filled(in_nation(one, home), answers, session.guidance, session.profile.details, context.moment)
        for one in messages_for(all_types(answers, context), session.guidance)
        if is_written or not one.when_written
    ]


def _message(session: Session, message: Message) -> None:
    """Show one message and let it be copied or written, until the user goes back to the list."""
    try:
        # The whole of it at once, to be marked on the screen too, though its head may scroll off above the question.
        session.prompter.show(message_lines([message])[:-1], alone=True)
        while True:
            answer = session.prompter.select(
                Select(
                    id="message",
                    question="What is to be done with it?",
                    notices=session.take_notices(),
                    choices=(
                        Choice(COPY, "Copy"),
                        Choice(FILE, "Write to a file"),
                        Choice(BACK, "Back to the messages"),
                    ),
                    goes_on=BACK,
                )
            )
            if answer == BACK:
                return
            told = session.prompter.copy(as_text(message)) if answer == COPY else _written(session, message)
            session.notices.append(told)
    except Back:
        return


def _written(session: Session, message: Message) -> str:
    """Write a message where the user says; return what became of that, in a sentence."""
    try:
        name = session.prompter.text(
            Text(
                id="message.file",
                question="Where is the message to be written?",
                label="File",
                leaves_line=False,
                hint="A file name, or a folder and a name. It is readable by you only.",
                default=f"{ascii_slug(message.to, NAME_LENGTH)}.txt",
                offered=True,
                check=name_problem,
            )
        )
    except Back:
        return "Not written."
    path = files.named(name.strip())
    try:
        files.write_privately(path, f"{as_text(message)}\n".encode(), overwrite=False)
    except StorageError as error:
        return str(error)
    return f"Written: {files.absolute(path)}"
