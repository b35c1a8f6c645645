import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticWave } from '../../../reference/synthetic-wave.ts';
import type { Answers } from '../../instruments/index.ts';
import { LANGUAGES, type Language } from '../../text/index.ts';
import {
  buildWaveReport,
  type Cell,
  certifyReport,
  OWN_CHECKS,
  protectReport,
  type Report,
  sealReport,
} from '../index.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import { tablesOf } from '../tables-of.ts';

const { facts: FACTS, forms: FORMS } = syntheticWave();
/** The whole report is read many times over on a busy machine. */
const LONG = 120_000;

/** More of them by hand: REPORTS=500 vitest run --project domain certify-report */
const RUNS = Number(process.env.REPORTS ?? 15);

const isShare = (cell: Cell) => typeof cell === 'object' && cell !== null && 'percent' in cell;

const percentIn = (kind: string, cell: Cell): number => {
  if (isShare(cell)) return cell.percent ?? 0;
  return kind === 'percent' && typeof cell === 'number' ? cell : 0;
};

/** The report with another cell in one place, as nobody would compute it. */
function falsified(
  report: Report,
  { table, row, column }: { table: string; row: string; column: number },
  change: (cell: Cell) => Cell,
): Report {
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'table' && block.id === table
          ? {
              ...block,
              rows: block.rows.map((each) =>
                each.id === row
                  ? { ...each, cells: each.cells.with(column, change(each.cells[column] ?? null)) }
                  : each,
              ),
            }
          : block,
      ),
    })),
  };
}

const made = new Map<Language, Report>();

/** As analysts are told it. */
function exact(language: Language): Report {
  const report = made.get(language) ?? buildWaveReport(FACTS, FORMS, { language });
  made.set(language, report);
  return report;
}

describe('the certificate of a report', () => {
  it.each(LANGUAGES)(
    'finds nothing in the report of 2022 in %s, as analysts, the network and everybody are told it',
    (language) => {
      const certificate = certifyReport(exact(language));
      expect(certificate.findings).toEqual([]);
      expect(certificate.tables).toBeGreaterThan(70);
      expect(certificate.numbers).toBeGreaterThan(4000);
      for (const check of OWN_CHECKS) expect(certificate.done[check]).toBeGreaterThan(10);
      for (const audience of ['network', 'public'] as const) {
        const made = protectReport(FACTS, FORMS, { language, audience });
        if (made.kind === 'refused') throw new Error(made.kind);
        expect(certifyReport(made.report).findings).toEqual([]);
      }
    },
    LONG,
  );

  it(
    'names the share that somebody changed, once and with its place',
    () => {
      const place = { table: 'frequency-needs-assessment-2022-marital', row: 'divorced' };
      const wrong = falsified(exact('en'), { ...place, column: 1 }, () => 26.2);
      expect(certifyReport(wrong).findings).toEqual([
        {
          place: expect.stringMatching(/^\d+\. .+: Divorced$/),
          printed: '20 (26.2%)',
          recomputed: '19.2%',
        },
      ]);
    },
    LONG,
  );

  it(
    'names a total, a probability, an interval, and a sentence that its cell no longer bears out',
    () => {
      const report = exact('en');
      const problems = 'multi-needs-assessment-2022-problems';
      const cases = [
        [{ table: problems, row: 'total', column: 0 }, () => 397, '396'],
        [
          { table: 'missing-by-chance', row: 'needs-assessment-2022-women', column: 4 },
          () => 0.04,
          '0.251',
        ],
        [
          { table: 'numeric-sample', row: 'age', column: 3 },
          () => ({ low: 34, high: 35, level: 0.95 }),
          '34.00 … 35.00',
        ],
        [{ table: problems, row: '01_housing', column: 1 }, () => 71.5, '61.5%'],
      ] as const;
      for (const [place, change, recomputed] of cases) {
        const { findings } = certifyReport(falsified(report, place, change));
        expect(findings.map((each) => each.recomputed)).toContain(recomputed);
      }
      const { findings } = certifyReport(falsified(report, cases[3][0], cases[3][1]));
      // The summary says that housing was ticked by 61.5 %.
      expect(findings).toContainEqual(
        expect.objectContaining({ printed: '61.5%', recomputed: '71.5%' }),
      );
    },
    LONG,
  );

  it(
    'is the last section of a report that is frozen, says by which rules and when, and is part of no table',
    () => {
      const report = exact('kk');
      const sealed = sealReport(report, { version: '0.1.0', checkedOn: '2026-11-29' });
      const section = sealed.report.sections.at(-1);
      expect(section?.title).toBe('Сандардың сәйкестігі туралы куәлік');
      const lines = section?.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
      expect(lines?.at(-2)).toBe('Бір-біріне сәйкес келмейтін сандар: 0.');
      expect(lines?.at(-1)).toMatch(/^Тексерген: Tirek 0\.1\.0, 1-ереже.*2026/);
      expect(tablesOf(sealed.report)).toEqual(tablesOf(report));
    },
    LONG,
  );
});

describe('however few women answered, and whatever they left out', () => {
  const woman = fc.record(
    {
      age: fc.integer({ min: 18, max: 60 }),
      home: fc.constantFrom('own', 'rent'),
      works: fc.boolean(),
      calm: fc.constantFrom('never', 'seldom', 'sometimes', 'often'),
      tense: fc.constantFrom('never', 'seldom', 'sometimes', 'often'),
      wishes: fc.subarray(['house', 'work']),
    },
    { requiredKeys: [] },
  );
  const waves = fc.array(woman, { maxLength: 40 });
  const reportsOf = (women: readonly Answers[]): Report[] => {
    const facts = smallWave(women.map((answers) => ({ answers })));
    return LANGUAGES.flatMap((language) => {
      const made = (['network', 'public'] as const).map((audience) =>
        protectReport(facts, [SMALL_FORM], { language, audience }),
      );
      return [
        buildWaveReport(facts, [SMALL_FORM], { language }),
        ...made.flatMap((each) => (each.kind === 'refused' ? [] : [each.report])),
      ];
    });
  };

  it(
    'their reports are said to be right',
    () => {
      fc.assert(
        fc.property(waves, (women) => {
          for (const report of reportsOf(women)) expect(certifyReport(report).findings).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    LONG,
  );

  it(
    'a share that is a tenth too small in its table of answers is found',
    () => {
      fc.assert(
        fc.property(fc.array(woman, { minLength: 12, maxLength: 40 }), fc.nat(), (women, dice) => {
          const report = reportsOf(women)[0] as Report;
          const shares = tablesOf(report)
            .filter(({ id }) => id.startsWith('frequency-') || id.startsWith('items-'))
            .flatMap(({ id, rows, columns }) =>
              rows.flatMap((row) =>
                columns.flatMap(({ kind }, column) =>
                  percentIn(kind, row.cells[column] ?? null) > 0
                    ? [{ table: id, row: row.id, column }]
                    : [],
                ),
              ),
            );
          const place = shares[dice % Math.max(1, shares.length)];
          if (!place) return;
          const wrong = falsified(report, place, (cell) =>
            isShare(cell) ? { ...cell, percent: 0.9 * (cell.percent ?? 0) } : 0.9 * Number(cell),
          );
          expect(certifyReport(wrong).findings.length).toBeGreaterThan(0);
        }),
        { numRuns: RUNS },
      );
    },
    LONG,
  );
});
