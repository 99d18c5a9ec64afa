-- By which rules the columns of a case were derived from its report: 0 where they are older than the count of these rules.

alter table cases add column derivation integer not null default 0;
