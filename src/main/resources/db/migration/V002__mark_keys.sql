-- What a node's key files must be to fit this database: a keyed value, or the public half. Never a secret.
create table vault_key_mark (
    name varchar(40) primary key,
    mark bytea not null
);
