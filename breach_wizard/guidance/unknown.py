"""What is said of a breach type that the guidance in use doesn't have."""

from collections.abc import Iterable

from breach_wizard.guidance import Guidance
from breach_wizard.misspelt import did_you_mean


def no_such_type(name: str, guidance: Guidance, besides: Iterable[str] = ()) -> str:
    """Return that there is no such type, which there are, and where those of a body come from, in sentences.

    Args:
        name: what was asked for.
        guidance: whose types there are.
        besides: ids of types that there are too.
    """
    types = dict.fromkeys((*guidance.types, *besides))
    return (
        f"There is no breach type {name!r}.{did_you_mean(name, types)} Use one of: {', '.join(types)}. "
        "Another body's is known only where BREACH_WIZARD_GUIDANCE names its folder."
    )
