import type { Transaction } from '../../platform/db/database.ts';
import { isOurs } from './ours.ts';

/**
 * Looks for what the schema's text would leave out without a word.
 * @throws Error naming it: whoever first needs one of these teaches this folder to write it
 */
export async function refuseUnwritten(tx: Transaction): Promise<void> {
  const found = await tx<{ what: string }[]>`
    select 'type ' || typname as what from pg_type
    where (typtype in ('e', 'd', 'r') or typrelid in (select oid from pg_class where relkind = 'c'))
      and ${isOurs(tx, 'pg_type', 'pg_type.oid', 'typnamespace')}
    union all
    select 'aggregate ' || proname from pg_proc
    where prokind not in ('f', 'p') and ${isOurs(tx, 'pg_proc', 'pg_proc.oid', 'pronamespace')}
    union all
    select 'sequence or foreign table ' || relname from pg_class
    where (relkind = 'f' or relkind = 'S' and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'i'))
      and ${isOurs(tx, 'pg_class', 'pg_class.oid', 'relnamespace')}
    union all
    select 'storage of ' || attrelid::regclass || '.' || attname from pg_attribute
    join pg_type on pg_type.oid = atttypid
    join pg_class on pg_class.oid = attrelid
    where relkind in ('r', 'p') and attnum > 0 and not attisdropped and (attstorage <> typstorage or attcompression <> '')
      and ${isOurs(tx, 'pg_class', 'pg_class.oid', 'relnamespace')}
    union all
    select 'rights to grant on ' || relname from pg_class
    cross join aclexplode(relacl)
    where is_grantable and grantee <> relowner and ${isOurs(tx, 'pg_class', 'pg_class.oid', 'relnamespace')}
    union all
    select 'rights of the owner on ' || relname from pg_class
    where relkind in ('r', 'p', 'v', 'm') and relacl is not null and ${isOurs(tx, 'pg_class', 'pg_class.oid', 'relnamespace')}
      and (select count(*) from aclexplode(relacl) where grantee = relowner)
        <> (select count(*) from aclexplode(acldefault('r', relowner)))
    union all
    select 'default rights of ' || pg_get_userbyid(defaclrole) from pg_default_acl
    where defaclrole <> current_user::regrole or defaclobjtype <> 'r' or defaclnamespace = 0
    union all
    select 'rule ' || rulename from pg_rewrite
    join pg_class on pg_class.oid = ev_class
    where rulename <> '_RETURN' and ${isOurs(tx, 'pg_class', 'pg_class.oid', 'relnamespace')}
    union all
    select 'policy ' || polname from pg_policy
    union all
    select 'statistics ' || stxname from pg_statistic_ext
    union all
    select 'event trigger ' || evtname from pg_event_trigger`;
  if (found.length === 0) return;
  throw new Error(`db/schema.sql would leave out: ${found.map(({ what }) => what).join(', ')}`);
}
