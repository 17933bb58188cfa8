-- What consumers of events keep. All but the audit log follow from events alone, whatever the order in which streams come:
-- they can be thrown away and built again. None refers to another table, since what happened outlives what it happened to.

-- The consumer `audit-log`: who did what to an account and to what is kept of it, by ids and codes. No projection: its worth
-- is that nobody can write it again. Kept for two years, as access records are and for the same reason, also after an
-- account is erased.
CREATE TABLE audit_log (
    -- The event.
    stream_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    event_type TEXT NOT NULL,
    concern TEXT NOT NULL CHECK (concern IN ('security', 'data')),
    -- Who: a user's id, or the name of what acts by itself; NULL for whoever had no account to act by.
    actor_id TEXT,
    -- Whose.
    subject_id UUID,
    request_id TEXT,
    -- As the event has them: ids, kinds and versions.
    details JSONB NOT NULL,
    occurred_at TIMESTAMPTZ(3) NOT NULL,

    PRIMARY KEY (stream_id, version)
);

-- What was done to an account; what did somebody do; what is old enough to go.
CREATE INDEX idx_audit_log_subject ON audit_log (subject_id, occurred_at DESC);
CREATE INDEX idx_audit_log_actor ON audit_log (actor_id, occurred_at DESC);
CREATE INDEX idx_audit_log_occurred_at ON audit_log (occurred_at);

CREATE FUNCTION refuse_to_change_audit_log() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER audit_log_is_append_only
BEFORE UPDATE OR TRUNCATE ON audit_log
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_audit_log();

CREATE TRIGGER audit_log_is_kept_two_years
BEFORE DELETE ON audit_log
FOR EACH ROW WHEN (OLD.occurred_at > NOW() - INTERVAL '2 years')
EXECUTE FUNCTION refuse_to_change_audit_log();

-- As delete_expired_access_records.
CREATE FUNCTION delete_expired_audit_entries(most INTEGER) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
    WITH deleted AS (
        DELETE FROM audit_log WHERE (stream_id, version) IN (
            SELECT stream_id, version FROM audit_log WHERE occurred_at <= NOW() - INTERVAL '2 years'
            ORDER BY occurred_at LIMIT most FOR UPDATE SKIP LOCKED
        )
        RETURNING 1
    )
    SELECT count(*) FROM deleted;
$$;

REVOKE EXECUTE ON FUNCTION delete_expired_audit_entries(INTEGER) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delete_expired_audit_entries(INTEGER) TO heal7_app;
REVOKE UPDATE, DELETE ON audit_log FROM heal7_app;

-- The consumer `user-activity`. A row for each user of whom it has seen anything, which its transactions hold in turn.
CREATE TABLE activity_users (
    user_id UUID PRIMARY KEY,
    -- For good: what comes later counts for nobody.
    erased BOOLEAN NOT NULL DEFAULT FALSE,
    -- On the consent `analytics`, by their versions in the user's stream: [{"version": 7, "given": false,
    -- "at": "…", "position": 4711}, …]. What apps told before the last withdrawal does not count.
    decisions JSONB NOT NULL DEFAULT '[]'
);

-- One row for each thing a user did.
CREATE TABLE activity_entries (
    -- Of the event.
    global_position BIGINT PRIMARY KEY,
    user_id UUID NOT NULL,
    event_type TEXT NOT NULL,
    -- Told by an app, by the user's consent; else known from the service itself.
    by_consent BOOLEAN NOT NULL,
    occurred_at TIMESTAMPTZ(3) NOT NULL
);

CREATE INDEX idx_activity_entries_user ON activity_entries (user_id, occurred_at);

-- What a user did without a pause of over 30 minutes. Sessions of a user never overlap, so that either end names one; the
-- latest are the ones that change.
CREATE TABLE activity_sessions (
    user_id UUID NOT NULL,
    started_at TIMESTAMPTZ(3) NOT NULL,
    ended_at TIMESTAMPTZ(3) NOT NULL,
    entries INTEGER NOT NULL CHECK (entries > 0),

    PRIMARY KEY (user_id, ended_at)
);

CREATE INDEX idx_activity_sessions_started_at ON activity_sessions (started_at);

-- Sessions in which 101 things were done within less than 300 seconds: the first such stretch of each.
CREATE TABLE activity_alerts (
    user_id UUID NOT NULL,
    session_started_at TIMESTAMPTZ(3) NOT NULL,
    -- Of the first of the 101, and of the last.
    began_at TIMESTAMPTZ(3) NOT NULL,
    reached_at TIMESTAMPTZ(3) NOT NULL,

    PRIMARY KEY (user_id, session_started_at)
);

CREATE INDEX idx_activity_alerts_reached_at ON activity_alerts (reached_at);

-- The consumer `warehouse-feed`. As activity_users.
CREATE TABLE warehouse_users (
    user_id UUID PRIMARY KEY,
    erased BOOLEAN NOT NULL DEFAULT FALSE,
    decisions JSONB NOT NULL DEFAULT '[]'
);

-- Sums over any of its columns are sums of events. `dim_users` takes accounts over each night, so that one of today may not
-- be there yet.
CREATE TABLE dwh.fact_activity_daily (
    activity_date DATE NOT NULL REFERENCES dwh.dim_dates (date),
    user_id UUID NOT NULL,
    event_type VARCHAR(60) NOT NULL,
    -- What it was about; 'none' where the event does not say.
    category VARCHAR(30) NOT NULL,
    events BIGINT NOT NULL CHECK (events > 0),
    -- Told of reading; 0 of everything else.
    seconds BIGINT NOT NULL CHECK (seconds >= 0),

    PRIMARY KEY (activity_date, user_id, event_type, category)
);

CREATE INDEX idx_fact_activity_daily_user ON dwh.fact_activity_daily (user_id);

-- The consumer `interests`. As activity_users.
CREATE TABLE interest_users (
    user_id UUID PRIMARY KEY,
    erased BOOLEAN NOT NULL DEFAULT FALSE,
    decisions JSONB NOT NULL DEFAULT '[]'
);

-- What apps told that has a category.
CREATE TABLE interest_signals (
    -- Of the event.
    global_position BIGINT PRIMARY KEY,
    user_id UUID NOT NULL,
    category VARCHAR(30) NOT NULL,
    kind VARCHAR(20) NOT NULL CHECK (kind IN ('viewed', 'used', 'read', 'shown', 'taken', 'dismissed')),
    occurred_at TIMESTAMPTZ(3) NOT NULL
);

CREATE INDEX idx_interest_signals_user ON interest_signals (user_id, occurred_at);

-- Charts that are kept, of whom.
CREATE TABLE interest_charts (
    chart_id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    person_id UUID NOT NULL,
    stored_at TIMESTAMPTZ(3) NOT NULL
);

CREATE INDEX idx_interest_charts_user ON interest_charts (user_id);

-- People whose charts until then, that instant included, are gone.
CREATE TABLE interest_people (
    person_id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    charts_gone_at TIMESTAMPTZ(3) NOT NULL
);

CREATE INDEX idx_interest_people_user ON interest_people (user_id);

-- Interpretations of charts, as far as events have told of them: that there is one, and its last rating.
CREATE TABLE interest_interpretations (
    interpretation_id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    chart_id UUID NOT NULL,
    category VARCHAR(30),
    interpreted_at TIMESTAMPTZ(3),
    rating SMALLINT CHECK (rating BETWEEN 1 AND 5),
    rated_at TIMESTAMPTZ(3),
    -- In the chart's stream: of two ratings the later one holds.
    rating_version INTEGER
);

CREATE INDEX idx_interest_interpretations_user ON interest_interpretations (user_id);
