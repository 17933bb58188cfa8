/** A place a birth can be given by. */
export interface Place {
  /** The official name in full in Korea ('경기도 수원시'), the usual English one elsewhere ('New York'). */
  readonly name: string;
  /** In Latin script, with its province or state: 'Suwon-si, Gyeonggi-do', 'New York, NY'. */
  readonly english: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Degrees north, to 0.01. */
  readonly latitude: number;
  /** Degrees east, to 0.01. */
  readonly longitude: number;
  /** IANA name. */
  readonly timeZone: string;
}
