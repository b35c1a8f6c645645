import * as z from 'zod/mini';
import { Instant } from '../contract.ts';
import { METHODS, type Method } from './kinds.ts';

/** More meetings of one course than this are no condition but a slip of the pen. */
export const MOST_MEETINGS = 40;
const Meetings = z.int().check(z.minimum(1), z.maximum(MOST_MEETINGS));

/** From how many attended meetings of one course on help counts; of a method that is not named, as of every other. */
export const MeetingsThatCount = z.object({
  attended: Meetings,
  methods: z.partialRecord(z.enum(METHODS), Meetings),
});
export type MeetingsThatCount = z.infer<typeof MeetingsThatCount>;

/** The same as a version of a programme; the first is the program's own. */
export interface CareRule extends MeetingsThatCount {
  readonly version: number;
}

/** A version with who set it; null: it ships with the program. */
export const CareRuleSet = z.extend(MeetingsThatCount, {
  version: z.int(),
  set: z.nullable(z.object({ by: z.string(), at: Instant })),
});
export type CareRuleSet = z.infer<typeof CareRuleSet>;

export const meetingsFor = ({ attended, methods }: CareRule, method: Method | null): number =>
  (method && methods[method]) ?? attended;
