/** Why a database was not migrated. */
export type MigrationErrorCode = 'misnumbered' | 'database_newer' | 'changed' | 'out_of_order' | 'failed';

/** What happened and what to do about it, by code; `name` is of the file, `version` the number it has or should have. */
const MESSAGES: Readonly<Record<MigrationErrorCode, (name: string, version: number) => string>> = {
  misnumbered: (name, version) =>
    `Migrations are numbered 0001, 0002, … without gaps, and named NNNN_name.sql (small letters, digits, _): ` +
    `where ${String(version).padStart(4, '0')} should be there is ${name}. Rename it, or bring back the one that is missing.`,
  database_newer: name =>
    `The database has had ${name}, a breaking migration that this code does not know: it was written for an older one. ` +
    'Run a version of the code that has this migration, or restore a backup from before it.',
  changed: name =>
    `${name}.sql is not what this database was migrated with. Take the change back, and put it into a new migration. ` +
    '(A database that holds nothing of worth may be deleted and made anew.)',
  out_of_order: name =>
    `${name} has not been run, but migrations with higher numbers have. Give it the next free number.`,
  failed: name => `${name}.sql failed, and nothing of it was kept. Mend what the cause says, and migrate again`,
};

/** A database that was not migrated, with what to do about it. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly code: MigrationErrorCode;
  readonly version: number;

  constructor(code: MigrationErrorCode, migration: string, version: number, cause?: unknown) {
    const message = MESSAGES[code](migration, version);
    super(cause instanceof Error ? `${message}: ${cause.message}` : message, { cause });
    this.code = code;
    this.version = version;
  }
}
