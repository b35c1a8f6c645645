import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameRandomBytes, syntheticWave } from '../../../../reference/synthetic-wave.ts';
import { Problem } from '../../../problem.ts';
import { anonymityOf } from '../anonymity.ts';
import { type DataTable, type DataVariable, reasonOf } from '../data-table.ts';
import { buildWaveData } from '../wave-data.ts';
import { deidentify } from './deidentify.ts';

/** One woman: her family, age, rooms, town, whether she works, and what nobody should learn. Null where she declined. */
type Woman = readonly [
  number,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
];

const TOWNS = [1, 2, 3, 4];

function variable(
  name: string,
  exposure: DataVariable['exposure'],
  options: readonly number[] | null,
): DataVariable {
  const values = (options ?? []).map((value) => {
    const label = `${name} ${value}`;
    return { value, id: `o${value}`, label, labels: { kk: label, ru: label, en: label } };
  });
  return {
    ...{ name, label: name, labels: {}, question: {}, decimals: 0, values, exposure },
    kind: options ? 'coded' : 'number',
    measure: name === 'rooms' ? 'ordinal' : options ? 'nominal' : 'scale',
    missing: ['declined'],
    source: { kind: 'answer', form: 'made-up', linkId: name },
  };
}

const VARIABLES = [
  variable('age', 'key', null),
  variable('rooms', 'key', [1, 2, 3, 4]),
  variable('town', 'key', TOWNS),
  variable('works', 'key', [0, 1]),
  variable('union', 'sensitive', [1, 2, 3]),
];
const ID: DataVariable = {
  ...variable('export_id', 'none', null),
  kind: 'text',
  missing: [],
  source: { kind: 'export-id' },
};

function tableOf(women: readonly Woman[]): DataTable {
  const rows = women.toSorted((a, b) => a[0] - b[0]);
  return {
    name: 'women',
    titles: { en: 'women' },
    language: 'en',
    rows: rows.length,
    variables: [ID, ...VARIABLES],
    columns: [
      {
        kind: 'texts',
        values: rows.map(([family]) => `f${family}`),
        absent: new Uint8Array(rows.length),
      },
      ...VARIABLES.map((_, place) => ({
        kind: 'numbers' as const,
        values: Float64Array.from(rows, (row) => row[place + 1] ?? 0),
        absent: Uint8Array.from(rows, (row) => (row[place + 1] === null ? 1 : 0)),
      })),
    ],
  };
}

const told = (table: DataTable, place: number, row: number) => {
  const { absent, values } = table.columns[place]!;
  return reasonOf(absent[row]!) ?? String(values[row]);
};
/** What others may know of each row, as the file tells it. */
const signs = (table: DataTable, places = [1, 2, 3, 4]) =>
  Array.from({ length: table.rows }, (_, row) =>
    places.map((place) => told(table, place, row)).join('|'),
  );
const hide = (table: DataTable, { k, l }: { k: number; l: number }, seed = 1) =>
  deidentify([table], { k, l, forms: [], language: 'en', random: sameRandomBytes(seed) });

const declined = (least: number, most: number) =>
  fc.option(fc.integer({ min: least, max: most }), { freq: 8 });
const someWomen = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 30 }),
    declined(17, 60),
    declined(1, 4),
    declined(1, 4),
    declined(0, 1),
    declined(1, 3),
  ),
  { minLength: 12, maxLength: 90 },
);
const howWell = fc.constantFrom({ k: 3, l: 1 }, { k: 5, l: 2 }, { k: 10, l: 2 });

/** Runs a claim over random women, where enough families are among them. */
function always(claim: (women: readonly Woman[], wanted: { k: number; l: number }) => void): void {
  fc.assert(
    fc.property(someWomen, howWell, (women, wanted) => {
      fc.pre(new Set(women.map(([family]) => family)).size >= wanted.k);
      claim(women, wanted);
    }),
    { numRuns: 150 },
  );
}

describe('women in a file of which k must be alike', () => {
  it('are like women of at least k families each, in all that others may know', () => {
    always((women, wanted) => {
      const [table] = hide(tableOf(women), wanted).tables as [DataTable];
      const families = new Map<string, Set<string>>();
      signs(table).forEach((sign, row) => {
        const known = families.get(sign) ?? new Set();
        families.set(sign, known.add(told(table, 0, row)));
      });
      for (const [sign, { size }] of families) expect(size, sign).toBeGreaterThanOrEqual(wanted.k);
      expect(anonymityOf(table).smallestClass).toBeGreaterThanOrEqual(wanted.k);
    });
  });

  it('differ among each other in what must not be learnt, or it is not told of any of them', () => {
    always((women, wanted) => {
      const [table] = hide(tableOf(women), wanted).tables as [DataTable];
      const unions = new Map<string, Set<string>>();
      signs(table).forEach((sign, row) => {
        unions.set(sign, (unions.get(sign) ?? new Set()).add(told(table, 5, row)));
      });
      for (const values of unions.values()) {
        expect(values.size >= wanted.l || (values.size === 1 && values.has('withheld'))).toBe(true);
      }
    });
  });

  it('are told less, and nothing untrue: a band holds the age, a merged option names the town', () => {
    always((women, wanted) => {
      const exact = tableOf(women);
      const [table] = hide(exact, wanted).tables as [DataTable];
      for (let row = 0; row < table.rows; row += 1) {
        for (let place = 1; place <= 5; place += 1) {
          const now = told(table, place, row);
          if (now === 'withheld') continue;
          const was = told(exact, place, row);
          const { kind, values } = table.variables[place]!;
          const found = values.find(({ value }) => String(value) === now);
          if (was === 'declined' || found === undefined) expect(now).toBe(was);
          else if (place === 1)
            expect(isInBand(Number(was), found.id, values), found.id).toBe(true);
          else expect(found.id.split('+')).toContain(`o${was}`);
          if (kind === 'number') expect(now).toBe(was);
        }
      }
    });
  });

  it('are hidden alike whatever the order of the rows, and whatever the dice', () => {
    always((women, wanted) => {
      const [one] = hide(tableOf(women), wanted, 1).tables as [DataTable];
      const other = hide(tableOf(women.toReversed()), wanted, 77).tables[0]!;
      const everything = [0, 1, 2, 3, 4, 5];
      expect(signs(one, everything).sort()).toEqual(signs(other, everything).sort());
    });
  });

  it('lose as many cells as the receipt says', () => {
    always((women, wanted) => {
      const { tables, losses } = hide(tableOf(women), wanted);
      const [table] = tables as [DataTable];
      table.variables.forEach(({ name }, place) => {
        const cells = Array.from({ length: table.rows }, (_, row) => told(table, place, row));
        const loss = losses[0]!.variables.find(({ variable: of }) => of === name);
        expect(loss?.withheld ?? 0).toBe(cells.filter((cell) => cell === 'withheld').length);
      });
    });
  });

  it('are not in a file at all where they are fewer than k', () => {
    const few = tableOf(Array.from({ length: 4 }, (_, i): Woman => [i, 30, 1, 1, 1, 1]));
    expect(() => hide(few, { k: 5, l: 1 })).toThrow(new Problem('export-too-few', { k: 5 }));
    // Five children of one mother are one family.
    const siblings = tableOf(Array.from({ length: 5 }, (): Woman => [1, 30, 1, 1, 1, 1]));
    expect(() => hide(siblings, { k: 5, l: 1 })).toThrow(new Problem('export-too-few', { k: 5 }));
  });

  it('keep every value where they are alike anyway', () => {
    const alike = tableOf(
      Array.from({ length: 12 }, (_, i): Woman => [i, i % 2 === 0 ? 30 : 41, 2, 1, 1, (i % 3) + 1]),
    );
    expect(hide(alike, { k: 5, l: 2 }).losses[0]!.variables).toEqual([]);
  });
});

/** Half-open bands by their ids: the last has no end, the first no beginning. */
function isInBand(age: number, id: string, bands: readonly { readonly id: string }[]): boolean {
  const startOf = (each: string | undefined) => Number(each?.replace(/^\w+-/, ''));
  if (id.startsWith('below-')) return age < startOf(id);
  const next = bands[bands.findIndex((band) => band.id === id) + 1];
  return age >= startOf(id) && (next === undefined || age < startOf(next.id));
}

describe('the answers of 2022 with five families alike', () => {
  const { facts, forms } = syntheticWave();
  const exact = buildWaveData(facts, forms, { language: 'en', random: sameRandomBytes(1) });
  const wanted = { k: 5, l: 2, forms, language: 'en', random: sameRandomBytes(2) } as const;
  const { tables, losses } = deidentify(exact, wanted);
  const [respondents, children] = tables as [DataTable, DataTable];

  it('have five in every class, of 103 classes and 102 women alone before', () => {
    expect(anonymityOf(exact[0]!)).toMatchObject({ classes: 103, rowsAlone: 102 });
    const { smallestClass, diversity } = anonymityOf(respondents);
    expect(smallestClass).toBeGreaterThanOrEqual(5);
    for (const { fewestValues, variable: name } of diversity) {
      expect(fewestValues ?? 2, name).toBeGreaterThanOrEqual(2);
    }
  });

  it('no longer say whose the children are, by number or by order', () => {
    const ids = (table: DataTable) => table.columns[0]!.values as readonly string[];
    expect(ids(children).filter((id) => ids(respondents).includes(id))).toEqual([]);
    expect(new Set(ids(children)).size).toBe(193);
    expect([...ids(children)]).toEqual(ids(children).toSorted());
    expect(losses.map(({ isApart }) => isApart)).toEqual([false, true]);
  });

  it('never tell a score where one of its answers is withheld', () => {
    const at = (name: string) => respondents.variables.findIndex((each) => each.name === name);
    const [score, items] = [at('ghq_score'), Array.from({ length: 12 }, (_, i) => at('g01') + i)];
    let hidden = 0;
    for (let row = 0; row < respondents.rows; row += 1) {
      if (items.every((item) => told(respondents, item, row) !== 'withheld')) continue;
      hidden += 1;
      expect(told(respondents, score, row)).toBe('withheld');
    }
    expect(hidden).toBeGreaterThan(0);
  });

  it('still tell most of what was told', () => {
    const cells = respondents.rows * respondents.variables.length;
    const lost = losses[0]!.variables.reduce((sum, { withheld }) => sum + withheld, 0);
    expect(lost / cells).toBeLessThan(0.12);
  });
});
