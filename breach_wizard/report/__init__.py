"""The report of a breach: the model, and the two ways between it and the answers of an interview."""

from breach_wizard.report.across import from_answers, to_answers
from breach_wizard.report.model import Action, Occurrence, Output, Report

__all__ = ["Action", "Occurrence", "Output", "Report", "from_answers", "to_answers"]
