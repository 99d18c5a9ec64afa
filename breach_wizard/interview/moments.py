"""The moment that an answer names. Pure."""

from breach_wizard.dates.moment import Moment
from breach_wizard.dates.reading import parse_moment
from breach_wizard.standing import NOT_TIMES


def moment_of(answer: object) -> Moment | None:
    """Return the moment that an answer names; None where it names none, or was kept in words that can't be read."""
    if not isinstance(answer, str) or answer in NOT_TIMES:
        return None
    found = parse_moment(answer)
    return found if isinstance(found, Moment) else None
