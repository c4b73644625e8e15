-- A person looked and found the address right; the newest row speaks, the older ones are history.
create table mission_verification (
    id uuid primary key,
    mission varchar(80) not null references mission (code),
    verified_at timestamp with time zone not null,
    verified_by varchar(120) not null,
    email varchar(254) not null,
    note varchar(1000) not null
);

create index mission_verification_newest on mission_verification (mission, verified_at);
