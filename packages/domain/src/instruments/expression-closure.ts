import type { Expression } from './form-bundle.ts';

/** What an expression yields: null is "nothing", as FHIRPath's empty collection. */
export type Value = null | boolean | number | string | string[];

type Operator = (a: Value, b: Value, c: Value) => Value;

/** Nothing in, nothing out. */
const strict =
  (operator: (a: never, b: never) => Value): Operator =>
  (a, b) =>
    a === null || b === null ? null : operator(a as never, b as never);

/** Decimals as FHIRPath has them: 0.1 + 0.2 = 0.3. */
const tidy = (value: number) => (Number.isFinite(value) ? +value.toFixed(9) : null);

/** -1, 0 or 1; null when the less precise of two dates cannot tell (`2019` and `2019-05`). */
const compareDates = (a: string, b: string) => {
  const length = Math.min(a.length, b.length);
  const [x, y] = [a.slice(0, length), b.slice(0, length)];
  return x < y ? -1 : x > y ? 1 : a.length === b.length ? 0 : null;
};

/** `date` moved by whole years (`y`), months (`m`) or days (`d`); the 31st becomes the last day of a shorter month. */
const moveDate = (date: string, by: number, unit: string) => {
  const [year = 0, month, day] = date.split('-').map(Number);
  const months = year * 12 + (month ?? 1) - 1 + (unit === 'y' ? by * 12 : unit === 'm' ? by : 0);
  const [y, m] = [Math.floor(months / 12), months % 12];
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  const moved = Date.UTC(y, m, Math.min(day ?? 1, last) + (unit === 'd' ? by : 0));
  return new Date(moved).toISOString().slice(0, date.length);
};

const operators: Record<string, Operator> = {
  '=': strict((a, b) => a === b),
  '!=': strict((a, b) => a !== b),
  '<': strict((a, b) => a < b),
  '<=': strict((a, b) => a <= b),
  '>': strict((a, b) => a > b),
  '>=': strict((a, b) => a >= b),
  '+': strict((a: number, b: number) => tidy(a + b)),
  '-': strict((a: number, b: number) => tidy(a - b)),
  '*': strict((a: number, b: number) => tidy(a * b)),
  '/': strict((a: number, b: number) => tidy(a / b)),
  div: strict((a: number, b: number) => tidy(Math.trunc(a / b))),
  mod: strict((a: number, b: number) => tidy(a % b)),
  and: (a, b) => (a === false || b === false ? false : a === null || b === null ? null : true),
  or: (a, b) => (a === true || b === true ? true : a === null || b === null ? null : false),
  not: (a) => (a === null ? null : !a),
  if: (condition, a, b) => (condition === true ? a : b),
  in: (a, b) => (a === null ? null : Array.isArray(b) && b.includes(a as string)),
  '?': (a) => a !== null,
  '#': (a) => (a === null ? 0 : Array.isArray(a) ? a.length : 1),
  '~': strict(compareDates),
  move: (date, by, unit) =>
    date === null || by === null ? null : moveDate(date as string, by as number, unit as string),
};

const aggregates: Record<string, (values: number[]) => Value> = {
  n: (values) => values.length,
  sum: (values) => tidy(values.reduce((a, b) => a + b, 0)),
  min: (values) => (values.length ? Math.min(...values) : null),
  max: (values) => (values.length ? Math.max(...values) : null),
  avg: (values) => tidy(values.reduce((a, b) => a + b, 0) / values.length),
};

/** What expressions read. */
export type Surroundings = {
  /** Value of an item: null while it is hidden or unanswered. */
  value(slot: number): Value;
  /** Whether she declined to answer an item: null while it is hidden, or she has neither answered nor said why not. */
  isDeclined(slot: number): Value;
  /** Runs `visit` once in each row of a roster. */
  eachRow(roster: number, visit: () => void): void;
  /** `YYYY-MM-DD` or null. */
  today: string | null;
};

/** Turns a compiled expression into a function, once, when the form is opened. */
export function closureOf(expression: Expression, around: Surroundings): () => Value {
  if (!Array.isArray(expression)) return () => expression;
  const [name, ...operands] = expression as [string, ...Expression[]];
  const slot = operands[0] as number;
  if (name === '$') return () => around.value(slot);
  if (name === 'x') return () => around.isDeclined(slot);
  if (name === 'today') return () => around.today;
  // The items of a list are literals.
  if (name === 'list') return () => operands as string[];
  const aggregate = aggregates[name];
  if (aggregate) {
    const [value, filter] = [1, 2].map((at) => closureOf(operands[at] ?? null, around));
    return () => {
      const values: number[] = [];
      around.eachRow(slot, () => {
        const found = value!();
        if (found !== null && filter!() === true) values.push(found as number);
      });
      return aggregate(values);
    };
  }
  const operator = operators[name]!;
  const [a, b, c] = [0, 1, 2].map((at) => closureOf(operands[at] ?? null, around));
  return () => operator(a!(), b!(), c!());
}
