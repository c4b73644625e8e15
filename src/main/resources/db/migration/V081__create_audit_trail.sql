-- Each entry's hash covers the entry and the hash before it: a changed or missing entry breaks the chain.
create table audit_entry (
    seq bigint primary key,
    at timestamp with time zone not null,
    actor varchar(120) not null,
    action varchar(80) not null,
    subject varchar(200) not null,
    detail varchar(1000),
    previous_hash bytea not null,
    hash bytea not null
);

-- One row: whoever appends holds it until the transaction ends.
create table audit_head (
    id integer primary key,
    seq bigint not null,
    hash bytea
);

insert into audit_head (id, seq, hash) values (1, 0, null);
