import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findForm } from '../instruments/index.ts';
import type { Language } from '../text/index.ts';
import { buildWaveReport } from './build-report.ts';
import { piecesOf } from './cited-pieces.ts';
import { syntheticFacts } from './published-2022/synthetic-facts.ts';
import { renderReportHtml } from './render-report-html.ts';
import type { Report } from './report.ts';

const csv = (name: string) =>
  readFileSync(
    new URL(`../../../server/src/demo/synthetic-2022/${name}.csv`, import.meta.url),
    'utf8',
  );

/** The answers of 2022, and beside them the forms that nobody was asked then, so that their words stand in the report too. */
function reportIn(language: Language): Report {
  const [needs, ghq, ...others] = [
    'needs-assessment-2022',
    'ghq-12',
    'who-5',
    'phq-8',
    'gad-7',
  ].map((code) => {
    const form = findForm(code, '1.0.0');
    if (!form) throw new Error(`no form ${code}`);
    return form;
  });
  if (!needs || !ghq) throw new Error('no forms');
  const facts = syntheticFacts({ women: csv('women'), children: csv('children') }, [needs, ghq]);
  return buildWaveReport(facts, [needs, ghq, ...others], { language });
}

/** Ids and codes are names for machines; everything else of a report is read. */
const NAMES = new Set([
  'id',
  'kind',
  'role',
  'type',
  'format',
  'language',
  'audience',
  'table',
  'row',
  'column',
  'tone',
  'wave',
  'citations',
]);

function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (NAMES.has(key) ? [] : textsIn(value)));
}

/** Three words in a row in Latin letters; a name of a variable or of an instrument is one word. */
const IN_LATIN = /(?<![\p{L}\d_-])[A-Za-z’']{2,}(?:[ ,;:]+[A-Za-z’']{2,}){2,}(?![\p{L}\d_-])/gu;

/** Owners of an instrument keep their names. */
const AUTHORS = ['Kroenke', 'PHQ', 'Spitzer', 'Williams'];

describe.each(['kk', 'ru'] as const)('a report in %s', (language) => {
  const report = reportIn(language);
  const citations = report.citations ?? [];

  it('holds no English sentence beside the titles of published works', () => {
    const own = textsIn(report).flatMap((text) =>
      piecesOf(text, citations).flatMap((piece) => (piece.language === null ? [piece.text] : [])),
    );
    expect(own.length).toBeGreaterThan(1000);
    const sentences = own
      .flatMap((text) => text.match(IN_LATIN) ?? [])
      .filter((words) => words.split(/[ ,;:]+/).some((word) => !AUTHORS.includes(word)));
    expect([...new Set(sentences)]).toEqual([]);
  });

  it('says of a title of a published work in which language it is', () => {
    const html = renderReportHtml(report);
    expect(citations.map((citation) => citation.text)).toContain('Goodchild & Duncan-Jones 1985');
    for (const work of ['Goodchild &amp; ', 'Operation Jusan in Year 4 (2024)']) {
      const all = html.split(work).length - 1;
      const marked = html.split(`<span lang="en">${work}`).length - 1;
      expect(marked).toBeGreaterThan(0);
      expect(marked).toBe(all);
    }
  });
});

it('a report in English has no words to mark', () => {
  expect(reportIn('en').citations).toEqual([]);
});
