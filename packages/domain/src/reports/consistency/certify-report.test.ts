import { describe, expect, it } from 'vitest';
import { syntheticWave } from '../../../reference/synthetic-wave.ts';
import { LANGUAGES } from '../../text/index.ts';
import { buildWaveReport, certifyReport, type Report, sayCertificate } from '../index.ts';

const { facts: FACTS, forms: FORMS } = syntheticWave();
/** The whole report is read three times over on a busy machine. */
const LONG = 60_000;

/** The same report in which the twenty divorced women of 104 are 26.2 per cent. */
function falsified(report: Report): Report {
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => {
        if (block.kind !== 'table' || block.id !== 'frequency-needs-assessment-2022-marital') {
          return block;
        }
        const rows = block.rows.map((row) =>
          row.id === 'divorced' ? { ...row, cells: row.cells.with(1, 26.2) } : row,
        );
        return { ...block, rows };
      }),
    })),
  };
}

describe('the certificate of a report', () => {
  it.each(LANGUAGES)(
    'finds nothing in the report of 2022 in %s',
    (language) => {
      const certificate = certifyReport(buildWaveReport(FACTS, FORMS, { language }));
      expect(certificate.findings).toEqual([]);
      expect(certificate.statements).toBeGreaterThanOrEqual(20);
      expect(certificate.boundNumbers).toBeGreaterThan(certificate.statements);
      expect(certificate.tables).toBeGreaterThan(70);
      expect(certificate.cells).toBeGreaterThan(3000);
    },
    LONG,
  );

  it(
    'names a share that somebody changed, and says so',
    () => {
      const certificate = certifyReport(
        falsified(buildWaveReport(FACTS, FORMS, { language: 'en' })),
      );
      expect(certificate.findings).toMatchObject([
        {
          printed: '20 (26.2%)',
          recomputed: '19.2%',
          reading: 'percent-wrong',
          certainty: 'certain',
        },
      ]);
      const said = sayCertificate(certificate, { language: 'en', version: '0.1.0' });
      expect(said[1]).toBe('Figures that do not agree: 1.');
      expect(said.at(-1)).toBe('Checked by Tirek 0.1.0.');
    },
    LONG,
  );
});
