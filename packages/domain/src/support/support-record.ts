import * as z from 'zod/mini';
import { NEED_CATEGORY_IDS } from '../cases/index.ts';
import { DateOnly, Id, Instant } from '../contract.ts';
import { LanguageCode } from '../people/index.ts';
import { PROVIDER_KINDS } from '../services/index.ts';
import { GIVERS, METHODS, MOST_MINUTES, methodsOf, SUPPORT_KINDS } from './kinds.ts';

/** Whether she was there; `struck`: the entry that this one corrects was a slip, and nothing took place. */
export const ATTENDANCES = [
  'attended',
  'missed',
  'cancelled-by-her',
  'cancelled-by-us',
  'struck',
] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const SUPPORT_ENDINGS = [
  ...['completed', 'enough', 'stopped', 'moved', 'handed-on', 'not-held', 'slip'],
] as const;
export type SupportEnding = (typeof SUPPORT_ENDINGS)[number];

export const AID_KINDS = [
  ...[
    'money',
    'food',
    'clothes',
    'fuel',
    'school-things',
    'medicine',
    'furniture',
    'tools',
    'travel',
  ],
  'other',
] as const;
export type AidKind = (typeof AID_KINDS)[number];

const need = z.nullable(z.enum(NEED_CATEGORY_IDS));
const provider = {
  /** Of the directory; null: the centre itself. */
  providerId: z.nullable(Id),
};
const whom = {
  /** It is for her whole family, for which she received it. */
  isForFamily: z.boolean(),
};

/** What begins with the first sheet: a kind of help, its method, who gives it, and for which need. */
export const SupportBegin = z
  .object({
    kind: z.enum(SUPPORT_KINDS),
    method: z.nullable(z.enum(METHODS)),
    giver: z.enum(GIVERS),
    ...{ ...provider, ...whom, need },
    /** Several who meet together; null: she comes by herself. */
    groupId: z.nullable(Id),
  })
  .check(
    z.refine(
      ({ kind, method }) => {
        const methods = methodsOf(kind);
        return methods.length === 0 ? method === null : method !== null && methods.includes(method);
      },
      { path: ['method'] },
    ),
  );
export type SupportBegin = z.infer<typeof SupportBegin>;

const recorded = { recordedBy: Id, recordedAt: Instant, recordedOn: DateOnly };

/** Help of one kind for one person, from when to when. */
export const SupportCourse = z.intersection(
  z.object({
    id: Id,
    personId: Id,
    beganOn: DateOnly,
    /** What its provider was when it began: its scope is judged by that. */
    providerKind: z.enum(PROVIDER_KINDS),
    ...recorded,
  }),
  SupportBegin,
);
export type SupportCourse = z.infer<typeof SupportCourse>;

/** One meeting as one person had it; rows are only ever added, and a correction names the one it stands for. */
export const SupportSession = z.object({
  id: Id,
  courseId: Id,
  personId: Id,
  heldOn: DateOnly,
  minutes: z.int(),
  attendance: z.enum(ATTENDANCES),
  language: LanguageCode,
  supersedes: z.nullable(Id),
  /** Sealed under the data key of the person. */
  note: z.nullable(z.string()),
  ...recorded,
});
export type SupportSession = z.infer<typeof SupportSession>;

export const SupportEnd = z.object({
  id: Id,
  courseId: Id,
  personId: Id,
  endedOn: DateOnly,
  how: z.enum(SUPPORT_ENDINGS),
  ...recorded,
});
export type SupportEnd = z.infer<typeof SupportEnd>;

/** The largest amount that is taken for true. */
export const MOST_AID = 100_000_000;
/** Something of worth that was handed over: what it was, and its worth in money. */
export const AidInput = z.object({
  kind: z.enum(AID_KINDS),
  amount: z.int().check(z.minimum(0), z.maximum(MOST_AID)),
  currency: z.enum(['KZT']),
  handedOn: DateOnly,
  ...{ ...provider, ...whom, need },
  /** The entry that this one corrects. */
  supersedes: z.nullable(Id),
  /** False only where what it corrects was a slip and nothing was handed over. */
  isGiven: z.boolean(),
});
export type AidInput = z.infer<typeof AidInput>;
export const MaterialAid = z.intersection(
  z.object({ id: Id, personId: Id, ...recorded }),
  AidInput,
);
export type MaterialAid = z.infer<typeof MaterialAid>;

export const LONGEST_NOTE = 2000;
/** One row of a sheet: one person at one meeting. */
export const SheetRow = z.object({
  id: Id,
  courseId: Id,
  personId: Id,
  attendance: z.enum(ATTENDANCES),
  supersedes: z.nullable(Id),
  note: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_NOTE))),
});
export type SheetRow = z.infer<typeof SheetRow>;

/** One meeting as it is written down afterwards: when, how long, in which language, and who of those expected was there. */
export const SupportSheet = z
  .object({
    heldOn: DateOnly,
    minutes: z.int().check(z.minimum(1), z.maximum(MOST_MINUTES)),
    language: LanguageCode,
    /** With the first sheet of these people; null: their help has begun before. */
    begins: z.nullable(SupportBegin),
    rows: z.array(SheetRow).check(z.minLength(1), z.maxLength(40)),
  })
  .check(
    z.refine(({ rows }) => areDifferent(rows.map(({ courseId }) => courseId)), { path: ['rows'] }),
    z.refine(({ rows }) => areDifferent(rows.map(({ personId }) => personId)), { path: ['rows'] }),
    z.refine(
      ({ begins, rows }) => begins === null || begins.groupId !== null || rows.length === 1,
      {
        path: ['begins'],
      },
    ),
    z.refine(
      ({ rows }) =>
        rows.every(({ attendance, supersedes }) => attendance !== 'struck' || supersedes !== null),
      {
        path: ['rows'],
      },
    ),
  );
export type SupportSheet = z.infer<typeof SupportSheet>;

const areDifferent = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
