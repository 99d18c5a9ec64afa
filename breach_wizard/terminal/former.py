"""The texts that stood in a field before: the answer kept, and whatever one key replaced or emptied. Pure."""

from collections import deque

MOST = 20
"""So many are remembered; the answer kept is also where answers are kept."""


class Former:
    """Watches a field's text, and brings back what was taken out of it."""

    def __init__(self, text: str, *kept: str) -> None:
        """Take what stands in the field, and what can be had in its place from the start."""
        self._text = text
        self._texts = deque(filter(None, kept), MOST)
        self._before = ""
        self._much = False

    def __bool__(self) -> bool:
        """Is there a text to bring back?"""
        return bool(self._texts) or self._much

    def changed(self, text: str) -> None:
        """Note what stands in the field now.

        What goes key by key is one loss. One of single signs is none, unless nothing is left: it was corrected.
        """
        lost = len(self._text) - len(text)
        if lost > 0:
            self._before = self._before or self._text
            self._much = self._much or lost > 1 or not text
        else:
            self._remember()
        self._text = text

    def replaced(self, text: str) -> None:
        """Note that the whole text was replaced at once."""
        self._remember()
        if self._text != text:
            self.add(self._text)
        self._text = text

    def add(self, text: str) -> None:
        """Remember a text as the next to bring back."""
        if text.strip() and text not in self._texts:
            self._texts.append(text)

    def bring(self) -> str:
        """Return the text taken out last, and put the one in the field behind all others: the same key goes round."""
        self._remember()
        if self._texts:
            now, self._text = self._text, self._texts.pop()
            if now.strip() and now not in self._texts:
                self._texts.appendleft(now)
        return self._text

    def _remember(self) -> None:
        if self._much:
            self.add(self._before)
        self._before, self._much = "", False
