-- Accounts. What is personal is encrypted in the application under the user's own key and is BYTEA here, so that no text
-- is stored there by mistake. Instants are TIMESTAMPTZ(3) throughout: a JavaScript Date has milliseconds, and a cursor or
-- a key that was read must find its row again.

-- Days are Korean days everywhere; both functions are immutable, and so usable in indexes.
CREATE FUNCTION korean_date(instant TIMESTAMPTZ) RETURNS DATE
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (instant AT TIME ZONE 'Asia/Seoul')::DATE;

CREATE FUNCTION korean_midnight(day DATE) RETURNS TIMESTAMPTZ
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN day::TIMESTAMP AT TIME ZONE 'Asia/Seoul';

CREATE TABLE users (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),

    -- Encrypted; each beside its keyed hash (HMAC-SHA-256), by which alone it is found and is unique.
    email BYTEA,
    email_hash BYTEA UNIQUE CHECK (octet_length(email_hash) = 32),
    phone_number BYTEA,
    phone_hash BYTEA UNIQUE CHECK (octet_length(phone_hash) = 32),
    -- argon2id, which carries its own salt.
    password_hash VARCHAR(255),

    nickname VARCHAR(50) NOT NULL,
    profile_image_url TEXT,
    timezone VARCHAR(50) NOT NULL DEFAULT 'Asia/Seoul',
    locale VARCHAR(10) NOT NULL DEFAULT 'ko-KR',

    account_status VARCHAR(20) NOT NULL DEFAULT 'active' CHECK (account_status IN ('active', 'suspended', 'deleted')),
    verification_status VARCHAR(20) NOT NULL DEFAULT 'pending',
    last_login_at TIMESTAMPTZ(3),

    privacy_consent JSONB NOT NULL,
    marketing_consent BOOLEAN NOT NULL DEFAULT FALSE,

    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),
    -- Of the last change of anything in the row: the warehouse takes what changed since.
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),

    CONSTRAINT email_with_its_hash CHECK ((email IS NULL) = (email_hash IS NULL)),
    CONSTRAINT phone_with_its_hash CHECK ((phone_number IS NULL) = (phone_hash IS NULL))
);

-- For the warehouse.
CREATE INDEX idx_users_updated_at ON users (updated_at);

-- The people of an account: oneself, family and friends, each with a birth.
CREATE TABLE user_sensitive_info (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,

    -- Who this is to the user, and what the user calls them: a name, so it is encrypted.
    relation VARCHAR(20) NOT NULL CHECK (relation IN ('self', 'family', 'friend', 'other')),
    encrypted_label BYTEA,

    encrypted_birth_date BYTEA NOT NULL,
    -- NULL for an unknown hour.
    encrypted_birth_time BYTEA,
    encrypted_birth_location BYTEA NOT NULL,

    encryption_key_id VARCHAR(50) NOT NULL,
    encryption_algorithm VARCHAR(20) NOT NULL DEFAULT 'AES-256-GCM',

    last_accessed_at TIMESTAMPTZ(3),
    access_count INTEGER NOT NULL DEFAULT 0,

    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),

    -- What a chart refers to: a person of its own user.
    CONSTRAINT user_sensitive_info_person_of_user UNIQUE (user_id, id)
);

CREATE UNIQUE INDEX idx_user_sensitive_info_self ON user_sensitive_info (user_id) WHERE relation = 'self';

CREATE TABLE user_preferences (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE,

    favorite_services JSONB NOT NULL DEFAULT '[]',
    notification_settings JSONB NOT NULL DEFAULT '{}',
    theme_preferences JSONB NOT NULL DEFAULT '{}',

    ai_personality_profile JSONB NOT NULL DEFAULT '{}',
    consultation_preferences JSONB NOT NULL DEFAULT '{}',

    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW()
);
