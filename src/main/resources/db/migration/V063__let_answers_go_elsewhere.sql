-- Where answers to a delivery's letters go instead of the sender; null for the sender.
alter table delivery_plan add column reply_to varchar(254);
