alter table campaign add column revision integer default 0 not null;
alter table campaign add column changed_by varchar(120);
create index campaign_by_state on campaign (state);
