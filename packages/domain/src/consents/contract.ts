import * as z from 'zod/mini';
import { type Contract, endpoint, Id, Nothing } from '../contract.ts';
import { LANGUAGES } from '../text/languages.ts';

/** The words of a consent in one language, with their placeholders still in them (`{{operator}}`, `{{purpose}}`, …). */
export const ConsentWords = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  points: z
    .array(
      z.object({
        heading: z.string().check(z.minLength(1), z.maxLength(200)),
        text: z.string().check(z.minLength(1), z.maxLength(2000)),
      }),
    )
    .check(z.minLength(1), z.maxLength(20)),
  agree: z.string().check(z.minLength(1), z.maxLength(200)),
  decline: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type ConsentWords = z.infer<typeof ConsentWords>;

/** A version of a consent: its words never change; other words are another version. */
export const ConsentVersion = z.object({
  /** For example `survey-open-1`; what is stored with every answer. */
  version: z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{2,63}$/)),
  /** Modes whose promises these words keep: an unlinkable survey cannot promise that answers are found again. */
  linkages: z.array(z.enum(['open', 'one-time', 'panel'])).check(z.minLength(1)),
  /** In the languages it has. */
  words: z.partialRecord(z.enum(LANGUAGES), ConsentWords),
  /** True for the texts that come with the program, false for a programme's own. */
  isBuiltIn: z.boolean(),
});
export type ConsentVersion = z.infer<typeof ConsentVersion>;

export const consentsContract = {
  /** Every consent text a campaign may choose: those of the program and the programme's own. */
  listConsentTexts: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/consent-texts',
    permission: 'campaign.read',
    input: Nothing,
    output: z.object({ texts: z.array(ConsentVersion) }),
    audit: 'none',
  }),

  /**
   * Adds a programme's own words (those of its ethics board). `consent-version-taken` when the version exists;
   * `consent-placeholder-unknown` (details: `placeholders`) when it names something the program cannot fill in.
   */
  addConsentText: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/consent-texts',
    permission: 'campaign.manage',
    input: z.object({
      id: Id,
      version: ConsentVersion.shape.version,
      linkages: ConsentVersion.shape.linkages,
      words: ConsentVersion.shape.words,
    }),
    output: ConsentVersion,
    audit: 'write',
  }),
} as const satisfies Contract;
