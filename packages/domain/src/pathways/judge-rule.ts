import type { Clause, Group, Leaf, When } from './condition.ts';
import { type Judged, type Judging, judgeLeaf, type Missing, type Verdict } from './judge-leaf.ts';

/** A condition that made a rule hold, and the result that it rests on. */
export interface Witness {
  readonly not: boolean;
  readonly leaf: Leaf;
  readonly result: Judged['result'];
}

/** Whether a rule holds, why, and what is missing where that cannot be told. */
export interface JudgedRule {
  readonly verdict: Verdict;
  readonly witnesses: readonly Witness[];
  readonly missing: readonly Missing[];
}

/** Judged as Kleene did: `unknown` decides nothing, and is outweighed where it cannot matter. */
export function judgeWhen({ match, of }: When, judging: Judging): JudgedRule {
  return together(
    match,
    of.map((group) => judgeGroup(group, judging)),
  );
}

const judgeGroup = ({ match, of }: Group, judging: Judging): JudgedRule =>
  together(
    match,
    of.map((clause) => judgeClause(clause, judging)),
  );

function judgeClause({ not, is }: Clause, judging: Judging): JudgedRule {
  const { verdict, result, missing } = judgeLeaf(is, judging);
  return {
    verdict: not ? TURNED[verdict] : verdict,
    witnesses: [{ not, leaf: is, result }],
    missing: missing ? [missing] : [],
  };
}

const TURNED = { yes: 'no', no: 'yes', unknown: 'unknown' } as const;

function together(match: When['match'], parts: readonly JudgedRule[]): JudgedRule {
  const decisive = match === 'all' ? 'no' : 'yes';
  const verdict = parts.some((part) => part.verdict === decisive)
    ? decisive
    : parts.some((part) => part.verdict === 'unknown')
      ? 'unknown'
      : TURNED[decisive];
  const like = parts.filter((part) => part.verdict === verdict);
  return {
    verdict,
    witnesses: verdict === 'yes' ? like.flatMap(({ witnesses }) => witnesses) : [],
    missing: verdict === 'unknown' ? like.flatMap(({ missing }) => missing) : [],
  };
}
