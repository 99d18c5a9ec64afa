-- Who did it, as a server knows them: the user of its database; empty in a file.

alter table cases add column db_user text not null default '';
alter table cases add column erased_user text not null default '';
alter table versions add column db_user text not null default '';
alter table marks add column db_user text not null default '';

-- What everybody who adds must know, also of cases that they may not see: which numbers and reports are there.

create view taken as
select id, reference, year, number, own_reference from cases;

create view kept as
select versions.digest, versions.case_id, cases.reference, cases.version
from versions join cases on cases.id = versions.case_id;

-- What everybody may read of cases that were decided to be breaches: output, day, kind and link, and by what they are found.

create view breaches as
select cases.id, cases.happened, cases.kind, cases.link, cases.output, cases.producer_key, outputs.title, outputs.title_key
from cases join outputs on outputs.case_id = cases.id
where cases.is_breach = 1 and cases.erased_on = '';

create view breaches_by_clause as
select cases.id, cases.happened, cases.kind, cases.link, cases.output, cases.producer_key, clauses.clause
from cases join clauses on clauses.case_id = cases.id
where cases.is_breach = 1 and cases.erased_on = '';
