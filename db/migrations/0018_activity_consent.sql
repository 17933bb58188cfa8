-- A fourth thing that users may agree to, by itself: that what they do in apps is kept and analysed. Without it nothing of
-- it is taken (POST /v1/events).
ALTER TABLE consents DROP CONSTRAINT consents_kind_check;
ALTER TABLE consents ADD CONSTRAINT consents_kind_check CHECK (kind IN ('privacy', 'marketing', 'location', 'analytics'));
