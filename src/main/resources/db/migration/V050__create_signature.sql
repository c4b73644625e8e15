create table signature (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    status varchar(20) not null,
    -- Name, mailbox, place and comment, sealed.
    person bytea,
    -- Keyed index of mailbox and name: one signature a person, and the database has the last word.
    person_index bytea,
    mailbox_index bytea,
    country varchar(2) not null,
    disclosure varchar(20) not null,
    public_name boolean not null,
    news boolean not null,
    language varchar(20) not null,
    letter_version integer not null,
    origin varchar(20) not null,
    source varchar(80),
    confirmation_hash bytea unique,
    confirmation_mails integer not null,
    confirm_by timestamp with time zone,
    my_hash bytea not null unique,
    created_at timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    -- Whether the totals hold it; moved by the count alone.
    counted boolean not null,
    unique (campaign_id, person_index)
);

create index signature_to_count on signature (campaign_id, counted, status);
create index signature_by_mailbox on signature (campaign_id, mailbox_index);
create index signature_by_age on signature (campaign_id, created_at);
