-- The unique key over campaign, mailbox and place begins with the same two columns.
drop index signature_by_mailbox;
