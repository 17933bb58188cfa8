-- The relay: publishes what is in `events` to streams, at least once, each event stream in its order, skipping none.

ALTER TABLE events
    -- Where: said in the row, since whoever relays publishes events of all domains, also of types that it does not know.
    ADD COLUMN published_to TEXT NOT NULL DEFAULT 'user-events'
        CHECK (published_to IN ('user-events', 'sensor-data', 'consultation-events')),
    -- When its transaction began, by the server's clock: how long it has waited follows. (Writers say when it happened.)
    ADD COLUMN recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    -- A record of a stream takes 1 MiB, and one that no stream takes would hold up all that come after it. The most that
    -- JSON's escapes make of this is six times as long.
    ADD CONSTRAINT events_fit_into_a_record CHECK (
        octet_length(data::text) <= 65536 AND octet_length(metadata::text) <= 4096 AND octet_length(type) <= 200
    );

-- How far it is: the last event published, in the order of idx_events_relay. Whoever publishes holds the row's lock.
CREATE TABLE event_relay (
    id SMALLINT PRIMARY KEY CHECK (id = 1),
    transaction_id XID8 NOT NULL,
    global_position BIGINT NOT NULL,
    moved_at TIMESTAMPTZ NOT NULL
-- It is updated many times a second: with room for its versions, one page does.
) WITH (fillfactor = 10);

-- From the first event on.
INSERT INTO event_relay (id, transaction_id, global_position, moved_at) VALUES (1, '0', 0, now());

-- Without the row nothing is published.
REVOKE INSERT, DELETE ON event_relay FROM heal7_app;
