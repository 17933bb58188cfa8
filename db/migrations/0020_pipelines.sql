-- What the daily pipeline writes, a Korean day at a time: how well interpretations are liked, how good posts are, and what
-- devices measured. Each can be computed again; a run that finds the same changes nothing. No row names a user.

-- Interpretations made on a day, of a type and of a version of what told them.
CREATE TABLE saju_accuracy_daily (
    stat_date DATE NOT NULL,
    interpretation_type VARCHAR(20) NOT NULL,
    model_version VARCHAR(60) NOT NULL,

    interpretations INTEGER NOT NULL CHECK (interpretations > 0),

    -- By their users, 1 to 5; well rated is 4 or 5.
    rated INTEGER NOT NULL CHECK (rated BETWEEN 0 AND interpretations),
    rating_sum INTEGER NOT NULL,
    well_rated INTEGER NOT NULL CHECK (well_rated BETWEEN 0 AND rated),

    -- By experts. What they wrote is sealed: whether there is a review, and how those with one were rated, can be known.
    review_requested INTEGER NOT NULL CHECK (review_requested BETWEEN 0 AND interpretations),
    reviewed INTEGER NOT NULL CHECK (reviewed BETWEEN 0 AND review_requested),
    reviewed_rated INTEGER NOT NULL CHECK (reviewed_rated BETWEEN 0 AND LEAST(reviewed, rated)),
    reviewed_rating_sum INTEGER NOT NULL,

    rating_average DECIMAL(5,4) GENERATED ALWAYS AS (rating_sum::DECIMAL / NULLIF(rated, 0)) STORED,
    well_rated_share DECIMAL(5,4) GENERATED ALWAYS AS (well_rated::DECIMAL / NULLIF(rated, 0)) STORED,
    reviewed_share DECIMAL(5,4) GENERATED ALWAYS AS (reviewed::DECIMAL / interpretations) STORED,
    reviewed_rating_average DECIMAL(5,4) GENERATED ALWAYS AS (reviewed_rating_sum::DECIMAL / NULLIF(reviewed_rated, 0)) STORED,

    -- Of the rated ones: how often confidence and rating say the same, and how much more often than by chance (Cohen's
    -- kappa; NULL where either never varies).
    agreement DECIMAL(5,4),
    kappa DECIMAL(5,4),
    -- By how much confidence and the share of well rated ones differ, over the bands of confidence by their ratings
    -- (expected calibration error).
    calibration_error DECIMAL(5,4),
    -- [{"confidence": 80, "interpretations": 5, "rated": 3, "ratingAverage": 4.3333, "wellRatedShare": 1}, …]
    calibration JSONB NOT NULL,

    PRIMARY KEY (stat_date, interpretation_type, model_version)
);

CREATE INDEX idx_saju_interpretations_created ON saju_interpretations (created_at);

-- Posts published in the 30 days that end with a day, as they stood at its end: what recommendations choose from.
CREATE TABLE content_quality_daily (
    stat_date DATE NOT NULL,
    post_id UUID NOT NULL REFERENCES posts (id) ON DELETE CASCADE,

    -- 0 to 100.
    score DECIMAL(5,2) NOT NULL CHECK (score BETWEEN 0 AND 100),
    verdict VARCHAR(20) NOT NULL CHECK (verdict IN ('fine', 'low_quality', 'spam')),
    -- Why: ["links", "flood"].
    flags JSONB NOT NULL CHECK (jsonb_typeof(flags) = 'array'),
    -- What the score is made of, and from: {"reach": 0.5, "rate": 0.2, "freshness": 0.9, "views": 100, "likes": 7, …}.
    parts JSONB NOT NULL,

    PRIMARY KEY (stat_date, post_id)
);

CREATE INDEX idx_content_quality_daily_post ON content_quality_daily (post_id);
-- The best of a day.
CREATE INDEX idx_content_quality_daily_score ON content_quality_daily (stat_date, score DESC) WHERE verdict = 'fine';

-- The posts of a month: few bytes, and no second order for pages of a category to be read in.
CREATE INDEX idx_posts_published ON posts USING BRIN (published_at);
-- Of an author, at about a time.
DROP INDEX idx_posts_author;
CREATE INDEX idx_posts_author ON posts (author_id, published_at);
CREATE INDEX idx_bookmarks_bookmarkable ON bookmarks (bookmarkable_type, bookmarkable_id);

-- The level above sensor_hourly_aggregates, by Korean days, with sums for the same reason. The warehouse's facts are the
-- same days for analysts, averaged, when it has been synchronised.
CREATE TABLE sensor_daily_aggregates (
    stat_date DATE NOT NULL,
    device_id UUID NOT NULL REFERENCES iot_devices (id),
    reading_type VARCHAR(30) NOT NULL,
    reading_count BIGINT NOT NULL CHECK (reading_count > 0),
    value_sum DECIMAL NOT NULL,
    value_min DECIMAL(10,4) NOT NULL,
    value_max DECIMAL(10,4) NOT NULL,
    -- With readings, of 24.
    hours SMALLINT NOT NULL CHECK (hours BETWEEN 1 AND 24),

    PRIMARY KEY (device_id, reading_type, stat_date)
);

CREATE INDEX idx_sensor_daily_aggregates_date ON sensor_daily_aggregates (stat_date);

-- Some weeks of all devices. Rows come about in the order of their hours: a summary of each stretch of pages is enough, and
-- costs ingest nothing to speak of.
CREATE INDEX idx_sensor_hourly_aggregates_hour ON sensor_hourly_aggregates USING BRIN (hour);

-- What a place is like at an hour of a day, and usually is: each device counts the same however often it measures.
CREATE TABLE sensor_environment_daily (
    stat_date DATE NOT NULL,
    location_id VARCHAR(50) NOT NULL,
    reading_type VARCHAR(30) NOT NULL,
    hour_of_day SMALLINT NOT NULL CHECK (hour_of_day BETWEEN 0 AND 23),
    devices INTEGER NOT NULL CHECK (devices > 0),
    value_avg DECIMAL(10,4) NOT NULL,
    -- Of the same hour of the 28 days before; NULL for a new place.
    usual_avg DECIMAL(10,4),
    usual_days SMALLINT NOT NULL CHECK (usual_days BETWEEN 0 AND 28),

    PRIMARY KEY (location_id, reading_type, stat_date, hour_of_day)
);

CREATE INDEX idx_sensor_environment_daily_date ON sensor_environment_daily (stat_date);

-- Hours in a row of a day in which something was wrong with what a device measured.
CREATE TABLE sensor_anomalies (
    stat_date DATE NOT NULL,
    device_id UUID NOT NULL REFERENCES iot_devices (id),
    reading_type VARCHAR(30) NOT NULL,
    kind VARCHAR(20) NOT NULL CHECK (kind IN ('unusual', 'gap', 'out_of_range')),
    started_at TIMESTAMPTZ(3) NOT NULL,
    hours SMALLINT NOT NULL CHECK (hours BETWEEN 1 AND 24),
    -- Of the worst hour: {"value": 31.2, "usual": 22.1, "z": 9.1}, or {"value": 41, "limit": 35}; {} of a gap.
    details JSONB NOT NULL,

    PRIMARY KEY (device_id, reading_type, kind, started_at)
);

CREATE INDEX idx_sensor_anomalies_date ON sensor_anomalies (stat_date);
