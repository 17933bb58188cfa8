-- Answers of writes that were sent with an Idempotency-Key: kept in the transaction of the write itself, and given again
-- to whoever sends the same request with the same key.

CREATE TABLE idempotency_keys (
    caller TEXT NOT NULL,
    -- As the API names it: 'POST /v1/saju/charts'.
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    -- The request's hash and its answer, sealed: either may tell a birth.
    stored BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,

    PRIMARY KEY (caller, route, key)
);

-- For the job that deletes what has expired.
CREATE INDEX idx_idempotency_keys_expires_at ON idempotency_keys (expires_at);
