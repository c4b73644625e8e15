create table own_letter (
    id uuid primary key,
    signature_id uuid not null references signature (id) on delete cascade,
    mission_code varchar(60) not null,
    channel varchar(20) not null,
    disclosure varchar(20) not null,
    -- The paragraph and how its writer named themselves for this letter, sealed.
    words bytea,
    language varchar(20) not null,
    letter_version integer not null,
    state varchar(20) not null,
    -- A letter is confirmed by its own link: confirming a signature must not send what somebody else wrote in one's name.
    confirmation_hash bytea unique,
    confirm_by timestamp with time zone not null,
    created_at timestamp with time zone not null
);

create index own_letter_by_signature on own_letter (signature_id);
create index own_letter_waiting on own_letter (mission_code, channel, state);
