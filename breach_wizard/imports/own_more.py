"""The answers in our own form under labels that no question of ours has: a body's own, of the folder at hand or not."""

from breach_wizard import form
from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import own_questions
from breach_wizard.interview.labels import known_labels
from breach_wizard.interview.reserved import reserved_labels

MOST_OF_OTHERS = 1000
"""So many answers under labels that no question here has are kept; no form asks more, and each takes memory."""


class More:
    """Gathers what no question here asks for, in the order of the form."""

    def __init__(self, guidance: Guidance) -> None:
        self.guidance = guidance
        self.items: list[dict[str, str]] = []
        self.labels: set[tuple[str, str]] = set()

    def asked_by(self, section: form.Section, label: str) -> str:
        """Return the id of the body's own question of this label; empty where none is here."""
        own = (one for one in own_questions(self.guidance) if one.section == section)
        return next((one.id for one in own if label in known_labels(one.id, self.guidance)), "")

    def add(self, section: form.Section, label: str, text: str) -> str:
        """Keep a text under its label and return its key; empty where it has no room.

        The label stands in the section already, or means something of the form's; or they are too many.
        """
        is_taken = (section.id, label) in self.labels or label.casefold() in reserved_labels(self.guidance)
        self.labels.add((section.id, label))
        if is_taken or len(self.items) == MOST_OF_OTHERS:
            return ""
        key = str(len(self.items) + 1)
        self.items.append({"key": key, "id": label, "section": section.id, "label": label, "value": text})
        return key
