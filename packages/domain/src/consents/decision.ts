import * as z from 'zod/mini';
import { DateOnly, Id, Instant } from '../contract.ts';
import { LANGUAGES } from '../text/languages.ts';
import type { ConsentAgeRule } from './age-table.ts';
import { ConsentPurpose } from './purposes.ts';

/** Who speaks: the person herself, or whoever answers for her before the law. */
export const CONSENT_PARTIES = ['person', 'guardian'] as const;
export type ConsentParty = (typeof CONSENT_PARTIES)[number];

export const CONSENT_DECISIONS = ['given', 'declined', 'withdrawn'] as const;
export type ConsentDecision = (typeof CONSENT_DECISIONS)[number];

/** How a decision was taken down: signed, said aloud, or with a thumb mark. */
export const CONSENT_MODES = ['written', 'verbal', 'thumb'] as const;
export type ConsentMode = (typeof CONSENT_MODES)[number];

/** A spoken word and a thumb mark prove nothing without somebody who was there. */
export const needsWitness = (mode: ConsentMode): boolean => mode !== 'written';

/** Who a guardian is to the child. `body`: the guardianship authority or an institution. */
export const GUARDIAN_RELATIONS = ['parent', 'guardian', 'kin-carer', 'body'] as const;
export const Guardian = z.object({
  relation: z.enum(GUARDIAN_RELATIONS),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** What names him or her as a guardian, such as a decision with its number and day; null where there is no paper. */
  document: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
});
export type Guardian = z.infer<typeof Guardian>;

/** Something that must not be told although the purpose is agreed to, and why not. */
export const Withheld = z.object({
  what: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  why: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
});
export type Withheld = z.infer<typeof Withheld>;

/** What names people or tells of them: sealed under the person's own data key, so that it dies with it. */
export const ConsentParticulars = z.object({
  witness: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  guardian: z.nullable(Guardian),
  withheld: z.array(Withheld).check(z.maxLength(10)),
  /** Why the caregiver of an older child was not asked. */
  unsafeReason: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
});
export type ConsentParticulars = z.infer<typeof ConsentParticulars>;

/** One word of one party about one topic. Never changed: the next word is the next entry. */
export const ConsentEntry = z.object({
  id: Id,
  purpose: ConsentPurpose,
  /** Of a referral: the body that it goes to. */
  receiverId: z.nullable(Id),
  party: z.enum(CONSENT_PARTIES),
  decision: z.enum(CONSENT_DECISIONS),
  /** All whose word counted on that day; only together do they allow anything. */
  needs: z.array(z.enum(CONSENT_PARTIES)).check(z.minLength(1)),
  mode: z.enum(CONSENT_MODES),
  language: z.enum(LANGUAGES),
  textVersion: z.string(),
  givenOn: DateOnly,
  /** The first day on which it stands no more; null: until the purpose is reached. */
  standsUntil: z.nullable(DateOnly),
  recordedAt: Instant,
});
export type ConsentEntry = z.infer<typeof ConsentEntry>;

/** What the word of a party is called at an age. */
export type ConsentWord = 'consent' | 'assent' | 'written-assent';
export interface NeededWord {
  readonly party: ConsentParty;
  readonly as: ConsentWord;
}

/** Whose word is needed under a rule. `isUnsafe`: asking the caregiver would put an older child in danger. */
export function neededWords(
  { guardian, person }: ConsentAgeRule,
  { isUnsafe }: { readonly isUnsafe: boolean },
): NeededWord[] {
  const needed: NeededWord[] = [];
  const isGuardianAsked =
    guardian === 'consents' || (guardian === 'consents-unless-unsafe' && !isUnsafe);
  if (isGuardianAsked) needed.push({ party: 'guardian', as: 'consent' });
  if (person !== 'none') needed.push({ party: 'person', as: WORD_OF_PART[person] });
  return needed;
}
const WORD_OF_PART = {
  assents: 'assent',
  'assents-in-writing': 'written-assent',
  consents: 'consent',
} as const;

/** Entries in the order in which they were said; what was recorded later counts as later on the same day. */
export function inOrderOfSaying<Entry extends Pick<ConsentEntry, 'givenOn' | 'recordedAt' | 'id'>>(
  entries: readonly Entry[],
): Entry[] {
  const order = ({ givenOn, recordedAt, id }: Entry) => `${givenOn} ${recordedAt} ${id}`;
  return entries.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}
