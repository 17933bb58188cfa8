-- Charts that users keep, with interpretations, reviews by experts and ratings.

-- The engine's version and what told it: 'rules-1.0.0+tz.2026a' just fits into 20 characters, the next one may not.
ALTER TABLE saju_interpretations ALTER COLUMN ai_model_version TYPE VARCHAR(60);

-- Pages of a person's charts, and the latest.
DROP INDEX idx_saju_pillars_person;
CREATE INDEX idx_saju_pillars_person ON saju_pillars (person_id, created_at DESC, id DESC);

-- How sure the pillars are, as a percentage, tells how near the birth was to a boundary: only in tens, too.
ALTER TABLE saju_pillars ADD CONSTRAINT accuracy_in_tens CHECK (accuracy_score % 10 = 0);
ALTER TABLE saju_interpretations ADD CONSTRAINT confidence_in_tens CHECK (ai_confidence_score % 10 = 0);

-- One of each type on a chart, which it leads to.
ALTER TABLE saju_interpretations
    ADD CONSTRAINT known_interpretation_type
        CHECK (interpretation_type IN ('personality', 'wealth', 'health', 'relationship'));
CREATE UNIQUE INDEX idx_saju_interpretations_type ON saju_interpretations (saju_pillar_id, interpretation_type);
DROP INDEX idx_saju_interpretations_pillar;

-- An expert reads a chart only while its user asks for it: nothing is put up for review by itself.
ALTER TABLE saju_interpretations ALTER COLUMN review_status SET DEFAULT 'not_requested';
UPDATE saju_interpretations SET review_status = 'not_requested' WHERE review_status = 'pending';
ALTER TABLE saju_interpretations
    ADD COLUMN review_requested_at TIMESTAMPTZ(3),
    ADD COLUMN reviewed_at TIMESTAMPTZ(3),
    ADD CONSTRAINT known_review_status CHECK (review_status IN ('not_requested', 'requested', 'reviewed')),
    ADD CONSTRAINT requested_at_a_time CHECK ((review_status = 'not_requested') = (review_requested_at IS NULL)),
    ADD CONSTRAINT reviewed_by_someone CHECK (
        (review_status = 'reviewed') = (reviewed_at IS NOT NULL)
        AND (review_status = 'reviewed') = (expert_review IS NOT NULL)
        AND (review_status = 'reviewed') = (expert_id IS NOT NULL)
    );

-- What experts choose from, oldest first.
CREATE INDEX idx_saju_interpretations_requested ON saju_interpretations (review_requested_at, id)
WHERE review_status = 'requested';
