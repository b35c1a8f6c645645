import * as z from 'zod/mini';
import { Id, Instant } from '../../contract.ts';
import { LONGEST_EXCERPT } from './note.ts';

export const QUOTE_CONSENTS = ['written', 'spoken'] as const;

/** Whom the speaker agreed to be quoted to. */
export const QUOTE_REACHES = ['network', 'public'] as const;
export type QuoteReach = (typeof QUOTE_REACHES)[number];

/** A point that a report may quote once another person than who proposed it has found nothing in it that tells who spoke. */
export const Quote = z.strictObject({
  id: Id,
  excerptId: Id,
  /** What would be printed: the excerpt, or less of it. */
  words: z.string().check(z.trim(), z.minLength(3), z.maxLength(LONGEST_EXCERPT)),
  consent: z.enum(QUOTE_CONSENTS),
  reach: z.enum(QUOTE_REACHES),
  proposedBy: Id,
  proposedByName: z.string(),
  proposedAt: Instant,
  decision: z.nullable(
    z.strictObject({
      kind: z.enum(['cleared', 'refused']),
      decidedBy: Id,
      decidedByName: z.string(),
      decidedAt: Instant,
      reason: z.nullable(z.string()),
    }),
  ),
  withdrawal: z.nullable(z.strictObject({ at: Instant, reason: z.string() })),
});
export type Quote = z.infer<typeof Quote>;

/** Whether a report for these readers may print it. */
export function mayQuote(reach: QuoteReach, audience: 'internal' | 'network' | 'public'): boolean {
  return audience !== 'public' || reach === 'public';
}
