import * as z from 'zod/mini';
import { addYears, type ConsentAgeTable } from '../consents/index.ts';
import { DateOnly, Id } from '../contract.ts';
import {
  firstSchoolYear,
  firstSchoolYearTold,
  type Schooling,
} from '../people/circumstances/index.ts';
import { type Birth, birthRange } from '../people/index.ts';
import { addMonths } from './add-days.ts';

/** Where a child's way through school turns. */
export const SCHOOL_STAGES = ['grade-1', 'grade-5', 'grade-10', 'leaving'] as const;

const between = {
  personId: Id,
  /** The first and the last day that it may be; the same where the day is known. */
  from: DateOnly,
  to: DateOnly,
};

/** What is known to come in a family's life. */
export const AheadEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('age'),
    ...between,
    age: z.int(),
    /** Whether from this birthday on somebody else agrees, or everything is asked again. */
    isOfConsent: z.boolean(),
    /** What may be asked from this birthday on, by code. */
    instruments: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('school'),
    ...between,
    stage: z.enum(SCHOOL_STAGES),
    /** By the grade that is recorded, or else by age: in which grade a child truly is may differ. */
    by: z.enum(['grade', 'age']),
  }),
  z.object({ kind: z.literal('release'), ...between }),
]);
export type AheadEvent = z.infer<typeof AheadEvent>;

/** A birthday that means something, and what. */
export interface TurningAge {
  readonly age: number;
  readonly isOfConsent: boolean;
  readonly instruments: readonly string[];
}

/** The ages that turn something: those of the programme's table of consent, and those from which a questionnaire is made for. */
export function turningAges(
  { rules, askAgainAt }: ConsentAgeTable,
  forms: ReadonlyArray<{
    readonly code: string;
    readonly ages?: { readonly from: number } | undefined;
  }>,
): TurningAge[] {
  const ofConsent = new Set([...rules.map(({ fromAge }) => fromAge), ...askAgainAt]);
  const ages = new Set([...ofConsent, ...forms.flatMap((form) => form.ages?.from ?? [])]);
  return [...ages]
    .filter((age) => age > 0)
    .toSorted((a, b) => a - b)
    .map((age) => ({
      age,
      isOfConsent: ofConsent.has(age),
      instruments: [
        ...new Set(forms.filter((form) => form.ages?.from === age).map(({ code }) => code)),
      ],
    }));
}

const AHEAD_MONTHS = 12;

/** What of somebody's life tells what comes. */
export interface Member {
  readonly personId: string;
  readonly birth: Birth | null;
  /** Expected; null for whoever is not in prison, or where no day was named. */
  readonly release: Birth | null;
  /** How she or he learns and since when; null where nothing is recorded. */
  readonly schooling: (Pick<Schooling, 'state' | 'grade'> & { readonly since: string }) | null;
}

/** Birthdays, turns at school and releases that may fall into the coming months, a year of them unless told, soonest first. */
export function aheadIn(
  people: readonly Member[],
  {
    today,
    ages,
    schoolAge,
    months = AHEAD_MONTHS,
  }: { today: string; ages: readonly TurningAge[]; schoolAge: number; months?: number },
): AheadEvent[] {
  const last = addMonths(today, months);
  return people
    .flatMap(({ personId, birth, release, schooling }): AheadEvent[] => {
      const born = birth ? birthRange(birth) : null;
      return [
        ...(born ? birthdays(born, ages) : []),
        ...turnsAtSchool(born, { schooling, schoolAge }),
        ...(release ? [{ kind: 'release' as const, ...birthRange(release) }] : []),
      ].map((event): AheadEvent => ({ ...event, personId }));
    })
    .filter(({ from, to }) => to >= today && from <= last)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

const order = ({ from, to, kind, personId }: AheadEvent) => `${from} ${to} ${kind} ${personId}`;

type Born = ReturnType<typeof birthRange>;

const birthdays = (born: Born, ages: readonly TurningAge[]) =>
  ages.map(({ age, isOfConsent, instruments }) => ({
    ...{ kind: 'age' as const, age, isOfConsent, instruments: [...instruments] },
    ...{ from: addYears(born.from, age), to: addYears(born.to, age) },
  }));

/** Grades come on the first of September; eleven grades end with May. */
const TURNS = [
  { stage: 'grade-1', after: 0, day: '09-01' },
  { stage: 'grade-5', after: 4, day: '09-01' },
  { stage: 'grade-10', after: 9, day: '09-01' },
  { stage: 'leaving', after: 11, day: '05-31' },
] as const;

function turnsAtSchool(
  born: Born | null,
  { schooling, schoolAge }: { schooling: Member['schooling']; schoolAge: number },
) {
  const told = schooling && firstSchoolYearTold(schooling, schooling.since);
  if (told === 'over' || (told === null && born === null)) return [];
  const first = (birth: string) => told ?? firstSchoolYear(birth, schoolAge);
  return TURNS.map(({ stage, after, day }) => ({
    ...{
      kind: 'school' as const,
      stage,
      by: told === null ? ('age' as const) : ('grade' as const),
    },
    from: `${first(born?.from ?? '') + after}-${day}`,
    to: `${first(born?.to ?? '') + after}-${day}`,
  }));
}
