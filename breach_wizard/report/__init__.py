"""The report of a breach: the model, and the two ways between it and the answers of an interview."""

from breach_wizard.report.across import from_answers, from_json, to_answers
from breach_wizard.report.model import SCHEMA, Action, Approval, Occurrence, Output, Report

__all__ = ["SCHEMA", "Action", "Approval", "Occurrence", "Output", "Report", "from_answers", "from_json", "to_answers"]
