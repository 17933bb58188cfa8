-- Signing up and in. Whatever a caller holds and proves something with (a refresh token, a known device, a verification, a
-- log-in under way at a provider) is 256 random bits of which only the SHA-256 stands here: a copy of the database opens
-- no session.

-- What an account may do beside what every member may. Given and taken by operators.
CREATE TABLE user_roles (
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role VARCHAR(20) NOT NULL CHECK (role IN ('premium', 'expert', 'operator', 'admin')),
    granted_by UUID,
    granted_at TIMESTAMPTZ(3) NOT NULL,

    PRIMARY KEY (user_id, role)
);

-- What has been agreed to and withdrawn, one row for each time: the last of a kind counts.
CREATE TABLE consents (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind VARCHAR(20) NOT NULL CHECK (kind IN ('privacy', 'marketing', 'location')),
    -- Of the text that was shown.
    version VARCHAR(20) NOT NULL,
    given BOOLEAN NOT NULL,
    -- Who: the user, or for one under 14 a guardian, whose contact had been verified and is kept as the proof, encrypted.
    given_by VARCHAR(10) NOT NULL DEFAULT 'self' CHECK (given_by IN ('self', 'guardian')),
    encrypted_guardian_contact BYTEA,
    decided_at TIMESTAMPTZ(3) NOT NULL,
    -- Of the row among those of one instant.
    position BIGINT GENERATED ALWAYS AS IDENTITY,

    CONSTRAINT guardian_with_contact CHECK ((given_by = 'guardian') = (encrypted_guardian_contact IS NOT NULL))
);

CREATE INDEX idx_consents_user ON consents (user_id, kind, position DESC);

CREATE FUNCTION refuse_to_change_consents() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'consents are append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER consents_are_append_only
BEFORE UPDATE OR TRUNCATE ON consents
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_consents();

REVOKE UPDATE, DELETE ON consents FROM heal7_app;

-- Codes sent to an e-mail address or a phone. The code is hashed with the secret of whoever asked for it, which is not
-- here: its million possibilities cannot be tried out on a copy of this table.
CREATE TABLE verifications (
    token_hash BYTEA PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    purpose VARCHAR(20) NOT NULL CHECK (
        purpose IN ('sign-up', 'guardian', 'log-in', 'password-reset', 'contact-change', 'erasure')
    ),
    -- Keyed, as in users.
    contact_hash BYTEA NOT NULL CHECK (octet_length(contact_hash) = 32),
    code_hash BYTEA NOT NULL CHECK (octet_length(code_hash) = 32),
    -- Codes tried, the right one too: at most 5.
    attempts SMALLINT NOT NULL DEFAULT 0,
    used_at TIMESTAMPTZ(3),
    created_at TIMESTAMPTZ(3) NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL
);

CREATE INDEX idx_verifications_expires_at ON verifications (expires_at);

-- A log-in on one device, and with it the family of its refresh tokens.
CREATE TABLE sessions (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    method VARCHAR(20) NOT NULL CHECK (method IN ('password', 'kakao', 'naver', 'google')),
    -- Coarse, of what the client calls itself: enough to know one's own devices apart.
    device VARCHAR(20) NOT NULL CHECK (device IN ('android', 'ios', 'windows', 'mac', 'linux', 'other')),
    created_at TIMESTAMPTZ(3) NOT NULL,
    -- Of the last refresh.
    last_used_at TIMESTAMPTZ(3) NOT NULL,
    -- However often it is refreshed.
    expires_at TIMESTAMPTZ(3) NOT NULL,
    ended_at TIMESTAMPTZ(3),
    end_reason VARCHAR(30) CHECK (
        end_reason IN ('logged_out', 'logged_out_everywhere', 'refresh_token_reused', 'password_reset', 'account_closed')
    ),

    CONSTRAINT ended_for_a_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX idx_sessions_open ON sessions (user_id) WHERE ended_at IS NULL;
CREATE INDEX idx_sessions_expires_at ON sessions (expires_at);

-- Every token of a family while it can be used: one that comes a second time has been stolen from, or by, somebody.
CREATE TABLE refresh_tokens (
    token_hash BYTEA PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    session_id UUID NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    issued_at TIMESTAMPTZ(3) NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    -- When it was exchanged for the next one.
    used_at TIMESTAMPTZ(3)
);

CREATE INDEX idx_refresh_tokens_session ON refresh_tokens (session_id);
CREATE INDEX idx_refresh_tokens_expires_at ON refresh_tokens (expires_at);

-- Devices that have logged in before: what guesses of others do to an account does not keep them out.
CREATE TABLE known_devices (
    token_hash BYTEA PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- Wrong passwords since the last right one: with 10 the device is known no more.
    failures SMALLINT NOT NULL DEFAULT 0,
    created_at TIMESTAMPTZ(3) NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL
);

CREATE INDEX idx_known_devices_user ON known_devices (user_id);
CREATE INDEX idx_known_devices_expires_at ON known_devices (expires_at);

-- Wrong passwords, by a keyed hash of what they are counted for: an account from a network, an account from anywhere, a
-- network. Also for accounts that do not exist. The right password from that network forgets those of the first kind.
CREATE TABLE login_attempts (
    scope VARCHAR(10) NOT NULL CHECK (scope IN ('pair', 'account', 'network')),
    key BYTEA NOT NULL CHECK (octet_length(key) = 32),
    failures INTEGER NOT NULL,
    -- No password is looked at before this.
    next_at TIMESTAMPTZ(3) NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,

    PRIMARY KEY (scope, key)
);

CREATE INDEX idx_login_attempts_expires_at ON login_attempts (expires_at);

-- Accounts elsewhere that log in here.
CREATE TABLE user_identities (
    provider VARCHAR(20) NOT NULL CHECK (provider IN ('kakao', 'naver', 'google')),
    -- Of the provider's id for the person, keyed as e-mail addresses are.
    subject_hash BYTEA NOT NULL CHECK (octet_length(subject_hash) = 32),
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    linked_at TIMESTAMPTZ(3) NOT NULL,

    PRIMARY KEY (provider, subject_hash)
);

CREATE UNIQUE INDEX idx_user_identities_user ON user_identities (user_id, provider);

-- Log-ins under way at a provider. State, nonce and PKCE verifier all come from the secret whose hash this is.
CREATE TABLE social_logins (
    token_hash BYTEA PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    provider VARCHAR(20) NOT NULL CHECK (provider IN ('kakao', 'naver', 'google')),
    redirect_uri TEXT NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    -- When the provider's answer was handed in: once.
    answered_at TIMESTAMPTZ(3),
    -- Who the provider says it is, where no account is linked yet: signing up with this log-in links it.
    subject_hash BYTEA CHECK (octet_length(subject_hash) = 32),
    completed_at TIMESTAMPTZ(3)
);

CREATE INDEX idx_social_logins_expires_at ON social_logins (expires_at);
