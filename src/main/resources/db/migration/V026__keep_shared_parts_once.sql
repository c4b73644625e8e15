-- A file that mails carry, such as one PDF for many missions, sealed and stored once for all mails of a scope. What is
-- stored of such a mail is the rest of its bytes.
create table mail_part (
    id uuid primary key,
    scope varchar(120) not null,
    sealed ${blob} not null
);

-- At which byte of the rest the part belongs.
create table mail_part_use (
    mail uuid not null references mail (id),
    place integer not null,
    part uuid not null references mail_part (id),
    primary key (mail, place)
);

create index mail_part_use_by_part on mail_part_use (part);

alter table mail_content add column parts integer default 0 not null;
