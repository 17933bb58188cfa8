/** Words for a day stem that is weak, or strong, beyond the middle. */
export const WEAK_WORDS = ['geugyak', 'taeyak', 'sinyak'] as const;
export const STRONG_WORDS = ['singang', 'taegang', 'geugwang'] as const;
