import type { SignedInActor } from '@tirek/domain/access';
import type { SupportRecords, SupportSession } from '@tirek/domain/support';
import type { Tx } from '../db/database.ts';
import {
  type KeyFor,
  listDataKeys,
  openText,
  openUnder,
  sealText,
  unwrapDataKey,
  type WrappedKey,
} from '../people/index.ts';
import { listAid, listCourses, listEnds, listSessionRows, type SessionRow } from './queries.ts';

/** What is sealed of one meeting opens in no other. */
const label = (id: string): string => `support session ${id}`;

export const sealNote = (
  note: string,
  { id, personId, key }: { id: string; personId: string; key: WrappedKey },
  keyFor: KeyFor,
): Buffer => sealText(note, { ...key, personId, label: label(id) }, keyFor);

export const openNote = (
  sealed: Buffer,
  { id, personId, key }: { id: string; personId: string; key: WrappedKey },
  keyFor: KeyFor,
): string => openText(sealed, { ...key, personId, label: label(id) }, keyFor);

/** What was given to each of some people within reach, without a word of what was written. */
export const loadBareSupport = async (
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<ReadonlyMap<string, SupportRecords>> =>
  await load(tx, actor, { people, notesOf: async (rows) => rows.map(bareSession) });

/** The same with what was written of each meeting. */
export const loadSupport = async (
  { tx, actor, keyFor }: { tx: Tx; actor: SignedInActor; keyFor: KeyFor },
  people: readonly string[],
): Promise<ReadonlyMap<string, SupportRecords>> =>
  await load(tx, actor, { people, notesOf: (rows) => openNotes(tx, rows, keyFor) });

async function load(
  tx: Tx,
  actor: SignedInActor,
  {
    people,
    notesOf,
  }: {
    readonly people: readonly string[];
    readonly notesOf: (rows: readonly SessionRow[]) => Promise<SupportSession[]>;
  },
): Promise<ReadonlyMap<string, SupportRecords>> {
  const courses = Map.groupBy(await listCourses(tx, actor, people), whom);
  const sessions = Map.groupBy(await notesOf(await listSessionRows(tx, actor, people)), whom);
  const ends = Map.groupBy(await listEnds(tx, actor, people), whom);
  const aid = Map.groupBy(await listAid(tx, actor, people), whom);
  return new Map(
    people.map((personId) => [
      personId,
      {
        courses: courses.get(personId) ?? [],
        sessions: sessions.get(personId) ?? [],
        ends: ends.get(personId) ?? [],
        aid: aid.get(personId) ?? [],
      },
    ]),
  );
}

const whom = ({ personId }: { personId: string }): string => personId;

const bareSession = ({ sealed: _, recordId: __, ...row }: SessionRow): SupportSession => ({
  ...row,
  note: null,
});

async function openNotes(
  tx: Tx,
  rows: readonly SessionRow[],
  keyFor: KeyFor,
): Promise<SupportSession[]> {
  const sealed = rows.filter((row) => row.sealed !== null);
  const wrapped = await listDataKeys(tx, [...new Set(sealed.map(({ recordId }) => recordId))]);
  const keys = new Map([...wrapped].map(([id, key]) => [id, unwrapDataKey(id, key, keyFor)]));
  return rows.map((row) => {
    const key = row.sealed && keys.get(row.recordId);
    const note = key && row.sealed ? openUnder(key, row.sealed, label(row.id)) : null;
    return { ...bareSession(row), note };
  });
}
