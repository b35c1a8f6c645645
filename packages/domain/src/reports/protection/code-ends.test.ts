import { expect, it } from 'vitest';
import { policyFor } from '../disclosure/policy.ts';
import type { Table } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { codeEnds, type NumberCase, spanOf } from './code-ends.ts';

const speech = { language: 'en' as const, t: reportTexts('en') };
const policy = policyFor('network');

function tableOf(cases: readonly NumberCase[]): Table {
  const values = cases.map(({ value }) => value);
  const low = Math.min(...values);
  const numbers = Array.from({ length: Math.max(...values) - low + 1 }, (_, i) => low + i);
  return {
    kind: 'table',
    id: 'classes-x-age',
    number: 1,
    title: 'Age',
    base: { unit: 'children', cases: cases.length, n: cases.length },
    rowHead: 'Age',
    columns: [{ id: 'count', label: 'Count', kind: 'count', decimals: 0 }],
    rows: numbers.map((number) => ({
      id: String(number),
      label: String(number),
      role: 'category',
      n: cases.length,
      cells: [values.filter((value) => value === number).length],
    })),
    notes: [],
  };
}

const cases = (counts: Readonly<Record<number, number>>, families = 1_000): NumberCase[] =>
  Object.entries(counts).flatMap(([value, count]) =>
    Array.from({ length: count }, (_, i) => ({
      value: Number(value),
      respondent: Number(value) * 1_000 + (i % families),
    })),
  );

const shapeOf = (given: readonly NumberCase[]) =>
  codeEnds(tableOf(given), given, { policy, speech }).rows.map(({ id, label, cells }) => [
    id,
    label,
    cells[0],
  ]);

it('puts the youngest and the oldest together until there are enough of them', () => {
  expect(shapeOf(cases({ 3: 2, 4: 4, 5: 9, 6: 2, 7: 8, 8: 3, 9: 1, 11: 1 }))).toEqual([
    ['<5', 'below 5', 6],
    ['5', '5', 9],
    ['6', '6', 2],
    ['7', '7', 8],
    ['8+', '8 and above', 5],
  ]);
});

it('leaves ends alone that hold enough', () => {
  expect(shapeOf(cases({ 3: 6, 4: 1, 5: 7 }))).toEqual([
    ['3', '3', 6],
    ['4', '4', 1],
    ['5', '5', 7],
  ]);
});

it('counts families: nine children of two are too few for an end', () => {
  const given = [...cases({ 3: 9 }, 2), ...cases({ 4: 8, 5: 8 })];
  expect(shapeOf(given)[0]).toEqual(['<5', 'below 5', 17]);
});

it('makes one row of all where they are few', () => {
  const few = cases({ 3: 1, 4: 2, 5: 1 });
  expect(shapeOf(few)).toHaveLength(1);
});

it('knows what its rows hold', () => {
  const given = cases({ 3: 2, 4: 4, 5: 9, 6: 7, 7: 8 });
  const coded = codeEnds(tableOf(given), given, { policy, speech });
  expect(spanOf(coded, '<5')).toEqual({ from: Number.NEGATIVE_INFINITY, below: 5 });
  expect(spanOf(coded, '6')).toEqual({ from: 6, below: 7 });
  expect(spanOf(coded, '7')).toEqual({ from: 7, below: Number.POSITIVE_INFINITY });
});
