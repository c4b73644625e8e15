-- Withdrawn between the freezing of the list and its printing: neither printed nor counted.
alter table bundle_line add column left_out boolean default false not null;
alter table bundle add column left_out bigint default 0 not null;
