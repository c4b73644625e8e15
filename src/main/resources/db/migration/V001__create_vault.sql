-- A scope's key pair: whoever holds the public half can seal, only the holder of the master key opens the private half.
-- Destroying the private half ends the reading of everything sealed in the scope.
create table vault_scope (
    name varchar(120) primary key,
    public_keyset varchar not null,
    private_keyset bytea,
    created_at timestamp with time zone not null
);

-- A short-lived symmetric key, sealed to its scope.
create table vault_data_key (
    id uuid primary key,
    scope varchar(120) not null references vault_scope (name),
    sealed_key bytea not null,
    created_at timestamp with time zone not null
);
