import type { SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { OWN_CENTRE, type SheetRow, type SupportSheet, sheetObstacle } from '@tirek/domain/support';
import type { Tx } from '../db/database.ts';
import { findDataKey, type KeyFor } from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { findProvider } from '../services/index.ts';
import { loadBareSupport, sealNote } from './load-support.ts';
import { requireWritable } from './may-write.ts';
import { insertCourse, insertSession, lockSupport } from './queries.ts';

interface Recording {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly now: string;
  readonly keyFor: KeyFor;
  /** Told as soon as everybody on the sheet is found to be within reach. */
  readonly onFound: (people: readonly string[]) => void;
}

/** Writes down one meeting, each person of it in a row of her own: all of them or nobody. */
export async function recordSheet(recording: Recording, sheet: SupportSheet): Promise<void> {
  const { tx, actor, now, onFound } = recording;
  const today = programmeDay(now);
  const { begins, rows } = sheet;
  const people = rows.map(({ personId }) => personId);
  await lockSupport(tx, people);
  for (const { personId, attendance, note } of rows) {
    const isGiven = attendance !== 'struck';
    await requireWritable(tx, actor, {
      ...{ personId, on: today, needsCase: isGiven },
      needsConsent: isGiven || note !== null,
    });
  }
  onFound(people);
  const known = await loadBareSupport(tx, actor, people);
  const providerKind = begins && (await kindOf(tx, actor, begins.providerId));
  for (const row of rows) {
    const records = known.get(row.personId);
    const obstacle = records && sheetObstacle(records, { row, sheet, today });
    if (obstacle) throw new Problem(obstacle);
    if (begins && providerKind) {
      const course = { id: row.courseId, personId: row.personId, beganOn: sheet.heldOn };
      await insertCourse(tx, actor, { ...begins, ...course, providerKind, now, today });
    }
    await insertSession(tx, actor, {
      ...{ id: row.id, courseId: row.courseId, personId: row.personId, heldOn: sheet.heldOn },
      ...{ minutes: sheet.minutes, attendance: row.attendance, language: sheet.language },
      ...{ supersedes: row.supersedes, sealed: await sealed(recording, row), now, today },
    });
  }
}

async function sealed({ tx, keyFor }: Recording, row: SheetRow): Promise<Buffer | null> {
  const { id, personId, note } = row;
  if (note === null) return null;
  const key = await findDataKey(tx, personId);
  if (!key) throw new Problem('not-found');
  return sealNote(note, { id, personId, key }, keyFor);
}

/**
 * What the institution that gives something is, by the directory.
 * @throws Problem `not-found`
 */
export async function kindOf(tx: Tx, actor: SignedInActor, providerId: string | null) {
  if (providerId === null) return OWN_CENTRE;
  const found = await findProvider(tx, actor, providerId);
  if (!found) throw new Problem('not-found');
  return found.provider.kind;
}
