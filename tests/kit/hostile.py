"""What somebody might write to drive the terminal of whoever reads it, and whether any of it got through."""

import re
import shutil
from pathlib import Path

TITLE = "\x1b]0;PWNED\x07"
CLIPBOARD = "\x1b]52;c;cm0gLXJm\x07"
COLOUR = "\x1b[38;5;99m"
C1 = "\x9b38;5;99m\x9d0;PWNED\x9c"
TURNED = "\u202efdp\u2066x\u2069\u200f\u061c"
PRIVATE = "\uf0b7\U000f0001\U00100001"
SURVIVES_CLEANING = TURNED + PRIVATE
"""What a report may hold; the rest is left out of it where it is read."""

ALL = f"bad {TITLE}{CLIPBOARD}{COLOUR}{C1}{SURVIVES_CLEANING}\x7f end"
ANY = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)  # fmt: skip
"""Written out anew, so that a slip in the product's own table is no slip in the test's."""

OF_THE_FACE = re.compile(rb"\x1b\[[0-9;?>=]*[A-Za-z]|\x1b[78=>]|[\r\b]")
"""What the drawn face sends to move its cursor and to make bold; a terminal itself puts CR before a line's end."""

WORDS = re.compile(
    r'^(question|hint|help|missing|title|note|short|official|taken|planned|noun|noun_with_article|choice|covers|reason'
    r'|subject|body|text|label|to|example|yes|no|it_began|unnoticed) = ("""\n?|")',
    re.MULTILINE,
)  # fmt: skip
GUIDANCE = Path(__file__).parents[2] / "guidance"


def sent(data: bytes) -> str:
    """Return what was written as text, which holds nothing hostile; that something was shown is for the test to see."""
    text = data.decode()
    assert ANY.search(text) is None, repr(text[max(0, ANY.search(text).start() - 60) :][:200])  # type: ignore[union-attr]
    return text


def drawn(data: bytes) -> str:
    """Return what was drawn, without what the face sends of its own; nothing hostile is in the rest."""
    assert b"\x1b[38;5;99m" not in data
    return sent(OF_THE_FACE.sub(b"", data))


def guidance(folder: Path, text: str = ALL) -> Path:
    """Make a body's own guidance of ours, with a hostile text at the beginning of each wording."""
    shutil.copytree(GUIDANCE, folder)
    escaped = "".join(one if one.isalnum() or one in " ]" else f"\\U{ord(one):08x}" for one in text)
    for path in folder.rglob("*.toml"):
        path.write_text(WORDS.sub(lambda found: f"{found[0]}{escaped} ", path.read_text()))
    return folder
