-- What the desk changed of letters/organisation.yaml.
create table organisation_fact (
    language varchar(20) not null,
    field varchar(40) not null,
    fact varchar(500) not null,
    primary key (language, field)
);

-- One row, or none.
create table organisation_logo (
    id integer primary key,
    png bytea not null,
    changed_at timestamp with time zone not null
);
