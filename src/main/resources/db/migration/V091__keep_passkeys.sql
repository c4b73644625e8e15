-- A device that proves who sits at the desk; the public key alone is kept.
create table staff_passkey (
    credential_id bytea primary key,
    staff_id uuid not null references staff_member (id),
    public_key bytea not null,
    signature_count bigint not null,
    label varchar(60) not null,
    made_at timestamp with time zone not null,
    used_at timestamp with time zone
);

create index staff_passkey_of on staff_passkey (staff_id);

-- What a browser was asked, until it answers, once; staff_id where a member adds a passkey, and not where somebody enters.
create table passkey_question (
    token_hash bytea primary key,
    staff_id uuid references staff_member (id),
    question varchar(6000) not null,
    asked_at timestamp with time zone not null
);

alter table desk_session add column by_passkey boolean default false not null;
