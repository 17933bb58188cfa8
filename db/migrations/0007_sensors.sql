-- Devices, their readings in a partition for each month, and the aggregates that ingest keeps in the same transaction.

CREATE TABLE iot_devices (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    device_serial VARCHAR(50) NOT NULL UNIQUE,
    device_type VARCHAR(30) NOT NULL,

    location_id VARCHAR(50) NOT NULL,
    installation_position JSONB NOT NULL,

    manufacturer VARCHAR(50),
    model VARCHAR(50),
    firmware_version VARCHAR(20),

    status VARCHAR(20) NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive', 'maintenance', 'error')),
    last_heartbeat TIMESTAMPTZ(3),
    battery_level SMALLINT CHECK (battery_level BETWEEN 0 AND 100),
    signal_strength SMALLINT,

    sampling_interval_seconds INTEGER NOT NULL DEFAULT 60 CHECK (sampling_interval_seconds > 0),
    alert_thresholds JSONB NOT NULL DEFAULT '{}',

    installed_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW()
);

-- The key decides which readings are new: a device has one of each type in a millisecond.
CREATE TABLE sensor_readings (
    id UUID NOT NULL DEFAULT gen_random_uuid(),
    device_id UUID NOT NULL REFERENCES iot_devices (id),

    reading_type VARCHAR(30) NOT NULL,
    value DECIMAL(10,4) NOT NULL,
    unit VARCHAR(10) NOT NULL,

    accuracy DECIMAL(5,2),
    reliability_score DECIMAL(3,2),

    ambient_conditions JSONB,
    user_presence BOOLEAN,

    recorded_at TIMESTAMPTZ(3) NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),

    PRIMARY KEY (recorded_at, device_id, reading_type)
) PARTITION BY RANGE (recorded_at);

CREATE INDEX idx_sensor_readings_device_time ON sensor_readings (device_id, recorded_at DESC);

-- The shape alone, always empty: where a change of sensor_readings is tried before it meets a large table.
CREATE TABLE sensor_readings_template (LIKE sensor_readings INCLUDING ALL) PARTITION BY RANGE (recorded_at);

SELECT create_monthly_partition('sensor_readings', '2025-01-01');

-- Readings of the minute and of the hour in which they were recorded. Sums, not averages, so that late readings add up;
-- exact decimals.
CREATE TABLE sensor_minute_aggregates (
    device_id UUID NOT NULL REFERENCES iot_devices (id),
    reading_type VARCHAR(30) NOT NULL,
    minute TIMESTAMPTZ(3) NOT NULL CHECK (minute = date_trunc('minute', minute, 'UTC')),
    reading_count BIGINT NOT NULL CHECK (reading_count > 0),
    value_sum DECIMAL NOT NULL,
    value_min DECIMAL(10,4) NOT NULL,
    value_max DECIMAL(10,4) NOT NULL,
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),

    PRIMARY KEY (device_id, reading_type, minute)
);

CREATE TABLE sensor_hourly_aggregates (
    device_id UUID NOT NULL REFERENCES iot_devices (id),
    reading_type VARCHAR(30) NOT NULL,
    hour TIMESTAMPTZ(3) NOT NULL CHECK (hour = date_trunc('hour', hour, 'UTC')),
    reading_count BIGINT NOT NULL CHECK (reading_count > 0),
    value_sum DECIMAL NOT NULL,
    value_min DECIMAL(10,4) NOT NULL,
    value_max DECIMAL(10,4) NOT NULL,
    -- Of the last reading that was added: the warehouse takes what changed since.
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),

    PRIMARY KEY (device_id, reading_type, hour)
);

CREATE INDEX idx_sensor_hourly_aggregates_updated_at ON sensor_hourly_aggregates (updated_at);

CREATE VIEW hourly_sensor_averages AS
SELECT
    device_id,
    reading_type,
    hour,
    value_sum / reading_count AS avg_value,
    value_min AS min_value,
    value_max AS max_value,
    reading_count
FROM sensor_hourly_aggregates
WHERE hour >= NOW() - INTERVAL '7 days';

CREATE TABLE user_behavior_patterns (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID REFERENCES users (id),
    location_id VARCHAR(50) NOT NULL,

    visit_date DATE NOT NULL,
    time_slot VARCHAR(10) NOT NULL CHECK (time_slot IN ('morning', 'afternoon', 'evening')),

    dwell_time_minutes INTEGER CHECK (dwell_time_minutes >= 0),
    interaction_points JSONB NOT NULL DEFAULT '[]',
    movement_pattern JSONB,
    preference_indicators JSONB,

    comfort_level SMALLINT CHECK (comfort_level BETWEEN 1 AND 5),
    environmental_preferences JSONB,

    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),

    UNIQUE (user_id, location_id, visit_date, time_slot)
);
