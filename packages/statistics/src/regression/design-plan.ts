import type { Predictor } from './predictors.ts';

/** What explains the outcome. */
export type Explanation = {
  readonly predictors: readonly Predictor[];
  /**
   * Terms by the names of their predictors: `['age']` is a main effect, `['age', 'region']` an
   * interaction. Unless given, one main effect for each predictor.
   */
  readonly terms?: ReadonlyArray<readonly string[]>;
  /** `none` fits through the origin, a factor then having a column for every level. */
  readonly intercept?: 'fitted' | 'none';
};

/** One column: the product of its parts; the intercept has none. */
export type DesignColumn = {
  /** `(intercept)`, `age`, `region=Almaty`, `region=Almaty:age`. */
  readonly name: string;
  /** Place of its term in the plan's `terms`; `null` for the intercept. */
  readonly term: number | null;
  readonly parts: readonly ColumnPart[];
};

/** A numeric predictor as it is (`level` is `null`), or whether a factor has this level. */
export type ColumnPart = { readonly predictor: string; readonly level: string | null };

export type DesignTerm = {
  /** Its predictors, joined by colons. */
  readonly name: string;
  readonly predictors: readonly string[];
};

/** Which columns stand for which term, without any values. */
export type DesignPlan = {
  readonly columns: readonly DesignColumn[];
  readonly terms: readonly DesignTerm[];
  /** Levels by name of the predictor, the reference first; `null` for a numeric one. */
  readonly levels: ReadonlyMap<string, readonly string[] | null>;
  readonly hasIntercept: boolean;
};

/**
 * The columns of a model as R's `model.matrix` orders and codes them: treatment contrasts, but a column
 * for every level where the term without that factor is not contained in an earlier one (J. M. Chambers
 * and T. J. Hastie, Statistical Models in S, 1992, section 2.4.1).
 * @throws RangeError when a name is used twice or not at all, a term repeats, a factor has fewer than two
 * levels, or its reference is none of them
 */
export function planDesign({ predictors, terms, intercept = 'fitted' }: Explanation): DesignPlan {
  const levels = levelsByName(predictors);
  const order = [...levels.keys()];
  const placed = (terms ?? order.map((name) => [name])).map((names) => termOf(names, order));
  const repeated = placed.find((term, i) => placed.findIndex((t) => t.name === term.name) < i);
  if (repeated) throw new RangeError(`term twice: ${repeated.name}`);
  // Main effects before interactions, as R: what a factor is coded by depends on what stands before.
  const sorted = placed.toSorted((a, b) => a.predictors.length - b.predictors.length);
  const hasIntercept = intercept === 'fitted';
  const codings = sorted.map((term, place) => codingOf(term, sorted.slice(0, place), levels));
  if (!hasIntercept) codeFirstFactorFully(codings);
  const columns = codings.flatMap((parts, term) => columnsOf(parts, term));
  const first: DesignColumn = { name: '(intercept)', term: null, parts: [] };
  return {
    columns: hasIntercept ? [first, ...columns] : columns,
    terms: sorted,
    levels,
    hasIntercept,
  };
}

function levelsByName(predictors: readonly Predictor[]): Map<string, readonly string[] | null> {
  const levels = new Map<string, readonly string[] | null>();
  for (const predictor of predictors) {
    if (levels.has(predictor.name)) throw new RangeError(`predictor twice: ${predictor.name}`);
    levels.set(predictor.name, predictor.kind === 'numeric' ? null : referenceFirst(predictor));
  }
  return levels;
}

function referenceFirst({
  name,
  levels,
  reference = levels[0],
}: Extract<Predictor, { kind: 'factor' }>): readonly string[] {
  if (new Set(levels).size !== levels.length) throw new RangeError(`${name}: a level twice`);
  if (levels.length < 2) throw new RangeError(`${name}: fewer than two levels`);
  if (reference === undefined || !levels.includes(reference)) {
    throw new RangeError(`${name}: no level "${reference}" to compare with`);
  }
  return [reference, ...levels.filter((level) => level !== reference)];
}

function termOf(names: readonly string[], order: readonly string[]): DesignTerm {
  const unknown = names.find((name) => !order.includes(name));
  if (unknown !== undefined) throw new RangeError(`no predictor: ${unknown}`);
  if (names.length === 0 || new Set(names).size !== names.length) {
    throw new RangeError(`not a term: ${names.join(':')}`);
  }
  const predictors = order.filter((name) => names.includes(name));
  return { name: predictors.join(':'), predictors };
}

type PartCoding = {
  readonly predictor: string;
  /** `null` for a numeric predictor. */
  readonly levels: readonly string[] | null;
  readonly isFull: boolean;
};

function codingOf(
  term: DesignTerm,
  earlier: readonly DesignTerm[],
  levels: DesignPlan['levels'],
): PartCoding[] {
  return term.predictors.map((predictor) => {
    const rest = term.predictors.filter((name) => name !== predictor);
    const isContained =
      rest.length === 0 || earlier.some((t) => rest.every((name) => t.predictors.includes(name)));
    return { predictor, levels: levels.get(predictor) ?? null, isFull: !isContained };
  });
}

function codeFirstFactorFully(codings: PartCoding[][]): void {
  for (const parts of codings) {
    const place = parts.findIndex((part) => part.levels !== null);
    if (place < 0) continue;
    parts[place] = { ...(parts[place] as PartCoding), isFull: true };
    return;
  }
}

/** Every combination of the parts' levels, the first part changing fastest. */
function columnsOf(parts: readonly PartCoding[], term: number): DesignColumn[] {
  const combinations = parts.reduce<ColumnPart[][]>(
    (done, { predictor, levels, isFull }) => {
      const named = levels === null ? [null] : isFull ? levels : levels.slice(1);
      return named.flatMap((level) => done.map((before) => [...before, { predictor, level }]));
    },
    [[]],
  );
  return combinations.map((columnParts) => ({
    name: columnParts
      .map(({ predictor, level }) => (level === null ? predictor : `${predictor}=${level}`))
      .join(':'),
    term,
    parts: columnParts,
  }));
}
