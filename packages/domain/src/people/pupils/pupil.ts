import * as z from 'zod/mini';
import { DateOnly, Id } from '../../contract.ts';
import type { Identity } from '../identity.ts';
import { comparedWith } from '../matching/compare-identities.ts';

/** What helps in class. Any pupil may need it: no word of the list tells why. */
export const CLASS_SUPPORTS = [
  ...['seat-in-front', 'more-time', 'short-tasks', 'quiet-break', 'told-ahead', 'language-help'],
  ...['homework-help', 'catching-up', 'free-meals', 'books-and-clothes'],
] as const;
/** Whom the school turns to first; who at home it is says the school's own file. */
export const FIRST_CALLS = [
  ...['family', 'class-teacher', 'school-social-worker', 'school-psychologist', 'school-nurse'],
] as const;
export type FirstCall = (typeof FIRST_CALLS)[number];

/** What was agreed for a pupil's days at school: words of closed lists only, so that nothing can be told beside them. */
export const Agreement = z.object({
  supports: z.array(z.enum(CLASS_SUPPORTS)).check(
    z.maxLength(CLASS_SUPPORTS.length),
    z.refine((items) => new Set(items).size === items.length),
  ),
  call: z.nullable(z.enum(FIRST_CALLS)),
});
export type Agreement = z.infer<typeof Agreement>;

export const HOME_LANGUAGES = ['kk', 'ru', 'uz', 'ug', 'tg', 'ky', 'other'] as const;
/** What a teacher has to know in class, as any child may need it; no name of an illness. */
export const HEALTH_NEEDS = [
  ...['sees-badly', 'hears-badly', 'medicine', 'eats-otherwise', 'toilet', 'less-sport', 'unwell'],
] as const;
/** What of the school's own record reaches whoever helps the family. */
export const SCHOOL_PASSES = ['answers', 'attendance', 'incidents'] as const;

/**
 * What the mother lets the school learn of one child, and what she lets the school tell. Nothing, unless she says so: each word and
 * number stands for itself, and a new version takes the place of the one before at once.
 */
export const FamilyAgreement = z.extend(Agreement, {
  languages: z._default(
    z.array(z.enum(HOME_LANGUAGES)).check(z.maxLength(HOME_LANGUAGES.length)),
    [],
  ),
  health: z._default(z.array(z.enum(HEALTH_NEEDS)).check(z.maxLength(HEALTH_NEEDS.length)), []),
  /** That she is helped with learning outside of school; not by whom. */
  isHelped: z._default(z.boolean(), false),
  /** A telephone for the school: digits, and nothing that could be a name. */
  phone: z._default(
    z.nullable(z.string().check(z.trim(), z.regex(/^\+?[0-9][0-9 ()-]{4,19}$/))),
    null,
  ),
  passes: z._default(z.array(z.enum(SCHOOL_PASSES)).check(z.maxLength(SCHOOL_PASSES.length)), []),
});
export type FamilyAgreement = z.infer<typeof FamilyAgreement>;

export const NOTHING_AGREED: FamilyAgreement = {
  ...{ supports: [], call: null, languages: [], health: [], isHelped: false, phone: null },
  passes: [],
};

/** Whether anything at all is agreed. */
export const isAnythingAgreed = (given: FamilyAgreement): boolean =>
  given.call !== null ||
  given.phone !== null ||
  given.isHelped ||
  [given.supports, given.languages, given.health, given.passes].some((each) => each.length > 0);

const NamePart = z.string().check(z.trim(), z.regex(/\p{L}/u), z.maxLength(80));

/** A pupil as the school knows her: nothing of it comes from the programme. */
export const PupilName = z.object({
  given: NamePart,
  family: NamePart,
  /** As the school writes it: «7 Б». */
  klass: z.string().check(z.trim(), z.minLength(1), z.maxLength(12)),
});
export type PupilName = z.infer<typeof PupilName>;

/** A pupil on the list of the school social worker who keeps it. */
export const Pupil = z.object({
  id: Id,
  version: z.int(),
  name: PupilName,
  /** What he wrote down himself, for changing it. */
  own: Agreement,
  /** What stands for her, whoever wrote it down; no line says who did. */
  supports: z.array(z.enum(CLASS_SUPPORTS)),
  calls: z.array(z.enum(FIRST_CALLS)),
  languages: z.array(z.enum(HOME_LANGUAGES)),
  health: z.array(z.enum(HEALTH_NEEDS)),
  isHelped: z.boolean(),
  phones: z.array(z.string()),
});
export type Pupil = z.infer<typeof Pupil>;

/** One version of what was agreed with a family to be told at school. */
export const SchoolNote = z.object({
  version: z.int(),
  /** `withdrawn`: nothing of it is shown at school any more. */
  state: z.enum(['standing', 'withdrawn']),
  pupilId: Id,
  receiverId: Id,
  agreement: FamilyAgreement,
  recordedOn: DateOnly,
});
export type SchoolNote = z.infer<typeof SchoolNote>;

/** Whether a pupil on a list may be this person: both parts of the name the same or nearly, in whatever spelling. */
export function isNamedAlike(identity: Identity): (pupil: PupilName) => boolean {
  const compare = comparedWith({ identity, sex: 'unknown' });
  return ({ given, family }) => {
    const names: Identity['names'] = [{ kind: 'called', given, family, patronymic: '' }];
    const pupil = { names, birth: null, phones: [], documents: [] };
    const { reasons } = compare({ identity: pupil, sex: 'unknown' });
    const isAlike = (part: 'family' | 'given') =>
      reasons.includes(`${part}-same`) || reasons.includes(`${part}-close`);
    return isAlike('family') && isAlike('given');
  };
}
