-- Who read whose personal data, and the rights that keep it: whoever works on the database's data cannot change what has
-- been recorded. Migrations run as the owner of all this; everything else signs in as heal7_app, which owns nothing.

-- A role of the server, not of the database. Without a way to sign in: who hosts the database gives it one (a password,
-- or IAM). Two databases of one server may be migrated at once.
DO $$
BEGIN
    CREATE ROLE heal7_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END;
$$;

-- One row for each reading, written before it: what was read, never a value. Kept for two years, also after an account is
-- erased, so it refers to nothing.
CREATE TABLE access_records (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Who: a user's id, or a job's name.
    actor_id TEXT NOT NULL CHECK (length(actor_id) BETWEEN 1 AND 100),
    -- Whose.
    subject_id UUID NOT NULL,
    -- Why: 'GET /v1/me/people', or the job's name.
    purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 200),
    request_id TEXT NOT NULL CHECK (length(request_id) BETWEEN 1 AND 200),
    -- [{"table": …, "column": …, "rowId": …}, …]
    places JSONB NOT NULL CHECK (jsonb_typeof(places) = 'array'),
    -- 'granted' before the value is opened; where it then did not open, one more row with the reason's code.
    outcome TEXT NOT NULL CHECK (outcome ~ '^[a-z0-9_]{1,60}$'),
    accessed_at TIMESTAMPTZ(3) NOT NULL
);

-- Who read my data; whose data did they read; what did not open; what is old enough to go.
CREATE INDEX idx_access_records_subject ON access_records (subject_id, accessed_at DESC, id DESC);
CREATE INDEX idx_access_records_actor ON access_records (actor_id, accessed_at DESC);
CREATE INDEX idx_access_records_failures ON access_records (accessed_at DESC) WHERE outcome <> 'granted';
CREATE INDEX idx_access_records_accessed_at ON access_records (accessed_at);

-- The owner could: by mistake.
CREATE FUNCTION refuse_to_change_access_records() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'access records are append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER access_records_are_append_only
BEFORE UPDATE OR TRUNCATE ON access_records
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_access_records();

CREATE TRIGGER access_records_are_kept_two_years
BEFORE DELETE ON access_records
FOR EACH ROW WHEN (OLD.accessed_at > NOW() - INTERVAL '2 years')
EXECUTE FUNCTION refuse_to_change_access_records();

-- Deletes the oldest of those that have been kept for two years, by the server's own clock; gives how many. As the owner,
-- since nobody else may delete any.
CREATE FUNCTION delete_expired_access_records(most INTEGER) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
    WITH deleted AS (
        DELETE FROM access_records WHERE id IN (
            SELECT id FROM access_records WHERE accessed_at <= NOW() - INTERVAL '2 years'
            ORDER BY accessed_at LIMIT most FOR UPDATE SKIP LOCKED
        )
        RETURNING id
    )
    SELECT count(*) FROM deleted;
$$;

-- What jobs do to tables themselves, they do as the owner, and nothing but that.
ALTER FUNCTION ensure_partitions(DATE, DATE) SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION drop_expired_partitions(INTEGER, TIMESTAMPTZ) SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION refresh_daily_statistics() SECURITY DEFINER SET search_path = public, pg_temp;
REVOKE EXECUTE ON FUNCTION
    delete_expired_access_records(INTEGER),
    ensure_partitions(DATE, DATE),
    drop_expired_partitions(INTEGER, TIMESTAMPTZ),
    refresh_daily_statistics()
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    delete_expired_access_records(INTEGER),
    ensure_partitions(DATE, DATE),
    drop_expired_partitions(INTEGER, TIMESTAMPTZ),
    refresh_daily_statistics()
TO heal7_app;

-- Ordinary rights on ordinary tables, those to come included.
GRANT USAGE ON SCHEMA public, dwh TO heal7_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, dwh TO heal7_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public, dwh GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO heal7_app;

-- Except: what has been recorded stays as it is.
REVOKE UPDATE, DELETE ON access_records, events FROM heal7_app;
-- And what the schema is, is the owner's to say.
REVOKE INSERT, UPDATE, DELETE ON schema_migrations FROM heal7_app;
