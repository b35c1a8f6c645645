import * as z from 'zod/mini';
import { DateOnly, Id } from '../../contract.ts';
import type { Birth } from '../birth.ts';
import { daysBetween, spanOf, yearsBetween } from '../family-graph/life-date.ts';
import type { Family } from '../person.ts';
import { isOpenState, PAPER_KINDS, type Paper, type PaperState, stateOn } from './paper.ts';
import { PAPER_DEPENDENCIES, type WaitingKind } from './what-waits.ts';

/** Why a paper does not move; in this order the reasons are told. */
export const STUCK_REASONS = [
  'waits-for-another',
  'refused',
  'expired',
  'overdue',
  'nobody',
  'no-answer',
] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

/** An office that has not answered for longer is asked; a convention of the programme. */
export const ANSWER_DAYS = 30;

/** A child is expected at school between these ages. */
const SCHOOL_AGES = { from: 6, to: 17 };

/** A paper that is not there yet, or no more. */
export interface OpenPaper {
  readonly paper: Paper;
  /** Where it stands today. */
  readonly state: PaperState;
  /** None: it is under way. */
  readonly reasons: readonly StuckReason[];
  /** The papers without which it cannot be had, themselves not there. */
  readonly blockers: readonly Paper[];
  /** What cannot be had as long as this one is not there, near and far. */
  readonly behind: ReadonlyArray<{ readonly kind: WaitingKind; readonly personId: string }>;
}

/** Whoever may be at school, by her birth; nobody else waits for a place there. */
export type Births = ReadonlyMap<string, Birth | null>;

export const birthsOf = ({ members }: Family): Births =>
  new Map(members.map(({ personId, birth }) => [personId, birth]));

/** Everything open among the newest papers of one family: the stuck first, then by the day since which it stands so. */
export function openPapers(
  papers: readonly Paper[],
  { today, births }: { today: string; births: Births },
): OpenPaper[] {
  const open = papers.filter((paper) => isOpenState(stateOn(paper, today)));
  return open
    .map((paper): OpenPaper => {
      const state = stateOn(paper, today);
      const blockers = open.filter((other) => blocks(other, paper));
      return {
        paper,
        state,
        blockers,
        reasons: reasonsOf(paper, { state, today, isBlocked: blockers.length > 0 }),
        behind: behind(paper, { open, today, births }),
      };
    })
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Whether somebody has to look at it: it does not move, or something cannot move because of it. */
export const isStuck = ({ reasons, behind }: OpenPaper): boolean =>
  reasons.length > 0 || behind.length > 0;

/** A stuck paper in few words, as a list of families has it. */
export const StuckPaper = z.object({
  subjectId: Id,
  personId: Id,
  kind: z.enum(PAPER_KINDS),
  since: DateOnly,
  reasons: z.array(z.enum(STUCK_REASONS)),
});
export type StuckPaper = z.infer<typeof StuckPaper>;

/** The stuck among the newest papers of one family, what waits longest first. */
export const stuckPapers = (
  papers: readonly Paper[],
  at: { today: string; births: Births },
): StuckPaper[] =>
  openPapers(papers, at)
    .filter(isStuck)
    .map(({ paper: { subjectId, personId, kind, since }, reasons }) => ({
      ...{ subjectId, personId, kind, since, reasons: [...reasons] },
    }));

const order = (one: OpenPaper) =>
  `${isStuck(one) ? 0 : 1} ${one.paper.since} ${one.paper.subjectId}`;

function reasonsOf(
  { dueOn, actor, since }: Paper,
  { state, today, isBlocked }: { state: PaperState; today: string; isBlocked: boolean },
): StuckReason[] {
  const waited = daysBetween(
    spanOf({ precision: 'day', date: since }),
    spanOf({ precision: 'day', date: today }),
  ).most;
  const holds: Record<StuckReason, boolean> = {
    'waits-for-another': isBlocked,
    refused: state === 'refused',
    expired: state === 'expired',
    overdue: dueOn !== null && dueOn < today,
    nobody: actor === null && state !== 'expired',
    'no-answer': state === 'applied' && waited >= ANSWER_DAYS,
  };
  return STUCK_REASONS.filter((reason) => holds[reason]);
}

/** Whether the one paper, which is not there, keeps the other from being had. */
function blocks(one: Paper, other: Pick<Paper, 'kind' | 'personId' | 'aboutPersonId'>): boolean {
  const areOfDifferentPeople =
    one.aboutPersonId !== null &&
    other.aboutPersonId !== null &&
    one.aboutPersonId !== other.aboutPersonId;
  return PAPER_DEPENDENCIES.some(
    ({ waits, needs, whose }) =>
      waits === other.kind &&
      needs === one.kind &&
      (whose === 'same' ? one.personId === other.personId : !areOfDifferentPeople),
  );
}

function behind(
  paper: Paper,
  { open, today, births }: { open: readonly Paper[]; today: string; births: Births },
): OpenPaper['behind'] {
  const waiting = new Set<Paper>();
  const reached = [paper];
  for (const one of reached) {
    for (const other of open) {
      if (other === paper || waiting.has(other) || !blocks(one, other)) continue;
      waiting.add(other);
      reached.push(other);
    }
  }
  const atSchool = reached
    .filter(({ kind }) => kind === 'birth-registration')
    .filter(({ personId }) => isOfSchoolAge(births.get(personId) ?? null, today))
    .map(({ personId }) => ({ kind: 'school-place' as const, personId }));
  return [...[...waiting].map(({ kind, personId }) => ({ kind, personId })), ...atSchool];
}

function isOfSchoolAge(birth: Birth | null, today: string): boolean {
  if (birth === null) return false;
  const { fewest, most } = yearsBetween(spanOf(birth), spanOf({ precision: 'day', date: today }));
  return most >= SCHOOL_AGES.from && fewest <= SCHOOL_AGES.to;
}
