create table searched (
    case_id integer primary key references cases (id),
    outputs text not null,
    body text not null
);

create virtual table search using fts5 (
    outputs, body, content = 'searched', content_rowid = 'case_id', tokenize = 'unicode61 remove_diacritics 2'
);
