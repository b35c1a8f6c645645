import * as z from 'zod/mini';

/** One text in all three languages of the interface. */
export const Texts = z.object({
  kk: z.string().check(z.minLength(1), z.maxLength(1000)),
  ru: z.string().check(z.minLength(1), z.maxLength(1000)),
  en: z.string().check(z.minLength(1), z.maxLength(1000)),
});
export type Texts = z.infer<typeof Texts>;

/** Who is responsible for the data, as the law of Kazakhstan wants it named in a consent. */
export const Operator = z.object({
  name: Texts,
  /** BIN of an organisation: 12 digits. */
  registrationNumber: z.string().check(z.regex(/^\d{12}$/)),
  /** Where somebody asks about her data: an address, a telephone number, an e-mail address. */
  contact: Texts,
});
export type Operator = z.infer<typeof Operator>;
