"""The labels and headings of forms, ours and others', as people leave or retype them: found at a text's start. Pure.

Words are compared, never patterns, so that the labels can be data (guidance/forms.toml), and the time that a text takes
doesn't depend on what stands in it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from breach_wizard import form
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.forms import CORE
from breach_wizard.imports.folding import ARTICLES, WORD, all_words, as_compared, fold_all, folded, words
from breach_wizard.interview.asked import all_questions
from breach_wizard.interview.labels import known_labels
from breach_wizard.interview.questions import with_parts
from breach_wizard.patterns import pattern

SECTIONS: Final = (CORE, "circumstances", "impact", "actions")
"""Labels of these are headings of sections: what stands beneath one, blank lines and all, belongs to it."""

NO_QUESTION: Final = ""
"""In place of a question's id: a label that nothing here asks."""

MARK: Final = pattern(
    r"\s*(?:[-*•]\s+)?(?:(?:section|question|part)\s+|q(?=\s?\d))?"
    r"(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,4})\s?[.):]{1,2}(?!\d)\s*|\d{1,2}(?:\.\d{1,2}){0,2}\s+)?",
    re.IGNORECASE,
)
"""The number or letter before a label: "1.", "1.4", "a)", "Q3."."""

HINT: Final = pattern(r"\s{0,3}[(\[]+([^()\[\]\n]{0,150})[)\]]+")
STARS: Final = pattern(r"\s{0,3}[*†#]{1,3}|[\"'”’»`\]]|\s?\[\d{1,2}\]")
"""What may stand behind a label: a mark that it must be filled in, the end of its quotation, the number of a note."""

ENDS: Final = pattern(r"\s{0,9}(?:[:：]{1,2}-?|\t)\s*|\s{1,9}[–—-]\s+|\s{0,9}\n\s*|\?+(?:\s{0,9}:?\s+|$)|\s*$")
"""What ends a label: a colon, a tab, a dash between blanks, the line's end, a question mark."""

STRICTLY: Final = pattern(r"\s{0,9}(?:[:：]{1,2}-?|\t)\s*")
SIGNS: Final = pattern(r"(?:[\s:：;=,.…·_|>→~–—-]|[\"'”’»`\]*†#¹²³](?=\W|$)|\[\d{1,2}\]){0,260}")
"""What people set between a long label and its answer, and no answer begins with: leaders, blanks to fill in."""

STOP: Final = pattern(r"\.(?:\s+|$)")
WORDY: Final = 3
"""A label of so many words may end in a full stop; a shorter one would begin too many sentences."""

VERBS: Final = frozenset(
    {"was", "were", "is", "are", "has", "had", "have", "will", "would", "may", "can", "should", "did"}
)
"""What makes a sentence of the words of a label; an answer begins with none of these."""

WINDOW: Final = 260
"""No label is longer than this; the rest of a text is not looked at."""

START: Final = 4
GLANCE: Final = 24
"""Most texts begin with no label, and their first letters tell: so many, in so much of the text."""

TELLING: Final = 4
"""So many first words of a long label are no chance."""


class Found(NamedTuple):
    """A label or heading at the start of a text.

    Attributes:
        name: the id of the question; several joined by "+"; `NO_QUESTION`.
        rest: the text after it.
        heading: the label's own words, where they say more than the question.
        runs: nothing ends the label, and the answer follows all the same.
        sign: what ends it: a colon, a dash.
    """

    name: str
    rest: str
    heading: str = ""
    runs: bool = False
    sign: str = ""

    @property
    def is_section(self) -> bool:
        """Is it the heading of a section?"""
        return self.name in SECTIONS


def past_mark(text: str) -> int:
    """Return where a text begins behind its number or letter."""
    return _end_of(MARK, text)


def _end_of(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _with_articles(text: str) -> str:
    return "".join(all_words(text))


class _Label(NamedTuple):
    name: str
    is_long: bool = False
    is_kept: bool = False
    length: int = 1


class Labels:
    """All labels of one guidance."""

    def __init__(self, guidance: Guidance) -> None:
        self._by_key: dict[str, _Label] = {}
        self._beginnings: set[str] = set()
        self._hints = fold_all(guidance.forms.furniture.hints)
        for text, label in _listed(guidance):
            self._add(text, label)
        self._starts = {key[:START] for key in self._by_key}
        self._opened = {key[:length] for key in self._by_key for length in range(1, len(key))}
        long = [(text, label) for text, label in _listed(guidance) if label.is_long]
        self._tail = {word for text, _ in long for word in words(text)}
        self._stuck = {key: label for text, label in long for key in (folded(text), _with_articles(text))}
        self._stuck_keys = tuple(sorted(self._stuck, key=len, reverse=True))
        self._stuck_starts = tuple({key[:START] for key in self._stuck})

    def _add(self, text: str, label: _Label) -> None:
        """Note a label under its words, and whether more words may follow in the next line."""
        listed = words(text[past_mark(text) :])
        key = "".join(listed)
        self._by_key.setdefault(key, label._replace(length=len(listed)))
        if label.is_long or len(listed) >= TELLING:
            self._beginnings |= {"".join(listed[:count]) for count in range(1, len(listed))}

    def find(self, text: str, *, is_bold: bool = False) -> Found | None:
        """Return the label that a text begins with, and what is left of the text; None where it begins with none.

        With ``is_bold`` a full stop ends a short label too: the type said that it is one.
        """
        begin = past_mark(text)
        if not (self._may_begin(text, begin) or (begin and self._may_begin(text, 0))):
            return None
        return self._at(text, begin, is_bold=is_bold) or (self._at(text, 0, is_bold=is_bold) if begin else None)

    def is_begun(self, text: str) -> bool:
        """Is a line the beginning of a long label, and no more? One word would begin too many."""
        begin = past_mark(text)
        if len(text) >= WINDOW or not self._may_begin(text, begin):
            return False
        return " " in text[begin:].strip() and folded(text[begin:]) in self._beginnings

    def begins_like_one(self, text: str) -> bool:
        """Does a text begin with so many words of a long label that it is one, broken in an unknown way?

        With all of its words it is a sentence, or `find` would have found it.
        """
        key = ""
        if not self._may_begin(text, past_mark(text)):
            return False
        for count, word in enumerate(words(text[past_mark(text) : WINDOW]), 1):
            key += word
            label = self._by_key.get(key)
            if label is not None and label.is_long:
                return False
            if key not in self._beginnings:
                return count > TELLING
        return False

    def _may_begin(self, text: str, begin: int) -> bool:
        """Do a text's first letters tell that it may begin with a label? Most don't, and need no further look."""
        key = folded(text[begin : begin + GLANCE])
        return len(key) < START or key[:START] in self._starts

    def _at(self, text: str, begin: int, *, is_bold: bool) -> Found | None:
        key = ""
        found: Found | None = None
        tail: _Label | None = None
        for match in WORD.finditer(text, begin, begin + WINDOW):
            word = as_compared(match[0])
            if word in ARTICLES and key:
                continue
            key += word
            label = self._by_key.get(key)
            if label is not None:
                found = self._after(text, begin, match.end(), label, is_bold=is_bold) or found
                tail = label if label.is_long else None
            elif tail is not None and word in self._tail:  # "... or Lead Official submitting this report:"
                ended = STRICTLY.match(text, match.end())
                found = Found(tail.name, text[ended.end() :].strip()) if ended else found
            else:
                tail = None
            if tail is None and key not in self._opened:
                break  # no label goes on so, and most texts end here
        if found is None or found.runs:  # another label may be longer, and the answer stuck to it
            stuck = self._without_blanks(text, begin)
            found = min(filter(None, (found, stuck)), key=lambda one: len(one.rest), default=None)
        return found

    def _after(self, text: str, begin: int, end: int, label: _Label, *, is_bold: bool) -> Found | None:
        """What the label ends in, and the text after it; None where a sentence begins with its words."""
        place = self._past_hints(text, begin, end)
        stars = STARS.match(text, place)
        ended = ENDS.match(text, stars.end() if stars else place)
        if ended is None and (is_bold or label.length >= WORDY):
            ended = STOP.match(text, place)
        heading = text[begin:end].strip() if label.is_kept else ""
        if ended is not None:
            return Found(label.name, text[ended.end() :].strip(), heading, sign=ended[0].strip())
        return self._running(label, text[place:]) if label.is_long else None

    def _running(self, label: _Label, rest: str) -> Found | None:
        """A long label with no end and the answer after it; None where a verb makes a sentence of the two."""
        rest = rest[_end_of(SIGNS, rest) :].strip()
        first = WORD.match(rest)
        return None if first and as_compared(first[0]) in VERBS else Found(label.name, rest, runs=True)

    def _past_hints(self, text: str, begin: int, place: int) -> int:
        """Where the brackets behind a label end that only explain it, and the one that is open within it."""
        opened = text.count("(", begin, place) - text.count(")", begin, place)
        place += opened > 0 and text.startswith(")", place)
        while hint := HINT.match(text, place):
            first = WORD.search(hint[1])
            if first is None or (as_compared(first[0]) not in self._hints and folded(hint[1]) not in self._hints):
                break
            place = hint.end()
        return place

    def _without_blanks(self, text: str, begin: int) -> Found | None:
        """A long label to which the answer is stuck: "Name of producer organisationDepartment"."""
        found: list[Found] = []
        if not "".join(all_words(text[begin : begin + GLANCE])).startswith(self._stuck_starts):
            return None
        every = list(WORD.finditer(text, begin, begin + WINDOW))
        bare = [one for one in every if one[0].casefold() not in ARTICLES]
        for said in (every, bare) if len(bare) < len(every) else (every,):
            key = "".join(as_compared(one[0]) for one in said)
            if key.startswith(self._stuck_keys):
                stuck = [one for one in self._stuck_keys if key.startswith(one)]
                found += filter(None, (self._running(self._stuck[one], _behind(text, said, len(one))) for one in stuck))
        # "practiceStandard" is no "practices" with "tandard" behind it.
        return next((one for one in found if not one.rest[:1].islower()), found[0] if found else None)


def _behind(text: str, said: Sequence[re.Match[str]], length: int) -> str:
    """The text behind so many letters of its words."""
    for match in said:
        if length <= len(as_compared(match[0])):
            return text[match.start() + length :]
        length -= len(as_compared(match[0]))
    return ""


@lru_cache(maxsize=8)
def of(guidance: Guidance) -> Labels:
    """Return the labels of a guidance: those of its forms, and of the questions, present and former."""
    return Labels(guidance)


def _listed(guidance: Guidance) -> Iterator[tuple[str, _Label]]:
    """Each label as it is written; what comes first goes before."""
    forms = guidance.forms
    for name, texts in forms.long_labels.items():
        yield from ((text, _Label(name, is_long=True)) for text in texts)
    for name, texts in forms.headings.items():
        yield from ((text, _Label(name, is_kept=True)) for text in texts)
    for name, texts in forms.labels.items():
        yield from ((text, _Label(name)) for text in texts)
    for text in forms.furniture.not_asked:
        yield text, _Label(NO_QUESTION)
    for section in form.SECTIONS:
        yield from ((text, _Label(section.id)) for text in (section.heading, section.short, *section.former))
    for name, asked in with_parts(all_questions(guidance)):
        if asked.labels is not None and ("." not in name or name in forms.labels):
            yield from ((text, _Label(name)) for text in sorted(known_labels(name, guidance)))
