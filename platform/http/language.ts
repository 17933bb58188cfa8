/** Text that end users read: in Korean and in English. */
export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

/** The languages end users are answered in. */
export type Language = keyof Bilingual;

/** Answered where the caller has no preference: absent or `*`. */
const standard: Language = 'en';

/**
 * The language an `Accept-Language` header asks for (RFC 9110, 12.5.4): the higher quality wins,
 * then the one named first. Regional tags count for their language (`ko-KR` for `ko`); what cannot
 * be read is ignored; English where nothing fits.
 */
export function preferredLanguage(header: string | undefined): Language {
  if (header === undefined || header === '*') return standard;
  const quality: { ko?: number; en?: number; any?: number } = {};
  let first: Language | undefined;
  for (const range of header.split(',')) {
    const match = /^\s*(\*|[a-z]{1,8})(?:-[a-z0-9]{1,8})*\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i.exec(range);
    if (match === null) continue;
    const tag = match[1]!.toLowerCase();
    const q = match[2] === undefined ? 1 : Number(match[2]);
    if (tag === '*') quality.any = q;
    else if (tag === 'ko' || tag === 'en') {
      first ??= tag;
      quality[tag] = Math.max(quality[tag] ?? 0, q);
    }
  }
  const ko = quality.ko ?? quality.any ?? 0;
  const en = quality.en ?? quality.any ?? 0;
  if (ko === en) return first !== undefined && quality.ko === quality.en ? first : standard;
  return ko > en ? 'ko' : 'en';
}
