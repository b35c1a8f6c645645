import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findForm } from '@tirek/domain/instruments';
import { printSafetySheet, USUAL_SAFETY_CLOCK } from '@tirek/domain/pathways/safety';
import { printLetter } from '@tirek/domain/referrals';
import { buildBrief, buildRegionSheet } from '@tirek/domain/reports/brief';
import { LANGUAGES, type Language } from '@tirek/domain/text';
import { describe, expect, it } from 'vitest';
import { letterPdf } from './referral-letter-pdf.ts';
import { safetySheetPdf } from './safety-sheet-pdf.ts';
import { accessibilityFaults, structureTypes } from './test/accessibility-faults.ts';
import { syntheticReport } from './test/synthetic-report.ts';
import { writeBrief } from './write-brief.ts';
import { writeReport } from './write-report.ts';

const forms = ['needs-assessment-2022', 'ghq-12'].flatMap((code) => findForm(code, '1.0.0') ?? []);
const receipt = { version: '9.8.7', madeOn: '2026-11-25', snapshot: null, release: null };

const DOCUMENTS = {
  report: (language: Language) =>
    writeReport(syntheticReport(language), { format: 'pdf', version: '9.8.7' }),
  brief: (language: Language) =>
    writeBrief(buildBrief(syntheticReport(language), forms, receipt), 'pdf'),
  'region sheet': (language: Language) => {
    const place = { forms, place: 'regional_capital' };
    const sheet = buildRegionSheet(syntheticReport(language), place, receipt);
    if (!sheet) throw new Error('no sheet');
    return writeBrief(sheet, 'pdf');
  },
  'paper protocol': (language: Language) =>
    safetySheetPdf(
      printSafetySheet({
        ...{
          language,
          region: { code: 'KZ-75', name: 'Алматы' },
          contacts: [],
          clock: USUAL_SAFETY_CLOCK,
        },
        today: '2026-11-30',
      }),
    ),
  'referral letter': (language: Language) =>
    letterPdf(
      printLetter({
        ...{ language, receiver: 'Ерлан Омаров', service: 'Кеңес беру', today: '2026-11-30' },
        ...{ colleague: 'Сәуле Ахметова', urgency: 'urgent', isWithoutConsent: false },
        disclosed: { name: 'Мәдина', speaks: 'kk', need: 'Ұйқысы жоқ, жалғыз қалғысы келмейді.' },
      }),
    ),
} as const;

describe.each(Object.entries(DOCUMENTS))('the %s as a PDF', (_, make) => {
  it.each(LANGUAGES)(
    'in %s can be read with the ears from its title to its last table',
    async (language) => {
      const file = Buffer.from(await make(language));
      expect(accessibilityFaults(file, language)).toEqual([]);
      const types = structureTypes(file);
      expect(types.get('Title') ?? types.get('H1')).toBeGreaterThan(0);
      expect(types.get('P')).toBeGreaterThan(2);
    },
    180_000,
  );
});

describe('a brief in Kazakh', () => {
  it('gives back every letter of its own when its text is copied', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tirek-letters-'));
    try {
      writeFileSync(join(folder, 'brief.pdf'), await DOCUMENTS.brief('kk'));
      const text = execFileSync('pdftotext', ['brief.pdf', '-'], { cwd: folder, encoding: 'utf8' });
      for (const letter of 'әғқңөұүі') expect(text, letter).toContain(letter);
      expect(text).not.toContain('\ufffd');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});

describe('the check itself', () => {
  it.each([
    ['/DisplayDocTitle true', '/DisplayDocTitle null', '07: title not shown'],
    ['/Marked true', '/Marked null', '01: not marked as tagged'],
    ['/Lang (ru)', '/Lang (en)', '11: not in ru'],
    ['/Scope', '/Scape', '15: TH without a scope'],
    ['/Alt', '/Alb', '13: Figure without words'],
    ['/ToUnicode', '/NoUnicode', 'does not say which letters it shows'],
    ['/FontFile', '/FontFail', 'not embedded'],
    ['pdfuaid:part', 'pdfuaid:pert', '05: not said to be PDF/UA-1'],
  ])(
    'finds out when %s is %s',
    async (right, wrong, fault) => {
      const file = (await DOCUMENTS.brief('ru')) as Buffer;
      const text = Buffer.from(file).toString('latin1');
      expect(text).toContain(right);
      const spoilt = Buffer.from(text.replaceAll(right, wrong), 'latin1');
      expect(accessibilityFaults(spoilt, 'ru').join('\n')).toContain(fault);
    },
    120_000,
  );

  it('finds out letters that stand on a page without a tag, in a font that is not there', () => {
    const content = 'BT /F 12 Tf (read me) Tj ET';
    const file = [
      '%PDF-1.7',
      '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj',
      '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj',
      '3 0 obj\n<</Type/Page/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj',
      `4 0 obj\n<</Length ${content.length}>>\nstream\n${content}\nendstream\nendobj`,
      '5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj',
      'trailer\n<</Root 1 0 R>>',
    ].join('\n');
    expect(accessibilityFaults(Buffer.from(file, 'latin1'), 'kk')).toEqual([
      '01: not marked as tagged',
      '07: title not shown',
      '06: no title',
      '05: not said to be PDF/UA-1',
      '11: not in kk',
      '01: page 1: Tj outside of marked content',
      '09: page 1: nothing of it is tagged',
      '31: Helvetica not embedded',
      '31: Helvetica does not say which letters it shows',
    ]);
  });
});
