"""The people in a report's own fields: how they are called and reached, and where a text holds that. Pure.

What is sure is taken out of a text; what may be something else, such as a surname that is a word, is asked about.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from breach_wizard.check.known_words import GIVEN_NAMES, ORDINARY
from breach_wizard.check.published import EMAIL
from breach_wizard.patterns import pattern
from breach_wizard.publishing.known import ALSO_WORDS, BEGINS, MONTHS, POSTS, TITLES
from breach_wizard.publishing.suspects import Suspect
from breach_wizard.publishing.words import SEPARATED, WORD, folded

NUMBER: Final = pattern(r"(?<![\w.])[+(]?\d(?:[\s().\-–/]{0,3}\d){5,18}(?!\w)")
EXTENSION: Final = pattern(r"\b(?:ext(?:ension)?\.?|x)\s*(\d{2,6})\b", re.IGNORECASE)
BETWEEN: Final = r"[\s().\-–/]{0,3}"
COUNTRY: Final = pattern(r"^(?:0044|44(?=\d{10})|0)0?")
LEAST_DIGITS: Final = 6
"""So many digits from the end of a number are still told for it."""

MARKS: Final = "[\u0300-\u036f]*"
LEAST: Final = 5
"""Letters of a line of an address that is looked for."""


@dataclass
class People:
    """What is not to stand in a copy.

    Attributes:
        sure: parts of names, folded, that are no other words.
        unsure: parts that may be.
        told: parts of names met in answers to other questions, which in lower case and alone may be other words.
        perhaps: parts of what may be such a name, or a place.
        initials: of those whose name has several parts.
        logins: as computers and addresses have names, and with an initial for the surname; folded.
        numbers: digits, without country and first 0.
        extensions: of phone numbers.
        lines: of an address, a room; whole.
        posts: what one person is called by their work.
    """

    sure: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    perhaps: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    logins: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    extensions: set[str] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)

    def add_name(self, text: str, ordinary: Iterable[str], *, is_name: bool) -> None:
        """Add the names in a field; ``ordinary`` are words that name nobody here, such as the producer's.

        ``is_name``: the field is for a name; of one for how somebody is reached, only what is plainly a name counts.
        """
        not_names = frozenset(ordinary)
        segments = [WORD.findall(one) for one in SEPARATED.split(_bare(text))]
        segments = [words for words in segments if words]
        first = segments[0] if segments else []
        for number, words in enumerate(segments):
            listed = [one for one in map(folded, words) if one not in TITLES]
            has_title = len(listed) < len(words)
            is_given = bool(listed) and (listed[0] in GIVEN_NAMES or has_title)
            if not listed or set(listed) <= not_names:
                continue
            if set(listed) & POSTS:
                before = listed[: next(place for place, one in enumerate(listed) if one in POSTS)]
                if len(before) > 1 or (before and is_given):
                    self._add(before, sure=is_given)
                elif is_name and number:
                    self.posts.add(" ".join(words))
            elif is_given:
                self._add(listed, sure=True)
            elif is_name and (not number or (len(listed) == len(first) == 1)):
                self._add(listed, sure=len(listed) > 1 or len(segments) > 1)
            elif is_name and len(listed) > 1 and not set(listed) <= ORDINARY:
                self._add(listed, sure=False)

    def _add(self, listed: list[str], *, sure: bool) -> None:
        listed = [one for one in listed if len(one) > 1]
        pieces = _pieces(listed)
        words = {one for one in pieces if one in ORDINARY or one in ALSO_WORDS or not sure}
        self.sure |= pieces - words
        self.unsure |= words
        if len(listed) > 1:
            self.initials.add("".join(one[0] for one in listed).upper())
            self._add_logins(listed)

    def _add_logins(self, listed: list[str]) -> None:
        first, last = listed[0], listed[-1]
        for one in {last, last.replace("'", ""), re.sub(r"[-']", "", last), *re.split(r"[-']", last)}:
            if len(one) > 1:
                self.logins |= {first[0] + one, one + first[0], first + one, f"@{first}{one[0]}", f"{first} {one[0]}."}

    def add_suspect(self, suspect: Suspect, elsewhere: Collection[str]) -> None:
        """Add a name met in an answer that is left out; ``elsewhere`` are words that name nobody, or somebody kept."""
        listed = [one for one in map(folded, WORD.findall(suspect.name)) if one not in TITLES]
        pieces = {one for one in _pieces(listed) if len(one) > 1} - set(elsewhere)
        words = {one for one in pieces if one in ORDINARY or one in ALSO_WORDS or not suspect.is_sure}
        self.told |= pieces - words
        self.perhaps |= words
        if suspect.is_sure and len(listed) > 1 and pieces - words:
            self._add_logins(listed)

    def add_reach(self, text: str) -> None:
        """Add the numbers and lines of an address by which somebody is reached."""
        for match in NUMBER.finditer(text):
            self.numbers.add(_digits(match[0]))
        self.extensions |= {match[1] for match in EXTENSION.finditer(text)}
        for piece in re.split(r"[,;\n]", EXTENSION.sub("", NUMBER.sub("", EMAIL.sub("", text)))):
            bare = " ".join(piece.split()).strip(" .:")
            if len(bare) >= LEAST and any(sign.isdigit() for sign in bare):
                self.lines.add(bare)

    def in_text(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """Yield where a text holds any of it: start, end, and whether it is sure."""
        plain = folded(text)
        yield from self._names(text, plain)
        for number in self.numbers:
            for length in range(len(number), LEAST_DIGITS - 1, -1):
                tail = BETWEEN.join(number[-length:])
                before = (
                    rf"(?:\(?(?:\+|00)\s?44{BETWEEN}(?:\(0\))?{BETWEEN}|\(?0{BETWEEN})?"
                    if length == len(number)
                    else ""
                )
                yield from _each(rf"(?<![\d.,]){before}{tail}(?!\d)", text, sure=True)
        for digits in self.extensions:
            yield from _each(rf"\b(?:ext(?:ension)?\.?|x)\s*{digits}\b", text, sure=True)
        for line in self.lines | self.posts:
            words = r"\s+".join(map(re.escape, folded(line).split()))
            yield from _each(rf"(?<!\w){words}(?!\w)", plain, sure=line in self.lines)

    def _names(self, text: str, plain: str) -> Iterator[tuple[int, int, bool]]:
        parts = sorted(self.sure | self.unsure | self.told | self.perhaps, key=len, reverse=True)
        if parts:
            one = rf"(?<![^\W\d_])(?:{'|'.join(map(_pattern, parts))})(?![^\W\d_])"
            initial = r"(?:(?<![^\W\d_])[^\W\d_]\.?[ .]{1,2}){0,3}"
            title = rf"(?:(?<![^\W\d_])(?:{'|'.join(sorted(TITLES))})\.? )?"
            for match in re.finditer(rf"{title}{initial}{one}(?:[\s._,-]{{1,2}}{initial}{one})*", plain, re.IGNORECASE):
                found = [folded(word) for word in WORD.findall(match[0])]
                start = match.start()
                if found and found[0] not in parts and not text[start].isupper():  # "a Smith": no initial of theirs
                    start = match.start() + re.search(one, match[0], re.IGNORECASE).start()  # type: ignore[union-attr]
                is_sure = self._is_sure(text, start, match.end(), [word for word in found if word in parts])
                if is_sure is not None:
                    yield start, match.end(), is_sure
        for login in self.logins:
            yield from _each(rf"(?<![^\W_]){re.escape(login)}(?![^\W_])", plain, sure=True)
        for initials in self.initials:
            yield from _each(rf"(?<!\w){re.escape(initials)}(?!\w)", text, sure=False, flags=0)

    def _is_sure(self, text: str, start: int, end: int, known: list[str]) -> bool | None:
        """Is it sure that these parts of names name somebody, where they stand? None: they are other words."""
        if not known or any(word in self.sure for word in known):
            return True
        has_capitals = all(word[0].isupper() for word in WORD.findall(text[start:end]))
        if any(word in self.told for word in known):
            return has_capitals or len(known) > 1
        if not text[start].isupper() or (len(known) == 1 and _is_another(known[0], text, start, end)):
            return None
        return has_capitals and len(known) > 1 and any(word in self.unsure for word in known)


def _pieces(listed: Iterable[str]) -> set[str]:
    """Parts of a name, and what hyphens join in them."""
    return {*listed, *(piece for one in listed for piece in one.split("-") if len(piece) > 2)}


def _is_another(word: str, text: str, start: int, end: int) -> bool:
    """Is it "3 May", or "Will" where a sentence begins?"""
    before = text[max(0, start - 3) : start].rstrip()[-1:]
    if word in MONTHS:
        return before.isdigit() or text[end : end + 3].lstrip()[:1].isdigit()
    return word in BEGINS and not (before.isalpha() or before == ",")


def _pattern(part: str) -> str:
    return MARKS.join("'?" if sign == "'" else re.escape(sign) for sign in part) + MARKS


def _each(pattern: str, text: str, *, sure: bool, flags: int = re.IGNORECASE) -> Iterator[tuple[int, int, bool]]:
    for match in re.finditer(pattern, text, flags):
        yield match.start(), match.end(), sure


def _digits(text: str) -> str:
    return COUNTRY.sub("", "".join(sign for sign in text if sign.isdigit()))


def _bare(text: str) -> str:
    return NUMBER.sub(" ", EMAIL.sub(" ", text))
