-- Consultations, in a partition for each year. The key holds the instant of creation, and so does what refers to it.

CREATE TABLE consultation_sessions (
    id UUID NOT NULL DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES users (id),
    -- NULL for the AI.
    expert_id UUID REFERENCES users (id),

    consultation_type VARCHAR(20) NOT NULL,
    service_type VARCHAR(20) NOT NULL,

    status VARCHAR(20) NOT NULL DEFAULT 'scheduled'
        CHECK (status IN ('scheduled', 'in_progress', 'completed', 'cancelled')),
    scheduled_at TIMESTAMPTZ(3),
    started_at TIMESTAMPTZ(3),
    ended_at TIMESTAMPTZ(3),
    duration_minutes INTEGER CHECK (duration_minutes >= 0),

    encrypted_consultation_notes BYTEA,
    encrypted_user_questions BYTEA,
    encrypted_expert_answers BYTEA,

    user_satisfaction_rating SMALLINT CHECK (user_satisfaction_rating BETWEEN 1 AND 5),
    expert_satisfaction_rating SMALLINT CHECK (expert_satisfaction_rating BETWEEN 1 AND 5),
    user_feedback_encrypted BYTEA,

    session_metadata JSONB NOT NULL DEFAULT '{}',
    billing_amount DECIMAL(10,2),
    payment_status VARCHAR(20) NOT NULL DEFAULT 'pending',

    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),
    -- Of the last change of anything in the row: the warehouse takes what changed since.
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),

    PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);

CREATE INDEX idx_consultation_sessions_user_status_time
ON consultation_sessions (user_id, status, scheduled_at DESC)
WHERE status IN ('scheduled', 'in_progress');

-- For the warehouse: what changed, and who is an expert.
CREATE INDEX idx_consultation_sessions_updated_at ON consultation_sessions (updated_at);
CREATE INDEX idx_consultation_sessions_expert ON consultation_sessions (expert_id);

SELECT create_yearly_partition('consultation_sessions', '2025-01-01');

-- Everything that is said to the user is encrypted, as the chart is that it speaks of.
CREATE TABLE consultation_results (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    session_id UUID NOT NULL,
    session_created_at TIMESTAMPTZ(3) NOT NULL,

    result_type VARCHAR(20) NOT NULL,
    main_interpretation BYTEA NOT NULL,
    detailed_analysis BYTEA NOT NULL,

    short_term_forecast BYTEA,
    medium_term_forecast BYTEA,
    long_term_forecast BYTEA,

    actionable_advice BYTEA NOT NULL,
    precautions BYTEA,
    opportunities BYTEA,

    recommended_services JSONB NOT NULL DEFAULT '[]',
    next_consultation_suggested_at TIMESTAMPTZ(3),

    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),

    FOREIGN KEY (session_id, session_created_at) REFERENCES consultation_sessions (id, created_at)
);

CREATE INDEX idx_consultation_results_session ON consultation_results (session_id, session_created_at);
