-- What the engine knows, as tables: for joins, reports and whoever has SQL only. The code that has the engine asks the
-- engine. Filled by db/reference-data.ts; keys are places in the engine's order, so that a later engine's rows replace them.

-- Which version of the engine each table was filled by.
CREATE TABLE reference_data (
    name TEXT PRIMARY KEY,
    version TEXT,
    loaded_at TIMESTAMPTZ(3)
);

-- 1900-01-01 to 2101-01-28, the last day of lunar year 2100.
CREATE TABLE manse_calendar (
    id INTEGER PRIMARY KEY,
    solar_date DATE NOT NULL,
    -- {year, month, day, is_leap_month}
    lunar_date JSONB NOT NULL,

    -- Pillars by solar terms at noon, 0 (갑자) to 59.
    year_gapja SMALLINT NOT NULL,
    month_gapja SMALLINT NOT NULL,
    day_gapja SMALLINT NOT NULL,

    -- {code, name, exact_time, degree} on the day of a term.
    solar_term JSONB,
    -- By the month's pillar: 입춘, 입하, 입추 and 입동 begin them.
    season VARCHAR(10) NOT NULL CHECK (season IN ('spring', 'summer', 'autumn', 'winter')),

    -- {phase, exact_time, illumination, rise_time, set_time}, over Seoul; times NULL where there are none.
    moon_phase JSONB NOT NULL,
    -- {longitude, latitude}: apparent, degrees, at noon.
    sun_position JSONB NOT NULL,
    -- {uncertain: true} where the lunar date hangs on a new moon too near to midnight to be foretold.
    astronomical_data JSONB,

    CONSTRAINT valid_gapja CHECK (
        year_gapja BETWEEN 0 AND 59 AND
        month_gapja BETWEEN 0 AND 59 AND
        day_gapja BETWEEN 0 AND 59
    ),
    -- The seed's unique key and its index in one: both begin with the date, and one read of it answers a range.
    CONSTRAINT idx_manse_calendar_solar_date UNIQUE (solar_date)
        INCLUDE (lunar_date, year_gapja, month_gapja, day_gapja, solar_term)
);

CREATE TABLE five_elements_relations (
    id INTEGER PRIMARY KEY,
    source_element VARCHAR(10) NOT NULL,
    target_element VARCHAR(10) NOT NULL,
    relation_type VARCHAR(20) NOT NULL CHECK (relation_type IN ('generates', 'destroys', 'weakens')),
    strength DECIMAL(3,2) NOT NULL CHECK (strength BETWEEN 0 AND 1),
    -- Korean; English beside it.
    traditional_description TEXT NOT NULL,
    traditional_description_english TEXT NOT NULL,
    modern_interpretation TEXT NOT NULL,
    modern_interpretation_english TEXT NOT NULL,

    UNIQUE (source_element, target_element, relation_type)
);

-- Each aspect is {korean: […], english: […]}.
CREATE TABLE ten_gods_properties (
    id INTEGER PRIMARY KEY,
    code VARCHAR(20) NOT NULL UNIQUE,
    god_name VARCHAR(20) NOT NULL UNIQUE,
    characteristics JSONB NOT NULL,
    fortune_aspects JSONB NOT NULL,
    career_tendencies JSONB NOT NULL,
    relationship_patterns JSONB NOT NULL,
    health_indications JSONB NOT NULL,

    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW()
);
