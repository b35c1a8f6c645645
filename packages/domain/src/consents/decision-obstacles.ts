import type { ConsentAgeRule } from './age-table.ts';
import {
  type ConsentEntry,
  type ConsentParticulars,
  neededWords,
  needsWitness,
} from './decision.ts';
import { hasReceiver, leavesTheCentre } from './purposes.ts';

/** What may stand in the way of taking down a decision; each has its words in the catalogue. */
export const CONSENT_OBSTACLES = [
  'party-not-asked',
  'mark-missing',
  'witness-missing',
  'guardian-missing',
  'guardian-paper-missing',
  'guardian-not-expected',
  'unsafe-not-possible',
  'receiver-missing',
  'receiver-not-expected',
  'day-ahead',
  'term-over',
] as const;
export type ConsentObstacle = (typeof CONSENT_OBSTACLES)[number];

/** A decision as it is about to be taken down. */
export type NewDecision = Pick<
  ConsentEntry,
  'purpose' | 'receiverId' | 'party' | 'decision' | 'mode' | 'givenOn' | 'standsUntil'
> &
  Omit<ConsentParticulars, 'withheld'>;

/** Everything that stands in the way of one decision under the rule of its day; empty when it can be taken down. */
export function decisionObstacles(
  decision: NewDecision,
  { rule, today }: { readonly rule: ConsentAgeRule; readonly today: string },
): ConsentObstacle[] {
  const { party, mode, guardian, purpose, unsafeReason, standsUntil, givenOn } = decision;
  const isGiven = decision.decision === 'given';
  const isUnsafe = unsafeReason !== null;
  const word = neededWords(rule, { isUnsafe }).find((one) => one.party === party);
  const found: Readonly<Record<ConsentObstacle, boolean>> = {
    'party-not-asked': word === undefined,
    'mark-missing': isGiven && word?.as === 'written-assent' && mode === 'verbal',
    'witness-missing': isGiven && needsWitness(mode) && decision.witness === null,
    'guardian-missing': party === 'guardian' && guardian === null,
    // A carer without a paper may agree to help and not to telling others.
    'guardian-paper-missing':
      isGiven &&
      guardian !== null &&
      guardian.relation !== 'parent' &&
      guardian.document === null &&
      (guardian.relation !== 'kin-carer' || leavesTheCentre(purpose)),
    'guardian-not-expected': party === 'person' && guardian !== null,
    'unsafe-not-possible': isUnsafe && rule.guardian !== 'consents-unless-unsafe',
    'receiver-missing': hasReceiver(purpose) && decision.receiverId === null,
    'receiver-not-expected': !hasReceiver(purpose) && decision.receiverId !== null,
    'day-ahead': givenOn > today,
    'term-over': isGiven && standsUntil !== null && standsUntil <= today,
  };
  return CONSENT_OBSTACLES.filter((obstacle) => found[obstacle]);
}
