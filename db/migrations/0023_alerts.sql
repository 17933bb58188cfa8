-- Alerts of devices, who is told of them, and what became of the telling.

-- Times are those of the readings where readings are what an alert is about, else those of the broker's clock.
CREATE TABLE sensor_alerts (
    id UUID PRIMARY KEY,
    device_id UUID NOT NULL REFERENCES iot_devices (id),
    -- Where it was then.
    location_id VARCHAR(50) NOT NULL,
    kind VARCHAR(20) NOT NULL CHECK (kind IN ('above_maximum', 'below_minimum', 'offline', 'low_battery', 'fault')),
    reading_type VARCHAR(30),
    -- The threshold as it was then; of a battery, percent.
    limit_value DECIMAL(10,4),
    -- In its maker's code.
    fault VARCHAR(40),

    opened_at TIMESTAMPTZ(3) NOT NULL,
    opened_value DECIMAL(10,4),
    -- By our clock.
    raised_at TIMESTAMPTZ(3) NOT NULL,

    -- Of readings beyond the threshold: the newest, the worst, and how many.
    last_breach_at TIMESTAMPTZ(3),
    worst_value DECIMAL(10,4),
    breaches INTEGER CHECK (breaches >= 1),
    -- The newest reading that was not well inside: by it, the alert is cleared.
    last_outside_at TIMESTAMPTZ(3),

    cleared_at TIMESTAMPTZ(3),
    cleared_value DECIMAL(10,4),
    -- 'recovered'; 'not_watched': the device was switched off, or its threshold taken away.
    clear_reason VARCHAR(20) CHECK (clear_reason IN ('recovered', 'not_watched')),

    -- By an operator, whose id is in the event.
    acknowledged_at TIMESTAMPTZ(3),

    CONSTRAINT sensor_alerts_of_readings CHECK (
        (kind IN ('above_maximum', 'below_minimum'))
        = (num_nonnulls(reading_type, limit_value, opened_value, last_breach_at, worst_value, breaches, last_outside_at) = 7)
    ),
    CONSTRAINT sensor_alerts_fault CHECK ((kind = 'fault') = (fault IS NOT NULL)),
    CONSTRAINT sensor_alerts_cleared CHECK ((cleared_at IS NULL) = (clear_reason IS NULL))
);

-- One that is open, of each thing that can be wrong with a device.
CREATE UNIQUE INDEX sensor_alerts_open ON sensor_alerts (device_id, kind, reading_type) NULLS NOT DISTINCT
WHERE cleared_at IS NULL;
-- The last one before it.
CREATE INDEX idx_sensor_alerts_cleared ON sensor_alerts (device_id, kind, reading_type, cleared_at DESC)
WHERE cleared_at IS NOT NULL;
-- Lists, the newest first.
CREATE INDEX idx_sensor_alerts_listed ON sensor_alerts (raised_at DESC, id DESC);
CREATE INDEX idx_sensor_alerts_listed_open ON sensor_alerts (raised_at DESC, id DESC) WHERE cleared_at IS NULL;
CREATE INDEX idx_sensor_alerts_location ON sensor_alerts (location_id, raised_at DESC, id DESC);

-- Addresses of others that are told of alerts. The secret that messages are signed with is in no table: it is derived from the
-- id and the version, by a key that is not here.
CREATE TABLE alert_webhooks (
    id UUID PRIMARY KEY,
    url TEXT NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
    description VARCHAR(100),
    -- Of whose alerts; absent: of all places.
    location_id VARCHAR(50),

    secret_version INTEGER NOT NULL DEFAULT 1 CHECK (secret_version >= 1),
    -- Until then the secret before is signed with, too.
    previous_secret_until TIMESTAMPTZ(3),

    state VARCHAR(20) NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled')),
    -- 'operator'; 'failing': for a day; 'gone': it answered 410.
    disabled_reason VARCHAR(20) CHECK (disabled_reason IN ('operator', 'failing', 'gone')),
    disabled_at TIMESTAMPTZ(3),

    -- Of attempts since the last that was taken.
    failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    failing_since TIMESTAMPTZ(3),
    last_delivered_at TIMESTAMPTZ(3),

    created_at TIMESTAMPTZ(3) NOT NULL,
    updated_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT alert_webhooks_disabled
        CHECK ((state = 'disabled') = (disabled_at IS NOT NULL) AND (state = 'disabled') = (disabled_reason IS NOT NULL)),
    CONSTRAINT alert_webhooks_failing CHECK ((failures > 0) = (failing_since IS NOT NULL))
);

-- An event for a webhook, or for the topic (which has no webhook).
CREATE TABLE alert_deliveries (
    -- By which who receives it twice knows it.
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    webhook_id UUID REFERENCES alert_webhooks (id) ON DELETE CASCADE,
    alert_id UUID NOT NULL,
    event_version INTEGER NOT NULL CHECK (event_version >= 1),
    event_type VARCHAR(60) NOT NULL,
    -- As it is sent and signed.
    body TEXT NOT NULL,

    -- 'failed': given up; 'cancelled': its webhook was disabled meanwhile.
    state VARCHAR(20) NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed', 'cancelled')),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- Of those, since it was last asked for: says how long to wait for the next.
    attempts_in_turn INTEGER NOT NULL DEFAULT 0 CHECK (attempts_in_turn >= 0),
    next_attempt_at TIMESTAMPTZ(3),
    created_at TIMESTAMPTZ(3) NOT NULL,
    ended_at TIMESTAMPTZ(3),

    CONSTRAINT alert_deliveries_pending
        CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL) AND (state = 'pending') = (ended_at IS NULL)),
    UNIQUE NULLS NOT DISTINCT (webhook_id, alert_id, event_version)
);

CREATE INDEX idx_alert_deliveries_due ON alert_deliveries (webhook_id, next_attempt_at) WHERE state = 'pending';
CREATE INDEX idx_alert_deliveries_listed ON alert_deliveries (webhook_id, created_at DESC, id DESC);
CREATE INDEX idx_alert_deliveries_ended ON alert_deliveries (ended_at) WHERE state <> 'pending';

-- Its log. An attempt that is not here was cut off: it may have arrived.
CREATE TABLE alert_delivery_attempts (
    delivery_id UUID NOT NULL REFERENCES alert_deliveries (id) ON DELETE CASCADE,
    attempt INTEGER NOT NULL CHECK (attempt >= 1),
    started_at TIMESTAMPTZ(3) NOT NULL,
    duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
    -- A code: what others answer is not kept.
    outcome VARCHAR(30) NOT NULL CHECK (outcome ~ '^[a-z_]{1,30}$'),
    -- Of HTTP, where there was an answer.
    status SMALLINT,

    PRIMARY KEY (delivery_id, attempt)
);

-- What was wrong with a device is not forgotten, nor made another's.
REVOKE UPDATE, DELETE ON sensor_alerts FROM heal7_app;
GRANT UPDATE (
    last_breach_at, worst_value, breaches, last_outside_at, cleared_at, cleared_value, clear_reason, acknowledged_at
) ON sensor_alerts TO heal7_app;
