-- Events: the event store and the outbox in one. What others care about is appended here in the transaction that does it,
-- and a relay publishes it from here.

CREATE TABLE events (
    -- The order of appending. It has gaps (transactions that rolled back), and lower ones may become visible later.
    global_position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream_id TEXT NOT NULL CHECK (length(stream_id) BETWEEN 1 AND 200),
    -- From 1, without gaps in a stream.
    version INTEGER NOT NULL CHECK (version >= 1),
    type TEXT NOT NULL,
    -- Of the type's contract, when it was appended.
    schema_version SMALLINT NOT NULL CHECK (schema_version >= 1),
    -- Personal fields are encrypted under their user's key: erasing destroys the key, so no event is ever changed.
    data JSONB NOT NULL,
    metadata JSONB NOT NULL DEFAULT '{}',
    occurred_at TIMESTAMPTZ NOT NULL,
    -- Of the transaction that appended it, and never less than that of the stream's event before. So whoever reads by
    -- (transaction_id, global_position), and only below the oldest open transaction, skips no event and has each stream
    -- in its order.
    transaction_id XID8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT events_stream_version UNIQUE (stream_id, version)
);

-- The relay: what comes after the last event it published, in the order above.
CREATE INDEX idx_events_relay ON events (transaction_id, global_position);

CREATE FUNCTION refuse_to_change_events() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER events_are_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_events();

-- The last snapshot of a stream: its state after the event of that version. It saves reading the events before, and can
-- be thrown away at any time.
CREATE TABLE event_snapshots (
    stream_id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    -- Of the state's shape: code that has another reads all events, and replaces it.
    schema_version SMALLINT NOT NULL CHECK (schema_version >= 1),
    state JSONB NOT NULL,
    taken_at TIMESTAMPTZ NOT NULL,

    FOREIGN KEY (stream_id, version) REFERENCES events (stream_id, version)
);
