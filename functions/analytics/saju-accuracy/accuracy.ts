/** Interpretations of a day that are alike in all that is known of them, and how many they are. */
export interface Group {
  readonly statDate: string;
  readonly interpretationType: string;
  readonly modelVersion: string;
  /** How sure the chart is that was interpreted: percent in tens. */
  readonly confidence: number;
  readonly reviewStatus: 'not_requested' | 'requested' | 'reviewed';
  /** By the user, 1 to 5. */
  readonly rating: number | null;
  readonly count: number;
}

/** A band of confidence, against what users thought. */
export interface Band {
  readonly confidence: number;
  readonly interpretations: number;
  readonly rated: number;
  readonly ratingAverage: number | null;
  readonly wellRatedShare: number | null;
}

/** How interpretations of a type and a version of a day were received. Counts, so that days can be added up. */
export interface Accuracy extends Pick<Group, 'statDate' | 'interpretationType' | 'modelVersion'> {
  readonly interpretations: number;
  readonly rated: number;
  readonly ratingSum: number;
  readonly wellRated: number;
  readonly reviewRequested: number;
  readonly reviewed: number;
  readonly reviewedRated: number;
  readonly reviewedRatingSum: number;
  readonly agreement: number | null;
  readonly kappa: number | null;
  readonly calibrationError: number | null;
  readonly calibration: readonly Band[];
}

/** A rating from here on says that an interpretation was right. */
const WELL_RATED = 4;
/** A confidence from here on says that it would be. */
const CONFIDENT = 70;

/** Sums groups up, by day, type and version. */
export function accuracyOf(groups: readonly Group[]): readonly Accuracy[] {
  const alike = Map.groupBy(groups, group =>
    JSON.stringify([group.statDate, group.interpretationType, group.modelVersion]),
  );
  return [...alike.values()].map(summary);
}

function summary(groups: readonly Group[]): Accuracy {
  const { statDate, interpretationType, modelVersion } = groups[0]!;
  const rated = groups.filter(isRated);
  const reviewed = groups.filter(({ reviewStatus }) => reviewStatus === 'reviewed');
  const bands = bandsOf(groups);
  return {
    statDate,
    interpretationType,
    modelVersion,
    interpretations: count(groups),
    rated: count(rated),
    ratingSum: ratingSum(rated),
    wellRated: count(rated.filter(isWellRated)),
    reviewRequested: count(groups.filter(({ reviewStatus }) => reviewStatus !== 'not_requested')),
    reviewed: count(reviewed),
    reviewedRated: count(reviewed.filter(isRated)),
    reviewedRatingSum: ratingSum(reviewed),
    ...agreementOf(rated),
    calibrationError: calibrationError(bands),
    calibration: bands,
  };
}

/**
 * How often confidence and rating say the same of an interpretation, and Cohen's kappa of it: by how much more often than two
 * that know nothing of each other would, as a share of what is left to agree on.
 */
function agreementOf(rated: readonly Group[]): Pick<Accuracy, 'agreement' | 'kappa'> {
  const all = count(rated);
  if (all === 0) return { agreement: null, kappa: null };
  const agreed = count(rated.filter(group => isConfident(group) === isWellRated(group))) / all;
  const confident = count(rated.filter(isConfident)) / all;
  const wellRated = count(rated.filter(isWellRated)) / all;
  const byChance = confident * wellRated + (1 - confident) * (1 - wellRated);
  return { agreement: rounded(agreed), kappa: byChance === 1 ? null : rounded((agreed - byChance) / (1 - byChance)) };
}

function bandsOf(groups: readonly Group[]): readonly Band[] {
  return [...Map.groupBy(groups, ({ confidence }) => confidence)]
    .toSorted(([a], [b]) => a - b)
    .map(([confidence, band]) => {
      const rated = band.filter(isRated);
      const share = (part: number) => (rated.length === 0 ? null : rounded(part / count(rated)));
      return {
        confidence,
        interpretations: count(band),
        rated: count(rated),
        ratingAverage: share(ratingSum(rated)),
        wellRatedShare: share(count(rated.filter(isWellRated))),
      };
    });
}

/** The expected calibration error: that of each band, by its share of the ratings. */
function calibrationError(bands: readonly Band[]): number | null {
  const all = bands.reduce((sum, { rated }) => sum + rated, 0);
  if (all === 0) return null;
  const errors = bands.map(({ confidence, rated, wellRatedShare }) =>
    wellRatedShare === null ? 0 : (rated / all) * Math.abs(wellRatedShare - confidence / 100),
  );
  return rounded(errors.reduce((sum, error) => sum + error, 0));
}

function isRated({ rating }: Group): boolean {
  return rating !== null;
}

function isWellRated({ rating }: Group): boolean {
  return rating !== null && rating >= WELL_RATED;
}

function isConfident({ confidence }: Group): boolean {
  return confidence >= CONFIDENT;
}

function count(groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + group.count, 0);
}

function ratingSum(groups: readonly Group[]): number {
  return groups.reduce((sum, { rating, count }) => sum + (rating ?? 0) * count, 0);
}

/** As the table keeps it. */
function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
