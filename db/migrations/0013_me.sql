-- What users ask of their own data.

-- Decides the direction of 대운, so a chart needs it. Encrypted.
ALTER TABLE user_sensitive_info ADD COLUMN encrypted_sex BYTEA NOT NULL;

-- When the user asked for the suspension of processing; NULL for an account that runs, or that an operator has suspended.
ALTER TABLE users
    ADD COLUMN processing_suspended_at TIMESTAMPTZ(3),
    ADD CONSTRAINT processing_suspended_while_suspended
        CHECK (processing_suspended_at IS NULL OR account_status = 'suspended');

-- Copies of everything of a user, made by a job when asked for, and gone after a week.
CREATE TABLE data_exports (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    status VARCHAR(20) NOT NULL DEFAULT 'requested' CHECK (status IN ('requested', 'ready', 'failed')),
    attempts SMALLINT NOT NULL DEFAULT 0,
    -- JSON, gzipped, encrypted.
    encrypted_content BYTEA,
    requested_at TIMESTAMPTZ(3) NOT NULL,
    completed_at TIMESTAMPTZ(3),
    expires_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT content_when_ready CHECK ((status = 'ready') = (encrypted_content IS NOT NULL))
);

-- One is made at a time; also finds those to make.
CREATE UNIQUE INDEX idx_data_exports_requested ON data_exports (user_id) WHERE status = 'requested';
CREATE INDEX idx_data_exports_user ON data_exports (user_id, requested_at DESC);
CREATE INDEX idx_data_exports_expires_at ON data_exports (expires_at);

-- Who has been erased: an id that is nobody's any more. It refers to nothing, so that it is applied again to a database that
-- was restored; the table of keys remembers the same, so that a restored copy of this one is.
CREATE TABLE erasures (
    user_id UUID PRIMARY KEY,
    erased_at TIMESTAMPTZ(3) NOT NULL,
    -- When the keys were gone too; NULL where that is still to be done.
    completed_at TIMESTAMPTZ(3)
);

CREATE INDEX idx_erasures_open ON erasures (erased_at) WHERE completed_at IS NULL;

REVOKE DELETE ON erasures FROM heal7_app;
