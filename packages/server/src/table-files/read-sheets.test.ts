import { workbookFile } from '@tirek/domain/reports/documents';
import { expect, it } from 'vitest';
import { oneArchive } from '../reports/documents/one-archive.ts';
import { readSheets } from './read-sheets.ts';

const OPTIONS = { areRowsEven: false };
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

it('tells a workbook with a password from one of old Excel, and says so of each', async () => {
  const locked = Buffer.concat([
    Buffer.from(COMPOUND),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  const old = Buffer.from([...COMPOUND, ...Buffer.alloc(600)]);
  await expect(readSheets('a.xlsx', locked, OPTIONS)).rejects.toMatchObject({
    code: 'file-locked',
    details: { file: 'a.xlsx' },
  });
  await expect(readSheets('a.xls', old, OPTIONS)).rejects.toMatchObject({ code: 'file-too-old' });
});

it('says which sheets of a workbook are hidden', async () => {
  const sheet = (name: string) => ({
    name,
    widths: [10],
    frozen: { rows: 0, columns: 0 },
    rows: [[{ value: `in ${name}`, style: 'value' as const }]],
  });
  const parts = workbookFile([sheet('Тізім'), sheet('A & B')]).map(({ name, pieces }) => ({
    name,
    pieces: [...pieces].map((piece) =>
      name === 'xl/workbook.xml'
        ? Buffer.from(
            Buffer.from(piece)
              .toString()
              .replace('name="A &amp; B"', 'name="A &amp; B" state="veryHidden"'),
          )
        : piece,
    ),
  }));
  const sheets = await readSheets('a.xlsx', await oneArchive(parts), OPTIONS);
  expect(sheets).toEqual([
    { name: 'Тізім', isHidden: false, rows: [{ cells: ['in Тізім'], line: 1 }] },
    { name: 'A & B', isHidden: true, rows: [{ cells: ['in A & B'], line: 1 }] },
  ]);
});

it('reads what Excel calls Unicode text, and rows of any length', async () => {
  const text = Buffer.from('\ufeffАты\tҚала\nӘсел\n', 'utf16le');
  const [sheet] = await readSheets('a.txt', text, OPTIONS);
  expect(sheet?.rows.map(({ cells }) => cells)).toEqual([['Аты', 'Қала'], ['Әсел']]);
});
