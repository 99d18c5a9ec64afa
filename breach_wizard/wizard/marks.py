"""What stands for the marks in square brackets in the guidance's texts: whom to phone, what the nation says."""

from collections.abc import Mapping

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import Nation, Site
from breach_wizard.profile import Profile


def marks(profile: Profile, guidance: Guidance) -> dict[str, str]:
    """Return the text for each mark; empty where the profile holds none.

    ``[hop]`` and ``[publishing]`` are names and numbers, ``[office]`` is who decides on a report, ``[order]`` the
    nation's pre-release Order and ``[limit]`` its limit, ``[take_down_note]`` and ``[take_down_in_full]`` how a page is
    taken down.
    """
    home, site = nation(profile, guidance), _site(profile, guidance)
    return {
        **profile.contacts,
        "office": home.office,
        "order": home.order,
        "limit": home.limit,
        "take_down_note": _sentence(profile.take_down_note) or (site.take_down_note if site else ""),
        "take_down_in_full": site.in_full if site else "",
    }


def nation(profile: Profile, guidance: Guidance) -> Nation:
    """Return the nation that the profile names, or the first where it names none that is known."""
    return guidance.nations.get(profile.nation) or next(iter(guidance.nations.values()))


def _site(profile: Profile, guidance: Guidance) -> Site | None:
    """The site that the profile names, the first where it says nothing of it; None where it is another."""
    if profile.site or profile.take_down_note:
        return guidance.sites.get(profile.site.casefold())
    return next(iter(guidance.sites.values()))


def _sentence(text: str) -> str:
    """The text with a full stop: what follows it in a list begins a sentence."""
    return text if text.endswith((".", "?", "!")) or not text else f"{text}."


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put texts for their marks; where there is none, the sentence ends before the mark, or does without it."""
    for name, value in values.items():
        mark = f"[{name}]"
        if value:
            text = text.replace(mark, value)
            continue
        text = text.replace(f": {mark}", ".")
        for around in (f"{mark} ", f" {mark}", f"\n{mark}", mark):
            text = text.replace(around, "")
    return text
