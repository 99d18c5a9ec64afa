"""A body's own style sheet for the web page. Pure.

The page names what it may load, and a browser refuses all else; what is looked for here is told to whoever writes the
sheet, so that nobody wonders why a logo is missing.
"""

import re
from collections.abc import Iterator
from typing import Final

from breach_wizard.patterns import pattern
from breach_wizard.text import shortened

NAME: Final = "web.css"
"""The file in a body's folder."""

COMMENT: Final = pattern(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
OUTSIDE: Final = pattern(
    r"""@import[^;\n]*|(?:url|src)\((?!\s*["']?\#)[^)\n]*\)?|image-set\([^;\n]*|//[^\s;)]*""", re.IGNORECASE
)
"""What names something that lies outside the page; an address within it begins with "#"."""
DATA: Final = pattern(r"""url\(\s*(?:"data:[^"]*"\s*|'data:[^']*'\s*|data:[^)]*)\)""", re.IGNORECASE)
"""A picture or a font that the sheet holds itself."""


def problems(css: str) -> Iterator[str]:
    """Yield what is wrong with a style sheet, each as a sentence with what to do."""
    if re.search(r"</|<!--", css):
        yield "holds markup of a page (</ or <!--), which would end it. Take it out: only CSS belongs here."
    for one in dict.fromkeys(one[0].strip() for one in OUTSIDE.finditer(DATA.sub("", COMMENT.sub("", css)))):
        yield (
            f"loads something from outside the page: {shortened(one)}. Put the picture or the font into it, as "
            "url(data:...)."
        )
