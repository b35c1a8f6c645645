import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/**
 * Two logins without any privilege of their own: `<database>_app` serves requests, `<database>_jobs` runs background jobs.
 * They inherit from the groups `tirek_app` and `tirek_jobs`, to which migrations grant. Neither owns a table,
 * neither can bypass a row policy, and neither can become anybody else.
 */
export interface Login {
  readonly user: string;
  readonly password: string;
}

export interface Logins {
  readonly app: Login;
  readonly jobs: Login;
}

/** Derives the logins' passwords from the installation key, so that every process of one installation knows them. */
export function loginsFor(database: string, installationKey: Buffer): Logins {
  const login = (group: 'app' | 'jobs'): Login => ({
    user: `${database}_${group}`.slice(0, 63),
    password: createHmac('sha256', installationKey)
      .update(`database login ${database} ${group}`)
      .digest('base64url'),
  });
  return { app: login('app'), jobs: login('jobs') };
}

/**
 * Makes or mends groups and logins. Run by the owner; safe when several programs do it at once, for one database or for
 * several on one server: roles belong to the server, so no lock within a database keeps those apart.
 */
export async function createLogins(owner: pg.ClientBase, logins: Logins): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await createLoginsAlone(owner, logins);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isMadeMeanwhile(error)) throw error;
      await setTimeout(10 * attempt);
    }
  }
}

const MOST_ATTEMPTS = 20;

/** Whether another program made the same role, or altered it, between our look and our write. */
function isMadeMeanwhile(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  const { code, message } = error;
  return (
    code === '42710' || code === '23505' || (code === 'XX000' && message.includes('concurrently'))
  );
}

async function createLoginsAlone(owner: pg.ClientBase, logins: Logins): Promise<void> {
  for (const [group, login] of Object.entries(logins) as ['app' | 'jobs', Login][]) {
    await createRole(owner, `tirek_${group}`, 'nologin');
    await createRole(owner, login.user, 'login');
    const name = owner.escapeIdentifier(login.user);
    await owner.query(
      `alter role ${name} with login nocreatedb nocreaterole inherit password ${owner.escapeLiteral(login.password)}`,
    );
    await owner.query(`grant tirek_${group} to ${name}`);
    await requireUnprivileged(owner, login.user);
  }
}

async function createRole(owner: pg.ClientBase, name: string, kind: 'login' | 'nologin') {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount === 0) {
    await owner.query(`create role ${owner.escapeIdentifier(name)} with ${kind}`);
  }
}

async function requireUnprivileged(owner: pg.ClientBase, name: string) {
  const { rows } = await owner.query(
    'select rolsuper or rolbypassrls as privileged from pg_roles where rolname = $1',
    [name],
  );
  if (rows[0]?.privileged !== false) {
    throw new Error(`The database role ${name} must be NOSUPERUSER NOBYPASSRLS.`);
  }
}
