-- A photograph of a handover: sealed while faces may still be seen, plain once somebody published it.
create table handover_photo (
    id uuid primary key,
    handover_id uuid not null references handover (id),
    scope varchar(200) not null,
    draft ${blob},
    shown ${blob},
    width integer not null,
    height integer not null,
    words varchar(300),
    added_by varchar(120) not null,
    added_at timestamp with time zone not null,
    published_at timestamp with time zone
);

create index handover_photo_by_handover on handover_photo (handover_id);
