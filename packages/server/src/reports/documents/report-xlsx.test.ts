import { HEAD_ROW } from '@tirek/domain/reports/documents';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readTableFile } from '../../surveys/answer-import/read-table-file.ts';
import { syntheticReport } from './test/synthetic-report.ts';
import { writeReport } from './write-report.ts';

const REPORT = syntheticReport('kk');
const XLSX = { format: 'xlsx', version: '9.8.7' } as const;
const TABLES = REPORT.sections
  .flatMap(({ blocks }) => blocks)
  .flatMap((block) => (block.kind === 'table' ? [block] : []));

describe('the report as a workbook', () => {
  it('gives back to a reader the very numbers of the report, shares as fractions', async () => {
    const sheets = await readWorkbook(Buffer.from(await writeReport(REPORT, XLSX)));
    expect(sheets).toHaveLength(TABLES.length + 1);
    for (const [place, table] of TABLES.entries()) {
      const sheet = sheets[place + 1];
      expect(sheet?.sheet).toBe(`${table.number}-кесте`);
      const rows = (sheet?.data ?? []).slice(HEAD_ROW + 1, HEAD_ROW + 1 + table.rows.length);
      const read = rows.map((row) => row.filter((cell) => typeof cell === 'number'));
      const hasBase = table.columns.some(({ id }) => id === 'n');
      const meant = table.rows.map(({ n, cells }) => [
        ...(hasBase ? [] : [n]),
        ...cells.flatMap((cell, i) => {
          const percent = (value: number) =>
            table.columns[i]?.kind.startsWith('percent') ? value / 100 : value;
          if (cell === null || typeof cell === 'string') return [];
          if (typeof cell === 'object' && 'hidden' in cell) return [];
          if (typeof cell === 'number') return [percent(cell)];
          if ('low' in cell) return [percent(cell.low), percent(cell.high)];
          return [cell.count, ...(cell.percent === null ? [] : [cell.percent / 100])];
        }),
      ]);
      expect(read, table.title).toEqual(meant);
    }
  }, 60_000);

  it('leads from its contents to every table and back, and says under each what it rests on', async () => {
    const parts = unzipSync(await writeReport(REPORT, XLSX));
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const contents = [
      ...part('xl/worksheets/sheet1.xml').matchAll(/<hyperlink [^>]*location="([^"]+)"/g),
    ];
    expect(contents.map(([, to]) => to)).toEqual(
      TABLES.map(({ number }) => `&#39;${number}-кесте&#39;!A1`),
    );
    expect(part('xl/worksheets/sheet76.xml')).toContain('location="&#39;Мазмұны&#39;!A1"');
    const [, , flow] = await readTableFile(
      'report.xlsx',
      Buffer.from(await writeReport(REPORT, XLSX)),
    );
    const said = [...(flow?.columns ?? []), ...(flow?.rows ?? []).flat()];
    expect(said).toContain('База: 104 (респонденттер)');
    expect(said).toContain(
      'Деректердің күні: 2022\u202fж. 30 маусым · needs-assessment-2022 1.0.0, ghq-12 1.0.0 · Tirek 9.8.7',
    );
    expect(said.join(' ')).toContain('Синтетикалық деректер');
  }, 60_000);
});

describe('the report as an archive of CSV files', () => {
  it('is read by our own reader of uploads, with every number of a table', async () => {
    const files = unzipSync(await writeReport(REPORT, { format: 'csv', version: '9.8.7' }));
    expect(Object.keys(files)).toHaveLength(TABLES.length + 1);
    const name = '06-classes-needs-assessment-2022-age.csv';
    const [table] = await readTableFile(name, Buffer.from(files[name] ?? []));
    expect(table?.columns).toEqual([
      'Жасы',
      'База (n)',
      'Саны',
      'Бәрінен %',
      'Жауап бергеннен %',
      'Жол түрі',
    ]);
    expect(table?.rows[1]).toEqual([
      '20–24',
      '104',
      '9',
      '8,653846153846153',
      '8,653846153846153',
      'жауап',
    ]);
  });
});
