import * as z from 'zod/mini';
import { LANGUAGES } from '../text/languages.ts';
import { ConsentVersion, ConsentWords } from './contract.ts';
import { ConsentPurpose, hasReceiver } from './purposes.ts';

/** What the program fills into the consent of a person. */
export const PURPOSE_PLACEHOLDERS = [
  'operator',
  'registrationNumber',
  'contact',
  'subject',
  'receiver',
  'term',
  'keptFor',
] as const;
export type PurposeValues = Readonly<Record<(typeof PURPOSE_PLACEHOLDERS)[number], string>>;

/**
 * A version of the words for one purpose. Its words never change. What the law of Kazakhstan wants said yes or no to
 * (Law 94-V of 21 May 2013, article 8) is told as data too, so that the operator's register can be made of it.
 */
export const PurposeText = z.object({
  version: ConsentVersion.shape.version,
  purpose: ConsentPurpose,
  /** Whether data go to somebody else, to another country, into the open. */
  givenToOthers: z.boolean(),
  sentAbroad: z.boolean(),
  published: z.boolean(),
  /** In the languages it has. */
  words: z.partialRecord(z.enum(LANGUAGES), ConsentWords),
  isBuiltIn: z.boolean(),
});
export type PurposeText = z.infer<typeof PurposeText>;

/** What every text must name: operator, number, whose data, for how long, and of a referral to whom. */
export const neededPlaceholders = (purpose: ConsentPurpose): readonly string[] => [
  'operator',
  'registrationNumber',
  'subject',
  'term',
  ...(hasReceiver(purpose) ? ['receiver'] : []),
];

/** Placeholders that the law needs and some language of a text leaves out, each once. */
export function missingPlaceholders({
  purpose,
  words,
}: Pick<PurposeText, 'purpose' | 'words'>): string[] {
  const texts = Object.values(words).map((one) => JSON.stringify(one.points));
  return neededPlaceholders(purpose).filter((name) =>
    texts.some((text) => !new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`).test(text)),
  );
}
