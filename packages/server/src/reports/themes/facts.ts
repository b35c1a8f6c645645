import type { WaveFacts } from '@tirek/domain/reports';
import {
  type ClearedQuote,
  Excerpt,
  inCodebookOrder,
  type NoteKind,
  type Passes,
  type Settlement,
  type Speaker,
  THEMES,
  type ThemeId,
} from '@tirek/domain/reports/themes';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';

/** An excerpt of a note that everybody has coded who was to. */
export interface CodedRow {
  readonly id: string;
  readonly noteId: string;
  readonly noteTitle: string;
  readonly kind: NoteKind;
  readonly speaker: Speaker;
  readonly text: string;
  readonly coders: readonly string[];
  readonly passes: Passes;
  readonly settlements: readonly Settlement[];
}

export type Of = { readonly waveId: string } | { readonly noteId: string };

/** Past row policies too, which do not bind the command line. */
const isNotWithdrawn = sql<boolean>`theme_note.id not in (select note_id from theme_note_withdrawal)`;

/** In the order of their ids, which no later note changes. */
export async function listCodedExcerpts(tx: Tx, of: Of): Promise<CodedRow[]> {
  const excerpts = await tx
    .selectFrom('themeExcerpt')
    .innerJoin('themeNote', 'themeNote.id', 'themeExcerpt.noteId')
    .select([
      'themeExcerpt.id',
      'themeExcerpt.noteId',
      'themeExcerpt.speaker',
      'themeExcerpt.text',
      'themeNote.title as noteTitle',
      'themeNote.kind',
    ])
    .where((row) =>
      'waveId' in of
        ? row('themeNote.waveId', '=', of.waveId)
        : row('themeNote.id', '=', of.noteId),
    )
    .where(
      sql<boolean>`theme_note.coders <= (select count(*) from theme_coding_end ended where ended.note_id = theme_note.id)`,
    )
    .where(isNotWithdrawn)
    .orderBy('themeExcerpt.id')
    .execute();
  const notes = [...new Set(excerpts.map(({ noteId }) => noteId))];
  const marks = await listMarks(tx, notes);
  const settlements = await listSettlements(tx, notes);
  return excerpts.map((excerpt) => {
    const own = marks.filter(({ excerptId }) => excerptId === excerpt.id);
    const [first, second] = own.map(({ themes }) => themes);
    return {
      ...excerpt,
      kind: excerpt.kind as NoteKind,
      speaker: excerpt.speaker as Speaker,
      coders: own.map(({ coderName }) => coderName),
      passes: second ? [first ?? [], second] : [first ?? []],
      settlements: settlements
        .filter(({ excerptId }) => excerptId === excerpt.id)
        .map(({ excerptId: _, ...settlement }) => settlement),
    };
  });
}

/** Every excerpt of a note, in the order of the note. */
export async function listExcerpts(tx: Tx, noteId: string): Promise<Excerpt[]> {
  const rows = await tx
    .selectFrom('themeExcerpt')
    .select(['id', 'speaker', 'text'])
    .where('noteId', '=', noteId)
    .orderBy('position')
    .execute();
  return rows.map((row) => z.parse(Excerpt, row));
}

interface Mark {
  readonly excerptId: string;
  readonly codingId: string;
  readonly coderName: string;
  readonly themes: ThemeId[];
}

/** The newest mark of each coder on each excerpt, as far as the asker may see them; the first coder's before the second's. */
export async function listMarks(tx: Tx, noteIds: readonly string[]): Promise<Mark[]> {
  if (noteIds.length === 0) return [];
  const rows = await tx
    .selectFrom('themeMark')
    .innerJoin('themeCoding', 'themeCoding.id', 'themeMark.codingId')
    .distinctOn(['themeMark.excerptId', 'themeCoding.place'])
    .select([
      'themeMark.excerptId',
      'themeMark.codingId',
      'themeMark.themes',
      sql<string | null>`theme_colleague(theme_coding.coder_id)`.as('coderName'),
    ])
    .where('themeMark.noteId', 'in', noteIds)
    .orderBy('themeMark.excerptId')
    .orderBy('themeCoding.place')
    .orderBy('themeMark.position', 'desc')
    .execute();
  return rows.map(({ themes, coderName, ...row }) => ({
    ...row,
    coderName: coderName ?? '',
    themes: inCodebookOrder(themes.filter(isTheme)),
  }));
}

/** A theme that a later codebook has dropped is counted no more. */
const isTheme = (theme: string): theme is ThemeId => (THEMES as readonly string[]).includes(theme);

/** Of each theme of each excerpt the settlement that no other takes the place of. */
export async function listSettlements(
  tx: Tx,
  noteIds: readonly string[],
): Promise<(Settlement & { excerptId: string })[]> {
  if (noteIds.length === 0) return [];
  const rows = await tx
    .selectFrom('themeSettlement')
    .select([
      'id',
      'excerptId',
      'theme',
      'isGiven',
      'reason',
      'settledBy',
      'settledAt',
      sql<string | null>`theme_colleague(settled_by)`.as('settledByName'),
    ])
    .where('noteId', 'in', noteIds)
    .where(
      sql<boolean>`not exists (select from theme_settlement later where later.based_on = theme_settlement.id)`,
    )
    .execute();
  return rows.flatMap(({ theme, settledByName, ...row }) =>
    isTheme(theme) ? [{ ...row, theme, settledByName: settledByName ?? '' }] : [],
  );
}

/** What the notes of a wave add to its report; undefined where there are none that the asker may read. */
export async function loadThemeFacts(tx: Tx, waveId: string): Promise<WaveFacts['themes']> {
  const { notes } = await tx
    .selectFrom('themeNote')
    .select((row) => row.fn.countAll<number>().as('notes'))
    .where('waveId', '=', waveId)
    .where(isNotWithdrawn)
    .executeTakeFirstOrThrow();
  if (notes === 0) return undefined;
  const coded = await listCodedExcerpts(tx, { waveId });
  return {
    excerpts: coded.map(({ id, noteId, speaker, passes, settlements }) => ({
      ...{ id, speaker, passes },
      note: noteId,
      settled: settlements
        .map(({ theme, isGiven }) => ({ theme, isGiven }))
        .toSorted((a, b) => (a.theme < b.theme ? -1 : 1)),
    })),
    waiting: notes - new Set(coded.map(({ noteId }) => noteId)).size,
    quotes: await listClearedQuotes(tx, waveId),
  };
}

/** In the order of their ids, as the fingerprint of the facts needs it. */
async function listClearedQuotes(tx: Tx, waveId: string): Promise<ClearedQuote[]> {
  const rows = await tx
    .selectFrom('themeQuote')
    .innerJoin('themeQuoteDecision', 'themeQuoteDecision.quoteId', 'themeQuote.id')
    .innerJoin('themeExcerpt', 'themeExcerpt.id', 'themeQuote.excerptId')
    .innerJoin('themeNote', 'themeNote.id', 'themeQuote.noteId')
    .leftJoin('themeQuoteWithdrawal', 'themeQuoteWithdrawal.quoteId', 'themeQuote.id')
    .select([
      'themeQuote.id',
      'themeQuote.words',
      'themeQuote.consent',
      'themeQuote.reach',
      'themeExcerpt.speaker',
      'themeNote.kind',
      'themeNote.language',
    ])
    .where('themeNote.waveId', '=', waveId)
    .where('themeQuoteDecision.kind', '=', 'cleared')
    .where('themeQuoteWithdrawal.quoteId', 'is', null)
    .where(isNotWithdrawn)
    .orderBy('themeQuote.id')
    .execute();
  return rows.map((row) => row as ClearedQuote);
}
