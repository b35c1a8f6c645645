import * as z from 'zod/mini';

/** The parts of a person's own copy, in the order in which she reads them. Each feature fills its own. */
export const OWN_COPY_SECTIONS = [
  ...['identity', 'life', 'papers', 'circumstances', 'consents', 'case'],
  ...['assessments', 'views'],
] as const;
export const OwnCopySection = z.enum(OWN_COPY_SECTIONS);
export type OwnCopySection = z.infer<typeof OwnCopySection>;

/** Why a whole part is not in a copy. Names, births and numbers of other people are left out of every copy without asking. */
export const WITHHOLD_REASONS = ['endangers', 'of-others', 'law-forbids'] as const;

export const WithheldSection = z.object({
  section: OwnCopySection,
  reason: z.enum(WITHHOLD_REASONS),
});
export type WithheldSection = z.infer<typeof WithheldSection>;

/** One thing that is held about somebody, as she reads it. */
export type HeldItem = {
  readonly title: string;
  readonly facts: ReadonlyArray<readonly [name: string, value: string]>;
  /** Words as they were written down, without the names of others. */
  readonly text: string;
};

/** What one feature holds about one person. */
export type HeldSection = {
  readonly section: OwnCopySection;
  /** As a program reads it. */
  readonly data: unknown;
  /** As she reads it. */
  readonly items: readonly HeldItem[];
};
