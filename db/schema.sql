-- The schema after all migrations: written by `npm run schema` from the catalog of a migrated database, and compared
-- with it by a test. For reading; changes go into db/migrations. Partitions are made by functions and are not here.

SET check_function_bodies = off;

CREATE EXTENSION IF NOT EXISTS ltree;

CREATE SCHEMA dwh;

CREATE OR REPLACE FUNCTION public.korean_date(instant timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ((instant AT TIME ZONE 'Asia/Seoul'::text))::date;

CREATE OR REPLACE FUNCTION public.korean_midnight(day date)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ((day)::timestamp without time zone AT TIME ZONE 'Asia/Seoul'::text);

CREATE OR REPLACE FUNCTION public.create_partition(table_name text, partition_name text, first_day date, end_day date)
 RETURNS text
 LANGUAGE plpgsql
 SET lock_timeout TO '5s'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.create_monthly_partition(table_name text, start_date date)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
DECLARE
    first_day DATE := date_trunc('month', start_date::TIMESTAMP);
BEGIN
    RETURN create_partition(table_name, table_name || to_char(first_day, '"_y"YYYY"m"MM'),
                            first_day, (first_day + INTERVAL '1 month')::DATE);
END;
$function$;

CREATE OR REPLACE FUNCTION public.create_yearly_partition(table_name text, start_date date)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
DECLARE
    first_day DATE := date_trunc('year', start_date::TIMESTAMP);
BEGIN
    RETURN create_partition(table_name, table_name || to_char(first_day, '"_y"YYYY'),
                            first_day, (first_day + INTERVAL '1 year')::DATE);
END;
$function$;

CREATE OR REPLACE FUNCTION public.ensure_partitions(first_day date, last_day date)
 RETURNS SETOF text
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    SELECT made FROM (
        SELECT create_monthly_partition('sensor_readings', month::DATE) AS made
        FROM generate_series(date_trunc('month', first_day::TIMESTAMP), last_day::TIMESTAMP, INTERVAL '1 month') AS month
        UNION ALL
        SELECT create_yearly_partition('consultation_sessions', year::DATE)
        FROM generate_series(date_trunc('year', first_day::TIMESTAMP), last_day::TIMESTAMP, INTERVAL '1 year') AS year
    ) AS partitions
    WHERE made IS NOT NULL;
$function$;

CREATE OR REPLACE FUNCTION public.drop_expired_partitions(keep_days integer, as_of timestamp with time zone)
 RETURNS SETOF text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET lock_timeout TO '50ms'
AS $function$
DECLARE
    partition TEXT;
BEGIN
    IF keep_days < 1 THEN
        RAISE EXCEPTION 'readings are kept for 1 day or more, not %', keep_days USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF NOT EXISTS (SELECT FROM expired_partitions(keep_days, as_of)) THEN
        RETURN;
    END IF;
    LOCK TABLE ONLY sensor_readings IN ACCESS EXCLUSIVE MODE;
    -- Looked for again: another run may have dropped them meanwhile.
    FOR partition IN SELECT expired_partitions(keep_days, as_of) LOOP
        EXECUTE format('DROP TABLE %I', partition);
        RETURN NEXT partition;
    END LOOP;
END;
$function$;

CREATE OR REPLACE FUNCTION public.search_tokens(input text)
 RETURNS TABLE(word bigint, place bigint, token text)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
    SELECT word,
           row_number() OVER (ORDER BY word, run, nth),
           coalesce(syllable || coalesce(lead(syllable) OVER (PARTITION BY word ORDER BY run, nth), ''), groups[2])
    FROM regexp_split_to_table(
             lower(normalize(input, NFKC)), '[\u0001-/:-@\[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+'
         ) WITH ORDINALITY AS words (letters, word)
    -- Runs are cut, since each syllable's row carries its own: a vector of 50,000 syllables without a space took a minute.
    CROSS JOIN LATERAL regexp_matches(letters, '([가-힣㐀-鿿]{1,100})|([^가-힣㐀-鿿]{1,255})', 'g')
        WITH ORDINALITY AS runs (groups, run)
    LEFT JOIN LATERAL string_to_table(groups[1], NULL) WITH ORDINALITY AS syllables (syllable, nth) ON TRUE;
$function$;

CREATE OR REPLACE FUNCTION public.search_vector_of(input text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
    SELECT coalesce(string_agg(quote_literal(token) || ':' || place, ' '), '')::TSVECTOR FROM search_tokens(input);
$function$;

CREATE OR REPLACE FUNCTION public.post_search_vector(title text, tags jsonb, content text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
    SELECT setweight(search_vector_of(title), 'A')
        || setweight(search_vector_of((SELECT coalesce(string_agg(tag, ' '), '') FROM jsonb_array_elements_text(tags) AS tag)), 'B')
        || search_vector_of(content);
$function$;

CREATE OR REPLACE FUNCTION public.search_query(input text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
    SELECT coalesce(string_agg(phrase, ' & '), '')::TSQUERY
    FROM (
        SELECT '(' || string_agg(
                   quote_literal(token) || CASE WHEN token ~ '^[가-힣㐀-鿿]$' THEN ':*' ELSE '' END, ' <-> ' ORDER BY place
               ) || ')' AS phrase
        FROM (
            SELECT word, place, token,
                   lag(token) OVER (PARTITION BY word ORDER BY place) AS previous,
                   lead(token) OVER (PARTITION BY word ORDER BY place) AS next
            FROM search_tokens(input)
        ) AS tokens
        WHERE next IS NOT NULL OR previous IS NULL OR NOT (length(previous) = 2 AND right(previous, 1) = token)
        GROUP BY word
    ) AS phrases;
$function$;

CREATE OR REPLACE FUNCTION public.refresh_daily_statistics()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
    REFRESH MATERIALIZED VIEW CONCURRENTLY daily_statistics;
END;
$function$;

CREATE OR REPLACE PROCEDURE public.daily_dwh_sync(IN sync_date date DEFAULT (korean_date(now()) - 1), INOUT synced_users bigint DEFAULT 0, INOUT synced_consultations bigint DEFAULT 0, INOUT synced_sensor_days bigint DEFAULT 0)
 LANGUAGE plpgsql
AS $procedure$
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
$procedure$;

CREATE OR REPLACE FUNCTION public.refuse_to_change_events()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'events are append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END;
$function$;

CREATE OR REPLACE FUNCTION public.refuse_to_change_access_records()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'access records are append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END;
$function$;

CREATE OR REPLACE FUNCTION public.delete_expired_access_records(most integer)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    WITH deleted AS (
        DELETE FROM access_records WHERE id IN (
            SELECT id FROM access_records WHERE accessed_at <= NOW() - INTERVAL '2 years'
            ORDER BY accessed_at LIMIT most FOR UPDATE SKIP LOCKED
        )
        RETURNING id
    )
    SELECT count(*) FROM deleted;
$function$;

CREATE OR REPLACE FUNCTION public.refuse_to_change_consents()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'consents are append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END;
$function$;

CREATE OR REPLACE FUNCTION public.refuse_to_reopen_dead_letters()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'a dead letter that is closed stays so' USING ERRCODE = 'restrict_violation';
END;
$function$;

CREATE OR REPLACE FUNCTION public.delete_closed_dead_letters(most integer)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    WITH deleted AS (
        DELETE FROM dead_letters WHERE id IN (
            SELECT id FROM dead_letters WHERE closed_at <= NOW() - INTERVAL '30 days'
            ORDER BY closed_at LIMIT most FOR UPDATE SKIP LOCKED
        )
        RETURNING id
    )
    SELECT count(*) FROM deleted;
$function$;

CREATE OR REPLACE FUNCTION public.refuse_to_change_audit_log()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END;
$function$;

CREATE OR REPLACE FUNCTION public.delete_expired_audit_entries(most integer)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    WITH deleted AS (
        DELETE FROM audit_log WHERE (stream_id, version) IN (
            SELECT stream_id, version FROM audit_log WHERE occurred_at <= NOW() - INTERVAL '2 years'
            ORDER BY occurred_at LIMIT most FOR UPDATE SKIP LOCKED
        )
        RETURNING 1
    )
    SELECT count(*) FROM deleted;
$function$;

CREATE OR REPLACE FUNCTION public.expired_partitions(keep_days integer, as_of timestamp with time zone)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
AS $function$
    SELECT child.relname
    FROM pg_inherits
    JOIN pg_class AS child ON child.oid = inhrelid
    WHERE inhparent = 'sensor_readings'::REGCLASS
      AND substring(pg_get_expr(child.relpartbound, child.oid) FROM $b$ TO \('([^']+)'\)$b$)::TIMESTAMPTZ
          <= as_of - make_interval(days => keep_days)
    ORDER BY child.relname;
$function$;

CREATE TABLE schema_migrations (
    version integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    breaking boolean NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT schema_migrations_pkey PRIMARY KEY (version)
);

CREATE TABLE users (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    email bytea,
    email_hash bytea,
    phone_number bytea,
    phone_hash bytea,
    password_hash character varying(255),
    nickname character varying(50) NOT NULL,
    profile_image_url text,
    timezone character varying(50) DEFAULT 'Asia/Seoul'::character varying NOT NULL,
    locale character varying(10) DEFAULT 'ko-KR'::character varying NOT NULL,
    account_status character varying(20) DEFAULT 'active'::character varying NOT NULL,
    verification_status character varying(20) DEFAULT 'pending'::character varying NOT NULL,
    last_login_at timestamp(3) with time zone,
    privacy_consent jsonb NOT NULL,
    marketing_consent boolean DEFAULT false NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    processing_suspended_at timestamp(3) with time zone,
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email_hash_key UNIQUE (email_hash),
    CONSTRAINT users_phone_hash_key UNIQUE (phone_hash),
    CONSTRAINT email_with_its_hash CHECK ((email IS NULL) = (email_hash IS NULL)),
    CONSTRAINT phone_with_its_hash CHECK ((phone_number IS NULL) = (phone_hash IS NULL)),
    CONSTRAINT processing_suspended_while_suspended CHECK (processing_suspended_at IS NULL OR account_status::text = 'suspended'::text),
    CONSTRAINT users_account_status_check CHECK (account_status::text = ANY (ARRAY['active'::text, 'suspended'::text, 'deleted'::text])),
    CONSTRAINT users_email_hash_check CHECK (octet_length(email_hash) = 32),
    CONSTRAINT users_phone_hash_check CHECK (octet_length(phone_hash) = 32)
);

CREATE TABLE user_sensitive_info (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    relation character varying(20) NOT NULL,
    encrypted_label bytea,
    encrypted_birth_date bytea NOT NULL,
    encrypted_birth_time bytea,
    encrypted_birth_location bytea NOT NULL,
    encryption_key_id character varying(50) NOT NULL,
    encryption_algorithm character varying(20) DEFAULT 'AES-256-GCM'::character varying NOT NULL,
    last_accessed_at timestamp(3) with time zone,
    access_count integer DEFAULT 0 NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    encrypted_sex bytea NOT NULL,
    CONSTRAINT user_sensitive_info_pkey PRIMARY KEY (id),
    CONSTRAINT user_sensitive_info_person_of_user UNIQUE (user_id, id),
    CONSTRAINT user_sensitive_info_relation_check CHECK (relation::text = ANY (ARRAY['self'::text, 'family'::text, 'friend'::text, 'other'::text]))
);

CREATE TABLE user_preferences (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    favorite_services jsonb DEFAULT '[]'::jsonb NOT NULL,
    notification_settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    theme_preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    ai_personality_profile jsonb DEFAULT '{}'::jsonb NOT NULL,
    consultation_preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT user_preferences_pkey PRIMARY KEY (id),
    CONSTRAINT user_preferences_user_id_key UNIQUE (user_id)
);

CREATE TABLE saju_pillars (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    person_id uuid,
    calculation_id uuid NOT NULL,
    encrypted_chart bytea NOT NULL,
    engine_version character varying(50) NOT NULL,
    five_elements jsonb NOT NULL,
    element_balance jsonb NOT NULL,
    calculation_method character varying(50) DEFAULT 'traditional'::character varying NOT NULL,
    accuracy_score numeric(5,2),
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT saju_pillars_pkey PRIMARY KEY (id),
    CONSTRAINT accuracy_in_tens CHECK ((accuracy_score % 10::numeric) = 0::numeric),
    CONSTRAINT all_five_elements CHECK (five_elements ?& ARRAY['wood'::text, 'fire'::text, 'earth'::text, 'metal'::text, 'water'::text]),
    CONSTRAINT elements_in_tens CHECK (NOT jsonb_path_exists(five_elements, 'strict $.**?(@.type() == "number" && @ % 10 != 0)'::jsonpath) AND NOT jsonb_path_exists(element_balance, 'strict $.**?(@.type() == "number" && @ % 10 != 0)'::jsonpath))
);

CREATE TABLE saju_interpretations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    saju_pillar_id uuid NOT NULL,
    interpretation_type character varying(20) NOT NULL,
    ai_interpretation bytea NOT NULL,
    ai_confidence_score numeric(5,2) NOT NULL,
    ai_model_version character varying(60) NOT NULL,
    expert_review bytea,
    expert_id uuid,
    review_status character varying(20) DEFAULT 'not_requested'::character varying NOT NULL,
    user_rating smallint,
    user_feedback bytea,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    review_requested_at timestamp(3) with time zone,
    reviewed_at timestamp(3) with time zone,
    CONSTRAINT saju_interpretations_pkey PRIMARY KEY (id),
    CONSTRAINT confidence_in_tens CHECK ((ai_confidence_score % 10::numeric) = 0::numeric),
    CONSTRAINT known_interpretation_type CHECK (interpretation_type::text = ANY (ARRAY['personality'::text, 'wealth'::text, 'health'::text, 'relationship'::text])),
    CONSTRAINT known_review_status CHECK (review_status::text = ANY (ARRAY['not_requested'::text, 'requested'::text, 'reviewed'::text])),
    CONSTRAINT requested_at_a_time CHECK ((review_status::text = 'not_requested'::text) = (review_requested_at IS NULL)),
    CONSTRAINT reviewed_by_someone CHECK ((review_status::text = 'reviewed'::text) = (reviewed_at IS NOT NULL) AND (review_status::text = 'reviewed'::text) = (expert_review IS NOT NULL) AND (review_status::text = 'reviewed'::text) = (expert_id IS NOT NULL)),
    CONSTRAINT saju_interpretations_user_rating_check CHECK (user_rating >= 1 AND user_rating <= 5)
);

CREATE TABLE reference_data (
    name text NOT NULL,
    version text,
    loaded_at timestamp(3) with time zone,
    CONSTRAINT reference_data_pkey PRIMARY KEY (name)
);

CREATE TABLE manse_calendar (
    id integer NOT NULL,
    solar_date date NOT NULL,
    lunar_date jsonb NOT NULL,
    year_gapja smallint NOT NULL,
    month_gapja smallint NOT NULL,
    day_gapja smallint NOT NULL,
    solar_term jsonb,
    season character varying(10) NOT NULL,
    moon_phase jsonb NOT NULL,
    sun_position jsonb NOT NULL,
    astronomical_data jsonb,
    CONSTRAINT manse_calendar_pkey PRIMARY KEY (id),
    CONSTRAINT idx_manse_calendar_solar_date UNIQUE (solar_date) INCLUDE (lunar_date, year_gapja, month_gapja, day_gapja, solar_term),
    CONSTRAINT manse_calendar_season_check CHECK (season::text = ANY (ARRAY['spring'::text, 'summer'::text, 'autumn'::text, 'winter'::text])),
    CONSTRAINT valid_gapja CHECK (year_gapja >= 0 AND year_gapja <= 59 AND month_gapja >= 0 AND month_gapja <= 59 AND day_gapja >= 0 AND day_gapja <= 59)
);

CREATE TABLE five_elements_relations (
    id integer NOT NULL,
    source_element character varying(10) NOT NULL,
    target_element character varying(10) NOT NULL,
    relation_type character varying(20) NOT NULL,
    strength numeric(3,2) NOT NULL,
    traditional_description text NOT NULL,
    traditional_description_english text NOT NULL,
    modern_interpretation text NOT NULL,
    modern_interpretation_english text NOT NULL,
    CONSTRAINT five_elements_relations_pkey PRIMARY KEY (id),
    CONSTRAINT five_elements_relations_source_element_target_element_relat_key UNIQUE (source_element, target_element, relation_type),
    CONSTRAINT five_elements_relations_relation_type_check CHECK (relation_type::text = ANY (ARRAY['generates'::text, 'destroys'::text, 'weakens'::text])),
    CONSTRAINT five_elements_relations_strength_check CHECK (strength >= 0::numeric AND strength <= 1::numeric)
);

CREATE TABLE ten_gods_properties (
    id integer NOT NULL,
    code character varying(20) NOT NULL,
    god_name character varying(20) NOT NULL,
    characteristics jsonb NOT NULL,
    fortune_aspects jsonb NOT NULL,
    career_tendencies jsonb NOT NULL,
    relationship_patterns jsonb NOT NULL,
    health_indications jsonb NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ten_gods_properties_pkey PRIMARY KEY (id),
    CONSTRAINT ten_gods_properties_code_key UNIQUE (code),
    CONSTRAINT ten_gods_properties_god_name_key UNIQUE (god_name)
);

CREATE TABLE consultation_sessions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    expert_id uuid,
    consultation_type character varying(20) NOT NULL,
    service_type character varying(20) NOT NULL,
    status character varying(20) DEFAULT 'scheduled'::character varying NOT NULL,
    scheduled_at timestamp(3) with time zone,
    started_at timestamp(3) with time zone,
    ended_at timestamp(3) with time zone,
    duration_minutes integer,
    encrypted_consultation_notes bytea,
    encrypted_user_questions bytea,
    encrypted_expert_answers bytea,
    user_satisfaction_rating smallint,
    expert_satisfaction_rating smallint,
    user_feedback_encrypted bytea,
    session_metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    billing_amount numeric(10,2),
    payment_status character varying(20) DEFAULT 'pending'::character varying NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT consultation_sessions_pkey PRIMARY KEY (id, created_at),
    CONSTRAINT consultation_sessions_duration_minutes_check CHECK (duration_minutes >= 0),
    CONSTRAINT consultation_sessions_expert_satisfaction_rating_check CHECK (expert_satisfaction_rating >= 1 AND expert_satisfaction_rating <= 5),
    CONSTRAINT consultation_sessions_status_check CHECK (status::text = ANY (ARRAY['scheduled'::text, 'in_progress'::text, 'completed'::text, 'cancelled'::text])),
    CONSTRAINT consultation_sessions_user_satisfaction_rating_check CHECK (user_satisfaction_rating >= 1 AND user_satisfaction_rating <= 5)
) PARTITION BY RANGE (created_at);

CREATE TABLE consultation_results (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    session_id uuid NOT NULL,
    session_created_at timestamp(3) with time zone NOT NULL,
    result_type character varying(20) NOT NULL,
    main_interpretation bytea NOT NULL,
    detailed_analysis bytea NOT NULL,
    short_term_forecast bytea,
    medium_term_forecast bytea,
    long_term_forecast bytea,
    actionable_advice bytea NOT NULL,
    precautions bytea,
    opportunities bytea,
    recommended_services jsonb DEFAULT '[]'::jsonb NOT NULL,
    next_consultation_suggested_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT consultation_results_pkey PRIMARY KEY (id)
);

CREATE TABLE board_categories (
    id integer GENERATED BY DEFAULT AS IDENTITY NOT NULL,
    name character varying(50) NOT NULL,
    description text,
    category_type character varying(20) NOT NULL,
    display_order integer NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    read_permission character varying(20) DEFAULT 'all'::character varying NOT NULL,
    write_permission character varying(20) DEFAULT 'member'::character varying NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT board_categories_pkey PRIMARY KEY (id),
    CONSTRAINT board_categories_read_permission_check CHECK (read_permission::text = ANY (ARRAY['all'::text, 'member'::text, 'premium'::text, 'expert'::text])),
    CONSTRAINT board_categories_write_permission_check CHECK (write_permission::text = ANY (ARRAY['all'::text, 'member'::text, 'premium'::text, 'expert'::text]))
);

CREATE TABLE posts (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    category_id integer NOT NULL,
    author_id uuid NOT NULL,
    title character varying(200) NOT NULL,
    content text NOT NULL,
    content_type character varying(20) DEFAULT 'markdown'::character varying NOT NULL,
    tags jsonb DEFAULT '[]'::jsonb NOT NULL,
    featured_image_url text,
    view_count integer DEFAULT 0 NOT NULL,
    like_count integer DEFAULT 0 NOT NULL,
    comment_count integer DEFAULT 0 NOT NULL,
    status character varying(20) DEFAULT 'published'::character varying NOT NULL,
    is_pinned boolean DEFAULT false NOT NULL,
    is_featured boolean DEFAULT false NOT NULL,
    seo_description text,
    search_vector tsvector GENERATED ALWAYS AS (post_search_vector(title::text, tags, content)) STORED NOT NULL,
    published_at timestamp(3) with time zone DEFAULT now(),
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT posts_pkey PRIMARY KEY (id),
    CONSTRAINT posts_comment_count_check CHECK (comment_count >= 0),
    CONSTRAINT posts_content_check CHECK (length(content) <= 50000),
    CONSTRAINT posts_content_type_check CHECK (content_type::text = ANY (ARRAY['markdown'::text, 'html'::text, 'plain'::text])),
    CONSTRAINT posts_like_count_check CHECK (like_count >= 0),
    CONSTRAINT posts_status_check CHECK (status::text = ANY (ARRAY['draft'::text, 'published'::text, 'hidden'::text, 'deleted'::text])),
    CONSTRAINT posts_tags_check CHECK (jsonb_typeof(tags) = 'array'::text),
    CONSTRAINT posts_view_count_check CHECK (view_count >= 0),
    CONSTRAINT published_posts_have_an_instant CHECK (status::text <> 'published'::text OR published_at IS NOT NULL)
);

CREATE TABLE comments (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    post_id uuid NOT NULL,
    author_id uuid NOT NULL,
    parent_comment_id uuid,
    content text NOT NULL,
    content_type character varying(20) DEFAULT 'plain'::character varying NOT NULL,
    status character varying(20) DEFAULT 'published'::character varying NOT NULL,
    like_count integer DEFAULT 0 NOT NULL,
    path ltree NOT NULL,
    depth integer GENERATED ALWAYS AS (nlevel(path) - 1) STORED NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT comments_pkey PRIMARY KEY (id),
    CONSTRAINT comments_post_id_path_key UNIQUE (post_id, path),
    CONSTRAINT comments_content_type_check CHECK (content_type::text = ANY (ARRAY['markdown'::text, 'html'::text, 'plain'::text])),
    CONSTRAINT comments_like_count_check CHECK (like_count >= 0),
    CONSTRAINT comments_path_check CHECK (nlevel(path) > 0),
    CONSTRAINT comments_status_check CHECK (status::text = ANY (ARRAY['draft'::text, 'published'::text, 'hidden'::text, 'deleted'::text]))
);

CREATE TABLE user_follows (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    follower_id uuid NOT NULL,
    following_id uuid NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT user_follows_pkey PRIMARY KEY (id),
    CONSTRAINT user_follows_follower_id_following_id_key UNIQUE (follower_id, following_id),
    CONSTRAINT user_follows_check CHECK (follower_id <> following_id)
);

CREATE TABLE likes (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    likeable_type character varying(20) NOT NULL,
    likeable_id uuid NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT likes_pkey PRIMARY KEY (id),
    CONSTRAINT likes_user_id_likeable_type_likeable_id_key UNIQUE (user_id, likeable_type, likeable_id),
    CONSTRAINT likes_likeable_type_check CHECK (likeable_type::text = ANY (ARRAY['post'::text, 'comment'::text, 'consultation_result'::text]))
);

CREATE TABLE bookmarks (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    bookmarkable_type character varying(20) NOT NULL,
    bookmarkable_id uuid NOT NULL,
    folder_name character varying(50),
    notes bytea,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT bookmarks_pkey PRIMARY KEY (id),
    CONSTRAINT bookmarks_user_id_bookmarkable_type_bookmarkable_id_key UNIQUE (user_id, bookmarkable_type, bookmarkable_id)
);

CREATE TABLE iot_devices (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    device_serial character varying(50) NOT NULL,
    device_type character varying(30) NOT NULL,
    location_id character varying(50) NOT NULL,
    installation_position jsonb NOT NULL,
    manufacturer character varying(50),
    model character varying(50),
    firmware_version character varying(20),
    status character varying(20) DEFAULT 'active'::character varying NOT NULL,
    last_heartbeat timestamp(3) with time zone,
    battery_level smallint,
    signal_strength smallint,
    sampling_interval_seconds integer DEFAULT 60 NOT NULL,
    alert_thresholds jsonb DEFAULT '{}'::jsonb NOT NULL,
    installed_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    credential_hash bytea,
    credential_rotated_at timestamp(3) with time zone,
    retired_at timestamp(3) with time zone,
    config_version integer DEFAULT 1 NOT NULL,
    pushed_config_version integer,
    applied_config_version integer,
    fault character varying(40),
    last_status_at timestamp(3) with time zone,
    CONSTRAINT iot_devices_pkey PRIMARY KEY (id),
    CONSTRAINT iot_devices_device_serial_key UNIQUE (device_serial),
    CONSTRAINT iot_devices_applied_config_version_check CHECK (applied_config_version >= 1),
    CONSTRAINT iot_devices_battery_level_check CHECK (battery_level >= 0 AND battery_level <= 100),
    CONSTRAINT iot_devices_config_version_check CHECK (config_version >= 1),
    CONSTRAINT iot_devices_credential_hash_check CHECK (octet_length(credential_hash) = 32),
    CONSTRAINT iot_devices_fault CHECK (
CASE status
    WHEN 'error'::text THEN fault IS NOT NULL
    WHEN 'active'::text THEN fault IS NULL
    ELSE true
END),
    CONSTRAINT iot_devices_pushed_config_version_check CHECK (pushed_config_version >= 1),
    CONSTRAINT iot_devices_retired CHECK (retired_at IS NULL OR credential_hash IS NULL AND status::text = 'inactive'::text),
    CONSTRAINT iot_devices_sampling_interval_seconds_check CHECK (sampling_interval_seconds > 0),
    CONSTRAINT iot_devices_status_check CHECK (status::text = ANY (ARRAY['active'::text, 'inactive'::text, 'maintenance'::text, 'error'::text]))
) WITH (fillfactor=70);

CREATE TABLE sensor_readings (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    device_id uuid NOT NULL,
    reading_type character varying(30) NOT NULL,
    value numeric(10,4) NOT NULL,
    unit character varying(10) NOT NULL,
    accuracy numeric(5,2),
    reliability_score numeric(3,2),
    ambient_conditions jsonb,
    user_presence boolean,
    recorded_at timestamp(3) with time zone NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sensor_readings_pkey PRIMARY KEY (recorded_at, device_id, reading_type)
) PARTITION BY RANGE (recorded_at);

CREATE TABLE sensor_readings_template (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    device_id uuid NOT NULL,
    reading_type character varying(30) NOT NULL,
    value numeric(10,4) NOT NULL,
    unit character varying(10) NOT NULL,
    accuracy numeric(5,2),
    reliability_score numeric(3,2),
    ambient_conditions jsonb,
    user_presence boolean,
    recorded_at timestamp(3) with time zone NOT NULL,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sensor_readings_template_pkey PRIMARY KEY (recorded_at, device_id, reading_type)
) PARTITION BY RANGE (recorded_at);

CREATE TABLE sensor_minute_aggregates (
    device_id uuid NOT NULL,
    reading_type character varying(30) NOT NULL,
    minute timestamp(3) with time zone NOT NULL,
    reading_count bigint NOT NULL,
    value_sum numeric NOT NULL,
    value_min numeric(10,4) NOT NULL,
    value_max numeric(10,4) NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sensor_minute_aggregates_pkey PRIMARY KEY (device_id, reading_type, minute),
    CONSTRAINT sensor_minute_aggregates_minute_check CHECK (minute = date_trunc('minute'::text, minute, 'UTC'::text)),
    CONSTRAINT sensor_minute_aggregates_reading_count_check CHECK (reading_count > 0)
) WITH (fillfactor=70);

CREATE TABLE sensor_hourly_aggregates (
    device_id uuid NOT NULL,
    reading_type character varying(30) NOT NULL,
    hour timestamp(3) with time zone NOT NULL,
    reading_count bigint NOT NULL,
    value_sum numeric NOT NULL,
    value_min numeric(10,4) NOT NULL,
    value_max numeric(10,4) NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sensor_hourly_aggregates_pkey PRIMARY KEY (device_id, reading_type, hour),
    CONSTRAINT sensor_hourly_aggregates_hour_check CHECK (hour = date_trunc('hour'::text, hour, 'UTC'::text)),
    CONSTRAINT sensor_hourly_aggregates_reading_count_check CHECK (reading_count > 0)
) WITH (fillfactor=70);

CREATE TABLE user_behavior_patterns (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid,
    location_id character varying(50) NOT NULL,
    visit_date date NOT NULL,
    time_slot character varying(10) NOT NULL,
    dwell_time_minutes integer,
    interaction_points jsonb DEFAULT '[]'::jsonb NOT NULL,
    movement_pattern jsonb,
    preference_indicators jsonb,
    comfort_level smallint,
    environmental_preferences jsonb,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    comfort_source character varying(10),
    CONSTRAINT user_behavior_patterns_pkey PRIMARY KEY (id),
    CONSTRAINT user_behavior_patterns_user_id_location_id_visit_date_time__key UNIQUE (user_id, location_id, visit_date, time_slot),
    CONSTRAINT user_behavior_patterns_comfort CHECK ((comfort_level IS NULL) = (comfort_source IS NULL)),
    CONSTRAINT user_behavior_patterns_comfort_level_check CHECK (comfort_level >= 1 AND comfort_level <= 5),
    CONSTRAINT user_behavior_patterns_comfort_source_check CHECK (comfort_source::text = ANY (ARRAY['asked'::text, 'inferred'::text])),
    CONSTRAINT user_behavior_patterns_dwell_time_minutes_check CHECK (dwell_time_minutes >= 0),
    CONSTRAINT user_behavior_patterns_time_slot_check CHECK (time_slot::text = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text]))
);

CREATE TABLE dwh.dim_dates (
    date date NOT NULL,
    year smallint NOT NULL,
    quarter smallint NOT NULL,
    month smallint NOT NULL,
    day smallint NOT NULL,
    weekday smallint NOT NULL,
    CONSTRAINT dim_dates_pkey PRIMARY KEY (date)
);

CREATE TABLE dwh.dim_users (
    user_id uuid NOT NULL,
    nickname character varying(50) NOT NULL,
    created_date date NOT NULL,
    user_type character varying(20) NOT NULL,
    status character varying(20) NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT dim_users_pkey PRIMARY KEY (user_id),
    CONSTRAINT dim_users_user_type_check CHECK (user_type::text = ANY (ARRAY['expert'::text, 'regular'::text]))
);

CREATE TABLE dwh.fact_consultations (
    session_id uuid NOT NULL,
    user_id uuid NOT NULL,
    expert_id uuid,
    service_type character varying(20) NOT NULL,
    consultation_date date NOT NULL,
    duration_minutes integer,
    satisfaction_rating smallint,
    CONSTRAINT fact_consultations_pkey PRIMARY KEY (session_id)
);

CREATE TABLE dwh.fact_sensor_daily (
    device_id uuid NOT NULL,
    reading_date date NOT NULL,
    reading_type character varying(30) NOT NULL,
    avg_value numeric NOT NULL,
    min_value numeric(10,4) NOT NULL,
    max_value numeric(10,4) NOT NULL,
    reading_count bigint NOT NULL,
    CONSTRAINT fact_sensor_daily_pkey PRIMARY KEY (reading_date, device_id, reading_type)
);

CREATE TABLE events (
    global_position bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    stream_id text NOT NULL,
    version integer NOT NULL,
    type text NOT NULL,
    schema_version smallint NOT NULL,
    data jsonb NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    transaction_id xid8 DEFAULT pg_current_xact_id() NOT NULL,
    published_to text DEFAULT 'user-events'::text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT events_pkey PRIMARY KEY (global_position),
    CONSTRAINT events_stream_version UNIQUE (stream_id, version),
    CONSTRAINT events_fit_into_a_record CHECK (octet_length(data::text) <= 65536 AND octet_length(metadata::text) <= 4096 AND octet_length(type) <= 200),
    CONSTRAINT events_published_to_check CHECK (published_to = ANY (ARRAY['user-events'::text, 'sensor-data'::text, 'consultation-events'::text])),
    CONSTRAINT events_schema_version_check CHECK (schema_version >= 1),
    CONSTRAINT events_stream_id_check CHECK (length(stream_id) >= 1 AND length(stream_id) <= 200),
    CONSTRAINT events_version_check CHECK (version >= 1)
);

CREATE TABLE event_snapshots (
    stream_id text NOT NULL,
    version integer NOT NULL,
    schema_version smallint NOT NULL,
    state jsonb NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    CONSTRAINT event_snapshots_pkey PRIMARY KEY (stream_id),
    CONSTRAINT event_snapshots_schema_version_check CHECK (schema_version >= 1)
);

CREATE TABLE idempotency_keys (
    caller text NOT NULL,
    route text NOT NULL,
    key text NOT NULL,
    stored bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (caller, route, key)
);

CREATE TABLE access_records (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    actor_id text NOT NULL,
    subject_id uuid NOT NULL,
    purpose text NOT NULL,
    request_id text NOT NULL,
    places jsonb NOT NULL,
    outcome text NOT NULL,
    accessed_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT access_records_pkey PRIMARY KEY (id),
    CONSTRAINT access_records_actor_id_check CHECK (length(actor_id) >= 1 AND length(actor_id) <= 100),
    CONSTRAINT access_records_outcome_check CHECK (outcome ~ '^[a-z0-9_]{1,60}$'::text),
    CONSTRAINT access_records_places_check CHECK (jsonb_typeof(places) = 'array'::text),
    CONSTRAINT access_records_purpose_check CHECK (length(purpose) >= 1 AND length(purpose) <= 200),
    CONSTRAINT access_records_request_id_check CHECK (length(request_id) >= 1 AND length(request_id) <= 200)
);

CREATE TABLE user_roles (
    user_id uuid NOT NULL,
    role character varying(20) NOT NULL,
    granted_by uuid,
    granted_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT user_roles_pkey PRIMARY KEY (user_id, role),
    CONSTRAINT user_roles_role_check CHECK (role::text = ANY (ARRAY['premium'::text, 'expert'::text, 'operator'::text, 'admin'::text]))
);

CREATE TABLE consents (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    version character varying(20) NOT NULL,
    given boolean NOT NULL,
    given_by character varying(10) DEFAULT 'self'::character varying NOT NULL,
    encrypted_guardian_contact bytea,
    decided_at timestamp(3) with time zone NOT NULL,
    "position" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    CONSTRAINT consents_pkey PRIMARY KEY (id),
    CONSTRAINT consents_given_by_check CHECK (given_by::text = ANY (ARRAY['self'::text, 'guardian'::text])),
    CONSTRAINT consents_kind_check CHECK (kind::text = ANY (ARRAY['privacy'::text, 'marketing'::text, 'location'::text, 'analytics'::text])),
    CONSTRAINT guardian_with_contact CHECK ((given_by::text = 'guardian'::text) = (encrypted_guardian_contact IS NOT NULL))
);

CREATE TABLE verifications (
    token_hash bytea NOT NULL,
    purpose character varying(20) NOT NULL,
    contact_hash bytea NOT NULL,
    code_hash bytea NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    used_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT verifications_pkey PRIMARY KEY (token_hash),
    CONSTRAINT verifications_code_hash_check CHECK (octet_length(code_hash) = 32),
    CONSTRAINT verifications_contact_hash_check CHECK (octet_length(contact_hash) = 32),
    CONSTRAINT verifications_purpose_check CHECK (purpose::text = ANY (ARRAY['sign-up'::text, 'guardian'::text, 'log-in'::text, 'password-reset'::text, 'contact-change'::text, 'erasure'::text])),
    CONSTRAINT verifications_token_hash_check CHECK (octet_length(token_hash) = 32)
);

CREATE TABLE sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    method character varying(20) NOT NULL,
    device character varying(20) NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    last_used_at timestamp(3) with time zone NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    ended_at timestamp(3) with time zone,
    end_reason character varying(30),
    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT ended_for_a_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CONSTRAINT sessions_device_check CHECK (device::text = ANY (ARRAY['android'::text, 'ios'::text, 'windows'::text, 'mac'::text, 'linux'::text, 'other'::text])),
    CONSTRAINT sessions_end_reason_check CHECK (end_reason::text = ANY (ARRAY['logged_out'::text, 'logged_out_everywhere'::text, 'refresh_token_reused'::text, 'password_reset'::text, 'account_closed'::text])),
    CONSTRAINT sessions_method_check CHECK (method::text = ANY (ARRAY['password'::text, 'kakao'::text, 'naver'::text, 'google'::text]))
);

CREATE TABLE refresh_tokens (
    token_hash bytea NOT NULL,
    session_id uuid NOT NULL,
    issued_at timestamp(3) with time zone NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    used_at timestamp(3) with time zone,
    CONSTRAINT refresh_tokens_pkey PRIMARY KEY (token_hash),
    CONSTRAINT refresh_tokens_token_hash_check CHECK (octet_length(token_hash) = 32)
);

CREATE TABLE known_devices (
    token_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    failures smallint DEFAULT 0 NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT known_devices_pkey PRIMARY KEY (token_hash),
    CONSTRAINT known_devices_token_hash_check CHECK (octet_length(token_hash) = 32)
);

CREATE TABLE login_attempts (
    scope character varying(10) NOT NULL,
    key bytea NOT NULL,
    failures integer NOT NULL,
    next_at timestamp(3) with time zone NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT login_attempts_pkey PRIMARY KEY (scope, key),
    CONSTRAINT login_attempts_key_check CHECK (octet_length(key) = 32),
    CONSTRAINT login_attempts_scope_check CHECK (scope::text = ANY (ARRAY['pair'::text, 'account'::text, 'network'::text]))
);

CREATE TABLE user_identities (
    provider character varying(20) NOT NULL,
    subject_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    linked_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT user_identities_pkey PRIMARY KEY (provider, subject_hash),
    CONSTRAINT user_identities_provider_check CHECK (provider::text = ANY (ARRAY['kakao'::text, 'naver'::text, 'google'::text])),
    CONSTRAINT user_identities_subject_hash_check CHECK (octet_length(subject_hash) = 32)
);

CREATE TABLE social_logins (
    token_hash bytea NOT NULL,
    provider character varying(20) NOT NULL,
    redirect_uri text NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    answered_at timestamp(3) with time zone,
    subject_hash bytea,
    completed_at timestamp(3) with time zone,
    CONSTRAINT social_logins_pkey PRIMARY KEY (token_hash),
    CONSTRAINT social_logins_provider_check CHECK (provider::text = ANY (ARRAY['kakao'::text, 'naver'::text, 'google'::text])),
    CONSTRAINT social_logins_subject_hash_check CHECK (octet_length(subject_hash) = 32),
    CONSTRAINT social_logins_token_hash_check CHECK (octet_length(token_hash) = 32)
);

CREATE TABLE data_exports (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    status character varying(20) DEFAULT 'requested'::character varying NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    encrypted_content bytea,
    requested_at timestamp(3) with time zone NOT NULL,
    completed_at timestamp(3) with time zone,
    expires_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT data_exports_pkey PRIMARY KEY (id),
    CONSTRAINT content_when_ready CHECK ((status::text = 'ready'::text) = (encrypted_content IS NOT NULL)),
    CONSTRAINT data_exports_status_check CHECK (status::text = ANY (ARRAY['requested'::text, 'ready'::text, 'failed'::text]))
);

CREATE TABLE erasures (
    user_id uuid NOT NULL,
    erased_at timestamp(3) with time zone NOT NULL,
    completed_at timestamp(3) with time zone,
    CONSTRAINT erasures_pkey PRIMARY KEY (user_id)
);

CREATE TABLE api_keys (
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    name character varying(40) NOT NULL,
    prefix character varying(11) NOT NULL,
    key_hash bytea NOT NULL,
    requests_per_minute integer NOT NULL,
    requests_per_day integer NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    revoked_at timestamp(3) with time zone,
    CONSTRAINT api_keys_pkey PRIMARY KEY (id),
    CONSTRAINT api_keys_key_hash_key UNIQUE (key_hash),
    CONSTRAINT api_keys_key_hash_check CHECK (octet_length(key_hash) = 32),
    CONSTRAINT api_keys_name_check CHECK (name::text ~ '^[a-z0-9](-?[a-z0-9])*$'::text),
    CONSTRAINT api_keys_requests_per_day_check CHECK (requests_per_day >= 1),
    CONSTRAINT api_keys_requests_per_minute_check CHECK (requests_per_minute >= 1)
);

CREATE TABLE event_relay (
    id smallint NOT NULL,
    transaction_id xid8 NOT NULL,
    global_position bigint NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    CONSTRAINT event_relay_pkey PRIMARY KEY (id),
    CONSTRAINT event_relay_id_check CHECK (id = 1)
) WITH (fillfactor=10);

CREATE TABLE consumer_positions (
    consumer text NOT NULL,
    stream text NOT NULL,
    event_stream text NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    CONSTRAINT consumer_positions_pkey PRIMARY KEY (consumer, stream, event_stream),
    CONSTRAINT consumer_positions_consumer_check CHECK (consumer ~ '^[a-z][a-z0-9-]{0,59}$'::text),
    CONSTRAINT consumer_positions_event_stream_check CHECK (length(event_stream) >= 1 AND length(event_stream) <= 200),
    CONSTRAINT consumer_positions_stream_check CHECK (length(stream) >= 1 AND length(stream) <= 60),
    CONSTRAINT consumer_positions_version_check CHECK (version >= 0)
) WITH (fillfactor=70);

CREATE TABLE dead_letters (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    consumer text NOT NULL,
    stream text NOT NULL,
    shard text NOT NULL,
    sequence_number text NOT NULL,
    partition_key text NOT NULL,
    event_stream text,
    event_version integer,
    event_type text,
    record bytea NOT NULL,
    digest bytea GENERATED ALWAYS AS (sha256(record)) STORED NOT NULL,
    reason text NOT NULL,
    error_class text,
    error_code text,
    state text DEFAULT 'open'::text NOT NULL,
    failures integer DEFAULT 1 NOT NULL,
    dead_lettered_at timestamp(3) with time zone NOT NULL,
    resent_at timestamp(3) with time zone,
    closed_at timestamp(3) with time zone,
    CONSTRAINT dead_letters_pkey PRIMARY KEY (id),
    CONSTRAINT dead_letters_record UNIQUE (consumer, stream, shard, sequence_number, digest),
    CONSTRAINT dead_letters_closed CHECK ((state = ANY (ARRAY['done'::text, 'discarded'::text])) = (closed_at IS NOT NULL)),
    CONSTRAINT dead_letters_consumer_check CHECK (consumer ~ '^[a-z][a-z0-9-]{0,59}$'::text),
    CONSTRAINT dead_letters_error_class_check CHECK (length(error_class) <= 200),
    CONSTRAINT dead_letters_error_code_check CHECK (length(error_code) <= 200),
    CONSTRAINT dead_letters_event CHECK (num_nonnulls(event_stream, event_version, event_type) = ANY (ARRAY[0, 3])),
    CONSTRAINT dead_letters_failures_check CHECK (failures >= 1),
    CONSTRAINT dead_letters_reason_check CHECK (reason ~ '^[a-z_]{1,40}$'::text),
    CONSTRAINT dead_letters_resent CHECK (state <> 'resent'::text OR resent_at IS NOT NULL),
    CONSTRAINT dead_letters_state_check CHECK (state = ANY (ARRAY['open'::text, 'resent'::text, 'done'::text, 'discarded'::text]))
);

CREATE TABLE audit_log (
    stream_id text NOT NULL,
    version integer NOT NULL,
    event_type text NOT NULL,
    concern text NOT NULL,
    actor_id text,
    subject_id uuid,
    request_id text,
    details jsonb NOT NULL,
    occurred_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT audit_log_pkey PRIMARY KEY (stream_id, version),
    CONSTRAINT audit_log_concern_check CHECK (concern = ANY (ARRAY['security'::text, 'data'::text]))
);

CREATE TABLE activity_users (
    user_id uuid NOT NULL,
    erased boolean DEFAULT false NOT NULL,
    decisions jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT activity_users_pkey PRIMARY KEY (user_id)
);

CREATE TABLE activity_entries (
    global_position bigint NOT NULL,
    user_id uuid NOT NULL,
    event_type text NOT NULL,
    by_consent boolean NOT NULL,
    occurred_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT activity_entries_pkey PRIMARY KEY (global_position)
);

CREATE TABLE activity_sessions (
    user_id uuid NOT NULL,
    started_at timestamp(3) with time zone NOT NULL,
    ended_at timestamp(3) with time zone NOT NULL,
    entries integer NOT NULL,
    CONSTRAINT activity_sessions_pkey PRIMARY KEY (user_id, ended_at),
    CONSTRAINT activity_sessions_entries_check CHECK (entries > 0)
);

CREATE TABLE activity_alerts (
    user_id uuid NOT NULL,
    session_started_at timestamp(3) with time zone NOT NULL,
    began_at timestamp(3) with time zone NOT NULL,
    reached_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT activity_alerts_pkey PRIMARY KEY (user_id, session_started_at)
);

CREATE TABLE warehouse_users (
    user_id uuid NOT NULL,
    erased boolean DEFAULT false NOT NULL,
    decisions jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT warehouse_users_pkey PRIMARY KEY (user_id)
);

CREATE TABLE dwh.fact_activity_daily (
    activity_date date NOT NULL,
    user_id uuid NOT NULL,
    event_type character varying(60) NOT NULL,
    category character varying(30) NOT NULL,
    events bigint NOT NULL,
    seconds bigint NOT NULL,
    CONSTRAINT fact_activity_daily_pkey PRIMARY KEY (activity_date, user_id, event_type, category),
    CONSTRAINT fact_activity_daily_events_check CHECK (events > 0),
    CONSTRAINT fact_activity_daily_seconds_check CHECK (seconds >= 0)
);

CREATE TABLE interest_users (
    user_id uuid NOT NULL,
    erased boolean DEFAULT false NOT NULL,
    decisions jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT interest_users_pkey PRIMARY KEY (user_id)
);

CREATE TABLE interest_signals (
    global_position bigint NOT NULL,
    user_id uuid NOT NULL,
    category character varying(30) NOT NULL,
    kind character varying(20) NOT NULL,
    occurred_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT interest_signals_pkey PRIMARY KEY (global_position),
    CONSTRAINT interest_signals_kind_check CHECK (kind::text = ANY (ARRAY['viewed'::text, 'used'::text, 'read'::text, 'shown'::text, 'taken'::text, 'dismissed'::text]))
);

CREATE TABLE interest_charts (
    chart_id uuid NOT NULL,
    user_id uuid NOT NULL,
    person_id uuid NOT NULL,
    stored_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT interest_charts_pkey PRIMARY KEY (chart_id)
);

CREATE TABLE interest_people (
    person_id uuid NOT NULL,
    user_id uuid NOT NULL,
    charts_gone_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT interest_people_pkey PRIMARY KEY (person_id)
);

CREATE TABLE interest_interpretations (
    interpretation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    chart_id uuid NOT NULL,
    category character varying(30),
    interpreted_at timestamp(3) with time zone,
    rating smallint,
    rated_at timestamp(3) with time zone,
    rating_version integer,
    CONSTRAINT interest_interpretations_pkey PRIMARY KEY (interpretation_id),
    CONSTRAINT interest_interpretations_rating_check CHECK (rating >= 1 AND rating <= 5)
);

CREATE TABLE saju_accuracy_daily (
    stat_date date NOT NULL,
    interpretation_type character varying(20) NOT NULL,
    model_version character varying(60) NOT NULL,
    interpretations integer NOT NULL,
    rated integer NOT NULL,
    rating_sum integer NOT NULL,
    well_rated integer NOT NULL,
    review_requested integer NOT NULL,
    reviewed integer NOT NULL,
    reviewed_rated integer NOT NULL,
    reviewed_rating_sum integer NOT NULL,
    rating_average numeric(5,4) GENERATED ALWAYS AS ((rating_sum::numeric / NULLIF(rated, 0)::numeric)) STORED,
    well_rated_share numeric(5,4) GENERATED ALWAYS AS ((well_rated::numeric / NULLIF(rated, 0)::numeric)) STORED,
    reviewed_share numeric(5,4) GENERATED ALWAYS AS ((reviewed::numeric / interpretations::numeric)) STORED,
    reviewed_rating_average numeric(5,4) GENERATED ALWAYS AS ((reviewed_rating_sum::numeric / NULLIF(reviewed_rated, 0)::numeric)) STORED,
    agreement numeric(5,4),
    kappa numeric(5,4),
    calibration_error numeric(5,4),
    calibration jsonb NOT NULL,
    CONSTRAINT saju_accuracy_daily_pkey PRIMARY KEY (stat_date, interpretation_type, model_version),
    CONSTRAINT saju_accuracy_daily_check CHECK (rated >= 0 AND rated <= interpretations),
    CONSTRAINT saju_accuracy_daily_check1 CHECK (well_rated >= 0 AND well_rated <= rated),
    CONSTRAINT saju_accuracy_daily_check2 CHECK (review_requested >= 0 AND review_requested <= interpretations),
    CONSTRAINT saju_accuracy_daily_check3 CHECK (reviewed >= 0 AND reviewed <= review_requested),
    CONSTRAINT saju_accuracy_daily_check4 CHECK (reviewed_rated >= 0 AND reviewed_rated <= LEAST(reviewed, rated)),
    CONSTRAINT saju_accuracy_daily_interpretations_check CHECK (interpretations > 0)
);

CREATE TABLE content_quality_daily (
    stat_date date NOT NULL,
    post_id uuid NOT NULL,
    score numeric(5,2) NOT NULL,
    verdict character varying(20) NOT NULL,
    flags jsonb NOT NULL,
    parts jsonb NOT NULL,
    CONSTRAINT content_quality_daily_pkey PRIMARY KEY (stat_date, post_id),
    CONSTRAINT content_quality_daily_flags_check CHECK (jsonb_typeof(flags) = 'array'::text),
    CONSTRAINT content_quality_daily_score_check CHECK (score >= 0::numeric AND score <= 100::numeric),
    CONSTRAINT content_quality_daily_verdict_check CHECK (verdict::text = ANY (ARRAY['fine'::text, 'low_quality'::text, 'spam'::text]))
);

CREATE TABLE sensor_daily_aggregates (
    stat_date date NOT NULL,
    device_id uuid NOT NULL,
    reading_type character varying(30) NOT NULL,
    reading_count bigint NOT NULL,
    value_sum numeric NOT NULL,
    value_min numeric(10,4) NOT NULL,
    value_max numeric(10,4) NOT NULL,
    hours smallint NOT NULL,
    CONSTRAINT sensor_daily_aggregates_pkey PRIMARY KEY (device_id, reading_type, stat_date),
    CONSTRAINT sensor_daily_aggregates_hours_check CHECK (hours >= 1 AND hours <= 24),
    CONSTRAINT sensor_daily_aggregates_reading_count_check CHECK (reading_count > 0)
);

CREATE TABLE sensor_environment_daily (
    stat_date date NOT NULL,
    location_id character varying(50) NOT NULL,
    reading_type character varying(30) NOT NULL,
    hour_of_day smallint NOT NULL,
    devices integer NOT NULL,
    value_avg numeric(10,4) NOT NULL,
    usual_avg numeric(10,4),
    usual_days smallint NOT NULL,
    CONSTRAINT sensor_environment_daily_pkey PRIMARY KEY (location_id, reading_type, stat_date, hour_of_day),
    CONSTRAINT sensor_environment_daily_devices_check CHECK (devices > 0),
    CONSTRAINT sensor_environment_daily_hour_of_day_check CHECK (hour_of_day >= 0 AND hour_of_day <= 23),
    CONSTRAINT sensor_environment_daily_usual_days_check CHECK (usual_days >= 0 AND usual_days <= 28)
);

CREATE TABLE sensor_anomalies (
    stat_date date NOT NULL,
    device_id uuid NOT NULL,
    reading_type character varying(30) NOT NULL,
    kind character varying(20) NOT NULL,
    started_at timestamp(3) with time zone NOT NULL,
    hours smallint NOT NULL,
    details jsonb NOT NULL,
    CONSTRAINT sensor_anomalies_pkey PRIMARY KEY (device_id, reading_type, kind, started_at),
    CONSTRAINT sensor_anomalies_hours_check CHECK (hours >= 1 AND hours <= 24),
    CONSTRAINT sensor_anomalies_kind_check CHECK (kind::text = ANY (ARRAY['unusual'::text, 'gap'::text, 'out_of_range'::text]))
);

CREATE TABLE sensor_latest (
    device_id uuid NOT NULL,
    reading_type character varying(30) NOT NULL,
    value numeric(10,4) NOT NULL,
    unit character varying(10) NOT NULL,
    reliability_score numeric(3,2) NOT NULL,
    user_presence boolean,
    recorded_at timestamp(3) with time zone NOT NULL,
    received_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT sensor_latest_pkey PRIMARY KEY (device_id, reading_type)
) WITH (fillfactor=50);

CREATE TABLE sensor_alerts (
    id uuid NOT NULL,
    device_id uuid NOT NULL,
    location_id character varying(50) NOT NULL,
    kind character varying(20) NOT NULL,
    reading_type character varying(30),
    limit_value numeric(10,4),
    fault character varying(40),
    opened_at timestamp(3) with time zone NOT NULL,
    opened_value numeric(10,4),
    raised_at timestamp(3) with time zone NOT NULL,
    last_breach_at timestamp(3) with time zone,
    worst_value numeric(10,4),
    breaches integer,
    last_outside_at timestamp(3) with time zone,
    cleared_at timestamp(3) with time zone,
    cleared_value numeric(10,4),
    clear_reason character varying(20),
    acknowledged_at timestamp(3) with time zone,
    CONSTRAINT sensor_alerts_pkey PRIMARY KEY (id),
    CONSTRAINT sensor_alerts_breaches_check CHECK (breaches >= 1),
    CONSTRAINT sensor_alerts_clear_reason_check CHECK (clear_reason::text = ANY (ARRAY['recovered'::text, 'not_watched'::text])),
    CONSTRAINT sensor_alerts_cleared CHECK ((cleared_at IS NULL) = (clear_reason IS NULL)),
    CONSTRAINT sensor_alerts_fault CHECK ((kind::text = 'fault'::text) = (fault IS NOT NULL)),
    CONSTRAINT sensor_alerts_kind_check CHECK (kind::text = ANY (ARRAY['above_maximum'::text, 'below_minimum'::text, 'offline'::text, 'low_battery'::text, 'fault'::text])),
    CONSTRAINT sensor_alerts_of_readings CHECK ((kind::text = ANY (ARRAY['above_maximum'::text, 'below_minimum'::text])) = (num_nonnulls(reading_type, limit_value, opened_value, last_breach_at, worst_value, breaches, last_outside_at) = 7))
);

CREATE TABLE alert_webhooks (
    id uuid NOT NULL,
    url text NOT NULL,
    description character varying(100),
    location_id character varying(50),
    secret_version integer DEFAULT 1 NOT NULL,
    previous_secret_until timestamp(3) with time zone,
    state character varying(20) DEFAULT 'active'::character varying NOT NULL,
    disabled_reason character varying(20),
    disabled_at timestamp(3) with time zone,
    failures integer DEFAULT 0 NOT NULL,
    failing_since timestamp(3) with time zone,
    last_delivered_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone NOT NULL,
    updated_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT alert_webhooks_pkey PRIMARY KEY (id),
    CONSTRAINT alert_webhooks_disabled CHECK ((state::text = 'disabled'::text) = (disabled_at IS NOT NULL) AND (state::text = 'disabled'::text) = (disabled_reason IS NOT NULL)),
    CONSTRAINT alert_webhooks_disabled_reason_check CHECK (disabled_reason::text = ANY (ARRAY['operator'::text, 'failing'::text, 'gone'::text])),
    CONSTRAINT alert_webhooks_failing CHECK ((failures > 0) = (failing_since IS NOT NULL)),
    CONSTRAINT alert_webhooks_failures_check CHECK (failures >= 0),
    CONSTRAINT alert_webhooks_secret_version_check CHECK (secret_version >= 1),
    CONSTRAINT alert_webhooks_state_check CHECK (state::text = ANY (ARRAY['active'::text, 'disabled'::text])),
    CONSTRAINT alert_webhooks_url_check CHECK (length(url) >= 1 AND length(url) <= 2000)
);

CREATE TABLE alert_deliveries (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    webhook_id uuid,
    alert_id uuid NOT NULL,
    event_version integer NOT NULL,
    event_type character varying(60) NOT NULL,
    body text NOT NULL,
    state character varying(20) DEFAULT 'pending'::character varying NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    attempts_in_turn integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone NOT NULL,
    ended_at timestamp(3) with time zone,
    CONSTRAINT alert_deliveries_pkey PRIMARY KEY (id),
    CONSTRAINT alert_deliveries_webhook_id_alert_id_event_version_key UNIQUE NULLS NOT DISTINCT (webhook_id, alert_id, event_version),
    CONSTRAINT alert_deliveries_attempts_check CHECK (attempts >= 0),
    CONSTRAINT alert_deliveries_attempts_in_turn_check CHECK (attempts_in_turn >= 0),
    CONSTRAINT alert_deliveries_event_version_check CHECK (event_version >= 1),
    CONSTRAINT alert_deliveries_pending CHECK ((state::text = 'pending'::text) = (next_attempt_at IS NOT NULL) AND (state::text = 'pending'::text) = (ended_at IS NULL)),
    CONSTRAINT alert_deliveries_state_check CHECK (state::text = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'cancelled'::text]))
);

CREATE TABLE alert_delivery_attempts (
    delivery_id uuid NOT NULL,
    attempt integer NOT NULL,
    started_at timestamp(3) with time zone NOT NULL,
    duration_ms integer NOT NULL,
    outcome character varying(30) NOT NULL,
    status smallint,
    CONSTRAINT alert_delivery_attempts_pkey PRIMARY KEY (delivery_id, attempt),
    CONSTRAINT alert_delivery_attempts_attempt_check CHECK (attempt >= 1),
    CONSTRAINT alert_delivery_attempts_duration_ms_check CHECK (duration_ms >= 0),
    CONSTRAINT alert_delivery_attempts_outcome_check CHECK (outcome::text ~ '^[a-z_]{1,30}$'::text)
);

CREATE TABLE visits (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    location_id character varying(50) NOT NULL,
    checked_in_at timestamp(3) with time zone NOT NULL,
    checked_out_at timestamp(3) with time zone,
    forgotten boolean DEFAULT false NOT NULL,
    comfort_level smallint,
    created_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT now() NOT NULL,
    CONSTRAINT visits_pkey PRIMARY KEY (id),
    CONSTRAINT visits_comfort_level_check CHECK (comfort_level >= 1 AND comfort_level <= 5),
    CONSTRAINT visits_end CHECK (checked_out_at >= checked_in_at),
    CONSTRAINT visits_forgotten CHECK (NOT forgotten OR checked_out_at IS NOT NULL)
);

ALTER TABLE user_sensitive_info ADD CONSTRAINT user_sensitive_info_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;

ALTER TABLE user_preferences ADD CONSTRAINT user_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;

ALTER TABLE saju_pillars ADD CONSTRAINT saju_pillars_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);

ALTER TABLE saju_pillars ADD CONSTRAINT saju_pillars_user_id_person_id_fkey FOREIGN KEY (user_id, person_id) REFERENCES user_sensitive_info(user_id, id) ON DELETE CASCADE;

ALTER TABLE saju_interpretations ADD CONSTRAINT saju_interpretations_expert_id_fkey FOREIGN KEY (expert_id) REFERENCES users(id);

ALTER TABLE saju_interpretations ADD CONSTRAINT saju_interpretations_saju_pillar_id_fkey FOREIGN KEY (saju_pillar_id) REFERENCES saju_pillars(id) ON DELETE CASCADE;

ALTER TABLE consultation_sessions ADD CONSTRAINT consultation_sessions_expert_id_fkey FOREIGN KEY (expert_id) REFERENCES users(id);

ALTER TABLE consultation_sessions ADD CONSTRAINT consultation_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);

ALTER TABLE consultation_results ADD CONSTRAINT consultation_results_session_id_session_created_at_fkey FOREIGN KEY (session_id, session_created_at) REFERENCES consultation_sessions(id, created_at);

ALTER TABLE posts ADD CONSTRAINT posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id);

ALTER TABLE posts ADD CONSTRAINT posts_category_id_fkey FOREIGN KEY (category_id) REFERENCES board_categories(id);

ALTER TABLE comments ADD CONSTRAINT comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id);

ALTER TABLE comments ADD CONSTRAINT comments_parent_comment_id_fkey FOREIGN KEY (parent_comment_id) REFERENCES comments(id);

ALTER TABLE comments ADD CONSTRAINT comments_post_id_fkey FOREIGN KEY (post_id) REFERENCES posts(id) ON DELETE CASCADE;

ALTER TABLE user_follows ADD CONSTRAINT user_follows_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES users(id);

ALTER TABLE user_follows ADD CONSTRAINT user_follows_following_id_fkey FOREIGN KEY (following_id) REFERENCES users(id);

ALTER TABLE likes ADD CONSTRAINT likes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);

ALTER TABLE bookmarks ADD CONSTRAINT bookmarks_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);

ALTER TABLE user_behavior_patterns ADD CONSTRAINT user_behavior_patterns_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);

ALTER TABLE dwh.dim_users ADD CONSTRAINT dim_users_created_date_fkey FOREIGN KEY (created_date) REFERENCES dwh.dim_dates(date);

ALTER TABLE dwh.fact_consultations ADD CONSTRAINT fact_consultations_consultation_date_fkey FOREIGN KEY (consultation_date) REFERENCES dwh.dim_dates(date);

ALTER TABLE dwh.fact_consultations ADD CONSTRAINT fact_consultations_expert_id_fkey FOREIGN KEY (expert_id) REFERENCES dwh.dim_users(user_id);

ALTER TABLE dwh.fact_consultations ADD CONSTRAINT fact_consultations_user_id_fkey FOREIGN KEY (user_id) REFERENCES dwh.dim_users(user_id);

ALTER TABLE dwh.fact_sensor_daily ADD CONSTRAINT fact_sensor_daily_reading_date_fkey FOREIGN KEY (reading_date) REFERENCES dwh.dim_dates(date);

ALTER TABLE event_snapshots ADD CONSTRAINT event_snapshots_stream_id_version_fkey FOREIGN KEY (stream_id, version) REFERENCES events(stream_id, version);

ALTER TABLE user_roles ADD CONSTRAINT user_roles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;

ALTER TABLE consents ADD CONSTRAINT consents_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;

ALTER TABLE sessions ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;

ALTER TABLE refresh_tokens ADD CONSTRAINT refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE;

ALTER TABLE known_devices ADD CONSTRAINT known_devices_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;

ALTER TABLE user_identities ADD CONSTRAINT user_identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;

ALTER TABLE data_exports ADD CONSTRAINT data_exports_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;

ALTER TABLE api_keys ADD CONSTRAINT api_keys_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE;

ALTER TABLE dwh.fact_activity_daily ADD CONSTRAINT fact_activity_daily_activity_date_fkey FOREIGN KEY (activity_date) REFERENCES dwh.dim_dates(date);

ALTER TABLE content_quality_daily ADD CONSTRAINT content_quality_daily_post_id_fkey FOREIGN KEY (post_id) REFERENCES posts(id) ON DELETE CASCADE;

ALTER TABLE sensor_daily_aggregates ADD CONSTRAINT sensor_daily_aggregates_device_id_fkey FOREIGN KEY (device_id) REFERENCES iot_devices(id);

ALTER TABLE sensor_anomalies ADD CONSTRAINT sensor_anomalies_device_id_fkey FOREIGN KEY (device_id) REFERENCES iot_devices(id);

ALTER TABLE sensor_alerts ADD CONSTRAINT sensor_alerts_device_id_fkey FOREIGN KEY (device_id) REFERENCES iot_devices(id);

ALTER TABLE alert_deliveries ADD CONSTRAINT alert_deliveries_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES alert_webhooks(id) ON DELETE CASCADE;

ALTER TABLE alert_delivery_attempts ADD CONSTRAINT alert_delivery_attempts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES alert_deliveries(id) ON DELETE CASCADE;

ALTER TABLE visits ADD CONSTRAINT visits_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);

CREATE INDEX idx_users_updated_at ON users USING btree (updated_at);

CREATE UNIQUE INDEX idx_user_sensitive_info_self ON user_sensitive_info USING btree (user_id) WHERE relation::text = 'self'::text;

CREATE INDEX idx_saju_pillars_user_created ON saju_pillars USING btree (user_id, created_at DESC);

CREATE INDEX idx_saju_pillars_five_elements ON saju_pillars USING gin (five_elements);

CREATE INDEX idx_consultation_sessions_user_status_time ON ONLY consultation_sessions USING btree (user_id, status, scheduled_at DESC) WHERE status::text = ANY (ARRAY['scheduled'::text, 'in_progress'::text]);

CREATE INDEX idx_consultation_sessions_updated_at ON ONLY consultation_sessions USING btree (updated_at);

CREATE INDEX idx_consultation_sessions_expert ON ONLY consultation_sessions USING btree (expert_id);

CREATE INDEX idx_consultation_results_session ON consultation_results USING btree (session_id, session_created_at);

CREATE INDEX idx_posts_category_published ON posts USING btree (category_id, published_at DESC, id DESC) WHERE status::text = 'published'::text;

CREATE INDEX idx_posts_search_vector ON posts USING gin (search_vector);

CREATE INDEX idx_comments_parent ON comments USING btree (parent_comment_id);

CREATE INDEX idx_comments_author ON comments USING btree (author_id);

CREATE INDEX idx_user_follows_following ON user_follows USING btree (following_id);

CREATE INDEX idx_likes_likeable ON likes USING btree (likeable_type, likeable_id);

CREATE INDEX idx_sensor_readings_device_time ON ONLY sensor_readings USING btree (device_id, recorded_at DESC);

CREATE INDEX sensor_readings_template_device_id_recorded_at_idx ON ONLY sensor_readings_template USING btree (device_id, recorded_at DESC);

CREATE INDEX idx_sensor_hourly_aggregates_updated_at ON sensor_hourly_aggregates USING btree (updated_at);

CREATE INDEX idx_fact_consultations_date ON dwh.fact_consultations USING btree (consultation_date);

CREATE INDEX idx_events_relay ON events USING btree (transaction_id, global_position);

CREATE INDEX idx_idempotency_keys_expires_at ON idempotency_keys USING btree (expires_at);

CREATE INDEX idx_access_records_subject ON access_records USING btree (subject_id, accessed_at DESC, id DESC);

CREATE INDEX idx_access_records_actor ON access_records USING btree (actor_id, accessed_at DESC);

CREATE INDEX idx_access_records_failures ON access_records USING btree (accessed_at DESC) WHERE outcome <> 'granted'::text;

CREATE INDEX idx_access_records_accessed_at ON access_records USING btree (accessed_at);

CREATE INDEX idx_consents_user ON consents USING btree (user_id, kind, "position" DESC);

CREATE INDEX idx_verifications_expires_at ON verifications USING btree (expires_at);

CREATE INDEX idx_sessions_open ON sessions USING btree (user_id) WHERE ended_at IS NULL;

CREATE INDEX idx_sessions_expires_at ON sessions USING btree (expires_at);

CREATE INDEX idx_refresh_tokens_session ON refresh_tokens USING btree (session_id);

CREATE INDEX idx_refresh_tokens_expires_at ON refresh_tokens USING btree (expires_at);

CREATE INDEX idx_known_devices_user ON known_devices USING btree (user_id);

CREATE INDEX idx_known_devices_expires_at ON known_devices USING btree (expires_at);

CREATE INDEX idx_login_attempts_expires_at ON login_attempts USING btree (expires_at);

CREATE UNIQUE INDEX idx_user_identities_user ON user_identities USING btree (user_id, provider);

CREATE INDEX idx_social_logins_expires_at ON social_logins USING btree (expires_at);

CREATE UNIQUE INDEX idx_data_exports_requested ON data_exports USING btree (user_id) WHERE status::text = 'requested'::text;

CREATE INDEX idx_data_exports_user ON data_exports USING btree (user_id, requested_at DESC);

CREATE INDEX idx_data_exports_expires_at ON data_exports USING btree (expires_at);

CREATE INDEX idx_erasures_open ON erasures USING btree (erased_at) WHERE completed_at IS NULL;

CREATE INDEX idx_api_keys_owner ON api_keys USING btree (owner_id, created_at);

CREATE INDEX idx_saju_pillars_person ON saju_pillars USING btree (person_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX idx_saju_interpretations_type ON saju_interpretations USING btree (saju_pillar_id, interpretation_type);

CREATE INDEX idx_saju_interpretations_requested ON saju_interpretations USING btree (review_requested_at, id) WHERE review_status::text = 'requested'::text;

CREATE UNIQUE INDEX dead_letters_pending ON dead_letters USING btree (consumer, digest) WHERE state = ANY (ARRAY['open'::text, 'resent'::text]);

CREATE INDEX idx_dead_letters_resent ON dead_letters USING btree (consumer) WHERE state = 'resent'::text;

CREATE INDEX idx_dead_letters_listed ON dead_letters USING btree (dead_lettered_at DESC, id DESC);

CREATE INDEX idx_dead_letters_consumer ON dead_letters USING btree (consumer, dead_lettered_at DESC, id DESC);

CREATE INDEX idx_dead_letters_closed ON dead_letters USING btree (closed_at) WHERE closed_at IS NOT NULL;

CREATE INDEX idx_audit_log_subject ON audit_log USING btree (subject_id, occurred_at DESC);

CREATE INDEX idx_audit_log_actor ON audit_log USING btree (actor_id, occurred_at DESC);

CREATE INDEX idx_audit_log_occurred_at ON audit_log USING btree (occurred_at);

CREATE INDEX idx_activity_entries_user ON activity_entries USING btree (user_id, occurred_at);

CREATE INDEX idx_activity_sessions_started_at ON activity_sessions USING btree (started_at);

CREATE INDEX idx_activity_alerts_reached_at ON activity_alerts USING btree (reached_at);

CREATE INDEX idx_fact_activity_daily_user ON dwh.fact_activity_daily USING btree (user_id);

CREATE INDEX idx_interest_signals_user ON interest_signals USING btree (user_id, occurred_at);

CREATE INDEX idx_interest_charts_user ON interest_charts USING btree (user_id);

CREATE INDEX idx_interest_people_user ON interest_people USING btree (user_id);

CREATE INDEX idx_interest_interpretations_user ON interest_interpretations USING btree (user_id);

CREATE INDEX idx_saju_interpretations_created ON saju_interpretations USING btree (created_at);

CREATE INDEX idx_content_quality_daily_post ON content_quality_daily USING btree (post_id);

CREATE INDEX idx_content_quality_daily_score ON content_quality_daily USING btree (stat_date, score DESC) WHERE verdict::text = 'fine'::text;

CREATE INDEX idx_posts_published ON posts USING brin (published_at);

CREATE INDEX idx_posts_author ON posts USING btree (author_id, published_at);

CREATE INDEX idx_bookmarks_bookmarkable ON bookmarks USING btree (bookmarkable_type, bookmarkable_id);

CREATE INDEX idx_sensor_daily_aggregates_date ON sensor_daily_aggregates USING btree (stat_date);

CREATE INDEX idx_sensor_hourly_aggregates_hour ON sensor_hourly_aggregates USING brin (hour);

CREATE INDEX idx_sensor_environment_daily_date ON sensor_environment_daily USING btree (stat_date);

CREATE INDEX idx_sensor_anomalies_date ON sensor_anomalies USING btree (stat_date);

CREATE INDEX idx_iot_devices_created_at ON iot_devices USING btree (created_at, id);

CREATE INDEX idx_iot_devices_location ON iot_devices USING btree (location_id, created_at, id);

CREATE INDEX idx_iot_devices_unpushed ON iot_devices USING btree (id) WHERE pushed_config_version IS DISTINCT FROM config_version;

CREATE UNIQUE INDEX sensor_alerts_open ON sensor_alerts USING btree (device_id, kind, reading_type) NULLS NOT DISTINCT WHERE cleared_at IS NULL;

CREATE INDEX idx_sensor_alerts_cleared ON sensor_alerts USING btree (device_id, kind, reading_type, cleared_at DESC) WHERE cleared_at IS NOT NULL;

CREATE INDEX idx_sensor_alerts_listed ON sensor_alerts USING btree (raised_at DESC, id DESC);

CREATE INDEX idx_sensor_alerts_listed_open ON sensor_alerts USING btree (raised_at DESC, id DESC) WHERE cleared_at IS NULL;

CREATE INDEX idx_sensor_alerts_location ON sensor_alerts USING btree (location_id, raised_at DESC, id DESC);

CREATE INDEX idx_alert_deliveries_due ON alert_deliveries USING btree (webhook_id, next_attempt_at) WHERE state::text = 'pending'::text;

CREATE INDEX idx_alert_deliveries_listed ON alert_deliveries USING btree (webhook_id, created_at DESC, id DESC);

CREATE INDEX idx_alert_deliveries_ended ON alert_deliveries USING btree (ended_at) WHERE state::text <> 'pending'::text;

CREATE UNIQUE INDEX visits_open ON visits USING btree (user_id) WHERE checked_out_at IS NULL;

CREATE INDEX idx_visits_user ON visits USING btree (user_id, checked_in_at DESC, id DESC);

CREATE INDEX idx_visits_location ON visits USING btree (location_id, checked_in_at);

CREATE INDEX idx_visits_ended ON visits USING btree (checked_out_at) WHERE NOT forgotten;

CREATE INDEX idx_user_behavior_patterns_location ON user_behavior_patterns USING btree (location_id, visit_date);

CREATE INDEX idx_dead_letters_key ON dead_letters USING btree (consumer, partition_key, dead_lettered_at);

CREATE VIEW hourly_sensor_averages AS
 SELECT device_id,
    reading_type,
    hour,
    value_sum / reading_count::numeric AS avg_value,
    value_min AS min_value,
    value_max AS max_value,
    reading_count
   FROM sensor_hourly_aggregates
  WHERE hour >= (now() - '7 days'::interval);

CREATE MATERIALIZED VIEW daily_statistics AS
 WITH days AS (
         SELECT day.day::date AS stat_date
           FROM generate_series((( SELECT korean_date(min(users.created_at)) AS korean_date
                   FROM users))::timestamp without time zone, korean_date(now())::timestamp without time zone, '1 day'::interval) day(day)
        ), new_users AS (
         SELECT korean_date(users.created_at) AS stat_date,
            count(*) AS users
           FROM users
          GROUP BY (korean_date(users.created_at))
        ), booked AS (
         SELECT korean_date(consultation_sessions.created_at) AS stat_date,
            count(DISTINCT consultation_sessions.user_id) AS users
           FROM consultation_sessions
          GROUP BY (korean_date(consultation_sessions.created_at))
        ), completed AS (
         SELECT korean_date(consultation_sessions.ended_at) AS stat_date,
            avg(consultation_sessions.duration_minutes) AS duration
           FROM consultation_sessions
          WHERE consultation_sessions.status::text = 'completed'::text
          GROUP BY (korean_date(consultation_sessions.ended_at))
        )
 SELECT days.stat_date,
    COALESCE(new_users.users, 0::bigint) AS today_users,
    sum(COALESCE(new_users.users, 0::bigint)) OVER (ORDER BY days.stat_date ROWS 6 PRECEDING)::bigint AS week_users,
    COALESCE(booked.users, 0::bigint) AS unique_users,
    completed.duration AS avg_session_duration
   FROM days
     LEFT JOIN new_users USING (stat_date)
     LEFT JOIN booked USING (stat_date)
     LEFT JOIN completed USING (stat_date);

CREATE UNIQUE INDEX idx_daily_statistics_stat_date ON daily_statistics USING btree (stat_date);

CREATE TRIGGER events_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_events();

CREATE TRIGGER access_records_are_append_only BEFORE UPDATE OR TRUNCATE ON access_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_access_records();

CREATE TRIGGER access_records_are_kept_two_years BEFORE DELETE ON access_records FOR EACH ROW WHEN (old.accessed_at > (now() - '2 years'::interval)) EXECUTE FUNCTION refuse_to_change_access_records();

CREATE TRIGGER consents_are_append_only BEFORE UPDATE OR TRUNCATE ON consents FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_consents();

CREATE TRIGGER dead_letters_stay_closed BEFORE UPDATE ON dead_letters FOR EACH ROW WHEN (old.closed_at IS NOT NULL) EXECUTE FUNCTION refuse_to_reopen_dead_letters();

CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_audit_log();

CREATE TRIGGER audit_log_is_kept_two_years BEFORE DELETE ON audit_log FOR EACH ROW WHEN (old.occurred_at > (now() - '2 years'::interval)) EXECUTE FUNCTION refuse_to_change_audit_log();

DO $$
BEGIN
    CREATE ROLE heal7_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END;
$$;

REVOKE EXECUTE ON FUNCTION delete_closed_dead_letters(integer) FROM PUBLIC;

REVOKE EXECUTE ON FUNCTION delete_expired_access_records(integer) FROM PUBLIC;

REVOKE EXECUTE ON FUNCTION delete_expired_audit_entries(integer) FROM PUBLIC;

REVOKE EXECUTE ON FUNCTION drop_expired_partitions(integer,timestamp with time zone) FROM PUBLIC;

REVOKE EXECUTE ON FUNCTION ensure_partitions(date,date) FROM PUBLIC;

REVOKE EXECUTE ON FUNCTION refresh_daily_statistics() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION
    delete_closed_dead_letters(integer),
    delete_expired_access_records(integer),
    delete_expired_audit_entries(integer),
    drop_expired_partitions(integer,timestamp with time zone),
    ensure_partitions(date,date),
    refresh_daily_statistics()
TO heal7_app;

GRANT USAGE ON SCHEMA
    dwh,
    public
TO heal7_app;

GRANT INSERT, SELECT ON TABLE
    access_records,
    audit_log,
    consents,
    consumer_positions,
    dead_letters,
    events,
    sensor_alerts
TO heal7_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE
    activity_alerts,
    activity_entries,
    activity_sessions,
    activity_users,
    alert_deliveries,
    alert_delivery_attempts,
    alert_webhooks,
    api_keys,
    board_categories,
    bookmarks,
    comments,
    consultation_results,
    consultation_sessions,
    content_quality_daily,
    daily_statistics,
    data_exports,
    dwh.dim_dates,
    dwh.dim_users,
    dwh.fact_activity_daily,
    dwh.fact_consultations,
    dwh.fact_sensor_daily,
    event_snapshots,
    five_elements_relations,
    hourly_sensor_averages,
    idempotency_keys,
    interest_charts,
    interest_interpretations,
    interest_people,
    interest_signals,
    interest_users,
    known_devices,
    likes,
    login_attempts,
    manse_calendar,
    posts,
    reference_data,
    refresh_tokens,
    saju_accuracy_daily,
    saju_interpretations,
    saju_pillars,
    sensor_anomalies,
    sensor_daily_aggregates,
    sensor_environment_daily,
    sensor_hourly_aggregates,
    sensor_latest,
    sensor_minute_aggregates,
    sensor_readings,
    sensor_readings_template,
    sessions,
    social_logins,
    ten_gods_properties,
    user_behavior_patterns,
    user_follows,
    user_identities,
    user_preferences,
    user_roles,
    user_sensitive_info,
    users,
    verifications,
    visits,
    warehouse_users
TO heal7_app;

GRANT INSERT, SELECT, UPDATE ON TABLE
    erasures,
    iot_devices
TO heal7_app;

GRANT SELECT, UPDATE ON TABLE
    event_relay
TO heal7_app;

GRANT SELECT ON TABLE
    schema_migrations
TO heal7_app;

GRANT UPDATE (
    version
) ON TABLE consumer_positions TO heal7_app;

GRANT UPDATE (
    reason,
    error_class,
    error_code,
    state,
    failures,
    resent_at,
    closed_at
) ON TABLE dead_letters TO heal7_app;

GRANT UPDATE (
    last_breach_at,
    worst_value,
    breaches,
    last_outside_at,
    cleared_at,
    cleared_value,
    clear_reason,
    acknowledged_at
) ON TABLE sensor_alerts TO heal7_app;

ALTER DEFAULT PRIVILEGES IN SCHEMA dwh GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO heal7_app;

ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO heal7_app;
