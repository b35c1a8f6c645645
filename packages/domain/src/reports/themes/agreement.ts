import { cohenKappa, krippendorffAlpha, percentOf } from '@tirek/statistics';
import { THEMES, type ThemeId } from './codebook.ts';

/** What two people found in the same excerpt, neither knowing of the other. */
export type Pair = { readonly first: readonly ThemeId[]; readonly second: readonly ThemeId[] };

export type Agreement = {
  /** Decisions that both took: an excerpt for each theme. */
  readonly n: number;
  /** Excerpts that were given the theme by the first, by the second, by both. */
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Null where nothing was coded twice. */
  readonly percent: number | null;
  /** Not defined where neither coder ever gave the theme, or both gave it always: there was nothing to tell apart. */
  readonly kappa: Kappa | null;
  readonly alpha: number | null;
};

/** The interval is there where both coders told excerpts apart. */
export type Kappa = {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
};

export type ThemeAgreement = Agreement & { readonly theme: ThemeId };

/** How far two coders agreed on each theme of the codebook. */
export function agreementByTheme(pairs: readonly Pair[]): ThemeAgreement[] {
  return THEMES.map((theme) => ({
    theme,
    ...agreementOf(
      pairs.map(({ first }) => Number(first.includes(theme))),
      pairs.map(({ second }) => Number(second.includes(theme))),
    ),
  }));
}

/** The same over all decisions, an excerpt and a theme each. */
export function pooledAgreement(pairs: readonly Pair[]): Agreement {
  const decisions = (of: (pair: Pair) => readonly ThemeId[]) =>
    pairs.flatMap((pair) => THEMES.map((theme) => Number(of(pair).includes(theme))));
  return agreementOf(
    decisions(({ first }) => first),
    decisions(({ second }) => second),
  );
}

/** @param first 1 where the first coder gave the theme, else 0; `second` at the same places */
function agreementOf(first: readonly number[], second: readonly number[]): Agreement {
  const n = first.length;
  const sum = (given: readonly number[]) => given.reduce((all, one) => all + one, 0);
  const both = sum(first.map((given, i) => given * (second[i] ?? 0)));
  const agreed = first.filter((given, i) => given === second[i]).length;
  const alpha = krippendorffAlpha([first, second], 'nominal');
  return {
    n,
    first: sum(first),
    second: sum(second),
    both,
    percent: percentOf(agreed, n),
    kappa: kappaOf(first, second),
    alpha: alpha.kind === 'estimated' ? alpha.alpha : null,
  };
}

const varies = (given: readonly number[]) => new Set(given).size > 1;

function kappaOf(first: readonly number[], second: readonly number[]): Kappa | null {
  const values = new Set([...first, ...second]);
  if (values.size < 2) return null;
  // One coder never told excerpts apart: what agrees is exactly what chance lets agree, and there is no error of it.
  if (!varies(first) || !varies(second)) return { value: 0, interval: null };
  const estimate = cohenKappa(first, second, { categories: [0, 1] });
  if (estimate.kind !== 'estimated') return null;
  const { kappa, low, high, level } = estimate;
  return { value: kappa, interval: { low, high: Math.min(1, high), level } };
}
