-- A plan whose letters are refused one after the other pauses by itself and says why.
alter table delivery_plan add column pause_reason varchar(200);
alter table delivery_plan add column resumed_at timestamp with time zone;
