import { type Assessment, standingAssessments } from '../../assessments/index.ts';
import { type Pathway, stepOf } from '../../pathways/index.ts';
import {
  factsOf,
  foldSteps,
  type KnownOfPerson,
  type StepDecision,
} from '../../pathways/proposals/index.ts';
import { type TriedStep, triedStep } from './trial-result.ts';

/** Somebody's answers as they lie open in the database, and what else decides a step without a sealed word. */
export interface StoredPerson {
  readonly personId: string;
  readonly family: string;
  readonly region: string;
  readonly bornYear: number | null;
  readonly assessments: ReadonlyArray<
    KnownOfPerson['assessments'][number] & Pick<Assessment, 'language'>
  >;
  readonly dangers: ReadonlyArray<
    Pick<NonNullable<KnownOfPerson['dangers']>[number], 'kind' | 'urgency'> & {
      readonly on: string;
      /** The day of its closing; null while it is open. */
      readonly overOn: string | null;
    }
  >;
  readonly decisions: readonly StepDecision[];
}

/** Somebody as she is counted: nobody's id. */
export interface Tried {
  readonly family: string;
  readonly region: string;
  readonly language: string;
  readonly now: TriedStep;
  readonly tried: TriedStep;
}

/**
 * The step that two pathways give her on the day of her newest answers, of what was known before that day was over. Needs, events,
 * missed meetings and single answers lie sealed or change without a trace: they count as not known, for both alike.
 */
export function triedOn(
  { personId, family, region, bornYear, ...stored }: StoredPerson,
  {
    inForce,
    pathway,
    formsOnSafety,
  }: {
    readonly inForce: Pathway;
    readonly pathway: Pathway;
    readonly formsOnSafety: ReadonlySet<string>;
  },
): Tried | null {
  const [newest] = standingAssessments(stored.assessments);
  if (!newest) return null;
  const today = newest.takenOn;
  const decisions = stored.decisions.filter(({ decidedOn }) => decidedOn < today);
  const known: KnownOfPerson = {
    ...{ personId, formsOnSafety, decisions, families: null, meetings: null },
    assessments: stored.assessments,
    dangers: stored.dangers
      .filter(({ on }) => on <= today)
      .map(({ kind, urgency, overOn }) => ({
        ...{ kind, urgency },
        isOver: overOn !== null && overOn < today,
      })),
    born: bornYear === null ? null : { from: `${bornYear}-01-01`, to: `${bornYear}-12-31` },
    steps: foldSteps([], decisions),
    provider: { scope: 'support-centre', without: [] },
  };
  const by = (each: Pathway) =>
    triedStep(stepOf(each, factsOf(known, { pathway: each, today }), today).step);
  return { family, region, language: newest.language, now: by(inForce), tried: by(pathway) };
}
