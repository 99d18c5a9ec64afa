"""Whether what to do first fits one screen, and whether each of its marks is known."""

from collections.abc import Iterator

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType, DoNow
from breach_wizard.guidance.problems import path_of
from breach_wizard.guidance.slips import Slip
from breach_wizard.patterns import pattern
from breach_wizard.profile import Profile
from breach_wizard.terminal.folding import fold
from breach_wizard.wizard.marks import marks
from breach_wizard.wizard.printed import do_now_lines

HEIGHT, WIDTH = 17, 79
"""Lines and columns of a screen of 24 by 80 that are left for it."""

MARK = pattern(r"\[[^\]]*\]")
CONTACTS = Profile(
    head_of_profession="Head of Profession", hop_number="020 7946 0000", publishing_number="020 7946 0001"
)


def fitting(guidance: Guidance) -> Iterator[Slip]:
    """Yield the lists of what to do first that are too long, or have a mark that nothing is filled in for.

    Other slips may be there as well; what can't be read is passed over.
    """
    guidance = Guidance(guidance.folders, guidance.left_out, gathering=True)
    for kind in guidance.types.values() if guidance.nations and guidance.sites else ():
        for name in ("do_now_ongoing", "do_now_over", "do_now_published"):
            what = _wrong(getattr(kind, name), guidance)
            if what:
                yield path_of(guidance, "breach-types", kind.id)._replace(place=name, what=what)
        yield from _in_full(kind, guidance)


def _wrong(now: DoNow, guidance: Guidance) -> str:
    for nation in guidance.nations:
        for known in (CONTACTS, Profile()):
            lines = do_now_lines(now, marks(known._replace(nation=nation), guidance))
            unknown = next((found[0] for line in lines if (found := MARK.search(line.text))), "")
            if unknown:
                return f"{unknown} is no mark. guidance/README.md lists those that are filled in."
            height = sum(len(fold(one.text, WIDTH, f"{one.marker} " if one.marker else "", "   ")) for one in lines)
            if height > HEIGHT:
                return f"it takes {height} lines, and a screen has {HEIGHT} of {WIDTH} columns. Say it in fewer words."
    return ""


def _in_full(kind: BreachType, guidance: Guidance) -> Iterator[Slip]:
    known = marks(CONTACTS, guidance)
    for number, text in enumerate(kind.in_full, 1):
        unknown = [found for found in MARK.findall(text) if found[1:-1] not in known]
        if unknown:
            at = path_of(guidance, "breach-types", kind.id)
            yield at._replace(place=f"in_full[{number}]", what=f"{unknown[0]} is no mark. Correct it, or take it out.")
