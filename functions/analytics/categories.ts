/** What users are interested in, as far as activity and charts tell: each leads to something that can be offered. */
export const categories = [
  'personality',
  'wealth',
  'health',
  'relationship',
  'luck',
  'compatibility',
  'auspicious_days',
  'calendar',
  'consultation',
  'community',
] as const;

export type Category = (typeof categories)[number];
