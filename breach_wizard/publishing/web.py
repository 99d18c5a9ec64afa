"""Addresses that lead nowhere for the public: of an intranet, a preview, a computer, a shared folder. Pure."""

import ipaddress
import re
from collections.abc import Iterator
from typing import Final

from breach_wizard.patterns import pattern

ADDRESS: Final = pattern(
    r"(?P<scheme>[a-z][a-z0-9+.-]{1,19}://|\\\\)?"
    r"(?P<user>[^\s/@<>()\"|]{1,60}@)?"
    r"(?P<host>(?:[\w-]+(?:\.[\w-]+)*)|\[[0-9a-f:]+\])(?P<port>:\d{1,5})?(?P<path>[/\\?#][^\s<>\"|]*)?",
    re.IGNORECASE,
)
FOLDER: Final = pattern(r"\bfile:/[^\s<>\"|]*|(?<!\w)[A-Z]:\\[^\s<>\"|]*|(?<!\S)/(?:home|Users|mnt|srv)/[^\s<>\"|]*")
ENDS: Final = ".,;:!?)]}'’”"

_INSIDE: Final = """
confluence dev develop draft draft-origin drafts integration internal intranet jira localhost onedrive pre-production
preprod preview sandbox sharepoint stage staging teams test testing uat whitehall-admin
"""

INSIDE: Final = frozenset(_INSIDE.split())
"""Words in the name of a computer, or first in the path, of what the public can't open."""

OURS_ALONE: Final = (
    ".local", ".localhost", ".internal", ".intranet", ".lan", ".corp", ".home", ".test", ".invalid",
    "sharepoint.com", "atlassian.net", "docs.google.com", "drive.google.com", "teams.microsoft.com",
    "onedrive.live.com", "office.com", "sharepoint-df.com", "huddle.com", "slack.com", "trello.com", "zoom.us",
)  # fmt: skip
"""Ends of the names of computers that ask who one is."""


OF_A_PERSON: Final = pattern(r"/(?:~|(?:people|person|profiles?|staff|users?)/)[\w.%-]{2,}", re.IGNORECASE)
"""Part of the address of a page of one person's own."""


def addresses(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where in a text web addresses stand, and whether each is by its form of a page of one person's own."""
    for match in ADDRESS.finditer(text):
        if match["scheme"] or (match["path"] and "." in match["host"]):
            end = _end(text, match)
            yield match.start(), end, bool(OF_A_PERSON.search(text, match.start(), end))


def not_public(text: str) -> Iterator[tuple[int, int]]:
    """Yield where in a text an address stands that is not public: its start and its end."""
    for match in FOLDER.finditer(text):
        yield match.start(), _end(text, match)
    for match in ADDRESS.finditer(text):
        if _is_not_public(match):
            yield match.start(), _end(text, match)


def _end(text: str, match: re.Match[str]) -> int:
    end = match.end()
    while end > match.start() + 1 and text[end - 1] in ENDS:
        end -= 1
    return end


def _is_not_public(match: re.Match[str]) -> bool:
    scheme, host, path = (match[name] or "" for name in ("scheme", "host", "path"))
    if scheme.casefold() in ("\\\\", "smb://"):
        return True
    if not scheme and match["user"]:
        return False  # an email address
    is_address = bool(scheme or match["port"] or path) or "." in host
    return is_address and (
        _is_inside(host.casefold(), has_scheme=bool(scheme))
        or bool(match["port"] and (scheme or "." in host or host.casefold() in INSIDE))
        or (bool(scheme or "." in host) and _words(path[1:].split("/")[0]) & INSIDE != set())
    )


def _is_inside(host: str, *, has_scheme: bool) -> bool:
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        pass
    if "." not in host:  # a computer of one's own network; without a scheme, "and/or" is none
        return has_scheme or host in ("localhost", "intranet", "sharepoint")
    labels = set(host.split("."))
    words = {word for label in labels for word in label.split("-")}
    return bool((labels | words) & INSIDE) or host.endswith(OURS_ALONE)


def _words(text: str) -> set[str]:
    return {text.casefold(), *re.split(r"[^a-z]+", text.casefold())}
