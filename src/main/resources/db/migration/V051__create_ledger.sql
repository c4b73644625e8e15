-- Append-only Merkle log by RFC 9162. The salt is destroyed with an erasure; the leaf stays.
create table ledger_leaf (
    campaign_id uuid not null references campaign (id),
    place bigint not null,
    hash bytea not null,
    entry varchar(400) not null,
    salt bytea,
    signature_id uuid unique,
    primary key (campaign_id, place)
);

-- Hashes of complete subtrees of 2^level leaves, so that a proof needs no walk over the leaves.
create table ledger_node (
    campaign_id uuid not null references campaign (id),
    level integer not null,
    place bigint not null,
    hash bytea not null,
    primary key (campaign_id, level, place)
);

create table ledger_head (
    campaign_id uuid not null references campaign (id),
    size bigint not null,
    root bytea not null,
    signature bytea not null,
    as_of timestamp with time zone not null,
    primary key (campaign_id, size)
);
