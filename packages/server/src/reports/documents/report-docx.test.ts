import { printReport } from '@tirek/domain/reports/documents';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reportDocx } from './report-docx.ts';
import { syntheticReport } from './test/synthetic-report.ts';

const open = (docx: Buffer) => {
  const parts = unzipSync(docx);
  return {
    names: Object.keys(parts),
    part: (name: string) => strFromU8(parts[name] ?? new Uint8Array()),
  };
};
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

describe('the report as a Word document', () => {
  it.each([
    ['kk', 'kk-KZ'],
    ['ru', 'ru-RU'],
    ['en', 'en-GB'],
  ] as const)(
    'in %s has headings, tables and captions that an official can edit, all in that language',
    async (language, wordLanguage) => {
      const report = printReport(syntheticReport(language), { version: '9.8.7' });
      const { part, names } = open(await reportDocx(report));
      const body = part('word/document.xml');
      const blocks = report.sections.flatMap(({ blocks }) => blocks);
      const tables = blocks.filter((block) => block.kind === 'table');
      const figures = blocks.filter((block) => block.kind === 'figure');
      expect(count(body, /<w:tbl>/g)).toBe(tables.length);
      expect(count(body, /<w:tblHeader\/>/g)).toBe(tables.length);
      expect(count(body, /<w:pStyle w:val="Heading1"\/>/g)).toBe(report.sections.length);
      expect(count(body, /SEQ Table/g)).toBe(tables.length);
      expect(count(body, /SEQ Figure/g)).toBe(figures.length);
      expect(count(body, /<w:pStyle w:val="Caption"\/>/g)).toBe(tables.length + figures.length);
      expect(body).toContain('TOC \\h \\o');
      const spoken = new Set([...body.matchAll(/<w:lang w:val="([^"]+)"/g)].map(([, is]) => is));
      // Works that are cited stay in theirs.
      expect([...spoken]).toEqual([...new Set([wordLanguage, 'en-GB'])]);
      const alternatives = [...body.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)];
      expect(alternatives).toHaveLength(figures.length);
      expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(figures.length);
      expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(figures.length);
      expect(part('word/footer1.xml')).toContain('NUMPAGES');
      expect(part('docProps/core.xml')).toContain(report.title);
    },
    60_000,
  );

  it('holds every number of every table in the order of the report', async () => {
    const report = printReport(syntheticReport('kk'), { version: '9.8.7' });
    const body = open(await reportDocx(report)).part('word/document.xml');
    const drawn = body
      .split('<w:tbl>')
      .slice(1)
      .map((rest) => textOf(rest.split('</w:tbl>')[0]));
    const meant = report.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'table' ? [block] : []))
      .map(({ rowHead, columns, rows }) =>
        [
          rowHead,
          ...columns.flatMap(({ label, mark }) => [label, mark]),
          ...rows.flatMap(({ label, mark, detail, cells }) => [
            label,
            mark,
            detail === label ? '' : detail,
            ...cells.flatMap(({ lines }) => lines),
          ]),
        ].join(''),
      );
    expect(drawn).toEqual(meant);
  }, 60_000);
});

const textOf = (xml = '') =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
