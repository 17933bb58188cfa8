-- How many dead letters a device has of late: what is refused of it beyond a number is counted and not kept.
CREATE INDEX idx_dead_letters_key ON dead_letters (consumer, partition_key, dead_lettered_at);
