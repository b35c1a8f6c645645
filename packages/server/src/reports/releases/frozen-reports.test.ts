import { Problem } from '@tirek/domain/problem';
import { type Report, sealReport, type Table } from '@tirek/domain/reports';
import { LANGUAGES } from '@tirek/domain/text';
import { expect, it } from 'vitest';
import { frozenOf } from './frozen-reports.ts';
import type { PlanOutcome } from './plan-worker.ts';

const SEAL = { version: '0.1.0', checkedOn: '2026-11-29' };
const READER = { checkedOn: '2026-11-29', language: 'ru' } as const;

const homes = (rented: number): Table => ({
  kind: 'table',
  id: 'homes',
  number: 1,
  title: 'Home',
  base: { unit: 'respondents', cases: 40, n: 40 },
  rowHead: 'Answer',
  columns: [
    { id: 'count', label: 'Number', kind: 'count', decimals: 0 },
    { id: 'percent', label: 'Percent', kind: 'percent', decimals: 1 },
  ],
  rows: [
    { id: 'own', label: 'Own', role: 'category', n: 40, cells: [30, 75] },
    { id: 'rent', label: 'Rent', role: 'category', n: 40, cells: [10, rented] },
  ],
  notes: [],
});

function outcomesOf(rented: number): PlanOutcome[] {
  return LANGUAGES.map((language) => {
    const report: Report = {
      format: 'tirek-report',
      version: 2,
      language,
      audience: 'internal',
      title: 'Homes',
      subtitle: '',
      banners: [],
      wave: { id: 'w', opensOn: null, closesOn: null, forms: [], isSynthetic: true },
      responses: 40,
      sections: [{ id: 'sample', title: 'Sample', blocks: [homes(rented)] }],
    };
    return { kind: 'report', sections: [], cells: 4, hidden: 0, ...sealReport(report, SEAL) };
  });
}

it('a report with a wrong table is not frozen, and Timur is told where, what stands there and what should', () => {
  const freeze = () => frozenOf(outcomesOf(52), READER);
  expect(freeze).toThrow(Problem);
  try {
    freeze();
  } catch (problem) {
    expect(problem).toMatchObject({
      code: 'release-inconsistent',
      details: { language: 'ru', printed: '10 (52,0 %)', recomputed: '25,0 %', findings: 1 },
    });
  }
});

it('the same report without the slip is frozen in three languages, with what was checked in each', () => {
  const frozen = frozenOf(outcomesOf(25), READER);
  expect(frozen).toMatchObject({
    kind: 'frozen',
    certificate: { rules: 1, checkedOn: '2026-11-29', seen: { ru: { tables: 1 } } },
  });
  if (frozen.kind !== 'frozen') throw new Error(frozen.code);
  expect(Object.keys(frozen.certificate.seen)).toEqual([...LANGUAGES]);
  expect(frozen.certificate.seen.kk?.done.shares).toBe(2);
  expect(frozen.reports.ru?.sections.at(-1)?.id).toBe('certificate');
});

it('nothing is frozen that was never checked', () => {
  const unchecked = outcomesOf(25).map((outcome): PlanOutcome => {
    if (outcome.kind === 'refused') return outcome;
    const { certificate: _, ...rest } = outcome;
    return rest;
  });
  expect(() => frozenOf(unchecked, READER)).toThrow('certificate');
});

it('a slip in one language alone is told in that language, with its name, to whoever reads another', () => {
  const [kk] = outcomesOf(52);
  const [, ru, en] = outcomesOf(25);
  if (!kk || !ru || !en) throw new Error('three languages');
  try {
    frozenOf([kk, ru, en], READER);
    expect.unreachable();
  } catch (problem) {
    expect(problem).toMatchObject({ details: { language: 'kk', place: '1. Home: Rent' } });
  }
});
