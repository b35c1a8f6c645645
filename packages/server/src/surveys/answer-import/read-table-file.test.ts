import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTableFile } from './read-table-file.ts';

describe('reading an uploaded table', () => {
  it('reads a comma-separated file and keeps the line of each row, also after a quoted line break', async () => {
    const [table] = await readTableFile(
      'women.csv',
      Buffer.from('\ufeffid,note\n1,"two\nlines"\n\n2,қала\n'),
    );
    expect(table).toEqual({
      name: 'women',
      columns: ['id', 'note'],
      rows: [
        ['1', 'two\nlines'],
        ['2', 'қала'],
      ],
      lines: [3, 5],
    });
  });

  it('finds out by itself that Excel of the region wrote semicolons and Windows-1251', async () => {
    const bytes = Buffer.from([
      ...Buffer.from('id;'),
      0xe4,
      0xe0,
      ...Buffer.from('\r\n1;'),
      0xed,
      0xe5,
      0xf2,
    ]);
    const [table] = await readTableFile('answers.csv', bytes);
    expect(table?.columns).toEqual(['id', 'да']);
    expect(table?.rows).toEqual([['1', 'нет']]);
  });

  it('names the line where a row is longer than the first one', async () => {
    await expect(readTableFile('bad.csv', Buffer.from('a,b\n1,2\n1,2,3\n'))).rejects.toMatchObject({
      code: 'file-row-uneven',
      details: { file: 'bad.csv', line: 3 },
    });
  });

  it.each([
    ['a,b\n1,"x"y\n', 2],
    ['a,b\n1,x"y\n', 2],
    ['a,b\n1,"x\n2,y\n', 3],
  ])('names the line up to which a quotation mark stands alone: %j', async (text, line) => {
    await expect(readTableFile('bad.csv', Buffer.from(text))).rejects.toMatchObject({
      code: 'file-quote-alone',
      details: { file: 'bad.csv', line },
    });
  });

  it('says that an empty file is empty', async () => {
    for (const text of ['', '\n\n', ' ;;\n']) {
      await expect(readTableFile('x.csv', Buffer.from(text))).rejects.toMatchObject({
        code: 'file-empty',
        details: { file: 'x.csv' },
      });
    }
  });

  it('refuses a picture, and a zip that is no workbook', async () => {
    for (const content of [Buffer.from([0x89, 0x50, 0, 0, 1]), zipOf({ 'a.txt': 'x' })]) {
      await expect(readTableFile('x', content)).rejects.toMatchObject({ code: 'file-unreadable' });
    }
  });

  it('reads every sheet of a workbook, numbers as text and Kazakh letters whole', async () => {
    const tables = await readTableFile(
      'book.xlsx',
      workbook('әйел', [
        ['id', 'қала'],
        [1, 'Өскемен'],
      ]),
    );
    expect(tables).toEqual([
      { name: 'әйел', columns: ['id', 'қала'], rows: [['1', 'Өскемен']], lines: [2] },
    ]);
  });

  it('refuses a workbook that would unpack to more than the memory should bear, before unpacking it', async () => {
    const bomb = workbook('s', [['id']]);
    const entry = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(0xfffffff0, entry + 24);
    await expect(readTableFile('b.xlsx', bomb)).rejects.toMatchObject({
      code: 'payload-too-large',
    });
  });

  it('answers any bytes at all with tables or a Problem, never with a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, asZip) => {
        const content = asZip
          ? Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), bytes])
          : Buffer.from(bytes);
        try {
          await readTableFile('any', content);
        } catch (error) {
          expect(error).toHaveProperty('code');
        }
      }),
      { numRuns: 300 },
    );
  });
});

function workbook(sheet: string, rows: (string | number)[][]): Buffer {
  const cells = rows.map(
    (row, r) =>
      `<row r="${r + 1}">${row
        .map((cell, c) => {
          const place = `${String.fromCharCode(65 + c)}${r + 1}`;
          return typeof cell === 'number'
            ? `<c r="${place}"><v>${cell}</v></c>`
            : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
        })
        .join('')}</row>`,
  );
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packageRelation}"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageRelation}"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
  });
}

function zipOf(files: Record<string, string>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4]),
      common,
      Buffer.from(name),
      packed,
    ]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, Buffer.from(name)]),
    );
    local.push(head);
    offset += head.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...directory, end]);
}
