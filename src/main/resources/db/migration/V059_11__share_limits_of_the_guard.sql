-- What lives for hours at most and may be in no backup: bin/backup leaves tables out whose names begin with "passing", and on
-- PostgreSQL they are unlogged, so that neither base backups nor the WAL have their rows. Emptied by a crash, which is no loss.
create ${passing} passing_guard_salt (
    for_day date primary key,
    chance bytea not null
);

-- Sums under keyed hashes; the hashes change their meaning with the salt at midnight.
create ${passing} passing_guard_count (
    id varchar(120) primary key,
    node uuid not null,
    place varchar(80) not null,
    taken double precision not null,
    expires_at timestamp with time zone not null
);
