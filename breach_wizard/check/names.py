"""What may be a person's name in a text that may be published: two capitalised words that nothing explains. Pure.

So may an initial and a word, a name such as O'Brien, and what follows "@". A guess, meant to be wrong seldom. It misses
other names of one word, and one among the words of an organisation.
"""

import re
from collections.abc import Callable, Collection, Iterator
from functools import partial

from breach_wizard.check.finding import Finding, quoted
from breach_wizard.check.known_words import BEGINNINGS, GIVEN_NAMES, ORDINARY, VERBS
from breach_wizard.check.published import PERSON
from breach_wizard.interview.paths import items
from breach_wizard.interview.shapes import Answers
from breach_wizard.patterns import pattern
from breach_wizard.text import holds_one

WORD = pattern(r"[^\W\d_][\w'’-]*")
CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŠŴŶŻŽ]"
CAPITALISED = rf"{CAPITAL}[\w'’-]*"
# It begins with a sign, and looks behind it after that: so the rest of a text is passed over at once.
IN_A_ROW = pattern(rf"{CAPITAL}(?<![\w'’-]{CAPITAL})[\w'’-]*(?: {CAPITALISED})+")
BEFORE = pattern(r"([\w'’-]+)([^\w]*)$")
POSSESSIVE = pattern("['’]s$")
LINE_START = pattern(r"^[>\s]{0,9}(?:From|To|Cc|Bcc): ?(\S[^\n]{0,40})", re.MULTILINE)
"""A line of the head of an email."""
HEADS = ("From:", "To:", "Cc:", "Bcc:")
INITIALS = pattern(
    rf"(?<![\w.'’-])(?P<letters>(?:[A-Z]\. ?){{1,3}}|(?:[A-Z] ){{1,2}})"
    rf"(?:(?:al|bin|da|de|del|den|der|di|du|la|le|ter|van|von) ){{0,2}}"
    rf"(?P<surname>{CAPITALISED})(?: (?P<more>{CAPITALISED}))?"
)
"""Initials and a surname."""
INITIAL = pattern(r"[A-Z](?<!\w[A-Z])[. ]")
"""In every text that holds initials. Most texts hold none, and making their pattern takes long."""
OF_ONE_WORD = pattern(r"\b(?:[OD]['’]|Mc|Mac|Fitz)[A-Z][^\W\d_]+")
BEGIN_ONE_WORD = ("O'", "O’", "D'", "D’", "Mc", "Mac", "Fitz")
HANDLE = pattern(r"(?<![\w.@/])@[A-Za-z]\w{2,30}")
LISTED = pattern(r"^\s{0,9}B[.)] ", re.MULTILINE)
"""Beside this, a letter at the beginning of a line is a number."""

MARKS_OFF = frozenset({
    "the", "a", "an", "our", "your", "their", "its", "this", "that", "these", "those", "each", "every", "any", "no",
    "of", "for", "in", "at", "on", "via", "using", "under", "into", "within", "per", "called", "as", "titled", "named",
    "published", "released",
})  # fmt: skip
"""Before an organisation, a place or a title rather than a person."""

LETTERED = frozenset({
    "annex", "appendix", "area", "band", "block", "building", "category", "chart", "clause", "class", "code", "cohort",
    "column", "dataset", "figure", "file", "form", "grade", "group", "hepatitis", "item", "level", "list", "model",
    "option", "page", "part", "phase", "plan", "point", "protocol", "question", "region", "room", "row", "scenario",
    "schedule", "section", "series", "sheet", "site", "stage", "step", "tab", "table", "team", "tier", "type",
    "version", "vitamin", "zone",
})  # fmt: skip
"""What has a letter after it that is no initial."""

ABBREVIATED = frozenset({"am", "pm", "uk", "us", "usa", "eu", "it", "hr", "ni", "mp", "ps", "nb", "q", "nhs", "bbc"})
"""Letters with stops that are no initials."""

NO_PEOPLE = frozenset({"d'hondt", "macbook", "macbooks", "macos", "mckinsey", "o'level", "o'levels"})

LONGEST = 3
"""So many capitalised words in a row may be a name; more are the title of something."""

OF = " of "
"""After the name of a body or a place rather than a person's, unless it begins with a given name."""

NEAR = 60
"""So many characters before a name tell what it follows."""


def about_names(text: str, where: str, known: Collection[str]) -> Iterator[Finding]:
    """Return one finding for what may be names in a text, besides those that are plainly names.

    Args:
        text: the text.
        where: its path as one word.
        known: words that are part of no person's name, those of `words_of_the_report`.
    """
    found = suspected(text, known)
    plain = {match[1] or match[0] for match in PERSON.finditer(text)} if found else set()
    found = [name for name in found if name not in plain]
    if found:
        yield Finding(
            "possible-name", "warning", where, f"It may hold {quoted(found, 'a name', 'names')}. A role is enough."
        )


def suspected(text: str, known: Collection[str] = ()) -> list[str]:
    """Return what may be names, in their order.

    Args:
        text: the text.
        known: words in lower case that are part of no person's name here.
    """
    lines = LINE_START.finditer(text) if holds_one(text, HEADS) else ()
    heads = [match for match in lines if _begins_as_a_name(match[1])]
    rest = LINE_START.sub(lambda match: "\n" if _begins_as_a_name(match[1]) else match[0], text) if heads else text
    names = [
        _name_in(match[0].split(" "), partial(_word_before, rest, match.start()), known)
        for match in IN_A_ROW.finditer(rest)
        if not rest.startswith(OF, match.end()) or _begins_as_given(match[0])
    ]
    names = [name for name in dict.fromkeys([*(match[0].strip() for match in heads), *names]) if name]
    return names + [name for name in dict.fromkeys(_by_form(text, known)) if not any(name in one for one in names)]


def _by_form(text: str, known: Collection[str]) -> Iterator[str]:
    """What is a name by the form of the word, or by the initials before it."""
    if INITIAL.search(text):
        is_lettered = LISTED.search(text) is not None
        for match in INITIALS.finditer(text):
            if name := _after_initials(text, match, known, is_lettered=is_lettered):
                yield name
    for match in OF_ONE_WORD.finditer(text) if holds_one(text, BEGIN_ONE_WORD) else ():
        word = match[0].casefold().replace("’", "'")
        if word not in NO_PEOPLE and word not in known:
            yield match[0]
    for match in HANDLE.finditer(text) if "@" in text else ():
        handle = match[0].casefold()
        if not match[0].isupper() and not any(len(word) > 3 and word in handle for word in known):
            yield match[0]


def _after_initials(text: str, match: re.Match[str], known: Collection[str], *, is_lettered: bool) -> str:
    """The initials with the surname, without what follows it; empty where it is none.

    ``is_lettered``: letters number the lines of the text.
    """
    before, letters = _word_before(text, match.start()), WORD.findall(match["letters"])
    is_dotted = "." in match["letters"]
    begins = not before and not text[max(0, match.start() - NEAR) : match.start()].rpartition("\n")[2].strip()
    if (
        before in LETTERED
        or "".join(letters).casefold() in ABBREVIATED
        or not (is_dotted or (before and before not in MARKS_OFF))
        or (is_lettered and begins and len(letters) == 1)
        or not _is_surname(match["surname"], known)
    ):
        return ""
    end = match.end() if _is_surname(match["more"] or "", known) else match.end("surname")
    return POSSESSIVE.sub("", text[match.start() : end])


def _is_surname(word: str, known: Collection[str]) -> bool:
    plain = POSSESSIVE.sub("", word).casefold()
    return len(plain) > 1 and not word.isupper() and plain not in ORDINARY and plain not in known


def _name_in(row: list[str], before: Callable[[], str], known: Collection[str]) -> str:
    """What of words with a capital may be a name; without the word with which a sentence or a note begins.

    ``before``: the word before them, which is looked for where they don't tell by themselves.
    """
    first, rest = row[0].casefold(), row[1:]
    if first in VERBS and len(rest) == 1:
        word = POSSESSIVE.sub("", rest[0])
        return word if word.casefold() in GIVEN_NAMES - ORDINARY and word.casefold() not in known else ""
    if len(rest) > 1 and first in VERBS:
        row, before = rest, lambda: first
    elif len(rest) > 1 and first in BEGINNINGS:
        row, before = rest, lambda: ""
    return POSSESSIVE.sub("", " ".join(row)) if _may_be_name(row, before, known) else ""


def _begins_as_given(row: str) -> bool:
    return row.partition(" ")[0].casefold() in GIVEN_NAMES


def _begins_as_a_name(text: str) -> bool:
    first = WORD.search(text)
    return first is not None and first[0][0].isupper() and first[0].casefold() not in ORDINARY


def words_of_the_report(answers: Answers) -> frozenset[str]:
    """Return the words of the producer's name and of the titles of outputs, in lower case: part of no person's name."""
    texts = [str(answers.get("producer", "")), *(one.get("title", "") for one in items(answers, "outputs"))]
    return frozenset(word.casefold() for text in texts for word in WORD.findall(text))


def _word_before(text: str, place: int) -> str:
    """The word before a place, in lower case; empty where a sentence begins there."""
    before = BEFORE.search(text[max(0, place - NEAR) : place])
    return "" if before is None or any(sign in before[2] for sign in ".!?:\n") else before[1].casefold()


def _may_be_name(row: list[str], before: Callable[[], str], known: Collection[str]) -> bool:
    if len(row) > LONGEST or any(one.isupper() for one in row):
        return False
    words = [POSSESSIVE.sub("", one).casefold() for one in row]
    if any(word in ORDINARY or word in known for word in words):
        return False
    return words[0] in GIVEN_NAMES or ((word := before()) != "" and word not in MARKS_OFF)
