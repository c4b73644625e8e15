-- The directory: one row an embassy, consulate or office, as in missions/missions.csv.
create table mission (
    code varchar(80) primary key,
    sending_state varchar(2) not null,
    type varchar(40) not null,
    name_en varchar(300) not null,
    name_local varchar(600) not null,
    host_country varchar(2) not null,
    city varchar(120) not null,
    postal_address varchar(600) not null,
    postal_code varchar(20) not null,
    phone varchar(60) not null,
    fax varchar(60) not null,
    email varchar(254) not null,
    website varchar(300) not null,
    jurisdiction varchar(4000) not null,
    source varchar(2000) not null,
    confidence varchar(10) not null,
    postal_address_local varchar(600) not null
);

create index mission_host on mission (host_country, sending_state);

-- What a mission answers for; region null: the rest of the country; part: a share of the region, in words.
create table mission_jurisdiction (
    mission varchar(80) not null references mission (code),
    position integer not null,
    country varchar(2) not null,
    region varchar(6),
    part varchar(1000),
    primary key (mission, position)
);
