-- In which order the lines stand, and in which language they and the cover are; null for the mission's own.
alter table bundle add column line_order varchar(20) default 'MIXED' not null;
alter table bundle add column language varchar(20);
-- When the printing that goes on now began, and how far it had come before: what tells how long it still takes.
alter table bundle add column running_since timestamp with time zone;
alter table bundle add column done_before bigint default 0 not null;
