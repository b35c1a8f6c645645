import * as z from 'zod/mini';
import { Translated } from './translated.ts';

/** A published work as it is cited, in the language it appeared in: a citation is never translated. */
export const CitedWork = z.strictObject({
  citation: z.string().check(z.minLength(1), z.maxLength(500)),
  /** Tag of that language (BCP 47), so that it is read aloud and hyphenated as what it is. */
  language: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
});
export type CitedWork = z.infer<typeof CitedWork>;

/** Where something comes from: published works, what is said of it in the reader's language, or both. */
export const Source = z
  .strictObject({
    works: z.optional(z.array(CitedWork).check(z.minLength(1))),
    words: z.optional(Translated),
  })
  .check(
    z.refine(({ works, words }) => works !== undefined || words !== undefined, 'says nothing'),
  );
export type Source = z.infer<typeof Source>;
