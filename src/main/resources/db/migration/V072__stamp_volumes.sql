-- Whether a time stamp authority vouched for the seal: NOT_ASKED, GIVEN, or MISSING where it was asked and gave none.
alter table bundle_volume add column stamp varchar(20) default 'NOT_ASKED' not null;
