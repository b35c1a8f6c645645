import { Problem } from '@tirek/domain/problem';
import { isCutOf, type Quote, type themesContract } from '@tirek/domain/reports/themes';
import type { Tx } from '../../../db/database.ts';
import { accountOf } from '../../../http/account-of.ts';
import type { Handlers } from '../../../http/handler.ts';
import { findExcerpt, hasWave } from '../queries.ts';
import {
  findQuote,
  insertQuote,
  insertQuoteDecision,
  insertQuoteWithdrawal,
  listQuotes,
} from './queries.ts';

type QuoteContract = Pick<
  typeof themesContract,
  'listThemeQuotes' | 'proposeQuote' | 'decideQuote' | 'withdrawQuote'
>;

export const quoteHandlers: Handlers<QuoteContract> = {
  async listThemeQuotes({ tx, input, about }) {
    const { waveId } = input;
    if (!(await hasWave(tx, waveId))) throw new Problem('not-found', { waveId });
    const quotes = await listQuotes(tx, waveId);
    about([waveId], { quotes: quotes.length });
    return { quotes };
  },

  async proposeQuote({ tx, actor, input, now, about }) {
    const excerpt = await findExcerpt(tx, input.excerptId);
    if (!excerpt) throw new Problem('not-found', { excerptId: input.excerptId });
    if (!isCutOf(input.words, excerpt.text)) throw new Problem('quote-altered');
    await insertQuote(tx, accountOf(actor), { ...input, noteId: excerpt.noteId, now });
    about([input.id, excerpt.id]);
    return await getQuote(tx, input.id);
  },

  async decideQuote({ tx, actor, input, now, about }) {
    const decider = accountOf(actor);
    const quote = await getQuote(tx, input.quoteId);
    if (quote.decision) throw new Problem('quote-decided');
    if (quote.proposedBy === decider.accountId) throw new Problem('quote-own');
    await insertQuoteDecision(tx, decider, {
      ...{ quote, now },
      kind: input.decision,
      reason: input.decision === 'refused' ? input.reason : null,
    });
    about([quote.id, quote.excerptId], { decision: input.decision });
    return await getQuote(tx, quote.id);
  },

  async withdrawQuote({ tx, actor, input, now, about }) {
    const quote = await getQuote(tx, input.quoteId);
    if (quote.withdrawal || quote.decision?.kind === 'refused') {
      throw new Problem('quote-not-cleared');
    }
    const { quoteId, reason } = input;
    await insertQuoteWithdrawal(tx, accountOf(actor), { quoteId, reason, now });
    about([quote.id, quote.excerptId]);
    return await getQuote(tx, quote.id);
  },
};

async function getQuote(tx: Tx, quoteId: string): Promise<Quote> {
  const quote = await findQuote(tx, quoteId);
  if (!quote) throw new Problem('not-found', { quoteId });
  return quote;
}
