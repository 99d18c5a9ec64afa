-- No function of a reader's own is shown the rows that the views leave out.

alter view breaches set (security_barrier = true);
alter view breaches_by_clause set (security_barrier = true);
