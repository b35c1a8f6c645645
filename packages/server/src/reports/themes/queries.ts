import type { SignedInActor } from '@tirek/domain/access';
import type { InputOf } from '@tirek/domain/contract';
import {
  type Coding,
  differences,
  type Note,
  NoteHead,
  type themesContract,
} from '@tirek/domain/reports/themes';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import { listCodedExcerpts } from './facts.ts';

type Input<Name extends keyof typeof themesContract> = InputOf<(typeof themesContract)[Name]>;

/** Whether the asker may read the notes of the wave. */
export async function hasWave(tx: Tx, waveId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('surveyWave')
    .select('id')
    .where('id', '=', waveId)
    .where(sql<boolean>`((select may('theme.read')) or (select is_owner()))`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes of a wave, or one by itself; the latest held first. */
export async function listNotes(
  tx: Tx,
  of: { readonly waveId: string } | { readonly noteId: string },
): Promise<Note[]> {
  const rows = await tx
    .selectFrom('themeNote')
    .leftJoin('themeNoteWithdrawal', 'themeNoteWithdrawal.noteId', 'themeNote.id')
    .select((row) => [
      'themeNote.id',
      'waveId',
      'title',
      'kind',
      'heldOn',
      'place',
      'language',
      'coders',
      'addedAt',
      sql<string | null>`theme_colleague(added_by)`.as('addedByName'),
      'themeNoteWithdrawal.withdrawnAt',
      'themeNoteWithdrawal.reason',
      sql<string | null>`theme_colleague(theme_note_withdrawal.withdrawn_by)`.as('withdrawnByName'),
      row
        .selectFrom('themeExcerpt')
        .select((inner) => inner.fn.countAll<number>().as('excerpts'))
        .whereRef('themeExcerpt.noteId', '=', 'themeNote.id')
        .as('excerpts'),
    ])
    .where((row) =>
      'waveId' in of ? row('waveId', '=', of.waveId) : row('themeNote.id', '=', of.noteId),
    )
    .orderBy('heldOn', 'desc')
    .orderBy('addedAt', 'desc')
    .execute();
  const codings = await listCodings(
    tx,
    rows.map(({ id }) => id),
  );
  const coded = await listCodedExcerpts(tx, of);
  return rows.map(({ id, waveId, addedAt, addedByName, excerpts, ...row }) => {
    const { withdrawnAt, reason, withdrawnByName, ...head } = row;
    const own = codings.filter(({ noteId }) => noteId === id);
    const differing = coded
      .filter(({ noteId }) => noteId === id)
      .map(({ passes, settlements }) => ({ open: differences(passes), settlements }));
    return {
      ...z.parse(NoteHead, head),
      ...{ id, waveId, addedAt },
      addedByName: addedByName ?? '',
      excerpts: excerpts ?? 0,
      codings: own.map(({ noteId: _, ...coding }) => coding),
      isCoded: own.filter(({ endedAt }) => endedAt !== null).length >= head.coders,
      differences: differing.reduce((sum, { open }) => sum + open.length, 0),
      settled: differing.reduce((sum, { settlements }) => sum + settlements.length, 0),
      withdrawal: withdrawnAt
        ? { at: withdrawnAt, byName: withdrawnByName ?? '', reason: reason ?? '' }
        : null,
    };
  });
}

export async function insertNote(
  tx: Tx,
  { programmeId, accountId }: SignedInActor,
  { id, waveId, head, excerpts, now }: Input<'addThemeNote'> & { readonly now: string },
): Promise<void> {
  await tx
    .insertInto('themeNote')
    .values({ ...head, id, waveId, programmeId, addedBy: accountId, addedAt: now })
    .execute();
  await tx
    .insertInto('themeExcerpt')
    .values(
      excerpts.map((excerpt, position) => ({ ...excerpt, noteId: id, programmeId, position })),
    )
    .execute();
}

export async function insertNoteWithdrawal(
  tx: Tx,
  { programmeId, accountId }: SignedInActor,
  given: { readonly noteId: string; readonly reason: string; readonly now: string },
): Promise<void> {
  const { noteId, reason, now } = given;
  await tx
    .insertInto('themeNoteWithdrawal')
    .values({ noteId, reason, programmeId, withdrawnBy: accountId, withdrawnAt: now })
    .execute();
}

async function listCodings(
  tx: Tx,
  noteIds: readonly string[],
): Promise<(Coding & { noteId: string })[]> {
  if (noteIds.length === 0) return [];
  const rows = await codingsOf(tx).where('themeCoding.noteId', 'in', noteIds).execute();
  return rows.map(codingOf);
}

function codingsOf(tx: Tx) {
  return tx
    .selectFrom('themeCoding')
    .leftJoin('themeCodingEnd', 'themeCodingEnd.codingId', 'themeCoding.id')
    .select([
      'themeCoding.id',
      'themeCoding.noteId',
      'themeCoding.coderId',
      'themeCoding.place',
      'themeCoding.startedAt',
      'themeCodingEnd.endedAt',
      sql<string | null>`theme_colleague(theme_coding.coder_id)`.as('coderName'),
    ])
    .orderBy('themeCoding.place');
}

function codingOf({
  coderName,
  place,
  ...row
}: Awaited<ReturnType<ReturnType<typeof codingsOf>['execute']>>[number]): Coding & {
  noteId: string;
} {
  return { ...row, coderName: coderName ?? '', place: place === 2 ? 2 : 1 };
}

/** The coding with the note that it is of, or null when the asker may not see it. */
export async function findCoding(
  tx: Tx,
  codingId: string,
): Promise<(Coding & { noteId: string }) | null> {
  const row = await codingsOf(tx).where('themeCoding.id', '=', codingId).executeTakeFirst();
  return row ? codingOf(row) : null;
}

export async function insertCoding(
  tx: Tx,
  { programmeId, accountId }: SignedInActor,
  given: { id: string; noteId: string; place: number; now: string },
): Promise<void> {
  const { id, noteId, place, now } = given;
  await tx
    .insertInto('themeCoding')
    .values({ id, noteId, place, programmeId, coderId: accountId, startedAt: now })
    .execute();
}

/** Marks and the end of one coding wait for each other, so that nothing comes after the end. */
export async function waitForCoding(tx: Tx, codingId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${codingId}, 0))`.execute(tx);
}

export async function insertMark(
  tx: Tx,
  { programmeId }: SignedInActor,
  given: Input<'markExcerpt'> & { readonly noteId: string; readonly now: string },
): Promise<void> {
  const { id, noteId, codingId, excerptId, themes, now } = given;
  await tx
    .insertInto('themeMark')
    .values({ id, noteId, codingId, excerptId, themes, programmeId, markedAt: now })
    .execute();
}

/** Excerpts of the note that the coding has no mark of. */
export async function countUnmarked(
  tx: Tx,
  { codingId, noteId }: { codingId: string; noteId: string },
): Promise<number> {
  const { left } = await tx
    .selectFrom('themeExcerpt')
    .select((row) => row.fn.countAll<number>().as('left'))
    .where('themeExcerpt.noteId', '=', noteId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('themeMark')
            .select('themeMark.id')
            .whereRef('themeMark.excerptId', '=', 'themeExcerpt.id')
            .where('themeMark.codingId', '=', codingId),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return left;
}

export async function insertCodingEnd(
  tx: Tx,
  { programmeId }: SignedInActor,
  given: { codingId: string; noteId: string; now: string },
): Promise<void> {
  const { codingId, noteId, now } = given;
  await tx
    .insertInto('themeCodingEnd')
    .values({ codingId, noteId, programmeId, endedAt: now })
    .execute();
}

export async function insertSettlement(
  tx: Tx,
  { programmeId, accountId }: SignedInActor,
  given: Input<'settleTheme'> & { readonly noteId: string; readonly now: string },
): Promise<void> {
  const { now, ...settlement } = given;
  await tx
    .insertInto('themeSettlement')
    .values({ ...settlement, programmeId, settledBy: accountId, settledAt: now })
    .execute();
}

/** An excerpt by itself, with the note that it stands in. */
export async function findExcerpt(
  tx: Tx,
  excerptId: string,
): Promise<{ id: string; noteId: string; text: string } | null> {
  const row = await tx
    .selectFrom('themeExcerpt')
    .select(['id', 'noteId', 'text'])
    .where('id', '=', excerptId)
    .executeTakeFirst();
  return row ?? null;
}
