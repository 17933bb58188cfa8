-- Partitions by time. Their bounds are midnights of Korea whatever the session's time zone. A partition is made as a table
-- of its own and attached, which reads and writes of the parent pass by; CREATE … PARTITION OF would stop them all. What
-- cannot have its lock within 5 s fails, instead of keeping everyone behind it waiting: the next run does it.

-- Makes the partition of a table for the days from one to another (not included); NULL if it is there.
CREATE FUNCTION create_partition(table_name TEXT, partition_name TEXT, first_day DATE, end_day DATE) RETURNS TEXT
LANGUAGE plpgsql
SET lock_timeout = '5s'
AS $$
BEGIN
    -- One at a time: whoever waited here sees what the other has made.
    EXECUTE format('LOCK TABLE %I IN SHARE UPDATE EXCLUSIVE MODE', table_name);
    IF to_regclass(quote_ident(partition_name)) IS NOT NULL THEN
        RETURN NULL;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', partition_name, table_name);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                   table_name, partition_name, korean_midnight(first_day), korean_midnight(end_day));
    RETURN partition_name;
END;
$$;

-- The partition of the month of a day: sensor_readings_y2025m01.
CREATE FUNCTION create_monthly_partition(table_name TEXT, start_date DATE) RETURNS TEXT
LANGUAGE plpgsql
AS $$
DECLARE
    first_day DATE := date_trunc('month', start_date::TIMESTAMP);
BEGIN
    RETURN create_partition(table_name, table_name || to_char(first_day, '"_y"YYYY"m"MM'),
                            first_day, (first_day + INTERVAL '1 month')::DATE);
END;
$$;

-- The partition of the year of a day: consultation_sessions_y2025.
CREATE FUNCTION create_yearly_partition(table_name TEXT, start_date DATE) RETURNS TEXT
LANGUAGE plpgsql
AS $$
DECLARE
    first_day DATE := date_trunc('year', start_date::TIMESTAMP);
BEGIN
    RETURN create_partition(table_name, table_name || to_char(first_day, '"_y"YYYY'),
                            first_day, (first_day + INTERVAL '1 year')::DATE);
END;
$$;

-- Makes what is missing for rows of the days from one to another, both included; gives the names of what it made.
CREATE FUNCTION ensure_partitions(first_day DATE, last_day DATE) RETURNS SETOF TEXT
LANGUAGE sql
AS $$
    SELECT made FROM (
        SELECT create_monthly_partition('sensor_readings', month::DATE) AS made
        FROM generate_series(date_trunc('month', first_day::TIMESTAMP), last_day::TIMESTAMP, INTERVAL '1 month') AS month
        UNION ALL
        SELECT create_yearly_partition('consultation_sessions', year::DATE)
        FROM generate_series(date_trunc('year', first_day::TIMESTAMP), last_day::TIMESTAMP, INTERVAL '1 year') AS year
    ) AS partitions
    WHERE made IS NOT NULL;
$$;

-- Drops the partitions of sensor_readings that hold nothing younger than so many days at an instant; gives their names.
-- Consultations are kept.
CREATE FUNCTION drop_expired_partitions(keep_days INTEGER, as_of TIMESTAMPTZ) RETURNS SETOF TEXT
LANGUAGE plpgsql
SET lock_timeout = '5s'
AS $$
DECLARE
    expired TEXT;
BEGIN
    IF keep_days < 1 THEN
        RAISE EXCEPTION 'readings are kept for 1 day or more, not %', keep_days USING ERRCODE = 'invalid_parameter_value';
    END IF;
    FOR expired IN
        SELECT child.relname
        FROM pg_inherits
        JOIN pg_class AS child ON child.oid = inhrelid
        WHERE inhparent = 'sensor_readings'::REGCLASS
          AND substring(pg_get_expr(child.relpartbound, child.oid) FROM $b$ TO \('([^']+)'\)$b$)::TIMESTAMPTZ
              <= as_of - make_interval(days => keep_days)
        ORDER BY child.relname
    LOOP
        EXECUTE format('DROP TABLE %I', expired);
        RETURN NEXT expired;
    END LOOP;
END;
$$;
