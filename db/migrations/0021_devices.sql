-- Devices sign in, are told how to work, and retire. A device's secret is 256 random bits of which only the SHA-256 stands
-- here: a copy of the database speaks for no device.

ALTER TABLE iot_devices
    -- Absent: it cannot sign in.
    ADD COLUMN credential_hash BYTEA CHECK (octet_length(credential_hash) = 32),
    ADD COLUMN credential_rotated_at TIMESTAMPTZ(3),
    ADD COLUMN retired_at TIMESTAMPTZ(3),

    -- Of its interval and thresholds: one more with each change of them. What it works by, it says in its status.
    ADD COLUMN config_version INTEGER NOT NULL DEFAULT 1 CHECK (config_version >= 1),
    -- The last one that the broker has taken for it.
    ADD COLUMN pushed_config_version INTEGER CHECK (pushed_config_version >= 1),
    ADD COLUMN applied_config_version INTEGER CHECK (applied_config_version >= 1),

    -- What is wrong with it, in its maker's code, as it says itself.
    ADD COLUMN fault VARCHAR(40),

    ADD CONSTRAINT iot_devices_retired
        CHECK (retired_at IS NULL OR (credential_hash IS NULL AND status = 'inactive')),
    -- A fault makes an active device one in error, and its end an active one again. In maintenance or switched off it stays
    -- that.
    ADD CONSTRAINT iot_devices_fault
        CHECK (CASE status WHEN 'error' THEN fault IS NOT NULL WHEN 'active' THEN fault IS NULL ELSE TRUE END);

-- Rows change with each heartbeat. Where a page has room and no index has the column, that is a change within the page.
ALTER TABLE iot_devices SET (fillfactor = 70);

-- The registry's list, the newest first; and that of a place.
CREATE INDEX idx_iot_devices_created_at ON iot_devices (created_at, id);
CREATE INDEX idx_iot_devices_location ON iot_devices (location_id, created_at, id);

-- Whose configuration the broker has still to be given.
CREATE INDEX idx_iot_devices_unpushed ON iot_devices (id) WHERE pushed_config_version IS DISTINCT FROM config_version;

-- What readings were measured by is never forgotten: a device retires.
REVOKE DELETE ON iot_devices FROM heal7_app;
