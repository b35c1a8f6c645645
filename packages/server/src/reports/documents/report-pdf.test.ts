import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type PrintedReport, printReport } from '@tirek/domain/reports/documents';
import type { LANGUAGES } from '@tirek/domain/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from './report-pdf.ts';
import { syntheticReport } from './test/synthetic-report.ts';

const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

const printed = (language: (typeof LANGUAGES)[number]) =>
  printReport(syntheticReport(language), { version: '9.8.7' });

/** What Poppler, a reader that knows nothing of us, finds in the document. */
async function read(pdf: Buffer) {
  const file = join(folder, 'report.pdf');
  await writeFile(file, pdf);
  const poppler = async (program: string, ...words: string[]) =>
    (await run(program, words, { maxBuffer: 1e8 })).stdout;
  return {
    info: await poppler('pdfinfo', file),
    metadata: await poppler('pdfinfo', '-meta', file),
    structure: await poppler('pdfinfo', '-struct', file),
    text: await poppler('pdftotext', '-layout', file, '-'),
  };
}

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

describe('the report as a PDF', () => {
  it.each([
    ['kk', 'Қажеттіліктерді бағалау, 2022', 'Әйелдердің оңалу және бейімделу шкаласы', '2-бет'],
    ['ru', 'Оценка потребностей, 2022', 'Шкала реабилитации и реинтеграции женщин', 'Страница 2'],
    ['en', 'Needs assessment, 2022', 'Women’s rehabilitation and reintegration scale', 'Page 2'],
  ] as const)(
    'in %s says that it is PDF/UA-1, in which language, and can be read aloud',
    async (language, title, section, page) => {
      const report = printed(language);
      const { info, metadata, structure, text } = await read(await reportPdf(report));
      expect(info).toMatch(/^Tagged: +yes$/m);
      expect(info).toContain(title);
      expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(metadata).toContain(`<rdf:li>${language}</rdf:li>`);
      expect(Number(/^Pages: +(\d+)$/m.exec(info)?.[1])).toBeGreaterThan(40);
      expect(Number(/^Pages: +(\d+)$/m.exec(info)?.[1])).toBeLessThan(64);
      const words = text.replaceAll('\u2019', "'");
      for (const said of [title, section, page]) {
        expect(words).toContain(said.replaceAll('\u2019', "'"));
      }
      const blocks = report.sections.flatMap(({ blocks }) => blocks);
      const tables = blocks.filter(({ kind }) => kind === 'table').length;
      const figures = blocks.filter(({ kind }) => kind === 'figure').length;
      expect([tables, figures]).toEqual([92, 13]);
      expect(count(structure, /^ *Table\b/gm)).toBe(tables);
      expect(count(structure, /^ *THead\b/gm)).toBe(tables);
      expect(count(structure, /^ *Caption\b/gm)).toBe(tables + figures);
      expect(count(structure, /^ *Figure\b/gm)).toBe(figures);
      expect(count(structure, /^ *H1\b/gm)).toBe(report.sections.length + 1);
    },
    60_000,
  );

  it('tells every table and figure its base, the day of its data and the versions behind it', async () => {
    const report = printed('kk');
    const { text } = await read(await reportPdf(report));
    const blocks = report.sections
      .flatMap(({ blocks }) => blocks)
      .filter((block) => block.kind !== 'paragraph');
    expect(report.receipt).toBe(
      'Деректердің күні: 2022\u202fж. 30 маусым · needs-assessment-2022 1.0.0, ghq-12 1.0.0 · Tirek 9.8.7',
    );
    expect(count(text, /Деректердің күні: .*Tirek 9\.8\.7/g)).toBe(blocks.length);
    expect(count(text, /^ *База: \d/gm)).toBe(blocks.length);
  }, 60_000);

  it('is the same file for the same report', async () => {
    const small = shortened(printed('ru'));
    expect((await reportPdf(small)).equals(await reportPdf(small))).toBe(true);
  }, 60_000);

  it('is not made with a figure that Ruslan, who cannot see it, would not be told', async () => {
    const report = shortened(printed('en'));
    const silent = {
      ...report,
      sections: report.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'figure' ? { ...block, alt: '' } : block,
        ),
      })),
    };
    await expect(reportPdf(silent)).rejects.toThrow('missing alt text');
  }, 60_000);
});

/** The first figure and what stands before it. */
function shortened(report: PrintedReport): PrintedReport {
  const place = report.sections.findIndex(({ blocks }) =>
    blocks.some(({ kind }) => kind === 'figure'),
  );
  return { ...report, sections: report.sections.slice(place, place + 1) };
}
