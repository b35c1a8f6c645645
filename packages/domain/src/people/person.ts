import * as z from 'zod/mini';
import { RegionCode } from '../access/index.ts';
import { DateOnly, Id, Instant } from '../contract.ts';
import { Birth } from './birth.ts';
import { Identity, PersonName, Phone, Sex } from './identity.ts';
import { MATCH_REASONS } from './matching/compare-identities.ts';

/** A language by its two- or three-letter code (ISO 639), such as `kk`. */
export const LanguageCode = z.string().check(z.regex(/^[a-z]{2,3}$/));
/** Languages that are offered first; any other may be named by its code. */
export const COMMON_LANGUAGES = [
  'kk',
  'ru',
  'uz',
  'ky',
  'tg',
  'ug',
  'tr',
  'ar',
  'en',
  'de',
] as const;

/** What is known of somebody who is looked for. */
export const PersonQuery = z
  .object({
    family: z.string().check(z.trim(), z.maxLength(80)),
    given: z.string().check(z.trim(), z.maxLength(80)),
    patronymic: z.string().check(z.trim(), z.maxLength(80)),
    birth: z.nullable(Birth),
    sex: Sex,
    phone: z.nullable(Phone),
    documentNumber: z.nullable(z.string().check(z.trim(), z.minLength(3), z.maxLength(40))),
  })
  .check(
    z.refine(({ family, given }) => /\p{L}/u.test(family) || /\p{L}/u.test(given), {
      path: ['given'],
    }),
  );
export type PersonQuery = z.infer<typeof PersonQuery>;

/** Who holds somebody: `own` the asker or her team, `other` a centre elsewhere, `nobody` no centre now. */
export const HOLDING = ['own', 'other', 'nobody'] as const;

/**
 * A found person before she is opened: a first name, a letter and a year. Enough to see whether to look closer, and no more
 * than a neighbour would know.
 */
export const PersonCard = z.object({
  personId: Id,
  given: z.string(),
  familyInitial: z.string(),
  birthYear: z.nullable(z.int()),
  sex: Sex,
  /** Region she lives in, and region of the centre that holds her. */
  region: z.nullable(z.string()),
  heldIn: z.nullable(z.string()),
  holding: z.enum(HOLDING),
  /** Her file is put away: the card bears no name, and she is not looked at closer before it is opened again. */
  isAway: z.boolean(),
  score: z.int(),
  reasons: z.array(z.enum(MATCH_REASONS)),
});
export type PersonCard = z.infer<typeof PersonCard>;

/** Why somebody looks at a person whom others hold. */
export const OPENING_REASONS = ['same-person', 'relative', 'asks-for-help'] as const;

/** What one look shows of somebody whom others hold: enough to tell whether it is she, and whom to ask. */
export const OpenedPerson = z.object({
  personId: Id,
  names: z.array(PersonName),
  birth: z.nullable(Birth),
  sex: Sex,
  region: z.nullable(z.string()),
  heldIn: z.nullable(z.string()),
  /** The colleague to talk to. */
  holder: z.nullable(z.string()),
});
export type OpenedPerson = z.infer<typeof OpenedPerson>;

export const Residence = z.object({
  id: Id,
  region: RegionCode,
  from: z.nullable(DateOnly),
  until: z.nullable(DateOnly),
});
export type Residence = z.infer<typeof Residence>;

/** A person of a family as lists have her. `name` is empty where her identity was destroyed. */
export const FamilyMember = z.object({
  /** Of the membership. */
  id: Id,
  personId: Id,
  name: z.nullable(PersonName),
  birth: z.nullable(Birth),
  sex: Sex,
  from: z.nullable(DateOnly),
});
export type FamilyMember = z.infer<typeof FamilyMember>;

export const Family = z.object({
  id: Id,
  madeAt: Instant,
  /** The colleague who holds it. */
  holder: z.string(),
  isOwn: z.boolean(),
  members: z.array(FamilyMember),
});
export type Family = z.infer<typeof Family>;

/** One version of who somebody is, as it was recorded. */
export const IdentityVersion = z.object({
  /** The id under which it was recorded: another than the person's where two records are one. */
  recordId: Id,
  version: z.int(),
  identity: Identity,
  recordedAt: Instant,
});
export type IdentityVersion = z.infer<typeof IdentityVersion>;

/** A person within reach, whole. */
export const Person = z.object({
  id: Id,
  sex: Sex,
  registeredAt: Instant,
  /** Newest first. */
  identities: z.array(IdentityVersion),
  languages: z.array(LanguageCode),
  residences: z.array(Residence),
  families: z.array(z.object({ id: Id, holder: z.string(), members: z.array(FamilyMember) })),
});
export type Person = z.infer<typeof Person>;
