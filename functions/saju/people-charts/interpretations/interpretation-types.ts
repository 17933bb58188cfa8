/** What a stored interpretation tells of, one of each on a chart. */
export const interpretationTypes = ['personality', 'wealth', 'health', 'relationship'] as const;
