-- The peer: one person's row a transaction, as plain as a petition can store it.
\set person random(1, 1000000000000)
insert into person (petition, name, email, mailbox, token) values (1, 'Hana Mori', 'Hana.Mori@Example.org', 'hana.' || :person || '.' || :client_id || '@example.org', 'q8Yc0T5dV1mNfZr3bXo7LhJw2kUeRsPa9GiCtBxEvDn');
