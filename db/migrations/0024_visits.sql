-- Visits of users who consent to it, and what follows from them: how a place was used in a part of a day.

CREATE TABLE visits (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES users (id),
    location_id VARCHAR(50) NOT NULL,

    checked_in_at TIMESTAMPTZ(3) NOT NULL,
    checked_out_at TIMESTAMPTZ(3),
    -- Ended by us, long after: when the user left is not known, and nothing follows from the visit.
    forgotten BOOLEAN NOT NULL DEFAULT FALSE,

    -- As the user was asked, 1 to 5.
    comfort_level SMALLINT CHECK (comfort_level BETWEEN 1 AND 5),

    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),
    updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT NOW(),

    CONSTRAINT visits_end CHECK (checked_out_at >= checked_in_at),
    CONSTRAINT visits_forgotten CHECK (NOT forgotten OR checked_out_at IS NOT NULL)
);

-- Nobody is in two places.
CREATE UNIQUE INDEX visits_open ON visits (user_id) WHERE checked_out_at IS NULL;
CREATE INDEX idx_visits_user ON visits (user_id, checked_in_at DESC, id DESC);
-- Who else was there.
CREATE INDEX idx_visits_location ON visits (location_id, checked_in_at);
-- Those that ended of late: more of what devices measured then may have come.
CREATE INDEX idx_visits_ended ON visits (checked_out_at) WHERE NOT forgotten;

ALTER TABLE user_behavior_patterns
    -- A level without a source would be a guess that looks like an answer.
    ADD COLUMN comfort_source VARCHAR(10) CHECK (comfort_source IN ('asked', 'inferred')),
    ADD CONSTRAINT user_behavior_patterns_comfort CHECK ((comfort_level IS NULL) = (comfort_source IS NULL));

-- Of a place, over users.
CREATE INDEX idx_user_behavior_patterns_location ON user_behavior_patterns (location_id, visit_date);
