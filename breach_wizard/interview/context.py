"""What the interview is told about the world, so that it need not look."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from breach_wizard.dates.moment import Moment, moment_at
from breach_wizard.guidance import Guidance
from breach_wizard.records import Record


class Context(Record, kw_only=False):
    """The moment, the guidance, and what was remembered or gone past.

    Attributes:
        now: the present, aware; read in Europe/London.
        guidance: the wordings and lists in use.
        remembered: last time's answers to the questions that are remembered; empty for a first report.
        passed: screens gone past; "as_last_time" among them where the user chose to change the details.
        asked_again: questions that are to be asked again, though answered.
    """

    now: datetime
    guidance: Guidance
    remembered: Mapping[str, str] = MappingProxyType({})
    passed: frozenset[str] = frozenset()
    asked_again: frozenset[str] = frozenset()

    @property
    def moment(self) -> Moment:
        """The present in Europe/London, to the minute."""
        return moment_at(self.now)

    @property
    def today(self) -> date:
        """Today's date in Europe/London."""
        return self.moment.date
