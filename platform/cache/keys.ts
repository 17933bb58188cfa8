/** What a value is kept under, for how long, and which tags make it invalid. */
export interface CacheKey {
  readonly name: string;
  /** At least one. */
  readonly tags: readonly string[];
  /** Milliseconds a value may be served, counted from before it was computed. */
  readonly lifetimeMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * A chart of a user. Invalid with all of the user's charts (`userCharts`).
 * @param birthHash of everything that decides the chart: birth, options, and the engine's version
 */
export function userChart(userId: string, birthHash: string): CacheKey {
  return {
    name: `saju:user:${part(userId)}:birth:${part(birthHash)}`,
    tags: [userCharts(userId)],
    lifetimeMs: HOUR_MS,
  };
}

/**
 * A chart that a user keeps, with its interpretations. Invalid with all of the user's charts (`userCharts`).
 * @param chartId of its row, which never changes
 */
export function storedChart(userId: string, chartId: string): CacheKey {
  return {
    name: `saju:user:${part(userId)}:chart:${part(chartId)}`,
    tags: [userCharts(userId)],
    lifetimeMs: HOUR_MS,
  };
}

/** Tag of a user's charts and of what is made from them: interpretations, recommendations. */
export function userCharts(userId: string): string {
  return `saju:user:${part(userId)}`;
}

/** A page of a category's posts. Invalid with all of the category's pages (`categoryPosts`). */
export function postsPage(categoryId: string, page: string): CacheKey {
  return {
    name: `posts:category:${part(categoryId)}:page:${part(page)}`,
    tags: [categoryPosts(categoryId)],
    lifetimeMs: HOUR_MS,
  };
}

/** Tag of the posts of a category: any of them new, changed or deleted. */
export function categoryPosts(categoryId: string): string {
  return `posts:category:${part(categoryId)}`;
}

/** The latest readings of a device. Invalid by its name as a tag. */
export function latestReadings(deviceId: string): CacheKey {
  const name = `sensor:${part(deviceId)}:latest`;
  return { name, tags: [name], lifetimeMs: MINUTE_MS };
}

/** @throws RangeError: a part with a colon could be read as two, and be another's key */
function part(text: string): string {
  if (/^[\w.=-]{1,128}$/.test(text)) return text;
  throw new RangeError('A part of a cache key has 1 to 128 letters, digits, or any of _ . = -');
}
