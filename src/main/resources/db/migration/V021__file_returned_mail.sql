-- One mail that came into the bounce mailbox; its id follows from mailbox, UIDVALIDITY and UID, so that each is taken in once.
create table mail_returned (
    id uuid primary key,
    mailbox varchar(16) not null,
    uid_validity bigint not null,
    uid bigint not null,
    received_at timestamp with time zone not null,
    kind varchar(20) not null,
    mail uuid,
    campaign varchar(80),
    reference uuid,
    person uuid,
    status varchar(20),
    sealed_content ${blob},
    handled_by varchar(120),
    handled_at timestamp with time zone
);

create index mail_returned_by_uid on mail_returned (mailbox, uid_validity, uid);
create index mail_returned_by_reference on mail_returned (reference);
create index mail_returned_by_person on mail_returned (person);
create index mail_returned_open on mail_returned (kind, handled_at, received_at);
