-- What is kept: cases with their numbers, the versions of their reports, and the marks.

create table cases (
    id integer primary key,
    reference text not null unique,
    year integer not null,
    number integer not null,
    added_on text not null,
    may_be text not null default '',
    erased_on text not null default '',
    erased_by text not null default '',
    erased_why text not null default '',
    -- from here on: derived from the last version and the marks
    version integer not null default 0,
    own_reference text unique,
    breach_type text not null default '',
    kind text not null default '',
    happened text not null default '',
    output text not null default '',
    producer text not null default '',
    producer_key text not null default '',
    first_day text not null default '',
    year_before text not null default '',
    calendar_year integer,
    financial_year integer,
    report_day text not null default '',
    noticed_day text not null default '',
    market_sensitive text not null default '',
    link text not null default '',
    decided text not null default '',
    is_breach integer not null default 0,
    approved_day text not null default '',
    users_told_day text not null default '',
    days_to_notice integer,
    days_to_report integer,
    days_to_approval integer,
    days_to_users integer,
    is_open integer not null default 1,
    is_held integer not null default 0,
    closed_day text not null default '',
    waits_for text not null default '',
    waits_on text not null default '',
    waits_since text not null default '',
    unique (year, number)
);

create index cases_open on cases (is_open, id);
create index cases_of_producer on cases (producer_key, is_breach);
create index cases_of_type on cases (breach_type, id);
create index cases_by_day on cases (first_day, id);

create table versions (
    case_id integer not null references cases (id),
    number integer not null,
    report text not null,
    digest text not null,
    source text not null,
    added_at text not null,
    primary key (case_id, number)
);

create index versions_by_digest on versions (digest);

create table marks (
    case_id integer not null references cases (id),
    number integer not null,
    kind text not null,
    day text not null,
    by_role text not null default '',
    recipient text not null default '',
    outcome text not null default '',
    note text not null default '',
    link text not null default '',
    version integer not null,
    takes_back integer,
    entered_at text not null,
    primary key (case_id, number)
);

-- Derived from the last version: what is looked for, and counted.

create table outputs (
    case_id integer not null references cases (id),
    place integer not null,
    title text not null,
    title_key text not null,
    primary key (case_id, place)
);

create index outputs_by_title on outputs (title_key, case_id);

create table days (
    case_id integer not null references cases (id),
    breach_type text not null,
    day text not null,
    primary key (case_id, breach_type, day)
);

create table clauses (
    case_id integer not null references cases (id),
    edition text not null,
    clause text not null,
    matter text not null,
    primary key (case_id, edition, clause, matter)
);

create index clauses_by_name on clauses (clause, case_id);

create table actions (
    case_id integer not null references cases (id),
    place integer not null,
    text text not null,
    text_key text not null,
    status text not null,
    due_text text not null,
    due_day text not null,
    done_day text not null,
    who text not null,
    primary key (case_id, place)
);

create index actions_by_day on actions (status, due_day, case_id);
