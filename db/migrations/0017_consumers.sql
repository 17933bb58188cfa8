-- Consumers of events: how far each has come, and what it could make nothing of.

-- The last version that a consumer has seen of each stream, moved in the transaction of the effects: whatever comes with that
-- version or a lower one has taken effect. Versions that are missing between were of types that it does not care about.
CREATE TABLE consumer_positions (
    consumer TEXT NOT NULL CHECK (consumer ~ '^[a-z][a-z0-9-]{0,59}$'),
    -- That the events were published on: order holds within it.
    stream TEXT NOT NULL CHECK (length(stream) BETWEEN 1 AND 60),
    event_stream TEXT NOT NULL CHECK (length(event_stream) BETWEEN 1 AND 200),
    version INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0),

    PRIMARY KEY (consumer, stream, event_stream)
)
-- Each batch updates its rows: with room for the next version on the same page, no index is touched.
WITH (fillfactor = 70);

-- Records that were set aside, so that the rest of their shard goes on. An operator sends one again, or gives it up.
CREATE TABLE dead_letters (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    consumer TEXT NOT NULL CHECK (consumer ~ '^[a-z][a-z0-9-]{0,59}$'),
    -- Where it lay when it was first set aside.
    stream TEXT NOT NULL,
    shard TEXT NOT NULL,
    sequence_number TEXT NOT NULL,
    partition_key TEXT NOT NULL,
    -- What it is, as far as that could be read.
    event_stream TEXT,
    event_version INTEGER,
    event_type TEXT,
    -- With this event alone.
    record BYTEA NOT NULL,
    -- By which the record is known when it comes again.
    digest BYTEA NOT NULL GENERATED ALWAYS AS (sha256(record)) STORED,
    -- Codes: an error's message may quote the record.
    reason TEXT NOT NULL CHECK (reason ~ '^[a-z_]{1,40}$'),
    error_class TEXT CHECK (length(error_class) <= 200),
    error_code TEXT CHECK (length(error_code) <= 200),
    -- 'open' until it is sent again ('resent'); then it takes effect ('done') or is set aside again ('open').
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'resent', 'done', 'discarded')),
    -- How often it was set aside.
    failures INTEGER NOT NULL DEFAULT 1 CHECK (failures >= 1),
    dead_lettered_at TIMESTAMPTZ(3) NOT NULL,
    resent_at TIMESTAMPTZ(3),
    closed_at TIMESTAMPTZ(3),

    -- However often its batch is delivered, it is one. (There may be several events in a record.)
    CONSTRAINT dead_letters_record UNIQUE (consumer, stream, shard, sequence_number, digest),
    CONSTRAINT dead_letters_event CHECK (num_nonnulls(event_stream, event_version, event_type) IN (0, 3)),
    CONSTRAINT dead_letters_resent CHECK (state <> 'resent' OR resent_at IS NOT NULL),
    CONSTRAINT dead_letters_closed CHECK ((state IN ('done', 'discarded')) = (closed_at IS NOT NULL))
);

-- One that is sent again comes under another sequence number: while it is not closed, it is known by its bytes. This also
-- says quickly whether any of a consumer's is on its way.
CREATE UNIQUE INDEX dead_letters_pending ON dead_letters (consumer, digest) WHERE state IN ('open', 'resent');
CREATE INDEX idx_dead_letters_resent ON dead_letters (consumer) WHERE state = 'resent';
-- Lists, the newest first.
CREATE INDEX idx_dead_letters_listed ON dead_letters (dead_lettered_at DESC, id DESC);
CREATE INDEX idx_dead_letters_consumer ON dead_letters (consumer, dead_lettered_at DESC, id DESC);
CREATE INDEX idx_dead_letters_closed ON dead_letters (closed_at) WHERE closed_at IS NOT NULL;

-- One that took effect would take effect twice.
CREATE FUNCTION refuse_to_reopen_dead_letters() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a dead letter that is closed stays so' USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER dead_letters_stay_closed
BEFORE UPDATE ON dead_letters
FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL)
EXECUTE FUNCTION refuse_to_reopen_dead_letters();

-- Deletes those that were closed 30 days ago, by the server's own clock; gives how many. As the owner, since nobody else may
-- delete any.
CREATE FUNCTION delete_closed_dead_letters(most INTEGER) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
    WITH deleted AS (
        DELETE FROM dead_letters WHERE id IN (
            SELECT id FROM dead_letters WHERE closed_at <= NOW() - INTERVAL '30 days'
            ORDER BY closed_at LIMIT most FOR UPDATE SKIP LOCKED
        )
        RETURNING id
    )
    SELECT count(*) FROM deleted;
$$;
REVOKE EXECUTE ON FUNCTION delete_closed_dead_letters(INTEGER) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delete_closed_dead_letters(INTEGER) TO heal7_app;

-- Positions only move; a record that was set aside is never changed, nor lost.
REVOKE UPDATE, DELETE ON consumer_positions, dead_letters FROM heal7_app;
GRANT UPDATE (version) ON consumer_positions TO heal7_app;
GRANT UPDATE (reason, error_class, error_code, state, failures, resent_at, closed_at) ON dead_letters TO heal7_app;
