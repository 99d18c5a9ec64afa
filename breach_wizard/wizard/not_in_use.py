"""What is said of a body's guidance that can't be used: in a line at the beginning, in full on the check page."""

from collections.abc import Iterator

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.left_out import instead

WHO_CORRECTS_IT = (
    "Your report can be written all the same. Tell whoever looks after your organisation's guidance: "
    "breach-wizard guidance check names every slip."
)


def not_in_use(guidance: Guidance) -> tuple[str, ...]:
    """Return a line on the files of a body that are not in use; nothing where all are."""
    if not guidance.left_out:
        return ()
    path, *others = guidance.left_out
    name = f"{path.parent.name}/{path.name}"
    more = f" and {len(others)} more" if others else ""
    what = instead(path, guidance)
    return (f"Of your organisation's guidance {name}{more} can't be used: {what} Go on; the check page says why.",)


def sentences(guidance: Guidance) -> Iterator[str]:
    """Yield for each file that is not in use what is wrong with it, and what is in its place."""
    for path, what in guidance.left_out.items():
        yield f"{what} Until then {instead(path, guidance)}"
