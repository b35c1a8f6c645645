import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnReaderOptions, type Columns, columnReader } from './column-reader.ts';

function read(text: string, options: ColumnReaderOptions = {}, cut = 7): Columns {
  const bytes = new TextEncoder().encode(text);
  const reader = columnReader(options);
  for (let at = 0; at < bytes.length; at += cut) reader.push(bytes.subarray(at, at + cut));
  return reader.end();
}
const valuesOf = (columns: Columns, name: string) => {
  const column = columns.columns[name];
  if (!column) throw new Error(`no column ${name}`);
  return column.kind === 'numbers'
    ? [...column.values]
    : [...column.codes].map((code) => column.levels[code] ?? null);
};

describe('a file of answers', () => {
  it('becomes columns of numbers and of words, holes included', () => {
    const columns = read(
      '\uFEFF"age",region,score\r\n31,Ақтөбе,2\r\n,"Өскемен, шығыс",-0.5\r\n44,,NA\r\n',
      {
        words: ['region'],
        missing: ['NA'],
      },
    );
    expect([columns.rows, columns.names]).toEqual([3, ['age', 'region', 'score']]);
    expect(valuesOf(columns, 'age')).toEqual([31, Number.NaN, 44]);
    expect(valuesOf(columns, 'region')).toEqual(['Ақтөбе', 'Өскемен, шығыс', null]);
    expect(valuesOf(columns, 'score')).toEqual([2, -0.5, Number.NaN]);
    expect(columns.columns.age).toMatchObject({ values: new Float32Array([31, Number.NaN, 44]) });
  });

  it('widens a column only when a number asks for it', () => {
    const { columns } = read('a,b\n0.1,1\n2,16777216\n');
    expect(columns.a).toEqual({ kind: 'numbers', values: new Float64Array([0.1, 2]) });
    expect(columns.b).toEqual({ kind: 'numbers', values: new Float32Array([1, 16777216]) });
  });

  it('may lack its last line end, hold empty lines and quoted numbers', () => {
    expect(valuesOf(read('a,b\n1,"2"\n\n3,4'), 'b')).toEqual([2, 4]);
  });

  it('is refused with row and column where it is wrong', () => {
    expect(() => read('a,b\n1,2\n3,many\n')).toThrow('row 3, column "b": not a number: "many"');
    expect(() => read('a,b\n1\n')).toThrow('row 2, column "b": the row ends before it');
    expect(() => read('a,b\n\n1,2,3\n')).toThrow('row 3: more fields than columns');
    expect(() => read('a,b\n1,1e999\n')).toThrow('row 2, column "b": not a finite number: "1e999"');
    expect(() => read('a,b\n1,"2')).toThrow('row 2: a quotation never ends');
    expect(() => read('a,b\n"1"2,3\n')).toThrow('row 2: text after a quotation');
    expect(() => read('a,a\n')).toThrow('row 1: two columns named "a"');
    expect(() => read('a\n', { words: ['b'] })).toThrow('row 1: no column named "b"');
    expect(() => read('')).toThrow('the file has no row of names');
  });

  it('gives every number back as it was written, wherever the bytes are cut', () => {
    const number = fc.oneof(
      fc.integer(),
      // A file writes 0 and -0 alike.
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
      fc.integer({ min: -99_999, max: 99_999 }).map((whole) => whole / 100),
    );
    const word = fc.string({ unit: fc.constantFrom('ә', 'қ', '"', ',', '\n', '\r', ' ', 'b') });
    const row = fc.tuple(
      fc.option(number),
      word.filter((text) => text !== ''),
    );
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 1, max: 40 }), (rows, cut) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map(([n, said]) => `${n ?? ''},${quoted(said)}\n`).join('');
        const columns = read(`n,said\n${text}`, { words: ['said'], expectedRows: 1 }, cut);
        expect(valuesOf(columns, 'said')).toEqual(rows.map(([, said]) => said));
        expect(valuesOf(columns, 'n')).toEqual(rows.map(([n]) => n ?? Number.NaN));
      }),
    );
  });
});
