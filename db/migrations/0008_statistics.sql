-- Statistics of each Korean day, and the warehouse's star schema.

-- From the first account's day to the day of the refresh.
CREATE MATERIALIZED VIEW daily_statistics AS
WITH days AS (
    SELECT day::DATE AS stat_date
    FROM generate_series(
             (SELECT korean_date(min(created_at)) FROM users)::TIMESTAMP, korean_date(NOW())::TIMESTAMP, INTERVAL '1 day'
         ) AS day
),
new_users AS (
    SELECT korean_date(created_at) AS stat_date, count(*) AS users
    FROM users
    GROUP BY 1
),
booked AS (
    SELECT korean_date(created_at) AS stat_date, count(DISTINCT user_id) AS users
    FROM consultation_sessions
    GROUP BY 1
),
completed AS (
    SELECT korean_date(ended_at) AS stat_date, avg(duration_minutes) AS duration
    FROM consultation_sessions
    WHERE status = 'completed'
    GROUP BY 1
)
SELECT
    stat_date,
    -- Accounts made on the day, and in the seven days that end with it.
    coalesce(new_users.users, 0) AS today_users,
    (sum(coalesce(new_users.users, 0)) OVER (ORDER BY stat_date ROWS 6 PRECEDING))::BIGINT AS week_users,
    -- People who booked a consultation on the day.
    coalesce(booked.users, 0) AS unique_users,
    -- Minutes, of the consultations completed on the day.
    completed.duration AS avg_session_duration
FROM days
LEFT JOIN new_users USING (stat_date)
LEFT JOIN booked USING (stat_date)
LEFT JOIN completed USING (stat_date);

CREATE UNIQUE INDEX idx_daily_statistics_stat_date ON daily_statistics (stat_date);

-- For a job: readers go on reading the old ones meanwhile.
CREATE FUNCTION refresh_daily_statistics() RETURNS VOID
LANGUAGE plpgsql
AS $$
BEGIN
    REFRESH MATERIALIZED VIEW CONCURRENTLY daily_statistics;
END;
$$;

CREATE SCHEMA dwh;

CREATE TABLE dwh.dim_dates (
    date DATE PRIMARY KEY,
    year SMALLINT NOT NULL,
    quarter SMALLINT NOT NULL,
    month SMALLINT NOT NULL,
    day SMALLINT NOT NULL,
    -- ISO: Monday is 1.
    weekday SMALLINT NOT NULL
);

CREATE TABLE dwh.dim_users (
    user_id UUID PRIMARY KEY,
    nickname VARCHAR(50) NOT NULL,
    created_date DATE NOT NULL REFERENCES dwh.dim_dates (date),
    user_type VARCHAR(20) NOT NULL CHECK (user_type IN ('expert', 'regular')),
    status VARCHAR(20) NOT NULL,
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW()
);

CREATE TABLE dwh.fact_consultations (
    session_id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES dwh.dim_users (user_id),
    -- NULL for the AI.
    expert_id UUID REFERENCES dwh.dim_users (user_id),
    service_type VARCHAR(20) NOT NULL,
    consultation_date DATE NOT NULL REFERENCES dwh.dim_dates (date),
    duration_minutes INTEGER,
    satisfaction_rating SMALLINT
);

CREATE INDEX idx_fact_consultations_date ON dwh.fact_consultations (consultation_date);

CREATE TABLE dwh.fact_sensor_daily (
    device_id UUID NOT NULL,
    reading_date DATE NOT NULL REFERENCES dwh.dim_dates (date),
    reading_type VARCHAR(30) NOT NULL,
    avg_value DECIMAL NOT NULL,
    min_value DECIMAL(10,4) NOT NULL,
    max_value DECIMAL(10,4) NOT NULL,
    reading_count BIGINT NOT NULL,

    PRIMARY KEY (reading_date, device_id, reading_type)
);

-- Takes over what changed since a Korean day began (yesterday unless said): new and changed users, consultations completed
-- or rated, and days of readings, late ones included. It may run again, and from an earlier day to catch up; all or
-- nothing, in the caller's transaction. Gives the counts of rows written.
CREATE PROCEDURE daily_dwh_sync(
    IN sync_date DATE DEFAULT korean_date(NOW()) - 1,
    INOUT synced_users BIGINT DEFAULT 0,
    INOUT synced_consultations BIGINT DEFAULT 0,
    INOUT synced_sensor_days BIGINT DEFAULT 0
)
LANGUAGE plpgsql
AS $$
DECLARE
    since TIMESTAMPTZ := korean_midnight(sync_date);
BEGIN
    INSERT INTO dwh.dim_dates (date, year, quarter, month, day, weekday)
    SELECT date, extract(YEAR FROM date), extract(QUARTER FROM date), extract(MONTH FROM date),
           extract(DAY FROM date), extract(ISODOW FROM date)
    FROM (
        SELECT korean_date(created_at) FROM users
        UNION
        SELECT korean_date(started_at) FROM consultation_sessions WHERE updated_at >= since AND started_at IS NOT NULL
        UNION
        SELECT korean_date(hour) FROM sensor_hourly_aggregates WHERE updated_at >= since
    ) AS dates (date)
    ON CONFLICT DO NOTHING;

    -- Also who became an expert, and whoever an earlier run did not know: consultations refer to them.
    INSERT INTO dwh.dim_users (user_id, nickname, created_date, user_type, status)
    SELECT id, nickname, korean_date(created_at),
           CASE WHEN EXISTS (SELECT FROM consultation_sessions WHERE expert_id = users.id) THEN 'expert' ELSE 'regular' END,
           account_status
    FROM users
    WHERE updated_at >= since
       OR id IN (SELECT expert_id FROM consultation_sessions WHERE updated_at >= since)
       OR NOT EXISTS (SELECT FROM dwh.dim_users WHERE user_id = users.id)
    ON CONFLICT (user_id) DO UPDATE SET
        nickname = EXCLUDED.nickname,
        user_type = EXCLUDED.user_type,
        status = EXCLUDED.status,
        updated_at = NOW();
    GET DIAGNOSTICS synced_users = ROW_COUNT;

    INSERT INTO dwh.fact_consultations (
        session_id, user_id, expert_id, service_type, consultation_date, duration_minutes, satisfaction_rating
    )
    SELECT id, user_id, expert_id, service_type, korean_date(started_at), duration_minutes, user_satisfaction_rating
    FROM consultation_sessions
    WHERE updated_at >= since AND status = 'completed' AND started_at IS NOT NULL
    ON CONFLICT (session_id) DO UPDATE SET
        expert_id = EXCLUDED.expert_id,
        service_type = EXCLUDED.service_type,
        consultation_date = EXCLUDED.consultation_date,
        duration_minutes = EXCLUDED.duration_minutes,
        satisfaction_rating = EXCLUDED.satisfaction_rating;
    GET DIAGNOSTICS synced_consultations = ROW_COUNT;

    -- Whole days again, since an average cannot be added to. Hours of UTC are hours of Korea.
    INSERT INTO dwh.fact_sensor_daily (
        device_id, reading_date, reading_type, avg_value, min_value, max_value, reading_count
    )
    SELECT device_id, changed.date, reading_type,
           sum(value_sum) / sum(reading_count), min(value_min), max(value_max), sum(reading_count)
    FROM (
        SELECT DISTINCT device_id, reading_type, korean_date(hour) AS date
        FROM sensor_hourly_aggregates
        WHERE updated_at >= since
    ) AS changed
    JOIN sensor_hourly_aggregates AS hours USING (device_id, reading_type)
    WHERE hours.hour >= korean_midnight(changed.date) AND hours.hour < korean_midnight(changed.date + 1)
    GROUP BY device_id, changed.date, reading_type
    ON CONFLICT (reading_date, device_id, reading_type) DO UPDATE SET
        avg_value = EXCLUDED.avg_value,
        min_value = EXCLUDED.min_value,
        max_value = EXCLUDED.max_value,
        reading_count = EXCLUDED.reading_count;
    GET DIAGNOSTICS synced_sensor_days = ROW_COUNT;
END;
$$;

-- Rows of today have a place from the start; a job goes on from here.
SELECT ensure_partitions(korean_date(NOW()), (korean_date(NOW()) + INTERVAL '3 months')::DATE);
