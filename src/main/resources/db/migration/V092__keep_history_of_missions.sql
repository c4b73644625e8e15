-- What a mission's entry said before and after each change; field "code" stands for the mission's coming into the directory.
create table mission_change (
    id uuid primary key,
    mission varchar(80) not null references mission (code),
    changed_at timestamp with time zone not null,
    changed_by varchar(120) not null,
    field varchar(40) not null,
    value_before varchar(4000) not null,
    value_after varchar(4000) not null
);

create index mission_change_of on mission_change (mission, changed_at);
