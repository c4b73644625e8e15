-- The one mission whose bundles a coordinator carries; null for none, and for everybody else.
alter table staff_member add column mission_code varchar(60);
