-- The secret is sealed; last_step is the newest code used, so that none is used twice.
create table staff_authenticator (
    staff_id uuid primary key references staff_member (id),
    secret_sealed bytea not null,
    last_step bigint not null,
    created_at timestamp with time zone not null,
    confirmed_at timestamp with time zone
);

create table staff_recovery_code (
    code_hash bytea primary key,
    staff_id uuid not null references staff_member (id)
);

-- A pending session has shown a password and owes a code.
alter table desk_session add column pending boolean default false not null;
alter table desk_session add column second_factor boolean default false not null;

create table reset_link (
    token_hash bytea primary key,
    staff_id uuid not null references staff_member (id),
    lost_authenticator boolean not null,
    asked_by varchar(120) not null,
    created_at timestamp with time zone not null
);
