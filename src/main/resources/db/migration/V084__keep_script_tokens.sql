-- What a script at work shows; made at the desk, shown once, and kept as a hash.
create table script_token (
    id uuid primary key,
    owner_id uuid not null references staff_member (id),
    label varchar(30) not null,
    role varchar(20) not null,
    token_hash bytea not null unique,
    made_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoked_by varchar(120)
);
