import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findForm } from '@tirek/domain/instruments';
import { type Brief, buildBrief, buildRegionSheet } from '@tirek/domain/reports/brief';
import { LANGUAGES, type Language } from '@tirek/domain/text';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticReport } from './test/synthetic-report.ts';
import { writeBrief } from './write-brief.ts';

const run = promisify(execFile);
const receipt = { version: '9.8.7', madeOn: '2026-11-25', snapshot: null, release: null };
const forms = ['needs-assessment-2022', 'ghq-12'].flatMap((code) => findForm(code, '1.0.0') ?? []);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-brief-'));
});
afterAll(() => rm(folder, { recursive: true }));

const briefIn = (language: Language) => buildBrief(syntheticReport(language), forms, receipt);

function sheetIn(language: Language): Brief {
  const report = syntheticReport(language);
  const sheet = buildRegionSheet(report, { forms, place: 'regional_capital' }, receipt);
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** What Poppler finds in the PDF. */
async function look(brief: Brief) {
  const file = join(folder, 'brief.pdf');
  await writeFile(file, await writeBrief(brief, 'pdf'));
  const poppler = async (...words: string[]) => (await run('pdfinfo', [...words, file])).stdout;
  return {
    info: await poppler(),
    metadata: await poppler('-meta'),
    struct: await poppler('-struct'),
  };
}

describe('a brief as a file', () => {
  it.each(LANGUAGES)(
    'in %s is two A4 pages of PDF/UA-1 with two figures told in words',
    async (language) => {
      const { info, metadata, struct } = await look(briefIn(language));
      expect(info).toMatch(/^Pages: +2$/m);
      expect(info).toMatch(/^Page size: .*A4/m);
      expect(info).toMatch(/^Tagged: +yes$/m);
      expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(struct.match(/^ *Figure\b/gm)).toHaveLength(2);
      expect(struct.match(/^ *Table\b/gm)).toHaveLength(1);
    },
    60_000,
  );

  it.each(LANGUAGES)(
    'on a kind of place in %s is one A4 page',
    async (language) => {
      const { info } = await look(sheetIn(language));
      expect(info).toMatch(/^Pages: +1$/m);
      expect(info).toMatch(/^Page size: .*A4/m);
    },
    60_000,
  );

  it('fits its pages even when every sentence is half as long again, in smaller letters', async () => {
    const brief = briefIn('kk');
    const longer = brief.findings.sentences.map((each) => ({
      ...each,
      text: each.text + each.text.slice(0, each.text.length / 2),
    }));
    const { info } = await look({ ...brief, findings: { ...brief.findings, sentences: longer } });
    expect(info).toMatch(/^Pages: +2$/m);
  }, 60_000);

  it('is refused rather than spilt over a third page', async () => {
    const brief = briefIn('en');
    const [first] = brief.findings.sentences;
    const many = Array.from({ length: 60 }, () => first as NonNullable<typeof first>);
    const spilt = { ...brief, findings: { ...brief.findings, sentences: many } };
    await expect(writeBrief(spilt, 'pdf')).rejects.toThrow('does not fit 2 A4 pages');
  }, 60_000);

  it('as DOCX is one page break, with headings and pictures of Word’s own', async () => {
    const docx = unzipSync(await writeBrief(briefIn('ru'), 'docx'));
    const document = strFromU8(docx['word/document.xml'] as Uint8Array);
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
    expect(document.match(/w:val="Heading1"/g)).toHaveLength(4);
    expect(document.match(/<wp:docPr [^>]*descr="[^"]{40,}"/g)).toHaveLength(2);
    expect(document).toContain('Жилищный отдел акимата');
  });

  it('as HTML holds no script and loads nothing', async () => {
    const page = Buffer.from(await writeBrief(briefIn('kk'), 'html')).toString();
    expect(page).toContain('<html lang="kk">');
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
    expect(page.match(/<figure>/g)).toHaveLength(2);
  });
});
