-- Keys of apps that call the API for themselves. A key is 256 random bits, of which only the SHA-256 stands here: nothing to
-- guess, so nothing slow to compute.

CREATE TABLE api_keys (
    id UUID PRIMARY KEY,
    owner_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- For its owner to tell it from others: a slug, in which nobody writes who they are.
    name VARCHAR(40) NOT NULL CHECK (name ~ '^[a-z0-9](-?[a-z0-9])*$'),
    -- The beginning of the key, shown in lists.
    prefix VARCHAR(11) NOT NULL,
    key_hash BYTEA NOT NULL UNIQUE CHECK (octet_length(key_hash) = 32),
    requests_per_minute INTEGER NOT NULL CHECK (requests_per_minute >= 1),
    requests_per_day INTEGER NOT NULL CHECK (requests_per_day >= 1),
    created_at TIMESTAMPTZ(3) NOT NULL,
    revoked_at TIMESTAMPTZ(3)
);

CREATE INDEX idx_api_keys_owner ON api_keys (owner_id, created_at);
