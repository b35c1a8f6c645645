import * as fc from 'fast-check';
import {
  type DataColumn,
  type DataTable,
  type DataVariable,
  MISSING_REASONS,
} from '../data-table.ts';
import { variableName } from '../variable-names.ts';

/** Texts of all kinds; no zero sign, which ends a text in Stata. */
const text = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength }),
      fc.constantFrom('', ' ', 'Қазақша: ә ғ қ ң ө ұ ү һ і', '😀', '"a", b;\r\nc', '.a'),
    )
    .map((value) => value.replaceAll('\u0000', ''));

const anyNumber = fc
  .oneof(
    fc.integer({ min: -130, max: 160 }),
    fc.integer({ min: -40_000, max: 40_000 }),
    fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }),
    fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
    fc.constantFrom(-99, -98, -95, -94, 0, 100, 101, 151, 152, 32740, 32741, 2147483620, 0.1),
  )
  .map((value) => value + 0);

const absent = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: MISSING_REASONS.length }) },
);

type Drawn = { variable: Omit<DataVariable, 'name' | 'missing'>; values: (number | string)[] };

const described = {
  labels: {},
  question: {},
  exposure: 'none',
  source: { kind: 'row' },
} as const;

const numbers = (rows: number): fc.Arbitrary<Drawn> =>
  fc
    .record({
      label: text(120),
      decimals: fc.integer({ min: 0, max: 6 }),
      values: fc.array(anyNumber, { minLength: rows, maxLength: rows }),
    })
    .map(({ label, decimals, values }) => ({
      variable: { ...described, label, decimals, kind: 'number', measure: 'scale', values: [] },
      values,
    }));

const codes = (rows: number): fc.Arbitrary<Drawn> =>
  fc
    .uniqueArray(fc.integer({ min: -50, max: 1000 }), { minLength: 1, maxLength: 6 })
    .chain((known) =>
      fc.record({
        label: text(20),
        labels: fc.array(text(90), { minLength: known.length, maxLength: known.length }),
        values: fc.array(fc.constantFrom(...known), { minLength: rows, maxLength: rows }),
        known: fc.constant(known),
      }),
    )
    .map(({ label, labels, values, known: all }) => ({
      variable: {
        ...described,
        label,
        decimals: 0,
        kind: 'coded',
        measure: 'nominal',
        values: all.map((value, i) => ({
          value,
          id: `o${value}`,
          label: labels[i] || 'label',
          labels: {},
        })),
      },
      values,
    }));

const texts = (rows: number): fc.Arbitrary<Drawn> =>
  fc
    .record({
      label: text(20),
      values: fc.array(
        fc.oneof(
          { weight: 5, arbitrary: text(30) },
          {
            weight: 1,
            arbitrary: fc
              .tuple(text(9), fc.integer({ min: 1, max: 260 }))
              .map(([t, n]) => t.repeat(n)),
          },
        ),
        { minLength: rows, maxLength: rows },
      ),
    })
    .map(({ label, values }) => ({
      variable: { ...described, label, decimals: 0, kind: 'text', measure: 'nominal', values: [] },
      values,
    }));

/** A table with columns of every kind, values at every edge, and names of every script. */
export const randomTable: fc.Arbitrary<DataTable> = fc
  .integer({ min: 0, max: 12 })
  .chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      title: text(60),
      columns: fc.array(
        fc.record({
          drawn: fc.oneof(numbers(rows), codes(rows), texts(rows)),
          name: fc.oneof(
            fc.string({ unit: 'grapheme', maxLength: 40 }),
            fc.constantFrom('with', 'ALL', 'byte', 'жасы', 'тұрмыс_жағдайы_және_балалар_саны', 'x'),
          ),
          absent: fc.array(absent, { minLength: rows, maxLength: rows }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    }),
  )
  .map(({ rows, title, columns }) => {
    const taken = new Set<string>();
    return {
      name: 'random',
      titles: { en: title },
      language: 'en',
      rows,
      variables: columns.map(({ drawn: { variable }, name, absent: codesOfRows }) => ({
        ...variable,
        name: variableName(name, taken),
        missing: MISSING_REASONS.filter((_, i) => codesOfRows.includes(i + 1)),
      })),
      columns: columns.map(({ drawn, absent: given }): DataColumn => {
        const codesOfRows = Uint8Array.from(given);
        return drawn.variable.kind === 'text'
          ? {
              kind: 'texts',
              values: drawn.values.map((value, row) => (codesOfRows[row] ? '' : String(value))),
              absent: codesOfRows,
            }
          : {
              kind: 'numbers',
              values: Float64Array.from(drawn.values, Number),
              absent: codesOfRows,
            };
      }),
    };
  });
