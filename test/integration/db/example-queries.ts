/**
 * The reads that the schema's indexes are made for: the design's example queries, on the columns as they are, and one for
 * each other index. Parameters are `$1`, `$2`, … .
 */

/** A user's latest chart with its interpretations: $1 the user. */
export const LATEST_CHART = `
  SELECT sp.*,
         COALESCE((
           SELECT json_agg(si ORDER BY si.created_at, si.id) FROM saju_interpretations si WHERE si.saju_pillar_id = sp.id
         ), '[]'::json) AS interpretations
  FROM saju_pillars sp
  WHERE sp.user_id = $1
  ORDER BY sp.created_at DESC
  LIMIT 1`;

/** The same as the design writes it, which ranks all charts of the user: $1 the user. */
export const LATEST_CHART_BY_RANK = `
  WITH latest_saju AS (
    SELECT sp.*, ROW_NUMBER() OVER (PARTITION BY sp.user_id ORDER BY sp.created_at DESC) AS rn
    FROM saju_pillars sp
    WHERE sp.user_id = $1
  ),
  interpreted_results AS (
    SELECT si.* FROM saju_interpretations si JOIN latest_saju ls ON si.saju_pillar_id = ls.id WHERE ls.rn = 1
  )
  SELECT ls.*, COALESCE(json_agg(ir.* ORDER BY ir.created_at, ir.id) FILTER (WHERE ir.id IS NOT NULL), '[]'::json) AS interpretations
  FROM latest_saju ls
  LEFT JOIN interpreted_results ir ON ir.saju_pillar_id = ls.id
  WHERE ls.rn = 1
  GROUP BY ls.id, ls.user_id, ls.person_id, ls.calculation_id, ls.encrypted_chart, ls.engine_version, ls.five_elements,
           ls.element_balance, ls.calculation_method, ls.accuracy_score, ls.created_at, ls.updated_at, ls.rn`;

/** Days with a solar term: $1 and $2 the first and the last day. */
export const CALENDAR_RANGE = `
  SELECT mc.solar_date, mc.lunar_date, mc.year_gapja, mc.solar_term
  FROM manse_calendar mc
  WHERE mc.solar_date BETWEEN $1 AND $2
    AND mc.solar_term IS NOT NULL
  ORDER BY mc.solar_date`;

/**
 * A page of a category's posts, newest first: $1 the category, $2 and $3 instant and id of the last post before it (NULL
 * for the first page), $4 how many. The design's cursor is the instant alone, and leaves out posts of the same instant.
 */
export const POSTS_BY_CURSOR = `
  SELECT p.id, p.title, p.content, p.view_count, p.like_count, p.comment_count, p.published_at, u.nickname AS author_nickname
  FROM posts p
  JOIN users u ON p.author_id = u.id
  WHERE p.category_id = $1
    AND p.status = 'published'
    AND (p.published_at, p.id) < (COALESCE($2::timestamptz, 'infinity'), COALESCE($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  ORDER BY p.published_at DESC, p.id DESC
  LIMIT $4`;

/** $1 what is asked. */
export const POSTS_BY_WORDS = `
  SELECT p.id FROM posts p WHERE p.search_vector @@ search_query($1) AND p.status = 'published'`;

/** $1 elements in tens of a percent. */
export const CHARTS_BY_ELEMENTS = 'SELECT sp.id FROM saju_pillars sp WHERE sp.five_elements @> $1';

/** Consultations to come: $1 the user. */
export const NEXT_CONSULTATIONS = `
  SELECT cs.id, cs.scheduled_at
  FROM consultation_sessions cs
  WHERE cs.user_id = $1 AND cs.status = 'scheduled'
  ORDER BY cs.scheduled_at DESC`;

/** A device's readings of a time: $1 the device, $2 and $3 from and to. */
export const READINGS_OF_DEVICE = `
  SELECT sr.recorded_at, sr.reading_type, sr.value
  FROM sensor_readings sr
  WHERE sr.device_id = $1 AND sr.recorded_at >= $2 AND sr.recorded_at < $3
  ORDER BY sr.recorded_at DESC`;
