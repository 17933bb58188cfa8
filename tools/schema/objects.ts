import type { Transaction } from '../../platform/db/database.ts';
import { isOurs } from './ours.ts';

/** Functions and procedures, whole. */
export async function functionStatements(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx<{ statement: string }[]>`
    select rtrim(pg_get_functiondef(oid), E'\\n') as statement
    from pg_proc
    where prokind in ('f', 'p') and ${isOurs(tx, 'pg_proc', 'pg_proc.oid', 'pronamespace')}
    order by oid`;
  return rows.map(row => row.statement);
}

/** Views, and materialized views with their indexes. */
export async function viewStatements(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx<{ statement: string; indexes: readonly string[] }[]>`
    select
      format('CREATE %s %s AS%s%s', case relkind when 'm' then 'MATERIALIZED VIEW' else 'VIEW' end, oid::regclass, E'\\n',
        rtrim(pg_get_viewdef(oid, true), ';')) as statement,
      array(select pg_get_indexdef(indexrelid, 0, true) from pg_index where indrelid = pg_class.oid order by indexrelid) as indexes
    from pg_class
    where relkind in ('v', 'm') and ${isOurs(tx, 'pg_class', 'pg_class.oid', 'relnamespace')}
    order by oid`;
  return rows.flatMap(row => [row.statement, ...row.indexes]);
}

/** Triggers of ours: not those of foreign keys, nor what partitions have of their parent. */
export async function triggerStatements(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx<{ statement: string }[]>`
    select pg_get_triggerdef(pg_trigger.oid, true) as statement
    from pg_trigger
    join pg_class on pg_class.oid = tgrelid
    where not tgisinternal and tgparentid = 0 and ${isOurs(tx, 'pg_class', 'pg_class.oid', 'relnamespace')}
    order by pg_trigger.oid`;
  return rows.map(row => row.statement);
}

/** Comments on anything but partitions. */
export async function commentStatements(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx<{ statement: string }[]>`
    select format('COMMENT ON %s %s IS %L',
      case when type like '% column' then 'COLUMN' when type = 'table constraint' then 'CONSTRAINT' else upper(type) end,
      identity, description) as statement
    from pg_description
    cross join pg_identify_object(classoid, objoid, objsubid)
    left join pg_class on classoid = 'pg_class'::regclass and pg_class.oid = objoid
    where schema is distinct from 'pg_catalog' and schema is distinct from 'information_schema'
      and type in ('schema', 'table', 'table column', 'table constraint', 'index', 'view', 'view column',
        'materialized view', 'materialized view column', 'function', 'procedure', 'trigger')
      and identity <> 'public' and relispartition is not true
      and not exists (select from pg_depend where classid = classoid and objid = objoid and deptype = 'e')
      and not exists (select from pg_namespace where pg_namespace.oid = objoid and nspname like 'pg\\_%')
    order by type collate "C", identity collate "C"`;
  return rows.map(row => row.statement);
}
