"""Whether the statistics that a report is about are out, as far as the answers tell. Pure."""

from breach_wizard.dates.moment import Moment
from breach_wizard.interview.context import Context
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.paths import items
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import main_type
from breach_wizard.standing import PUBLISHED, STAYS_UP


def are_out(answers: Answers, context: Context) -> bool:
    """Are the statistics out by now? Late ones are only where it is said; all others at their announced times.

    Where nothing tells, they are taken not to be, which gives nothing away.
    """
    return _are_out(answers, context, context.moment)


def were_out(answers: Answers, context: Context) -> bool:
    """Does the report say that they are out? The same on the day of the report, unless it has none or is of today."""
    written = moment_of(answers.get("report_date"))
    day = written.date if written is not None else context.today
    return _are_out(answers, context, context.moment if day == context.today else Moment(day))


def _are_out(answers: Answers, context: Context, when: Moment) -> bool:
    kind, ongoing = main_type(answers, context), answers.get("ongoing")
    is_late = kind is not None and kind.timing == "late"
    says_so = ongoing in (PUBLISHED, STAYS_UP) or (is_late and ongoing is False)
    if is_late and not says_so:
        return False
    dues = [one.get("due", "") for one in items(answers, "occurrences") if one.get("due")]
    dues += [] if says_so else [answers.get("due", "")]
    return all(due is not None and _has_come(due, when) for due in map(moment_of, dues))


def _has_come(due: Moment, when: Moment) -> bool:
    """Had an announced time surely come? On its day itself it had, where no time tells otherwise."""
    if due == Moment(due.date):
        return due.date <= when.date
    return due.latest is not None and when.latest is not None and due.latest <= when.latest
