import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CompletedVariable,
  type Imputations,
  imputeChained,
  poolEstimates,
  seededChance,
} from '../index.ts';
import { drawDonors } from './donors.ts';
import { drawnRegression } from './drawn-regression.ts';
import { xoshiro128 } from './seeded-chance.ts';

const WOMEN = [
  { name: 'age', kind: 'numeric', values: [24, 31, 28, null, 45, 38, 29, 33, 27, 41] },
  { name: 'distress', kind: 'numeric', values: [12, 20, 15, 18, null, 30, null, 22, 14, 33] },
  {
    name: 'region',
    kind: 'factor',
    values: ['west', 'south', null, 'south', 'west', 'south', 'west', 'west', '', 'south'],
  },
] as const;

function completed(imputations: Imputations): readonly (readonly CompletedVariable[])[] {
  if (imputations.kind !== 'imputed') throw new Error(imputations.reason);
  return imputations.dataSets;
}

describe('women who left questions open', () => {
  it('keep what they said, and get what somebody else said', () => {
    const imputations = imputeChained(WOMEN, { seed: 1, imputations: 8 });
    expect(imputations).toMatchObject({ n: 10, missing: [1, 2, 1] });
    for (const data of completed(imputations)) {
      for (const [place, { values }] of data.entries()) {
        const said = WOMEN[place]?.values ?? [];
        expect(values).toHaveLength(10);
        for (const [i, value] of said.entries()) {
          if (value === null) expect(said).toContain(values[i]);
          else expect(values[i]).toBe(value);
        }
      }
    }
  });

  it('get the same again under the same seed, and other values under another', () => {
    const once = imputeChained(WOMEN, { seed: 7, imputations: 3 });
    expect(imputeChained(WOMEN, { seed: 7, imputations: 3 })).toEqual(once);
    expect(imputeChained(WOMEN, { seed: 8, imputations: 3 })).not.toEqual(once);
    const more = completed(imputeChained(WOMEN, { seed: 7, imputations: 5 }));
    expect(more.slice(0, 3)).toEqual(completed(once));
  });

  it('are followed from round to round', () => {
    const imputations = imputeChained(WOMEN, { seed: 1, imputations: 2, iterations: 4 });
    if (imputations.kind !== 'imputed') throw new Error(imputations.reason);
    expect(imputations.chains.map((chain) => chain.length)).toEqual([4, 4]);
    const [age, distress, region] = imputations.chains[0]?.at(-1) ?? [];
    expect(age).toBe(imputations.dataSets[0]?.[0]?.values[3]);
    expect(distress).toBeGreaterThanOrEqual(12);
    expect(region).toBeNull();
  });

  it('who said nothing but one thing, all of them, are no obstacle', () => {
    const flat = [
      { name: 'a', kind: 'numeric', values: [1, 1, 1, null] },
      { name: 'b', kind: 'factor', values: ['yes', null, 'yes', 'yes'] },
      { name: 'c', kind: 'numeric', values: [null, 3, null, 4] },
    ] as const;
    for (const data of completed(imputeChained(flat, { seed: 3 }))) {
      expect([...(data[0]?.values ?? [])]).toEqual([1, 1, 1, 1]);
      expect(data[1]?.values).toEqual(['yes', 'yes', 'yes', 'yes']);
    }
  });

  it('are imputed from what is named, when it is named', () => {
    const steps = Array.from({ length: 20 }, (_, i) => i);
    const known = { name: 'x', kind: 'numeric', values: steps } as const;
    const holed = steps.map((x) => (x === 19 ? null : 10 * x));
    const given = (predictedBy: string[]) =>
      completed(
        imputeChained([known, { name: 'y', kind: 'numeric', values: holed, predictedBy }], {
          seed: 1,
        }),
      ).map((data) => data[1]?.values[19] as number);
    expect(Math.min(...given(['x']))).toBeGreaterThanOrEqual(140);
    expect(Math.min(...given([]))).toBeLessThan(100);
    const itself = [{ ...WOMEN[0], predictedBy: ['age'] }] as const;
    expect(() => imputeChained(itself, { seed: 1 })).toThrow('age cannot be predicted by age');
    const nobody = [{ ...WOMEN[0], predictedBy: ['height'] }] as const;
    expect(() => imputeChained(nobody, { seed: 1 })).toThrow('predicted by height');
  });

  it('cannot be completed from nothing', () => {
    expect(imputeChained([], { seed: 1 })).toMatchObject({ reason: 'no-cases' });
    const empty = [{ name: 'a', kind: 'numeric', values: [null, Number.NaN] }] as const;
    expect(imputeChained(empty, { seed: 1 })).toEqual({
      kind: 'not-estimable',
      reason: 'a-variable-without-values',
      n: 2,
    });
  });

  it('are refused when they are a mistake', () => {
    const short = [WOMEN[0], { name: 'b', kind: 'numeric', values: [1] }] as const;
    expect(() => imputeChained(short, { seed: 1 })).toThrow('differ in length');
    expect(() => imputeChained([WOMEN[0], WOMEN[0]], { seed: 1 })).toThrow('two variables');
    expect(() => imputeChained(WOMEN, { seed: 0.5 })).toThrow('not a seed: 0.5');
    expect(() => imputeChained(WOMEN, { seed: 1, donors: 0 })).toThrow('positive whole number: 0');
    const infinite = [
      { name: 'a', kind: 'numeric', values: [1, Number.NEGATIVE_INFINITY] },
    ] as const;
    expect(() => imputeChained(infinite, { seed: 1 })).toThrow('value 1 is not finite');
  });
});

describe('a donor', () => {
  it('is one of the nearest, on a line as in space', () => {
    const predictions = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        predictions,
        fc.integer({ min: -5, max: 25 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer(),
        (candidates, receiver, donors, seed) => {
          const line = Float64Array.from(candidates);
          const zeros = new Float64Array(line.length);
          const target = Float64Array.of(receiver);
          const distances = line.map((value) => Math.abs(value - receiver)).sort();
          const furthest = distances[Math.min(donors, line.length) - 1] as number;
          const options = { donors, chance: seededChance(seed) };
          const [onLine] = drawDonors([line], [target], options);
          const [inSpace] = drawDonors([line, zeros], [target, Float64Array.of(0)], options);
          for (const place of [onLine, inSpace]) {
            const distance = Math.abs((line[place as number] as number) - receiver);
            expect(distance).toBeLessThanOrEqual(furthest);
          }
        },
      ),
    );
  });

  it('among equals may be anyone', () => {
    const same = new Float64Array(12).fill(4);
    const many = new Float64Array(4000).fill(4);
    const chosen = new Set(
      Array.from({ length: 60 }, (_, seed) => {
        const options = { donors: 1, chance: seededChance(seed) };
        return drawDonors([same], [many.subarray(0, 1)], options)[0];
      }),
    );
    expect(chosen.size).toBeGreaterThan(8);
    const givers = drawDonors([same], [many], { donors: 5, chance: seededChance(1) });
    expect(new Set(givers).size).toBe(5);
  });
});

describe('a drawn regression', () => {
  it('scatters around the fitted one as its standard errors say', () => {
    const chance = seededChance(20221122);
    const x = Float64Array.from({ length: 40 }, () => chance.normal());
    const constant = new Float64Array(40).fill(1);
    const noise = x.map(() => chance.normal());
    const first = x.map((value, i) => 2 * value + (noise[i] as number));
    // Goes with the first one beyond x, so that the coefficients go together, too.
    const second = x.map((value, i) => value + 0.8 * (noise[i] as number) + 0.6 * chance.normal());
    const draws = Array.from({ length: 4000 }, () =>
      drawnRegression([constant, x], [first, second], chance),
    );
    const slopes = [0, 1].map((k) =>
      draws.map(({ drawn, fitted }) => drawn.get(1, k) - fitted.get(1, k)),
    );
    const [one, other] = slopes as [number[], number[]];
    const product = (a: number[], b: number[]) =>
      a.reduce((sum, value, i) => sum + value * (b[i] as number), 0) / a.length;
    const { fitted } = draws[0] as ReturnType<typeof drawnRegression>;
    const mean = x.reduce((sum, value) => sum + value, 0) / 40;
    const spread = x.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const rest = first.map(
      (value, i) => value - fitted.get(0, 0) - fitted.get(1, 0) * (x[i] as number),
    );
    // Posterior variance of a slope: residual squares / (df - 2) / spread of x.
    const variance = rest.reduce((sum, value) => sum + value ** 2, 0) / 36 / spread;
    expect(product(one, one) / variance).toBeGreaterThan(0.93);
    expect(product(one, one) / variance).toBeLessThan(1.07);
    const correlation = product(one, other) / Math.sqrt(product(one, one) * product(other, other));
    expect(correlation).toBeGreaterThan(0.7);
    expect(correlation).toBeLessThan(0.9);
  });
});

describe('seeded chance', () => {
  it('is xoshiro128**', () => {
    const next = xoshiro128(Uint32Array.of(1, 2, 3, 4));
    expect(Array.from({ length: 8 }, next)).toEqual([
      11_520, 0, 5_927_040, 70_819_200, 2_031_721_883, 1_637_235_492, 1_287_239_034, 3_734_860_849,
    ]);
  });

  it('has streams of its own for neighbouring seeds', () => {
    const firsts = [0, 1, 2 ** 32, 2 ** 32 + 1, -1].flatMap((seed) =>
      [0, 1, 2].map((stream) => seededChance(seed, stream).uniform()),
    );
    expect(new Set(firsts).size).toBe(15);
    expect(() => seededChance(1, -1)).toThrow('no stream: -1');
  });

  it('has the moments it should have', () => {
    const chance = seededChance(5);
    const n = 40_000;
    const momentsOf = (draw: () => number) => {
      const values = Array.from({ length: n }, draw);
      const mean = values.reduce((sum, value) => sum + value, 0) / n;
      return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n] as const;
    };
    // Within five standard errors.
    const close = (value: number, expected: number, deviation: number) =>
      expect(Math.abs(value - expected)).toBeLessThan((5 * deviation) / Math.sqrt(n));
    const [mean, variance] = momentsOf(chance.uniform);
    close(mean, 0.5, Math.sqrt(1 / 12));
    close(variance, 1 / 12, Math.sqrt(1 / 180));
    const [centre, spread] = momentsOf(chance.normal);
    close(centre, 0, 1);
    close(spread, 1, Math.SQRT2);
    for (const df of [1, 2.5, 40]) {
      const [average, around] = momentsOf(() => chance.chiSquare(df));
      close(average, df, Math.sqrt(2 * df));
      close(around, 2 * df, Math.sqrt(8 * df * df + 48 * df));
    }
    const counts = [0, 0, 0];
    for (let i = 0; i < n; i += 1) counts[chance.below(3)]! += 1;
    for (const count of counts) close(count / n, 1 / 3, Math.sqrt(2 / 9));
  });
});

describe('one estimate from several data sets', () => {
  it('lies in their middle, and is less sure the more they differ', () => {
    const pooled = poolEstimates([1, 2, 3], [0.5, 0.5, 0.5]);
    expect(pooled).toMatchObject({
      kind: 'estimated',
      estimate: 2,
      varianceWithin: 0.25,
      varianceBetween: 1,
      imputations: 3,
    });
    if (pooled.kind !== 'estimated') return;
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(0.25 + 4 / 3), 12);
    expect(pooled.relativeIncrease).toBeCloseTo(16 / 3, 12);
    const few = poolEstimates([1, 2, 3], [0.5, 0.5, 0.5], { dfComplete: 20 });
    if (few.kind !== 'estimated') throw new Error(few.reason);
    expect(few.df).toBeLessThan(pooled.df);
  });

  it('needs two of them that know how unsure they are', () => {
    expect(poolEstimates([1], [0.5])).toMatchObject({ reason: 'fewer-than-two-imputations', n: 1 });
    expect(poolEstimates([1, 2], [0, 0])).toMatchObject({ reason: 'no-variance-within' });
    expect(() => poolEstimates([1, 2], [0.5])).toThrow('not one standard error');
    expect(() => poolEstimates([1, Number.NaN], [1, 1])).toThrow('an estimate is not finite');
    expect(() => poolEstimates([1, 2], [1, -1])).toThrow('a standard error is none');
    expect(() => poolEstimates([1, 2], [1, 1], { dfComplete: 0 })).toThrow('degrees of freedom: 0');
    expect(() => poolEstimates([1, 2], [1, 1], { level: 95 })).toThrow('not a level');
  });
});
