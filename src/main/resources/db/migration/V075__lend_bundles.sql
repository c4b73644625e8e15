-- A link that opens one finished bundle for whoever carries it, until it expires or is taken back.
create table bundle_link (
    id uuid primary key,
    bundle_id uuid not null references bundle (id),
    token_hash bytea not null unique,
    made_for varchar(120) not null,
    made_by varchar(120) not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    downloads integer not null
);
