import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv.ts';
import { type DataTable, MISSING_CODES, MISSING_REASONS } from './data-table.ts';
import { randomTable } from './testing/random-table.ts';

const textOf = (table: DataTable) => Buffer.concat([...writeCsv(table)]).toString('utf8');

/** RFC 4180, read sign by sign: another way than the writer's. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < csv.length; i += 1) {
    const sign = csv[i]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (csv[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',') {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (sign === '\r' && csv[i + 1] === '\n') {
      rows.at(-1)!.push(cell);
      rows.push([]);
      cell = '';
      i += 1;
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

describe('a CSV file', () => {
  it('gives back names, numbers to the last digit, texts and the letters of what is missing', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(randomTable, (table) => {
        const [head, ...rows] = read(textOf(table));
        expect(head).toEqual(table.variables.map(({ name }) => name));
        expect(rows.length).toBe(table.rows);
        table.columns.forEach((column, place) => {
          const cells = rows.map((row) => row[place]!);
          const expected = Array.from({ length: table.rows }, (_, row) => {
            const code = column.absent[row]!;
            if (code === 0) return column.values[row]!;
            return column.kind === 'texts' ? '' : MISSING_CODES[MISSING_REASONS[code - 1]!].stata;
          });
          expect(
            cells.map((cell) =>
              column.kind === 'texts' || cell.startsWith('.') ? cell : Number(cell),
            ),
          ).toEqual(expected);
        });
      }),
      { numRuns: 100 },
    );
  });
});
