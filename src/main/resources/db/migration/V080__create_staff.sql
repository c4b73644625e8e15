create table staff_member (
    id uuid primary key,
    name varchar(120) not null unique,
    email_sealed bytea not null,
    email_index bytea not null unique,
    password_hash varchar(255) not null,
    active boolean not null,
    created_at timestamp with time zone not null
);

create table staff_role (
    staff_id uuid not null references staff_member (id),
    role varchar(20) not null,
    primary key (staff_id, role)
);

create table desk_session (
    token_hash bytea primary key,
    staff_id uuid not null references staff_member (id),
    created_at timestamp with time zone not null,
    seen_at timestamp with time zone not null
);

-- A link that makes one account, once; the first one is made by no person and lives until the next start.
create table setup_link (
    token_hash bytea primary key,
    roles varchar(120) not null,
    invited_by varchar(120),
    created_at timestamp with time zone not null
);
