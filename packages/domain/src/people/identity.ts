import * as z from 'zod/mini';
import { Birth } from './birth.ts';

export const SEXES = ['female', 'male', 'unknown'] as const;
export const Sex = z.enum(SEXES);
export type Sex = z.infer<typeof Sex>;

/** `called`: as she is called today; `document`: as a document spells it; `former`: as she was called before. */
export const NAME_KINDS = ['called', 'document', 'former'] as const;

const NamePart = z.string().check(z.trim(), z.maxLength(80));

/** A name as it is written, in any script. One of family and given name may be missing; a patronymic often is. */
export const PersonName = z
  .object({
    kind: z.enum(NAME_KINDS),
    family: NamePart,
    given: NamePart,
    patronymic: NamePart,
  })
  .check(
    z.refine(({ family, given }) => /\p{L}/u.test(family) || /\p{L}/u.test(given), {
      path: ['given'],
    }),
  );
export type PersonName = z.infer<typeof PersonName>;

/** What kind of paper a number stands on. */
export const DOCUMENT_KINDS = [
  'personal-number',
  'identity-card',
  'passport',
  'birth-certificate',
  'other',
] as const;

export const DocumentNumber = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  number: z.string().check(z.trim(), z.minLength(3), z.maxLength(40)),
});
export type DocumentNumber = z.infer<typeof DocumentNumber>;

export const Phone = z.string().check(z.trim(), z.regex(/^\+?[\d\s()-]{5,24}$/));

/** Who somebody is. Lies sealed in the vault and nowhere else; the first name is the one she is called by. */
export const Identity = z.object({
  names: z.array(PersonName).check(z.minLength(1), z.maxLength(6)),
  birth: z.nullable(Birth),
  phones: z.array(Phone).check(z.maxLength(5)),
  documents: z.array(DocumentNumber).check(z.maxLength(10)),
});
export type Identity = z.infer<typeof Identity>;

/** The name that stands above everything else. */
export function calledName({ names }: Pick<Identity, 'names'>): PersonName {
  const called = names.find(({ kind }) => kind === 'called') ?? names[0];
  if (!called) throw new RangeError('An identity has at least one name.');
  return called;
}

/** A name in one line, the family name first, as lists in Kazakhstan have it. */
export const fullName = ({ family, given, patronymic }: Omit<PersonName, 'kind'>): string =>
  [family, given, patronymic].filter((part) => part !== '').join(' ');
