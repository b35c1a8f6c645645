import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { furthest, possibleChanges, withTold } from './possible-changes.ts';
import { rangeOf } from './ranges.ts';
import { isIndistinguishable, type Statement, type System } from './system.ts';

/** Rows by columns with all margins; cells first, then rows, columns and the whole. */
function grid(counts: readonly (readonly number[])[]): System {
  const columns = counts[0]!.length;
  const at = (r: number, c: number) => r * columns + c;
  const cells = counts.flatMap((row, r) => row.map((_, c) => [at(r, c)]));
  const rows = counts.map((row, r) => row.map((_, c) => at(r, c)));
  const lines = counts[0]!.map((_, c) => counts.map((_row, r) => at(r, c)));
  const statement = (kinds: readonly number[]): Statement => ({
    terms: kinds.map((kind) => [kind, 1]),
    state: 'open',
    width: 0,
    loss: 1,
  });
  return {
    counts: counts.flat(),
    impossible: new Set(),
    statements: [...cells, ...rows, ...lines, cells.flat()].map(statement),
  };
}

/** Least and greatest value of each cell over every table in whole numbers that fits what is told. */
function triedOut({ counts, statements }: System, told: ReadonlySet<number>, most: number) {
  const ranges = counts.map(() => ({ low: Number.POSITIVE_INFINITY, high: -1 }));
  const sums = [...told].map((i) => ({
    kinds: new Set(statements[i]!.terms.map(([kind]) => kind)),
    value: statements[i]!.terms.reduce((sum, [kind]) => sum + counts[kind]!, 0),
  }));
  const fill = (values: number[]) => {
    const next = values.length;
    for (const { kinds, value } of sums) {
      let sum = 0;
      let open = false;
      for (const kind of kinds) {
        if (kind < next) sum += values[kind]!;
        else open = true;
      }
      if (sum > value || (!open && sum !== value)) return;
    }
    if (next === counts.length) {
      values.forEach((v, i) => {
        const range = ranges[i]!;
        ranges[i] = { low: Math.min(range.low, v), high: Math.max(range.high, v) };
      });
      return;
    }
    for (let v = 0; v <= most; v += 1) fill([...values, v]);
  };
  fill([]);
  return ranges;
}

describe('what somebody who is told some sums has to reckon with', () => {
  it('is one number where a row hides a single cell', () => {
    const system = grid([
      [3, 9, 8],
      [6, 7, 9],
    ]);
    const told = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const changes = possibleChanges(system, told);
    expect(rangeOf(changes, system.statements[0]!)).toEqual({ low: 3, high: 3 });
    expect(furthest(changes, system.statements[0]!, { direction: 1, most: 5 })).toEqual({
      by: 0,
      change: null,
    });
  });

  it('reaches as far as the smallest partner allows in a rectangle of four', () => {
    const system = grid([
      [3, 9, 8],
      [6, 7, 9],
    ]);
    const hidden = new Set([0, 1, 3, 4]);
    const told = new Set([...system.statements.keys()].filter((i) => !hidden.has(i)));
    const changes = possibleChanges(system, told);
    expect(rangeOf(changes, system.statements[0]!)).toEqual({ low: 0, high: 9 });
    expect(rangeOf(changes, system.statements[4]!)).toEqual({ low: 4, high: 13 });
    const further = withTold(changes, 4);
    expect(rangeOf(further, system.statements[0]!)).toEqual({ low: 3, high: 3 });
  });

  it('has no end where nothing around it is told', () => {
    const system = grid([[3, 9]]);
    expect(rangeOf(possibleChanges(system, new Set()), system.statements[0]!)).toEqual({
      low: 0,
      high: Number.POSITIVE_INFINITY,
    });
  });

  it('knows that nobody is where nobody can be', () => {
    const system = { ...grid([[0, 4, 5]]), impossible: new Set([0]) };
    const told = new Set([3]);
    expect(rangeOf(possibleChanges(system, told), system.statements[0]!)).toEqual({
      low: 0,
      high: 0,
    });
    expect(rangeOf(possibleChanges(system, told), system.statements[1]!)).toEqual({
      low: 0,
      high: 9,
    });
  });

  it('is exactly what trying out all tables in whole numbers finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 2 }),
        fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
        (counts, isTold) => {
          const system = grid(counts);
          // The whole is always told, so that trying out ends.
          const told = new Set([11, ...isTold.flatMap((yes, i) => (yes ? [i] : []))]);
          const total = counts.flat().reduce((a, b) => a + b, 0);
          fc.pre(total <= 12);
          const changes = possibleChanges(system, told);
          const expected = triedOut(system, told, total);
          for (const [kind, range] of expected.entries()) {
            expect(rangeOf(changes, system.statements[kind]!)).toEqual(range);
          }
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it('offers only worlds that pass the exact check', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }), {
          minLength: 3,
          maxLength: 5,
        }),
        fc.infiniteStream(fc.boolean()),
        (counts, coins) => {
          const system = grid(counts);
          const told = new Set(
            [...system.statements.keys()].filter(() => coins.next().value === true),
          );
          const changes = possibleChanges(system, told);
          for (const statement of system.statements) {
            const { by, change } = furthest(changes, statement, { direction: 1, most: 6 });
            expect(by).toBeGreaterThanOrEqual(0);
            expect(by).toBeLessThanOrEqual(6 + 1e-9);
            if (change) expect(isIndistinguishable(system, change, told)).toBe(true);
          }
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});
