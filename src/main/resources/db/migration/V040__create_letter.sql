-- A letter by its key; the row is locked while a new version is made.
create table letter_template (
    letter_key varchar(80) primary key,
    newest integer not null
);

-- One version of a letter is all its languages: each version repeats the texts that it did not change.
create table letter_version (
    id uuid primary key,
    letter_key varchar(80) not null references letter_template (letter_key),
    version integer not null,
    language varchar(20) not null,
    source varchar not null,
    hash varchar(64) not null,
    author varchar(120) not null,
    saved_at timestamp with time zone not null,
    unique (letter_key, version, language)
);
