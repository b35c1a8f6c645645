import { reliableChanges, standardErrorOfDifference } from '@tirek/statistics';
import type { Scale, Source } from '../../instruments/index.ts';

/**
 * When two scores of one person differ by more than noise, and how that is known. There is one rule for a scale, named wherever it
 * is used: `jacobson-truax` from a published spread and reliability, `reliable` as published in points, `meaningful` where only the
 * smallest change that means something to people was published.
 */
export interface ChangeRule {
  readonly kind: 'jacobson-truax' | 'reliable' | 'meaningful';
  /** So many points or more. */
  readonly points: number;
  readonly sources: readonly Source[];
}

/** Null: nobody published when a change of this scale means anything, and nothing is said of it. */
export function changeRuleOf(scale: Scale): ChangeRule | null {
  const error = errorOf(scale);
  const norm = scale.norms?.[0];
  if (error !== null && norm && scale.reliability) {
    const { threshold } = reliableChanges([0], [0], { standardErrorOfDifference: error });
    const sources = [norm.source, scale.reliability.source];
    return { kind: 'jacobson-truax', points: threshold, sources };
  }
  const { reliableChange, meaningfulChange } = scale;
  if (reliableChange) {
    return { kind: 'reliable', points: reliableChange.points, sources: [reliableChange.source] };
  }
  if (meaningfulChange) {
    const { points, source } = meaningfulChange;
    return { kind: 'meaningful', points, sources: [source] };
  }
  return null;
}

const errorOf = ({ norms, reliability }: Scale): number | null =>
  norms?.[0] && reliability
    ? standardErrorOfDifference({
        convention: 'jacobson-truax',
        standardDeviation: norms[0].sd,
        reliability: reliability.value,
      })
    : null;

export const CHANGE_VERDICTS = ['better', 'worse', 'no-sure-change'] as const;
export type ChangeVerdict = (typeof CHANGE_VERDICTS)[number];

/** What became of a score; null where no rule is known. */
export function changeVerdict(scale: Scale, before: number, after: number): ChangeVerdict | null {
  const rule = changeRuleOf(scale);
  if (rule === null) return null;
  const change = after - before;
  const isSure =
    rule.kind === 'jacobson-truax'
      ? Math.abs(change) > rule.points
      : Math.abs(change) >= rule.points;
  if (!isSure) return 'no-sure-change';
  return change > 0 === (scale.direction === 'higher-is-better') ? 'better' : 'worse';
}

/** The scores that somebody may have without a change that is more than noise, kept within the range of the scale. */
export function unchangedBand(scale: Scale, from: number): { low: number; high: number } | null {
  const rule = changeRuleOf(scale);
  if (rule === null) return null;
  return {
    low: Math.max(scale.range.min, from - rule.points),
    high: Math.min(scale.range.max, from + rule.points),
  };
}
