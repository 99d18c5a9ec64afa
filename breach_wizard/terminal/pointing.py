"""What typing means in a list: it points at an entry only while all that was typed stands for it. Pure."""

from collections.abc import Sequence

from breach_wizard.patterns import pattern
from breach_wizard.prompts import Choice

WORD = pattern(r"(?<!\w)\w")


class Typed:
    """What was typed into a list since a cursor key moved the pointer."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        """Take the entries."""
        self.text = ""
        self._labels = [one.label.casefold() for one in choices]
        self._keys = [one.key.casefold() for one in choices]
        self._by_letter = any(key.isalpha() for key in self._keys)
        self._found: int | None = None
        self._from = 0

    @property
    def misses(self) -> bool:
        """Was something typed that stands for no entry?"""
        return bool(self.text) and self._found is None

    def forget(self) -> None:
        """Begin anew."""
        self.text = ""
        self._found = None

    def goes_on_with(self, more: str) -> bool:
        """Would a word that was typed still stand for an entry with more behind it?"""
        is_word = bool(self.text) and not self.text.endswith(" ")
        return is_word and self._place(self.text + more) is not None

    def point(self, more: str, pointed: int) -> int:
        """Return the entry to point at once more is typed; ``\\b`` takes the last sign back.

        Args:
            more: what is typed.
            pointed: the entry pointed at so far; it is where one comes back to when nothing is found.
        """
        if not self.text:
            self._from = pointed
        if more == "\b":
            self.text = self.text[:-1]
        else:
            was_key = self._found is not None and self._keys[self._found] == self.text.casefold()
            self.text += more
            if was_key and self._place(self.text) is None and more.casefold() in self._keys:  # of another entry
                self.text = more
        self._found = self._place(self.text)
        return self._from if self._found is None else self._found

    def _place(self, text: str) -> int | None:
        typed = text.casefold()
        if not typed:
            return None
        if typed in self._keys:
            return self._keys.index(typed)
        if self._by_letter:
            return None
        count = len(self._labels)
        places = [(self._from + step) % count for step in range(count)]
        return next((place for place in places if _begins_a_word(self._labels[place], typed)), None)


def _begins_a_word(label: str, typed: str) -> bool:
    return typed in label and any(label.startswith(typed, found.start()) for found in WORD.finditer(label))
