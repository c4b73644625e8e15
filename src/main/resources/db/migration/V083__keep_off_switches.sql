-- A switch is on while its row is there and not past its end; the audit trail keeps what was.
create table off_switch (
    name varchar(30) primary key,
    turned_on_by varchar(120) not null,
    turned_on_at timestamp with time zone not null,
    ends_at timestamp with time zone not null
);
