/** Where raw history lies in Timestream. */
export interface TimestreamTable {
  readonly database: string;
  readonly table: string;
}
