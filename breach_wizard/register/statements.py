"""The statements that both databases take: parameters are ``:name``, and nothing that a user typed stands in one."""

from collections.abc import Iterable, Sequence
from typing import Final

_CHILDREN: Final = ("outputs", "days", "clauses", "actions")

NEXT_CASE: Final = "select coalesce(max(id), 0) + 1 as id from taken"
NEXT_NUMBER: Final = "select coalesce(max(number), 0) + 1 as number from taken where year = :year"
NEW_CASE: Final = """
insert into cases (id, reference, year, number, added_on, may_be, db_user)
values (:id, :reference, :year, :number, :added_on, :may_be, :db_user)"""
CASE: Final = "select * from cases where reference = :named or own_reference = :named"
CASE_TAKEN: Final = "select reference from taken where reference = :named or own_reference = :named"
CASE_BY_ID: Final = "select * from cases where id = :id"
SAME: Final = "select reference, version from kept where digest = :digest order by case_id limit 1"
LIKE: Final = """
select distinct cases.id, cases.reference from days
join cases on cases.id = days.case_id
join outputs on outputs.case_id = days.case_id
where outputs.title_key = :title_key and days.breach_type = :breach_type and days.day = :day
order by cases.id"""
OF_OWN_NUMBER: Final = "select id, reference from taken where own_reference = :own_reference"

VERSIONS: Final = "select * from versions where case_id = :id order by number"
VERSION: Final = "select * from versions where case_id = :id and number = :number"
NEW_VERSION: Final = """
insert into versions (case_id, number, report, digest, source, added_at, db_user)
values (:case_id, :number, :report, :digest, :source, :added_at, :db_user)"""
MARKS: Final = "select * from marks where case_id = :id order by number"
NEW_MARK: Final = """
insert into marks (case_id, number, kind, day, by_role, recipient, outcome, note, link, version, takes_back, entered_at,
    db_user)
select :case_id, coalesce(max(number), 0) + 1, :kind, :day, :by_role, :recipient, :outcome, :note, :link, :version,
    :takes_back, :entered_at, :db_user
from marks where case_id = :case_id"""

EMPTIED: Final = {name: f"delete from {name} where case_id = :id" for name in _CHILDREN}  # noqa: S608 (names of ours)
"""By table, what takes away the rows of a case that are derived."""
FILLED: Final = {
    "outputs": "insert into outputs (case_id, place, title, title_key) values (:case_id, :place, :title, :title_key)",
    "days": "insert into days (case_id, breach_type, day) values (:case_id, :breach_type, :day)",
    "clauses": "insert into clauses (case_id, edition, clause, matter) values (:case_id, :edition, :clause, :matter)",
    "actions": """
insert into actions (case_id, place, text, text_key, status, due_text, due_day, done_day, who)
values (:case_id, :place, :text, :text_key, :status, :due_text, :due_day, :done_day, :who)""",
}
"""By table, what puts a row there."""


PLANNED_BEFORE: Final = """
select text_key, due_text, due_day from actions where case_id = :id and due_day <> ''"""


_SHOWN: Final = """
reference, own_reference, may_be, version, kind, breach_type, happened, first_day, output, producer, decided, is_open,
waits_for, waits_on, waits_since, closed_day, approved_day, erased_on"""

PASSED: Final = """
select cases.reference, cases.output, actions.text, actions.who, actions.due_text, actions.due_day, cases.added_on
from actions join cases on cases.id = actions.case_id
where actions.status = 'planned' and actions.due_day <> '' and actions.due_day < :today and cases.is_open = 1
order by actions.due_day, cases.id, actions.place"""
WITHOUT_A_DAY: Final = """
select cases.reference, cases.output, actions.text, actions.who, actions.due_text, actions.due_day, cases.added_on
from actions join cases on cases.id = actions.case_id
where actions.status = 'planned' and actions.due_day = '' and cases.is_open = 1 and cases.added_on < :old
order by cases.added_on, cases.id, actions.place"""


ERASED: Final = """
update cases set erased_on = :on, erased_by = :by, erased_why = :why, erased_user = :db_user where id = :id"""
NAMELESS: Final = (
    "update cases set db_user = '' where id = :id",
    "update versions set db_user = '' where case_id = :id",
    "update marks set db_user = '' where case_id = :id",
)
"""What takes the users of the database out of a case."""
REWRITTEN: Final = "update versions set report = :report, digest = :digest where case_id = :id and number = :number"
RENAMED: Final = "update versions set source = :source where case_id = :id and number = :number"
RENOTED: Final = """
update marks set by_role = :by_role, recipient = :recipient, note = :note, link = :link
where case_id = :id and number = :number"""
DUE: Final = """
select reference, own_reference, kind, output, closed_day, is_held from cases
where closed_day <> '' and closed_day <= :before and erased_on = '' order by closed_day, id"""


_BREACHES: Final = "from cases where is_breach = 1"
_COUNTED: Final = {
    "by_type": f"select kind as label, {{year}} as year, count(*) as number {_BREACHES}",
    "by_producer": f"select producer as label, {{year}} as year, count(*) as number {_BREACHES}",
    "by_output": """
select min(outputs.title) as label, {year} as year, count(distinct cases.id) as number, outputs.title_key
from cases join outputs on outputs.case_id = cases.id where cases.is_breach = 1""",
    "by_matter": """
select clauses.matter as label, {year} as year, count(distinct cases.id) as number
from cases join clauses on clauses.case_id = cases.id where cases.is_breach = 1""",
    "handling": f"select decided as label, {{year}} as year, count(*) as number {_BREACHES}",
    "users_told": f"""
select case when users_told_day <> '' or link <> '' then 'yes' else '?' end as label,
    {{year}} as year, count(*) as number {_BREACHES}""",
    "market_sensitive": f"select market_sensitive as label, {{year}} as year, count(*) as number {_BREACHES}",
    "repeats": """
select label, year, count(*) as number from (
    select cases.id, {year} as year, max(case when outputs.before <> '' and outputs.before >= outputs.year_before
        then 'yes' else 'no' end) as label
    from cases join (
        select outputs.case_id, cases.year_before,
            lag(cases.first_day, 1, '') over (partition by outputs.title_key order by cases.first_day, cases.id)
                as before
        from outputs join cases on cases.id = outputs.case_id
        where cases.is_breach = 1 and cases.first_day <> ''
    ) as outputs on outputs.case_id = cases.id
    group by cases.id, {year}
) as counted""",
}
_GROUPED: Final = {"by_output": "group by outputs.title_key, {year}"}


def by_year(name: str, year: str) -> str:
    """Return the statement that counts breaches by a label and a year, which is a column of ours."""
    return f"{_COUNTED[name]} {_GROUPED.get(name, 'group by 1, 2')}".format(year=year)


def by_decision(year: str) -> str:
    """Return the statement that counts all cases by what was decided, and by year."""
    return f"""
select case when is_breach = 1 then 'breach' when decided = '' then 'undecided' else decided end as label,
    {year} as year, count(*) as number from cases group by 1, 2"""  # noqa: S608


def by_days(name: str) -> str:
    """Return the statement that counts breaches by a length of time in days, a column of ours."""
    return f"select {name} as days, count(*) as number {_BREACHES} group by 1"


CLAUSES: Final = """
select clauses.edition, clauses.clause, count(distinct cases.id) as number
from cases join clauses on clauses.case_id = cases.id where cases.is_breach = 1
group by 1, 2 order by 1, 2"""

ENDS: Final = ("by then", "later", "day not known", "overdue", "not due yet", "without a day")
"""How planned actions end."""
ENDS_OF_ACTIONS: Final = """
select case
    when actions.due_day = '' and actions.status = 'planned' then 'without a day'
    when actions.status = 'taken' and actions.done_day = '' then 'day not known'
    when actions.status = 'taken' and actions.done_day <= actions.due_day then 'by then'
    when actions.status = 'taken' then 'later'
    when actions.due_day < :today then 'overdue'
    else 'not due yet' end as label, count(*) as number
from actions join cases on cases.id = actions.case_id
where cases.is_breach = 1 and (actions.status = 'planned' or (actions.status = 'taken' and actions.due_day <> ''))
group by 1"""


_EARLIER: Final = "select id, happened, kind, link, output, title from breaches where"
SAME_OUTPUT: Final = f"{_EARLIER} title_key = :title_key"
OUTPUTS_OF_PRODUCER: Final = f"{_EARLIER} producer_key = :producer"
SAME_CLAUSE: Final = """
select id, happened, kind, link, output from breaches_by_clause where producer_key = :producer and clause = :clause"""

TYPES: Final = "select distinct breach_type from cases where breach_type <> ''"
ALL: Final = "select * from cases order by id"
_WHOLE: Final = "not exists (select 1 from versions where versions.case_id = cases.id and versions.report = '')"
TO_REBUILD: Final = f"select cases.id, cases.reference from cases where {_WHOLE} order by cases.id"  # noqa: S608 (ours)
OUTDATED: Final = f"select count(*) as total from cases where derivation < :rules and {_WHOLE}"  # noqa: S608 (ours)
CASES_IN_ALL: Final = "select count(*) as total from cases"

NUMBERS: Final = "select id from cases order by id"
PLACE_TAKEN: Final = """
select id from taken where id = :id or reference = :reference or own_reference = :own_reference"""
_BESIDE: Final = ("versions", "marks", *_CHILDREN)
OF_CASES: Final = {"cases": "select * from cases where id between :first and :last"} | {
    name: f"select * from {name} where case_id between :first and :last"  # noqa: S608
    for name in _BESIDE
}
"""By table, what reads all rows of the cases from one to another."""
TAKEN_OUT: Final = {name: f"delete from {name} where case_id = :id" for name in _BESIDE}  # noqa: S608
"""By table, what takes out the rows of a case, all but the one in ``cases``."""


def listed(conditions: Sequence[str]) -> str:
    """Return the statement for a page of the cases that meet conditions of ours, newest first."""
    return f"select {_SHOWN} from cases{_where(conditions)} order by cases.id desc limit :limit offset :offset"  # noqa: S608


def counted(conditions: Sequence[str]) -> str:
    """Return the statement that counts them, up to ``:most``: counting on would take longer the more there are."""
    return f"select count(*) as total from (select 1 from cases{_where(conditions)} limit :most) as counted"  # noqa: S608


def _where(conditions: Sequence[str]) -> str:
    return f" where {' and '.join(conditions)}" if conditions else ""


def filled(table: str, columns: Iterable[str]) -> str:
    """Return the statement that puts a row with these columns, whose names are ours, into a table of ours."""
    names = list(columns)
    values = ", ".join(f":{name}" for name in names)
    return f"insert into {table} ({', '.join(names)}) values ({values})"  # noqa: S608


def updated(columns: Iterable[str]) -> str:
    """Return the statement that sets these columns of a case, whose names are ours; ``:id`` says which."""
    names = ", ".join(f"{name} = :{name}" for name in columns)
    return f"update cases set {names} where id = :id"  # noqa: S608
