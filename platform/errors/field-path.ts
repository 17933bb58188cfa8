/** No field of ours has a longer path; an unknown one may be called what a caller likes, in 256 kB. */
const LONGEST = 256;

/**
 * The path of a field below another: `births.3` and `date` are `births.3.date`. It ends in `…` where it is cut; what is further
 * below has the same path. Uncut, 6,000 values under one name of 128 kB were 786 MB of paths: five minutes for one request.
 */
export function pathBelow(path: string, key: PropertyKey): string {
  if (path.length > LONGEST) return path;
  const below = path === '' ? String(key) : `${path}.${String(key)}`;
  return below.length > LONGEST ? `${below.slice(0, LONGEST).toWellFormed()}…` : below;
}
