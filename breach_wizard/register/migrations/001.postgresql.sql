-- What is listed and compared is so by its bytes, as SQLite has it, whatever the language of the server.

alter table cases
    alter column added_on type text collate "C",
    alter column first_day type text collate "C",
    alter column year_before type text collate "C",
    alter column closed_day type text collate "C";
alter table outputs alter column title type text collate "C";
alter table days alter column day type text collate "C";
alter table clauses
    alter column edition type text collate "C",
    alter column clause type text collate "C",
    alter column matter type text collate "C";
alter table actions
    alter column due_day type text collate "C",
    alter column done_day type text collate "C";

create table searched (
    case_id integer primary key references cases (id),
    titles tsvector not null,
    words tsvector not null
);

-- Without a list of what is still to be put there: a search would take longer the more was added since.
create index searched_titles on searched using gin (titles) with (fastupdate = off);
create index searched_words on searched using gin (words) with (fastupdate = off);

-- The server's statistics hold no word of a report: erasing could not reach them.
alter table cases
    alter column own_reference set statistics 0,
    alter column happened set statistics 0,
    alter column output set statistics 0,
    alter column producer set statistics 0,
    alter column producer_key set statistics 0,
    alter column link set statistics 0,
    alter column waits_on set statistics 0;
alter table versions
    alter column report set statistics 0,
    alter column source set statistics 0;
alter table marks
    alter column by_role set statistics 0,
    alter column recipient set statistics 0,
    alter column note set statistics 0,
    alter column link set statistics 0;
alter table outputs
    alter column title set statistics 0,
    alter column title_key set statistics 0;
alter table actions
    alter column text set statistics 0,
    alter column text_key set statistics 0,
    alter column due_text set statistics 0,
    alter column who set statistics 0;
alter table searched
    alter column titles set statistics 0,
    alter column words set statistics 0;

create table shape (number integer not null);
insert into shape values (0);
