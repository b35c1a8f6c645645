import { Problem } from '@tirek/domain/problem';
import {
  agreementByTheme,
  type Coding,
  type Difference,
  differences,
  type Note,
  pooledAgreement,
  type Settlement,
  themesContract,
} from '@tirek/domain/reports/themes';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import {
  type CodedRow,
  listCodedExcerpts,
  listExcerpts,
  listMarks,
  listSettlements,
} from './facts.ts';
import {
  countUnmarked,
  findCoding,
  findExcerpt,
  hasWave,
  insertCoding,
  insertCodingEnd,
  insertMark,
  insertNote,
  insertNoteWithdrawal,
  insertSettlement,
  listNotes,
  waitForCoding,
} from './queries.ts';
import { quoteHandlers } from './quotes/handlers.ts';
import { listQuotesOfNote } from './quotes/queries.ts';

const handlers: Handlers<typeof themesContract> = {
  async listThemeNotes({ tx, input }) {
    await requireWave(tx, input.waveId);
    return { notes: await listNotes(tx, { waveId: input.waveId }) };
  },

  async addThemeNote({ tx, actor, input, now, about }) {
    await requireWave(tx, input.waveId);
    await insertNote(tx, accountOf(actor), { ...input, now });
    about([input.id, input.waveId], { excerpts: input.excerpts.length });
    return await getNote(tx, input.id);
  },

  async getThemeNote({ tx, input, about }) {
    const note = await getNote(tx, input.noteId);
    const excerpts = await listExcerpts(tx, note.id);
    const marks = await listMarks(tx, [note.id]);
    const settlements = await listSettlements(tx, [note.id]);
    const quotes = await listQuotesOfNote(tx, note.id);
    about([note.id], { excerpts: excerpts.length });
    return {
      note,
      excerpts: excerpts.map((excerpt) => ({
        ...excerpt,
        marks: marks
          .filter(({ excerptId }) => excerptId === excerpt.id)
          .map(({ codingId, themes }) => ({ codingId, themes })),
        settlements: settlementsOf(settlements, excerpt.id),
        quotes: quotes.filter(({ excerptId }) => excerptId === excerpt.id),
      })),
    };
  },

  async withdrawThemeNote({ tx, actor, input, now, about }) {
    const { noteId, reason } = input;
    await getStandingNote(tx, noteId);
    await insertNoteWithdrawal(tx, accountOf(actor), { noteId, reason, now });
    about([noteId]);
    return await getNote(tx, noteId);
  },

  async startThemeCoding({ tx, actor, input, now, about }) {
    const coder = accountOf(actor);
    const { codings, coders } = await getStandingNote(tx, input.noteId);
    if (codings.some(({ coderId }) => coderId === coder.accountId)) {
      throw new Problem('theme-coding-begun');
    }
    if (codings.length >= coders) throw new Problem('theme-coders-full');
    await insertCoding(tx, coder, { ...input, place: codings.length + 1, now });
    about([input.id, input.noteId]);
    return withoutNote(await getOwnCoding(tx, input.id, coder.accountId));
  },

  // What somebody found stays out of the log, here and where it is settled: whoever reads it must not see over the wall.
  async markExcerpt({ tx, actor, input, now, about }) {
    const coder = accountOf(actor);
    const { codingId, excerptId, themes } = input;
    await waitForCoding(tx, codingId);
    const { noteId, endedAt } = await getOwnCoding(tx, codingId, coder.accountId);
    await getStandingNote(tx, noteId);
    if (endedAt) throw new Problem('theme-coding-ended');
    const excerpt = await findExcerpt(tx, excerptId);
    if (excerpt?.noteId !== noteId) throw new Problem('not-found', { excerptId });
    await insertMark(tx, coder, { ...input, noteId, now });
    about([codingId, excerptId]);
    return { excerptId, themes };
  },

  async endThemeCoding({ tx, actor, input, now, about }) {
    const coder = accountOf(actor);
    const { codingId } = input;
    await waitForCoding(tx, codingId);
    const { noteId, endedAt } = await getOwnCoding(tx, codingId, coder.accountId);
    await getStandingNote(tx, noteId);
    if (endedAt) throw new Problem('theme-coding-ended');
    const left = await countUnmarked(tx, { codingId, noteId });
    if (left > 0) throw new Problem('theme-excerpts-left', { left });
    await insertCodingEnd(tx, coder, { codingId, noteId, now });
    about([codingId, noteId]);
    return withoutNote(await getOwnCoding(tx, codingId, coder.accountId));
  },

  async getThemeAgreement({ tx, input, about }) {
    await requireWave(tx, input.waveId);
    const coded = await listCodedExcerpts(tx, { waveId: input.waveId });
    const twice = coded.filter(({ passes }) => passes.length === 2);
    const pairs = twice.map(({ passes: [first, second] }) => ({ first, second: second ?? [] }));
    about([input.waveId], { excerpts: twice.length });
    return {
      notes: new Set(twice.map(({ noteId }) => noteId)).size,
      excerpts: twice.length,
      themes: agreementByTheme(pairs),
      pooled: pooledAgreement(pairs),
      differences: twice.flatMap(differencesOf),
    };
  },

  async settleTheme({ tx, actor, input, now, about }) {
    const { id, excerptId, theme } = input;
    const excerpt = await findExcerpt(tx, excerptId);
    if (!excerpt) throw new Problem('not-found', { excerptId });
    const coded = await listCodedExcerpts(tx, { noteId: excerpt.noteId });
    const own = coded.find((one) => one.id === excerptId);
    if (!own || !differences(own.passes).includes(theme)) throw new Problem('theme-not-different');
    const holds = own.settlements.find((settlement) => settlement.theme === theme);
    if ((holds?.id ?? null) !== input.basedOn) throw new Problem('changed-meanwhile');
    await insertSettlement(tx, accountOf(actor), { ...input, noteId: excerpt.noteId, now });
    about([id, excerptId]);
    const settled = settlementsOf(await listSettlements(tx, [excerpt.noteId]), excerptId);
    const made = settled.find((settlement) => settlement.id === id);
    if (!made) throw new Problem('not-found', { excerptId });
    return made;
  },

  ...quoteHandlers,
};

export const themesRoutes = routesOf(themesContract, handlers);

async function requireWave(tx: Tx, waveId: string): Promise<void> {
  if (!(await hasWave(tx, waveId))) throw new Problem('not-found', { waveId });
}

async function getNote(tx: Tx, noteId: string): Promise<Note> {
  const [note] = await listNotes(tx, { noteId });
  if (!note) throw new Problem('not-found', { noteId });
  return note;
}

/** A note that was not taken back. */
async function getStandingNote(tx: Tx, noteId: string): Promise<Note> {
  const note = await getNote(tx, noteId);
  if (note.withdrawal) throw new Problem('theme-note-withdrawn');
  return note;
}

/** What another person codes does not exist for whoever asks to change it. */
async function getOwnCoding(
  tx: Tx,
  codingId: string,
  accountId: string,
): Promise<Coding & { noteId: string }> {
  const coding = await findCoding(tx, codingId);
  if (coding?.coderId !== accountId) throw new Problem('not-found', { codingId });
  return coding;
}

const withoutNote = ({ noteId: _, ...coding }: Coding & { noteId: string }): Coding => coding;

function settlementsOf(
  settlements: ReadonlyArray<Settlement & { readonly excerptId: string }>,
  excerpt: string,
): Settlement[] {
  return settlements
    .filter(({ excerptId }) => excerptId === excerpt)
    .map(({ excerptId: _, ...settlement }) => settlement);
}

function differencesOf({ id, coders, passes, settlements, ...row }: CodedRow): Difference[] {
  const [first = '', second = ''] = coders;
  return differences(passes).map((theme) => {
    const isByFirst = passes[0].includes(theme);
    return {
      excerptId: id,
      noteId: row.noteId,
      noteTitle: row.noteTitle,
      speaker: row.speaker,
      text: row.text,
      theme,
      givenBy: isByFirst ? first : second,
      notGivenBy: isByFirst ? second : first,
      settlement: settlements.find((settlement) => settlement.theme === theme) ?? null,
    };
  });
}
