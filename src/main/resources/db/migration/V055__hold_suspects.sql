-- Why the guard held it, and a label common to what came from one network on one day; the label says nothing of either.
alter table signature add column held_for varchar(30);
alter table signature add column held_network varchar(16);

create index signature_held on signature (status, held_for);

create table guard_challenge (
    challenge varchar(64) primary key,
    expires_at timestamp with time zone not null
);

create table guard_domain (
    pattern varchar(120) primary key,
    domain_rule varchar(10) not null,
    note varchar(200) not null,
    added_by varchar(100) not null,
    added_at timestamp with time zone not null
);

create table guard_booth (
    id uuid primary key,
    token_hash bytea not null unique,
    campaign varchar(80) not null,
    place varchar(60) not null,
    opened_by varchar(100) not null,
    opened_at timestamp with time zone not null,
    closes_at timestamp with time zone not null
);
