import { PROGRAMME_WIDE_ROLES, ROLES, type Role } from '@tirek/domain/access';
import type { Database } from '../../db/database.ts';
import { CAST_REGION, madeUpId } from '../../demo/cast.ts';
import { insertPosition } from '../queries.ts';

/**
 * Everybody who might call an endpoint: each role in the whole programme (`role@programme`) and, where it may be held so, in
 * one region (`role@region`); an account without a role; and five who must not get in although they hold every role:
 * one without a session, three whose session waits for something, and one of another programme.
 */
export interface Position {
  readonly name: string;
  /** Null for the visitor. */
  readonly accountId: string | null;
  readonly awaited: 'second-factor' | 'set-up' | 'unlock' | null;
}

export const POSITION_NAMES: readonly string[] = [
  ...ROLES.map((role) => `${role}@programme`),
  ...ROLES.filter((role) => !PROGRAMME_WIDE_ROLES.includes(role)).map((role) => `${role}@region`),
  'nobody',
  'stranger',
  'half',
  'set-up',
  'locked',
  'visitor',
];

/** Words of the reviewed file that stand for several positions. */
export function positionsOf(word: string): readonly string[] {
  const signedIn = POSITION_NAMES.filter(
    (name) => name.includes('@') || name === 'nobody' || name === 'stranger',
  );
  if (word === 'anyone') return POSITION_NAMES;
  if (word === 'signed-in') return signedIn;
  if ((ROLES as readonly string[]).includes(word))
    return POSITION_NAMES.filter((name) => name.startsWith(`${word}@`));
  if (POSITION_NAMES.includes(word)) return [word];
  throw new Error(`matrix.expected.json: nobody is called ${word}`);
}

const AWAITED: Record<string, Position['awaited']> = {
  half: 'second-factor',
  'set-up': 'set-up',
  locked: 'unlock',
};

/** The account of a position. */
export const positionId = (name: string): string => madeUpId(`position ${name}`);

/** Makes the accounts of all positions. */
export async function makePositions(
  database: Database,
  { programmeId, otherProgrammeId }: { programmeId: string; otherProgrammeId: string },
): Promise<Position[]> {
  const positions: Position[] = [];
  for (const name of POSITION_NAMES) {
    const [role = '', scope] = name.split('@');
    const accountId = name === 'visitor' ? null : positionId(name);
    positions.push({ name, accountId, awaited: AWAITED[name] ?? null });
    if (accountId === null) continue;
    const everyRole = ROLES.map((one) => ({ role: one, region: null }));
    const own = scope
      ? [{ role: role as Role, region: scope === 'region' ? CAST_REGION : null }]
      : [];
    await insertPosition(database, {
      accountId,
      programmeId: name === 'stranger' ? otherProgrammeId : programmeId,
      signInName: `position.${name.replace('@', '.')}`,
      assignments: scope || name === 'nobody' ? own : everyRole,
    });
  }
  return positions;
}
