"""The messages ready to copy: which there are, with marks where something is to be filled in, and as lines.

What a report says is filled in by `telling`, which most who copy a message in a hurry have no use for yet.
"""

from collections.abc import Mapping

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType, Nation
from breach_wizard.guidance.message import Message
from breach_wizard.patterns import pattern
from breach_wizard.screen import Line
from breach_wizard.text import NOT_KNOWN

MARKS = {
    "title": "[title]",
    "due": "[date and time announced]",
    "began": "at [time] on [date]",
    "date": "[date]",
    "time": "[time]",
    "ended": "at [time] on [date]",
    "facts": "[what is known so far]",
    "market": "[yes / no / not known]",
    "done": "[what was done]",
    "planned": "[what will be done]",
    "decided": "[what was decided, and why]",
    "status": "[accredited official statistics / official statistics / in development / another status]",
    "account": "[what happened, and how it was found]",
    "impact": "[the impact, and who has used the figures]",
    "clauses": "[practice]",
    "statement": "[where]",
    "producer": "[organisation]",
    "contact": "[name or team]",
    "phone": "[phone]",
}
"""What can be filled in, and what stands there for the user to fill in where it is not known."""

MARK = pattern(r"\[(\w+)\]")


def messages_for(kinds: list[BreachType], guidance: Guidance) -> list[Message]:
    """Return the messages for any of these breach types, as the guidance holds them."""
    ids = {kind.id for kind in kinds}
    return [one for one in guidance.messages.values() if ids & set(one.types)]


def blank(message: Message, details: Mapping[str, str]) -> Message:
    """Return the message as it is before anything is answered: marks to fill in, but for the contact of the profile."""
    contact = {"contact": details.get("contact_name", ""), "phone": details.get("contact_details", "")}
    words = {
        "standing": message.standing.by(None),
        "needed": message.needed.by(None),
        "inside": message.market_sensitive,
    }
    return with_marks(message, words, contact)


def with_marks(message: Message, words: Mapping[str, str], texts: Mapping[str, str]) -> Message:
    """Return the message with what is known in place of its marks, each on one line.

    Args:
        message: as the guidance holds it.
        words: of the message itself, which may have marks too.
        texts: of a report or a profile; what is empty or not known yet stays a mark to fill in.
    """
    known = {mark: " ".join(text.split()) for mark, text in texts.items() if text not in ("", NOT_KNOWN)}

    def fill(text: str) -> str:
        for held in (words, MARKS | known):
            text = MARK.sub(lambda found, held=held: held.get(found[1], found[0]), text)  # type: ignore[misc]
        return "\n\n".join(filter(None, text.split("\n\n")))

    return message._replace(subject=fill(message.subject), body=fill(message.body))


def in_nation(message: Message, home: Nation) -> Message:
    """Return the message with ``[office]`` filled in: what a nation calls whoever decides on a report."""
    parts = ("to", "note", "subject", "body")
    return message._replace(**{one: getattr(message, one).replace("[office]", home.office) for one in parts})


def as_text(message: Message) -> str:
    """Return a message as it is copied: its subject, then its paragraphs, each on one line."""
    return f"Subject: {message.subject}\n\n{message.body}" if message.subject else message.body


def message_lines(found: list[Message]) -> list[Line]:
    """Return messages as lines: who for and how in our words, then subject and body to copy as they are."""
    lines: list[Line] = []
    for one in found:
        lines.append(Line(one.to, "heading"))
        if one.note:
            lines.append(Line(one.note, "note"))
        lines += [Line(""), Line(as_text(one), "copy"), Line("")]
    return lines
