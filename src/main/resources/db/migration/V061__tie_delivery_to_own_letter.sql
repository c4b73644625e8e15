-- Made anew instead of altered: the old unique key has no name that both databases agree on.
create table delivery_of_letter (
    id uuid primary key,
    plan_id uuid not null references delivery_plan (id),
    mission_code varchar(60) not null,
    address varchar(254) not null,
    state varchar(20) not null,
    mail_id uuid,
    attempts integer not null,
    answer varchar(600),
    updated_at timestamp with time zone not null,
    -- A supporter's own letter; null for the campaign's.
    own_letter_id uuid references own_letter (id),
    unique nulls not distinct (plan_id, mission_code, own_letter_id)
);

insert into delivery_of_letter (id, plan_id, mission_code, address, state, mail_id, attempts, answer, updated_at)
select id, plan_id, mission_code, address, state, mail_id, attempts, answer, updated_at from delivery;

drop table delivery;
alter table delivery_of_letter rename to delivery;

create index delivery_by_own_letter on delivery (own_letter_id);
