"""The statements that both databases take. A parameter is ``:name``; nothing that a user typed stands in one as text."""

from typing import Final

_CHILDREN: Final = ("outputs", "days", "clauses", "actions")

NEXT_CASE: Final = "select coalesce(max(id), 0) + 1 as id from cases"
NEXT_NUMBER: Final = "select coalesce(max(number), 0) + 1 as number from cases where year = :year"
NEW_CASE: Final = """
insert into cases (id, reference, year, number, added_on, may_be)
values (:id, :reference, :year, :number, :added_on, :may_be)"""
CASE: Final = "select * from cases where reference = :named or own_reference = :named"
CASE_BY_ID: Final = "select * from cases where id = :id"
SAME: Final = """
select cases.id, cases.reference from versions join cases on cases.id = versions.case_id
where versions.digest = :digest order by versions.case_id limit 1"""
LIKE: Final = """
select distinct cases.id, cases.reference from days
join cases on cases.id = days.case_id
join outputs on outputs.case_id = days.case_id
where outputs.title_key = :title_key and days.breach_type = :breach_type and days.day = :day
order by cases.id"""
OF_OWN_NUMBER: Final = "select id, reference from cases where own_reference = :own_reference"

VERSIONS: Final = "select * from versions where case_id = :id order by number"
VERSION: Final = "select * from versions where case_id = :id and number = :number"
NEW_VERSION: Final = """
insert into versions (case_id, number, report, digest, source, added_at)
values (:case_id, :number, :report, :digest, :source, :added_at)"""
MARKS: Final = "select * from marks where case_id = :id order by number"
NEW_MARK: Final = """
insert into marks (case_id, number, kind, day, by_role, recipient, outcome, note, link, version, takes_back, entered_at)
select :case_id, coalesce(max(number), 0) + 1, :kind, :day, :by_role, :recipient, :outcome, :note, :link, :version,
    :takes_back, :entered_at
from marks where case_id = :case_id"""

EMPTIED: Final = {name: f"delete from {name} where case_id = :id" for name in _CHILDREN}  # noqa: S608 (names of ours)
"""By table, what takes away the rows of a case that are derived."""
FILLED: Final = {
    "outputs": "insert into outputs (case_id, place, title, title_key) values (:case_id, :place, :title, :title_key)",
    "days": "insert into days (case_id, breach_type, day) values (:case_id, :breach_type, :day)",
    "clauses": "insert into clauses (case_id, edition, clause, matter) values (:case_id, :edition, :clause, :matter)",
    "actions": """
insert into actions (case_id, place, text, status, due_text, due_day, done_day, who)
values (:case_id, :place, :text, :status, :due_text, :due_day, :done_day, :who)""",
}
"""By table, what puts a row there."""


def updated(columns: object) -> str:
    """Return the statement that sets these columns of a case, whose names are ours; ``:id`` says which."""
    names = ", ".join(f"{name} = :{name}" for name in columns)  # type: ignore[attr-defined]
    return f"update cases set {names} where id = :id"  # noqa: S608
