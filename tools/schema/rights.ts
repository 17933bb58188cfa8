import type { Transaction } from '../../platform/db/database.ts';
import { isOurs } from './ours.ts';

/** Roles that have rights: of the server, so they may be there already. None can sign in before its host lets it. */
export async function roleStatements(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx<{ statement: string }[]>`
    select format(E'DO $$\\nBEGIN\\n    CREATE ROLE %I NOLOGIN;\\nEXCEPTION WHEN duplicate_object OR unique_violation THEN\\n'
      '    NULL;\\nEND;\\n$$', rolname) as statement
    from pg_roles
    where oid in (select grantee from ${rights(tx)} as rights)
    order by rolname collate "C"`;
  return rows.map(row => row.statement);
}

/** Rights on schemas, tables, their columns, and functions that others than the owner have; and those of PUBLIC that it has no more. */
export async function rightStatements(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx<{ statement: string }[]>`
    select statement from (
      select 1 as part, kind, object, format('REVOKE EXECUTE ON %s %s FROM PUBLIC', kind, object) as statement
      from ${callables(tx)} as callables
      where acl is not null and not exists (select from aclexplode(acl) where grantee = 0)
      union all
      select 2, kind, min(object), format(E'GRANT %s ON %s\\n%s\\nTO %s', right_names, kind,
        string_agg('    ' || object, E',\\n' order by object collate "C"),
        case grantee when 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(grantee)) end)
      from (
        select kind, object, grantee, string_agg(right_name, ', ' order by right_name collate "C") as right_names
        from ${rights(tx)} as rights
        -- Which PUBLIC has of itself.
        where grantee <> 0 or kind = 'TABLE' or kind = 'SCHEMA' and object <> 'public'
        group by kind, object, grantee
      ) as by_object
      group by kind, right_names, grantee
      union all
      select 3, 'TABLE', object, format(E'GRANT %s (\n%s\n) ON TABLE %s TO %s', right_name,
        string_agg('    ' || quote_ident(attname), E',\n' order by attnum), object,
        case grantee when 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(grantee)) end)
      from (
        select attrelid::regclass::text as object, attname, attnum, privilege_type as right_name, grantee
        from pg_attribute cross join aclexplode(attacl)
        where attacl is not null and attrelid >= 16384
      ) as on_columns
      group by object, right_name, grantee
    ) as statements
    order by part, kind collate "C", object collate "C", statement collate "C"`;
  return rows.map(row => row.statement);
}

/** Rights that tables to come will have. Last: those above have their own already. */
export async function defaultRightStatements(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx<{ statement: string }[]>`
    select format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT %s ON TABLES TO %s', nspname,
      string_agg(privilege_type, ', ' order by privilege_type collate "C"), pg_get_userbyid(grantee)::regrole) as statement
    from pg_default_acl
    join pg_namespace on pg_namespace.oid = defaclnamespace
    cross join aclexplode(defaclacl)
    where grantee <> defaclrole
    group by nspname, grantee
    order by nspname collate "C", 1`;
  return rows.map(row => row.statement);
}

function callables(tx: Transaction) {
  return tx`(
    select case prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end as kind,
      pg_proc.oid::regprocedure::text as object, proacl as acl, proowner as owner
    from pg_proc
    where prokind in ('f', 'p') and ${isOurs(tx, 'pg_proc', 'pg_proc.oid', 'pronamespace')}
  )`;
}

/** A row for each right that somebody else than the owner was given on something of ours. */
function rights(tx: Transaction) {
  return tx`(
    select kind, object, grantee, privilege_type as right_name
    from (
      select 'TABLE' as kind, pg_class.oid::regclass::text as object, relacl as acl, relowner as owner
      from pg_class
      where relkind in ('r', 'p', 'v', 'm') and not relispartition
        and ${isOurs(tx, 'pg_class', 'pg_class.oid', 'relnamespace')}
      union all
      select 'SCHEMA', quote_ident(nspname), nspacl, nspowner
      from pg_namespace
      where nspname not like 'pg\\_%' and nspname <> 'information_schema'
      union all
      select kind, object, acl, owner from ${callables(tx)} as callables
    ) as objects
    cross join aclexplode(acl)
    where grantee <> owner
  )`;
}
