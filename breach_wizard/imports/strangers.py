"""Labels that no question has: "Words: value" on a line, a box of its own and no part of the one above. Pure."""

import re
from typing import Final

from breach_wizard import references
from breach_wizard.imports.folding import WORD, folded
from breach_wizard.imports.furniture import Furniture
from breach_wizard.patterns import pattern

LINE: Final = pattern(
    r"[(\s]*(?P<words>[^\W_][^:\t\n]{0,90}?)(?:\s?:-?(?=\s|$)|\s?:(?![\s/\d])|\t)[ \t]*(?P<value>[^\n]*)\Z"
)
DASHED: Final = pattern(r"(?P<words>[^\W_][^:\t\n–—]{0,90}?)\s[–—-]\s+(?P<value>[^\n]*)\Z")
MOST_WORDS: Final = 8
IN_PROSE: Final = range(2, 7)
"""So many words make a label in a longer text, where a heading of one word is the writer's own."""

LONGEST_VALUE: Final = 80
SENTENCE_ENDS: Final = (".", "!", "?", ";", ",")


def is_label(text: str, box: str, furniture: Furniture, *, dashed: bool = False) -> bool:
    """Is a line beneath a box of one line a label of its own, with its value or without?

    Args:
        text: the line.
        box: the question of the box that is open.
        furniture: of the forms: how the lines of an address begin.
        dashed: do the labels of this form end in a dash?
    """
    found = LINE.match(text) or (DASHED.match(text) if dashed else None)
    if found is None:
        return False
    words = WORD.findall(found["words"])
    if not 1 <= len(words) <= MOST_WORDS or folded(found["words"]) in furniture.reach:
        return False
    if box == "references":
        return not references.read(text)
    return box != "occurrences" or not re.search(r"\d", text)


def is_label_in_prose(text: str) -> bool:
    """Is a line of a longer text a label with its value, such as "Signed off by: Chief Statistician"?

    It must look like one through and through: a few words with no number, a short value that is no sentence.
    """
    found = LINE.match(text)
    if found is None or not text[:1].isupper():
        return False
    words, value = found["words"], found["value"].strip()
    if any(sign.isdigit() or sign in ",.;" for sign in words) or len(WORD.findall(words)) not in IN_PROSE:
        return False
    return 0 < len(value) <= LONGEST_VALUE and not value.endswith(SENTENCE_ENDS)


def has_value(text: str) -> bool:
    """Does a label's value stand on its own line?"""
    found = LINE.match(text)
    return found is None or bool(found["value"].strip())
