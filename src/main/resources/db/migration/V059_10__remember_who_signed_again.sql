-- Forms of people who were there already: stored in the commit that would have stored a new signature, answered like one,
-- and looked at later, so that nobody learns from the time an answer takes who has signed. Each row lives for a second.
create table signature_again (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    status varchar(20) not null,
    -- Sealed as that of a signature with this id.
    person bytea not null,
    person_index bytea not null,
    mailbox_index bytea not null,
    country varchar(2) not null,
    disclosure varchar(20) not null,
    public_name boolean not null,
    news boolean not null,
    language varchar(20) not null,
    letter_version integer not null,
    origin varchar(20) not null,
    source varchar(80),
    my_hash bytea not null,
    created_at timestamp with time zone not null,
    consent_version integer,
    words varchar(10),
    held_for varchar(30),
    held_network varchar(16)
);
