import { expect, it } from 'vitest';
import { draftVariable } from './data-source.ts';
import { missing, TableBuilder } from './table-builder.ts';

it('keeps every row of a long table at its place, whatever the order asked for', () => {
  const naming = { language: 'en', taken: new Set<string>() } as const;
  const number = draftVariable(
    { wished: 'n', kind: 'number', labels: {}, source: { kind: 'row' } },
    naming,
  );
  const text = draftVariable(
    { wished: 't', kind: 'text', labels: {}, source: { kind: 'export-id' } },
    naming,
  );
  const readers = [
    { read: (row: number) => (row === 4096 ? missing('declined') : row) },
    { read: (row: number) => `row ${row}` },
  ];
  const builder = new TableBuilder([number, text], readers);
  for (let row = 0; row < 9000; row += 1) builder.add(row);
  const backwards = Uint32Array.from({ length: 9000 }, (_, i) => 8999 - i);
  const table = builder.finish({ name: 't', titles: {}, language: 'en' }, backwards);
  const [numbers, texts] = table.columns;
  const declined = 8999 - 4096;
  expect(table.variables.map((variable) => variable.missing)).toEqual([['declined'], []]);
  expect(Array.from(numbers?.absent ?? []).flatMap((code, i) => (code === 0 ? [] : [i]))).toEqual([
    declined,
  ]);
  expect([0, 4902, 4904, 8999].map((i) => numbers?.values[i])).toEqual([8999, 4097, 4095, 0]);
  expect([0, declined, 8999].map((i) => texts?.values[i])).toEqual([
    'row 8999',
    'row 4096',
    'row 0',
  ]);
});
