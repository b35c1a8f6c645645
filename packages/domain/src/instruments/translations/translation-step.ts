import * as z from 'zod/mini';
import { Id, Instant } from '../../contract.ts';
import type { TranslationStatus } from '../translated.ts';

const Words = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));
const Note = z.string().check(z.trim(), z.maxLength(1000));
const verdict = z.enum(['fits', 'again']);

/**
 * What somebody did for one text: translated it, translated it back without seeing the source, compared the two, told what
 * people said in a pilot, signed it off. `again` sends it back to the translator.
 */
export const TranslationStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('forward'), text: Words }),
  z.strictObject({ kind: z.literal('back'), text: Words }),
  z.strictObject({ kind: z.literal('review'), verdict, note: Note }),
  z.strictObject({ kind: z.literal('pilot'), verdict, note: Note }),
  z.strictObject({ kind: z.literal('sign-off') }),
]);
export type TranslationStep = z.infer<typeof TranslationStep>;

export const STEP_KINDS = ['forward', 'back', 'review', 'pilot', 'sign-off'] as const;

export const StringId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/));
export const SourceHash = z.string().check(z.regex(/^[0-9a-f]{16}$/));

export const RecordedStep = z.object({
  stringId: StringId,
  sourceHash: SourceHash,
  step: TranslationStep,
  by: Id,
  byName: z.string(),
  at: Instant,
});
export type RecordedStep = z.infer<typeof RecordedStep>;

/** Where one text stands in one language. */
export type Standing = {
  status: TranslationStatus;
  /** The translation, and what came of translating it back. */
  text: string | null;
  back: string | null;
  translator: string | null;
  isReviewed: boolean;
  /** There were translations, and the source has changed since. */
  isReopened: boolean;
  /** What was done since the source is what it is, the oldest first. */
  steps: readonly RecordedStep[];
};

/** Where a text stands after all its steps, the oldest first: those about another source count no more. */
export function standingOf(all: readonly RecordedStep[], sourceHash: string): Standing {
  const steps = all.filter((one) => one.sourceHash === sourceHash);
  let standing: Omit<Standing, 'steps' | 'isReopened'> = UNTOUCHED;
  for (const { step, by } of steps) {
    switch (step.kind) {
      case 'forward':
        standing = { ...UNTOUCHED, status: 'translated', text: step.text, translator: by };
        break;
      case 'back':
        standing = { ...standing, status: 'back-translated', back: step.text, isReviewed: false };
        break;
      case 'review':
      case 'pilot':
        if (step.verdict === 'again')
          standing = { ...standing, status: 'draft', isReviewed: false };
        else if (step.kind === 'review') standing = { ...standing, isReviewed: true };
        else standing = { ...standing, status: 'piloted' };
        break;
      case 'sign-off':
        standing = { ...standing, status: 'approved' };
    }
  }
  return { ...standing, steps, isReopened: steps.length === 0 && all.length > 0 };
}

const UNTOUCHED = {
  status: 'draft',
  text: null,
  back: null,
  translator: null,
  isReviewed: false,
} as const;

/** Which status a text must have for a step; one that was sent back begins with a translation. */
const TURN: Record<TranslationStep['kind'], readonly TranslationStatus[]> = {
  forward: ['draft', 'translated', 'back-translated', 'piloted', 'approved'],
  back: ['translated', 'back-translated'],
  review: ['back-translated'],
  pilot: ['back-translated', 'piloted'],
  'sign-off': ['piloted'],
};

/**
 * What keeps somebody from doing this step now. Nobody translates back, reviews or signs off her own translation: the one who
 * wrote a sentence reads into it what she meant.
 */
export function stepObstacle(
  kind: TranslationStep['kind'],
  standing: Standing,
  accountId: string,
): 'translation-out-of-turn' | 'translation-own' | null {
  const isDue = TURN[kind].includes(standing.status);
  if (!isDue || (kind === 'pilot' && !standing.isReviewed)) return 'translation-out-of-turn';
  const isOthers = kind === 'back' || kind === 'review' || kind === 'sign-off';
  return isOthers && standing.translator === accountId ? 'translation-own' : null;
}
