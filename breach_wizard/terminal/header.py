"""What stands above a list or a field: how far one is, what there is to know, the question, its hint. Pure."""

from functools import lru_cache

from breach_wizard.prompts import Ask
from breach_wizard.records import Record
from breach_wizard.terminal.drawing import ATTENTION, BOLD, Row, beside, in_rows
from breach_wizard.terminal.folding import cut_within

DONE_PART, OPEN_PART = "■", "·"
MORE = "... the rest: Ctrl-G"
BLANK: Row = [("", "")]


class Header(Record, kw_only=False):
    """The rows, and whether the hint is shown in part only."""

    rows: list[Row]
    is_cut: bool = False


# Kept: it is asked for sixteen times a paint, which took a third of the time from a key to it.
@lru_cache(maxsize=4)
def header(ask: Ask, notices: tuple[str, ...], width: int, room: int) -> Header:
    """Return what stands above, in so many rows where that can be had.

    Blank rows go first, then the end of the hint, which help shows whole. All else stays.

    Args:
        ask: the question.
        notices: what there is to know.
        width: in columns.
        room: in rows.
    """
    groups = [
        _progress(ask, width),
        [row for notice in notices for row in in_rows(notice, width)],
        [*_question(ask, width), *(in_rows(cut_within(ask.hint, width), width) if ask.hint else [])],
    ]
    roomy = [row for group in groups if group for row in (BLANK, *group)]
    if len(roomy) <= room:
        return Header(roomy)
    close = [row for group in groups for row in group]
    fixed = len(close) - len(groups[-1]) + len(_question(ask, width))
    if len(close) <= room or len(close) <= fixed + 1:
        return Header(close)
    return Header([*close[: max(fixed, room - 1)], *in_rows(MORE, width)], is_cut=True)


def _progress(ask: Ask, width: int) -> list[Row]:
    """How far one is, at a glance and in words."""
    if not ask.progress:
        return []
    if ask.part is None:
        return in_rows(ask.progress, width)
    number, count = ask.part
    return beside(DONE_PART * number + OPEN_PART * (count - number), ask.progress, width)


def _question(ask: Ask, width: int) -> list[Row]:
    text = cut_within(ask.question, width)
    return beside(ATTENTION, text, width, BOLD) if ask.is_look else in_rows(text, width, BOLD)


def to_correct(wrong: str, width: int) -> list[Row]:
    """Return what is wrong with what was given, marked by a word and a sign."""
    return beside(ATTENTION, f"To correct: {wrong}", width, BOLD)
