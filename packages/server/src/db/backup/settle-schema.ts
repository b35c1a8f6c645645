import type pg from 'pg';

/** What is taken off the tables while rows are loaded in any order, and put back behind them. */
export interface TakenOff {
  putBack(): Promise<void>;
}

/** How a trigger fires (`pg_trigger.tgenabled`), as `alter table` says it. */
const ENABLE: Record<string, string> = { O: 'enable', R: 'enable replica', A: 'enable always' };

/**
 * Takes foreign keys and triggers off every table of `public`. Both come back exactly as they were; a foreign key is checked
 * against all rows when it does. Works for the owner of the tables, who need not be a superuser.
 */
export async function takeChecksOff(client: pg.ClientBase): Promise<TakenOff> {
  const keys = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  const triggers = await client.query<{ table: string; name: string; state: string }>(
    `select tgrelid::regclass::text as table, quote_ident(tgname) as name, tgenabled::text as state
     from pg_trigger join pg_class on pg_class.oid = tgrelid
     where not tgisinternal and tgenabled <> 'D' and relnamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of keys.rows)
    await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { table, name } of triggers.rows)
    await client.query(`alter table ${table} disable trigger ${name}`);
  return {
    async putBack() {
      for (const { table, name, definition } of keys.rows)
        await client.query(`alter table ${table} add constraint ${name} ${definition}`);
      for (const { table, name, state } of triggers.rows)
        await client.query(`alter table ${table} ${ENABLE[state]} trigger ${name}`);
    },
  };
}

/** The first thing that lies in `public` already, or null in an empty database. */
export async function findAnything(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') order by relname limit 1`,
  );
  return rows[0]?.name ?? null;
}
