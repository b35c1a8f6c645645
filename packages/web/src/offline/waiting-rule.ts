/**
 * What has to be known of a write so that it can wait for signal. A feature tells it beside its pages; nothing here knows any
 * feature. A write without a rule needs the server at once.
 */
export interface WaitingRule {
  /** Whom or what it changes: when one write about it is stuck, later ones about the same wait behind it. */
  readonly about: (input: Input) => string;
  /** What the page is told until the server has answered. */
  readonly answer: (input: Input) => unknown;
  /** How an answer looks that was read before this write; the same object when it does not show in it. */
  readonly shows: (read: ReadAnswer, input: Input) => unknown;
  /** For a write that is based on a version: which read shows what holds now, and how the two stand side by side. */
  readonly clash?: {
    readonly read: (input: Input) => { readonly name: string; readonly input: Input };
    readonly fields: (input: Input, now: unknown) => readonly ClashField[];
    /** The same write on top of what holds now, with the fields that she keeps of it taken from there. */
    readonly settled: (input: Input, now: unknown, theirs: ReadonlySet<string>) => Input;
  };
  /** For a write that the server asks about: the same write with the answer "yes". */
  readonly confirmed?: (input: Input, details: Input) => Input;
}

export type Input = Readonly<Record<string, unknown>>;

export interface ReadAnswer {
  readonly name: string;
  readonly input: Input;
  readonly output: unknown;
}

/** One field of which there are two versions. */
export interface ClashField {
  readonly key: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export type WaitingRules = Readonly<Record<string, WaitingRule>>;

/** The fields of two records that differ. */
export function differingFields(mine: object, theirs: object): ClashField[] {
  const [one, other] = [mine as Input, theirs as Input];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys
    .filter((key) => JSON.stringify(one[key] ?? null) !== JSON.stringify(other[key] ?? null))
    .map((key) => ({ key, mine: one[key] ?? null, theirs: other[key] ?? null }));
}

/** One's own record with those fields taken from the other. */
export function mergedFields<Value extends object>(
  mine: Value,
  theirs: object,
  keys: ReadonlySet<string>,
): Value {
  const taken = Object.entries(theirs).filter(([key]) => keys.has(key));
  return { ...mine, ...Object.fromEntries(taken) };
}
