import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditRanges } from './ranges.ts';
import { suppress } from './suppress.ts';
import type { Statement, System } from './system.ts';
import { verifyProofs } from './verify-proofs.ts';

const K = 5;

/** A table of any number of dimensions with all margins; counts below five are secret. */
function systemOf(
  sizes: readonly number[],
  counts: readonly number[],
): System & { names: string[] } {
  const names: string[] = [];
  const statements: Statement[] = [];
  const add = (depth: number, kinds: readonly number[], name: readonly string[]) => {
    const size = sizes[depth];
    if (size === undefined) {
      const value = kinds.reduce((sum, kind) => sum + counts[kind]!, 0);
      names.push(name.join(' '));
      statements.push({
        terms: kinds.map((kind) => [kind, 1]),
        state: 'open',
        width: value > 0 && value < K ? K : 0,
        loss: 1 + Math.log2(1 + value),
      });
      return;
    }
    const steps = [...Array(size).keys()];
    for (const step of steps) {
      add(
        depth + 1,
        kinds.map((kind) => kind * size + step),
        [...name, String(step)],
      );
    }
    add(
      depth + 1,
      kinds.flatMap((kind) => steps.map((step) => kind * size + step)),
      [...name, '*'],
    );
  };
  add(0, [0], []);
  return { counts, impossible: new Set(), statements, names };
}

const hiddenOf = (system: System & { names: string[] }) => {
  const { told } = suppress(system);
  return system.names.filter((_, i) => !told.has(i)).sort();
};

describe('hiding what gives a small number away', () => {
  it('hides nothing where nothing is small', () => {
    expect(hiddenOf(systemOf([2, 2], [10, 12, 9, 8]))).toEqual([]);
  });

  it('hides a rectangle around one small cell, with the partners that are least worth', () => {
    const system = systemOf([3, 3], [3, 20, 40, 8, 30, 60, 50, 70, 80]);
    expect(hiddenOf(system)).toEqual(['0 0', '0 1', '1 0', '1 1']);
  });

  it('does not take a partner that is too small to hide behind', () => {
    // Hidden together with 0, whose row and column say the rest, the 3 could be 0 to 3 only.
    const system = systemOf([3, 2], [3, 20, 0, 30, 6, 40]);
    const { told, proofs } = suppress(system);
    expect(verifyProofs(system, suppress(system))).toEqual([]);
    expect(told.has(system.names.indexOf('0 0'))).toBe(false);
    expect(proofs.size).toBe(1);
    expect(hiddenOf(system)).toEqual(['0 0', '0 1', '2 0', '2 1']);
  });

  it('hides a margin where every cell of it is small, since the sum of few is few', () => {
    const system = systemOf([2, 3], [1, 1, 1, 30, 40, 50]);
    expect(hiddenOf(system)).toContain('0 *');
  });

  it('leaves to others what is known already, and says what that gives away', () => {
    const system = systemOf([1, 2], [3, 20]);
    const statements = system.statements.map((statement, i) => ({
      ...statement,
      state: ['0 1', '0 *'].includes(system.names[i]!) ? ('known' as const) : statement.state,
    }));
    const outcome = suppress({ ...system, statements });
    expect(outcome.given.map((i) => system.names[i])).toContain('0 0');
    expect(outcome.unproven).toEqual([]);
  });

  it('hides the mean as well, where it would solve the two cells that are hidden', () => {
    // Four answers scored 1 to 4, their number, and the sum of scores that a mean stands for.
    const counts = [3, 6, 20, 30];
    const count = (kinds: readonly number[], width: number): Statement => ({
      terms: kinds.map((kind) => [kind, 1]),
      state: 'open',
      width,
      loss: 3,
    });
    const system: System = {
      counts,
      impossible: new Set(),
      statements: [
        count([0], K),
        count([1], 0),
        count([2], 0),
        count([3], 0),
        { ...count([0, 1, 2, 3], 0), state: 'known' },
        {
          terms: [
            [0, 1],
            [1, 2],
            [2, 3],
            [3, 4],
          ],
          state: 'open',
          width: 0,
          loss: 2,
        },
      ],
    };
    const outcome = suppress(system);
    expect(verifyProofs(system, outcome)).toEqual([]);
    expect(outcome.told.has(5) && [1, 2, 3].filter((i) => outcome.told.has(i)).length > 1).toBe(
      false,
    );
  });

  it.each([[[4, 5]], [[3, 3, 3]], [[2, 4, 3]], [[2, 2, 2, 2]], [[12]]])(
    'proves every small number of random tables of shape %j',
    (sizes) => {
      const cells = sizes.reduce((a, b) => a * b, 1);
      fc.assert(
        fc.property(
          fc.array(fc.oneof(fc.nat(4), fc.nat(30)), { minLength: cells, maxLength: cells }),
          (counts) => {
            const system = systemOf(sizes, counts);
            const outcome = suppress(system);
            expect(outcome.unproven).toEqual([]);
            expect(verifyProofs(system, outcome)).toEqual([]);
            for (const [index, { low, high }] of auditRanges(system, outcome)) {
              expect(high - low).toBeGreaterThanOrEqual(system.statements[index]!.width);
            }
            for (const index of outcome.complementary) {
              expect(system.statements[index]!.width).toBe(0);
            }
          },
        ),
        { numRuns: 25, seed: 11 },
      );
    },
  );

  it('does not believe a proof that is none', () => {
    const system = systemOf([2, 2], [3, 20, 9, 30]);
    const outcome = suppress(system);
    const [secret] = [...outcome.proofs.keys()];
    const nothing = { low: new Map(), high: new Map() };
    expect(verifyProofs(system, { ...outcome, proofs: new Map([[secret!, nothing]]) })).toEqual([
      secret,
    ]);
    const told = new Set([...system.statements.keys()]);
    expect(verifyProofs(system, { ...outcome, told })).toEqual([secret]);
    const impossible = { low: new Map([[0, -4]]), high: new Map([[0, 4]]) };
    expect(verifyProofs(system, { ...outcome, proofs: new Map([[secret!, impossible]]) })).toEqual([
      secret,
    ]);
  });
});
