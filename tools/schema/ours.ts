import type { Transaction } from '../../platform/db/database.ts';

/** A condition: the row `oid` of a catalog is in a schema of ours and was not brought by an extension. */
export function isOurs(tx: Transaction, catalog: string, oid: string, namespace: string) {
  return tx`${tx(namespace)} in (
      select oid from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'
    )
    and not exists (
      select from pg_depend as member
      where member.classid = ${catalog}::regclass and member.objid = ${tx(oid)} and member.deptype = 'e'
    )`;
}
