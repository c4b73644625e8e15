-- What a plain petition needs: the person, once a petition, and when.
create table petition (id bigint primary key, title text not null);
insert into petition select n, 'Let them go on' from generate_series(1, 100) n;
create table person (
    id bigint generated always as identity primary key,
    petition bigint not null references petition (id),
    name text not null,
    email text not null,
    mailbox text not null,
    signed_at timestamp with time zone default now(),
    confirmed boolean default false,
    token text not null
);
create unique index once_each on person (petition, mailbox);
