import { describe, expect, it } from 'vitest';
import type { TableDraft } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { joined, paragraph, pValue, readerOf, say } from './sentence.ts';

const TABLE: TableDraft = {
  kind: 'table',
  id: 'ages',
  title: 'Ages',
  base: { unit: 'women', cases: 5, n: 4 },
  rowHead: 'Group',
  columns: [
    { id: 'mean', label: 'Mean', kind: 'number', decimals: 1 },
    { id: 'p', label: 'p', kind: 'p-value', decimals: 3 },
  ],
  rows: [
    { id: 'kk', label: 'Kazakh', role: 'category', n: 4, cells: [33.25, 0.0004] },
    { id: 'ru', label: 'Russian', role: 'category', n: 3, cells: [31, 0.0125] },
  ],
  notes: [],
};
const ru = { language: 'ru' as const, t: reportTexts('ru') };
const read = readerOf(TABLE, ru);

describe('a sentence on a result', () => {
  it('carries with each number the cell it was read from', () => {
    const words = say((params) => `Средний возраст – ${params.mean}, ${params.p}.`, {
      mean: read.cell('kk', 'mean'),
      p: pValue(read.cell('kk', 'p')),
    });
    expect(paragraph('age', words)).toEqual({
      kind: 'paragraph',
      id: 'age',
      text: 'Средний возраст – 33,3, p\u00a0<\u00a00,001.',
      parts: [
        'Средний возраст – ',
        { text: '33,3', cell: { table: 'ages', row: 'kk', column: 'mean' } },
        ', p\u00a0',
        { text: '<\u00a00,001', cell: { table: 'ages', row: 'kk', column: 'p' } },
        '.',
      ],
    });
  });

  it('writes a p that its decimals can say after an equals sign', () => {
    expect(paragraph('p', pValue(read.cell('ru', 'p'))).text).toBe('p\u00a0=\u00a00,013');
  });

  it('puts pieces where the language wants them, whatever a name contains', () => {
    const name = 'цена $& {{n}}';
    const words = say((params) => `${params.n}: ${params.name}`, { name, n: read.base('kk') });
    expect(paragraph('x', words).text).toBe(`4: ${name}`);
    expect(joined([['a'], ['b'], ['c']], ', ').join('')).toBe('a, b, c');
  });

  it('refuses a number that no table has', () => {
    expect(() => read.cell('en', 'mean')).toThrow('table ages has no row en');
    expect(() => read.cell('kk', 'median')).toThrow('table ages has no column median');
  });
});
