import * as z from 'zod/mini';
import { RegionCode } from '../access/index.ts';
import { addDays, BODIES, type Body, NEED_CATEGORY_IDS } from '../cases/index.ts';
import { DateOnly, Id } from '../contract.ts';

/** A body, and where one stands in the directory, which. */
const Answerer = z.object({ body: z.enum(BODIES), providerId: z.nullable(Id) });
export type Answerer = z.infer<typeof Answerer>;

export const LONGEST_DEADLINE = 365;

/** Who answers for a need of a category in a region. */
export const Responsible = z.object({
  accountable: Answerer,
  deputy: z.nullable(Answerer),
  /** Within so many days of the day on which the need was noted. */
  days: z.int().check(z.minimum(1), z.maximum(LONGEST_DEADLINE)),
  /** Whom it goes to when the time is over. */
  escalation: z.nullable(Answerer),
});
export type Responsible = z.infer<typeof Responsible>;

export const Cell = z.object({ region: RegionCode, category: z.enum(NEED_CATEGORY_IDS) });
export type Cell = z.infer<typeof Cell>;

/** One version of a cell of the map: so it is since a day. A later version with the same day corrects it. */
export const Responsibility = z.object({
  ...Cell.shape,
  version: z.int(),
  since: DateOnly,
  /** The first day on which it holds no more; null while nobody has set an end. */
  until: z.nullable(DateOnly),
  /** Null: nobody answers from that day on. */
  responsible: z.nullable(Responsible),
});
export type Responsibility = z.infer<typeof Responsibility>;

/** The version of a cell that holds on a day; null where it is a hole. */
export function holdsOn(
  versions: readonly Responsibility[],
  { region, category }: Cell,
  day: string,
): (Responsibility & { readonly responsible: Responsible }) | null {
  const begun = versions.filter(
    (each) => each.region === region && each.category === category && each.since <= day,
  );
  const latest = begun.toSorted((a, b) =>
    a.since === b.since ? b.version - a.version : a.since < b.since ? 1 : -1,
  )[0];
  if (!latest?.responsible || (latest.until !== null && latest.until <= day)) return null;
  return latest as Responsibility & { readonly responsible: Responsible };
}

/** The number of the newest version of a cell; 0 where nothing was ever written. */
export const cellVersion = (
  versions: readonly Responsibility[],
  { region, category }: Cell,
): number =>
  Math.max(
    0,
    ...versions
      .filter((each) => each.region === region && each.category === category)
      .map(({ version }) => version),
  );

/** In whose hands a new need belongs and by when, by the map; null where the map has a hole. */
export function proposedHolder(
  versions: readonly Responsibility[],
  cell: Cell,
  notedOn: string,
): { readonly body: Body; readonly providerId: string | null; readonly dueOn: string } | null {
  const held = holdsOn(versions, cell, notedOn);
  return held
    ? { ...held.responsible.accountable, dueOn: addDays(notedOn, held.responsible.days) }
    : null;
}
