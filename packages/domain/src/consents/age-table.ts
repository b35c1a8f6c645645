import * as z from 'zod/mini';
import { addYears, ageRange, type BornBetween } from './age.ts';

/** What the guardian's word counts for at an age. */
export const GUARDIAN_PARTS = ['consents', 'consents-unless-unsafe', 'none'] as const;
/** What the person's own word counts for at an age. */
export const PERSON_PARTS = ['none', 'assents', 'assents-in-writing', 'consents'] as const;

/** Who agrees from a birthday on, until the next rule begins. */
export const ConsentAgeRule = z.object({
  fromAge: z.int().check(z.minimum(0), z.maximum(18)),
  guardian: z.enum(GUARDIAN_PARTS),
  person: z.enum(PERSON_PARTS),
});
export type ConsentAgeRule = z.infer<typeof ConsentAgeRule>;

/** Who agrees at which age; data, since laws differ and change. */
export const ConsentAgeTable = z
  .object({
    rules: z.array(ConsentAgeRule).check(z.minLength(1), z.maxLength(12)),
    /** Birthdays at which everything is asked again although the rule stays the same. */
    askAgainAt: z.array(z.int().check(z.minimum(1), z.maximum(18))).check(z.maxLength(12)),
  })
  .check(
    z.refine(({ rules }) => rules[0]?.fromAge === 0, { path: ['rules'] }),
    z.refine(
      ({ rules }) => rules.every((rule, at) => rule.fromAge > (rules[at - 1]?.fromAge ?? -1)),
      {
        path: ['rules'],
      },
    ),
    // Somebody must have a word at every age, and an adult has it alone.
    z.refine(({ rules }) => rules.every((rule) => someoneDecides(rule)), { path: ['rules'] }),
    z.refine(
      ({ rules }) => rules.at(-1)?.guardian === 'none' && rules.at(-1)?.person === 'consents',
      { path: ['rules'] },
    ),
  );
export type ConsentAgeTable = z.infer<typeof ConsentAgeTable>;

function someoneDecides({ guardian, person }: ConsentAgeRule): boolean {
  if (guardian === 'none') return person === 'consents';
  return guardian === 'consents' || person === 'consents';
}

/**
 * What is usual in work with children who were hurt (International Rescue Committee and UNICEF, Caring for Child Survivors,
 * 2012, on consent and assent by age). The law of Kazakhstan speaks of a legal representative and names no ages: a programme
 * asks its lawyer and sets its own.
 */
export const USUAL_AGE_TABLE: ConsentAgeTable = {
  rules: [
    { fromAge: 0, guardian: 'consents', person: 'none' },
    { fromAge: 6, guardian: 'consents', person: 'assents' },
    { fromAge: 12, guardian: 'consents', person: 'assents-in-writing' },
    { fromAge: 15, guardian: 'consents-unless-unsafe', person: 'consents' },
    { fromAge: 18, guardian: 'none', person: 'consents' },
  ],
  askAgainAt: [14, 16],
};

export interface ConsentRule {
  readonly rule: ConsentAgeRule;
  /** False where the birth is not known exactly enough to tell the rule: the youngest she may be decides. */
  readonly isCertain: boolean;
  /** The day on which another rule begins; null for an adult. */
  readonly changesOn: string | null;
}

/** Who has to agree for somebody on a day. Whoever may still be a child is asked as one. */
export function consentRule(
  born: BornBetween,
  { on, table }: { readonly on: string; readonly table: ConsentAgeTable },
): ConsentRule {
  const age = ageRange(born, on);
  const rule = ruleAt(age.atLeast, table);
  const next = table.rules.find(({ fromAge }) => fromAge > rule.fromAge);
  return {
    rule,
    isCertain: ruleAt(age.atMost, table) === rule,
    changesOn: next ? addYears(born.to, next.fromAge) : null,
  };
}

const ruleAt = (age: number, { rules }: ConsentAgeTable): ConsentAgeRule =>
  rules.findLast(({ fromAge }) => fromAge <= age) ?? (rules[0] as ConsentAgeRule);
