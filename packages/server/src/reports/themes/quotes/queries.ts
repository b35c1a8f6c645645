import type { SignedInActor } from '@tirek/domain/access';
import type { InputOf } from '@tirek/domain/contract';
import { Quote, type QuoteInNote, type themesContract } from '@tirek/domain/reports/themes';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../../db/database.ts';

type Input<Name extends keyof typeof themesContract> = InputOf<(typeof themesContract)[Name]>;

function quotesOf(tx: Tx) {
  return tx
    .selectFrom('themeQuote')
    .innerJoin('themeExcerpt', 'themeExcerpt.id', 'themeQuote.excerptId')
    .innerJoin('themeNote', 'themeNote.id', 'themeQuote.noteId')
    .leftJoin('themeQuoteDecision', 'themeQuoteDecision.quoteId', 'themeQuote.id')
    .leftJoin('themeQuoteWithdrawal', 'themeQuoteWithdrawal.quoteId', 'themeQuote.id')
    .select([
      'themeQuote.id',
      'themeQuote.excerptId',
      'themeQuote.noteId',
      'themeQuote.words',
      'themeQuote.consent',
      'themeQuote.reach',
      'themeQuote.proposedBy',
      'themeQuote.proposedAt',
      sql<string | null>`theme_colleague(theme_quote.proposed_by)`.as('proposedByName'),
      'themeQuoteDecision.kind',
      'themeQuoteDecision.decidedBy',
      'themeQuoteDecision.decidedAt',
      'themeQuoteDecision.reason as decisionReason',
      sql<string | null>`theme_colleague(theme_quote_decision.decided_by)`.as('decidedByName'),
      'themeQuoteWithdrawal.withdrawnAt',
      'themeQuoteWithdrawal.reason as withdrawalReason',
      'themeNote.title as noteTitle',
      'themeExcerpt.speaker',
      'themeExcerpt.text',
    ])
    .orderBy('themeQuote.proposedAt', 'desc');
}
type Row = Awaited<ReturnType<ReturnType<typeof quotesOf>['execute']>>[number];

/** Quotations from the notes of a wave, newest first. */
export async function listQuotes(tx: Tx, waveId: string): Promise<QuoteInNote[]> {
  const rows = await quotesOf(tx).where('themeNote.waveId', '=', waveId).execute();
  return rows.map(({ noteId, noteTitle, speaker, text, ...row }) => ({
    ...quoteOf(row),
    ...{ noteId, noteTitle, text },
    speaker: speaker as QuoteInNote['speaker'],
  }));
}

export async function listQuotesOfNote(tx: Tx, noteId: string): Promise<Quote[]> {
  const rows = await quotesOf(tx).where('themeNote.id', '=', noteId).execute();
  return rows.map(quoteOf);
}

/** The quotation, or null when there is none that the asker may read. */
export async function findQuote(tx: Tx, quoteId: string): Promise<Quote | null> {
  const row = await quotesOf(tx).where('themeQuote.id', '=', quoteId).executeTakeFirst();
  return row ? quoteOf(row) : null;
}

export async function insertQuote(
  tx: Tx,
  { programmeId, accountId }: SignedInActor,
  given: Input<'proposeQuote'> & { readonly noteId: string; readonly now: string },
): Promise<void> {
  const { now, ...quote } = given;
  await tx
    .insertInto('themeQuote')
    .values({ ...quote, programmeId, proposedBy: accountId, proposedAt: now })
    .execute();
}

export async function insertQuoteDecision(
  tx: Tx,
  { programmeId, accountId }: SignedInActor,
  given: { quote: Quote; kind: 'cleared' | 'refused'; reason: string | null; now: string },
): Promise<void> {
  const { quote, kind, reason, now } = given;
  await tx
    .insertInto('themeQuoteDecision')
    .values({
      quoteId: quote.id,
      proposedBy: quote.proposedBy,
      ...{ programmeId, kind, reason },
      decidedBy: accountId,
      decidedAt: now,
    })
    .execute();
}

export async function insertQuoteWithdrawal(
  tx: Tx,
  { programmeId, accountId }: SignedInActor,
  given: { quoteId: string; reason: string; now: string },
): Promise<void> {
  const { quoteId, reason, now } = given;
  await tx
    .insertInto('themeQuoteWithdrawal')
    .values({ quoteId, reason, programmeId, withdrawnBy: accountId, withdrawnAt: now })
    .execute();
}

function quoteOf(row: Omit<Row, 'noteId' | 'noteTitle' | 'speaker' | 'text'>): Quote {
  const { kind, decidedBy, decidedAt, decidedByName, decisionReason } = row;
  const { id, excerptId, words, consent, reach, proposedBy, proposedAt } = row;
  return z.parse(Quote, {
    ...{ id, excerptId, words, consent, reach, proposedBy, proposedAt },
    proposedByName: row.proposedByName ?? '',
    decision: kind
      ? { kind, decidedBy, decidedByName: decidedByName ?? '', decidedAt, reason: decisionReason }
      : null,
    withdrawal: row.withdrawnAt
      ? { at: row.withdrawnAt, reason: row.withdrawalReason ?? '' }
      : null,
  });
}
