"""Deriving every column anew from the reports that are kept: after the guidance has changed, or to be sure of them."""

from breach_wizard.errors import BreachWizardError
from breach_wizard.guidance import Guidance
from breach_wizard.register import statements
from breach_wizard.register.adding import derive
from breach_wizard.register.database import Register
from breach_wizard.register.derived import RULES, derived_anew


def outdated(register: Register) -> int:
    """Return the number of cases whose columns an earlier version derived by other rules, and that can be rebuilt."""
    (found,) = register.rows(statements.OUTDATED, {"rules": RULES})
    return int(found["total"])


def rebuild(register: Register, guidance: Guidance) -> dict[str, str]:
    """Derive the columns of every case anew, each as a whole or not at all.

    Returns:
        the references of the cases that today's guidance can't read, which stay as they are, and why.
    """
    failed: dict[str, str] = {}
    for known in register.rows(statements.TO_REBUILD):
        try:
            with register.writing():
                register.change(statements.EMPTIED["actions"], {"id": known["id"]})  # their days come from the versions
                for one in register.rows(statements.VERSIONS, {"id": known["id"]}):
                    derive(register, known["id"], one["number"], derived_anew(one["report"], guidance))
        except BreachWizardError as error:
            failed[known["reference"]] = str(error)
    return failed
