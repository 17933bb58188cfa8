-- Charts and their interpretations. Four pillars give the birth to two hours, so the whole chart with its input (birth,
-- place, sex, options) is one encrypted column; only the elements stay clear, for searching, and only rounded.

CREATE TABLE saju_pillars (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES users (id),
    -- Whose chart it is; NULL for a birth that the user did not keep.
    person_id UUID,
    calculation_id UUID NOT NULL,

    encrypted_chart BYTEA NOT NULL,
    engine_version VARCHAR(50) NOT NULL,

    -- {"wood": 30, "fire": 20, …}: percent.
    five_elements JSONB NOT NULL,
    element_balance JSONB NOT NULL,

    calculation_method VARCHAR(50) NOT NULL DEFAULT 'traditional',
    accuracy_score DECIMAL(5,2),
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),

    FOREIGN KEY (user_id, person_id) REFERENCES user_sensitive_info (user_id, id) ON DELETE CASCADE,
    CONSTRAINT all_five_elements CHECK (five_elements ?& ARRAY['wood', 'fire', 'earth', 'metal', 'water']),
    -- Finer numbers would tell the birth again.
    CONSTRAINT elements_in_tens CHECK (
        NOT jsonb_path_exists(five_elements, 'strict $.** ? (@.type() == "number" && @ % 10 != 0)')
        AND NOT jsonb_path_exists(element_balance, 'strict $.** ? (@.type() == "number" && @ % 10 != 0)')
    )
);

CREATE INDEX idx_saju_pillars_user_created ON saju_pillars (user_id, created_at DESC);
CREATE INDEX idx_saju_pillars_five_elements ON saju_pillars USING GIN (five_elements);
CREATE INDEX idx_saju_pillars_person ON saju_pillars (person_id);

CREATE TABLE saju_interpretations (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    saju_pillar_id UUID NOT NULL REFERENCES saju_pillars (id) ON DELETE CASCADE,
    interpretation_type VARCHAR(20) NOT NULL,

    -- Encrypted: texts bound to a chart.
    ai_interpretation BYTEA NOT NULL,
    ai_confidence_score DECIMAL(5,2) NOT NULL,
    ai_model_version VARCHAR(20) NOT NULL,

    -- Encrypted.
    expert_review BYTEA,
    expert_id UUID REFERENCES users (id),
    review_status VARCHAR(20) NOT NULL DEFAULT 'pending',

    user_rating SMALLINT CHECK (user_rating BETWEEN 1 AND 5),
    -- Encrypted.
    user_feedback BYTEA,

    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW()
);

CREATE INDEX idx_saju_interpretations_pillar ON saju_interpretations (saju_pillar_id);
