import * as z from 'zod/mini';
import type { Permission } from '../../access/index.ts';
import { RegionCode } from '../../access/index.ts';
import { DateOnly, Id } from '../../contract.ts';
import { LifeDate } from '../family-graph/life-date.ts';

/** How somebody came home. No word of what was before. */
export const ARRIVAL_WAYS = [
  ...['organised', 'own-way', 'through-another-country', 'handed-over', 'born-here', 'unknown'],
] as const;
/** The country had a handful of organised returns; they are told apart by number. */
const MOST_OPERATIONS = 30;

export const SCHOOLING_STATES = [
  ...['at-school', 'taught-at-home', 'not-at-school', 'kindergarten', 'college', 'finished'],
] as const;
export const TEACHING_LANGUAGES = ['kk', 'ru', 'uz', 'ug', 'tg', 'other'] as const;
export const ATTENDANCES = ['regular', 'with-gaps', 'seldom', 'none'] as const;
export const SCHOOL_SUPPORTS = [
  ...['extra-lessons', 'psychologist', 'speech-therapist', 'inclusive-class', 'commission'],
  ...['free-meals', 'books-and-clothes', 'transport'],
] as const;
/** Grade 0 prepares for school; a school of general education ends with 11, some with 12. */
export const LAST_GRADE = 12;

/** The way of a difficulty in learning to the commission that says what helps, and back to school. */
export const LEARNING_STAGES = [
  ...['noticed', 'talked', 'checked', 'applied', 'appointed', 'concluded', 'supported'],
  ...['looked-again', 'ended'],
] as const;
export type LearningStage = (typeof LEARNING_STAGES)[number];
export const LEARNING_WORDS = ['yes', 'no', 'not-asked'] as const;
/** What came of having eyes and ears looked at, before anything is called a difficulty in learning. */
export const SENSE_CHECKS = ['well', 'helped', 'to-specialist'] as const;
export const LEARNING_HOLDERS = [
  'practitioner',
  'family',
  'school',
  'clinic',
  'commission',
] as const;
/** What the commission advises. */
export const LEARNING_SUPPORTS = [
  ...['adapted-programme', 'special-teacher', 'speech-therapist', 'psychologist', 'assistant'],
  ...['inclusive-class', 'special-class', 'home-teaching', 'none'],
] as const;

export const DISABILITY_STATES = [
  ...['none', 'examined', 'child', 'group-1', 'group-2', 'group-3'],
] as const;
/** After the domains of the Washington Group and UNICEF's module on child functioning. */
export const DIFFICULTIES = [
  ...['seeing', 'hearing', 'walking', 'hands', 'speaking', 'learning', 'remembering'],
  ...['attention', 'self-care'],
] as const;

export const ACTIVITIES = [
  ...['employed', 'self-employed', 'casual', 'looking', 'studies', 'cares', 'cannot', 'retired'],
] as const;
/** Income of the household for each member, against the subsistence minimum of the day. */
export const INCOME_BANDS = ['none', 'below-half', 'below', 'about', 'above'] as const;

export const HOUSING_KINDS = [
  ...['own', 'rented', 'with-relatives', 'from-the-state', 'temporary', 'none'],
] as const;
export const HOUSING_LACKS = [
  ...['heating', 'water', 'electricity', 'toilet', 'beds', 'space', 'internet'],
] as const;

const unique = <Item extends z.core.$ZodType>(item: Item, most: number) =>
  z.array(item).check(
    z.maxLength(most),
    z.refine((items) => new Set(items).size === items.length),
  );

export const Arrival = z
  .object({
    way: z.enum(ARRIVAL_WAYS),
    /** Which of the organised returns, by its number. */
    operation: z.nullable(z.int().check(z.minimum(1), z.maximum(MOST_OPERATIONS))),
    on: z.nullable(LifeDate),
    /** Where she set foot in the country, as regions were then. */
    region: z.nullable(RegionCode),
  })
  .check(
    z.refine(({ way, operation }) => operation === null || way === 'organised', {
      path: ['operation'],
    }),
  );
export const Schooling = z
  .object({
    state: z.enum(SCHOOLING_STATES),
    school: z.string().check(z.trim(), z.maxLength(160)),
    grade: z.nullable(z.int().check(z.minimum(0), z.maximum(LAST_GRADE))),
    language: z.nullable(z.enum(TEACHING_LANGUAGES)),
    attendance: z.nullable(z.enum(ATTENDANCES)),
    supports: unique(z.enum(SCHOOL_SUPPORTS), SCHOOL_SUPPORTS.length),
  })
  .check(
    z.refine(
      ({ state, grade }) => grade === null || ['at-school', 'taught-at-home'].includes(state),
      { path: ['grade'] },
    ),
  );
export type Schooling = z.infer<typeof Schooling>;
const stageAt = (stage: LearningStage) => LEARNING_STAGES.indexOf(stage);
const isBetween = (stage: LearningStage, from: LearningStage) =>
  stage !== 'ended' && stageAt(stage) >= stageAt(from);
/**
 * Where a difficulty in learning stands. Nothing goes on before the mother has said yes, and nobody applies to the commission before
 * eyes and ears were looked at. Whatever is not over has a day and a holder.
 */
export const Learning = z
  .object({
    stage: z.enum(LEARNING_STAGES),
    agreed: z.enum(LEARNING_WORDS),
    seeing: z.nullable(z.enum(SENSE_CHECKS)),
    hearing: z.nullable(z.enum(SENSE_CHECKS)),
    advised: unique(z.enum(LEARNING_SUPPORTS), LEARNING_SUPPORTS.length),
    /** Until when the conclusion holds. */
    until: z.nullable(DateOnly),
    holder: z.nullable(z.enum(LEARNING_HOLDERS)),
    dueOn: z.nullable(DateOnly),
  })
  .check(
    z.refine(({ stage, agreed }) => !isBetween(stage, 'checked') || agreed === 'yes', {
      path: ['agreed'],
    }),
    z.refine(({ stage, agreed }) => stage !== 'talked' || agreed !== 'not-asked', {
      path: ['agreed'],
    }),
    z.refine(
      ({ stage, seeing, hearing }) =>
        !isBetween(stage, 'checked') || (seeing !== null && hearing !== null),
      { path: ['seeing'] },
    ),
    z.refine(({ stage, advised }) => !isBetween(stage, 'concluded') || advised.length > 0, {
      path: ['advised'],
    }),
    z.refine(
      ({ stage, agreed, holder, dueOn }) => {
        const isOver = stage === 'ended' || agreed === 'no';
        return isOver ? dueOn === null : dueOn !== null && holder !== null;
      },
      { path: ['dueOn'] },
    ),
  );
export type Learning = z.infer<typeof Learning>;
const Health = z.object({
  disability: z.enum(DISABILITY_STATES),
  difficulties: unique(z.enum(DIFFICULTIES), DIFFICULTIES.length),
  hasChronicIllness: z.nullable(z.boolean()),
  isWithClinic: z.nullable(z.boolean()),
});
const Work = z.object({ activity: z.enum(ACTIVITIES), income: z.nullable(z.enum(INCOME_BANDS)) });
const Housing = z.object({
  kind: z.enum(HOUSING_KINDS),
  isSecure: z.nullable(z.boolean()),
  lacks: unique(z.enum(HOUSING_LACKS), HOUSING_LACKS.length),
});

/** The parts of what is known of how somebody lives. */
export const SECTIONS = [
  ...['arrival', 'schooling', 'learning', 'health', 'work', 'housing'],
] as const;
export type Section = (typeof SECTIONS)[number];

/** Each part has a wall of its own: who may read schooling need not read health. The database holds the same. */
export const SECTION_PERMISSIONS = {
  arrival: { read: 'living.read', record: 'living.record' },
  schooling: { read: 'schooling.read', record: 'schooling.record' },
  learning: { read: 'schooling.read', record: 'schooling.record' },
  health: { read: 'medical.read', record: 'medical.record' },
  work: { read: 'living.read', record: 'living.record' },
  housing: { read: 'living.read', record: 'living.record' },
} as const satisfies Record<Section, { read: Permission; record: Permission }>;

const values = {
  arrival: z.object({ section: z.literal('arrival'), value: Arrival }),
  schooling: z.object({ section: z.literal('schooling'), value: Schooling }),
  learning: z.object({ section: z.literal('learning'), value: Learning }),
  health: z.object({ section: z.literal('health'), value: Health }),
  work: z.object({ section: z.literal('work'), value: Work }),
  housing: z.object({ section: z.literal('housing'), value: Housing }),
};

/** One part of how somebody lives, as it is written down. */
export const CircumstanceValue = z.discriminatedUnion('section', [
  values.arrival,
  values.schooling,
  values.learning,
  values.health,
  values.work,
  values.housing,
]);
export type CircumstanceValue = z.infer<typeof CircumstanceValue>;
export type ValueOf<S extends Section> = Extract<CircumstanceValue, { section: S }>['value'];

/** One version of one part: so it is since a day. A later version with the same day corrects it. */
export const Circumstance = z.object({
  personId: Id,
  version: z.int(),
  since: DateOnly,
  /** Null takes back what was written of this day. */
  told: z.nullable(CircumstanceValue),
  section: z.enum(SECTIONS),
  recordedOn: DateOnly,
});
export type Circumstance = z.infer<typeof Circumstance>;
