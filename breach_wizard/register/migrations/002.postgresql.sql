-- No function of a reader's own is shown the rows that the views leave out.

alter view breaches set (security_barrier = true);
alter view breaches_by_clause set (security_barrier = true);

-- What each change of the last day signed itself with. Whoever lost the line as it was kept asks for it.
create table done (
    token uuid primary key,
    at timestamptz not null default now()
);
