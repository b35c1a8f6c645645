import { describe, expect, it } from 'vitest';
import type { ResponseScore, WaveFacts } from './facts.ts';
import { buildWaveReport, type Cell, type Report, type Table } from './index.ts';
import { SMALL_FORM, smallWave } from './small-wave.ts';

const EASE = [
  { calm: 'never', tense: 'always' },
  { calm: 'seldom', tense: 'often' },
  { calm: 'sometimes', tense: 'seldom' },
  { calm: 'often', tense: 'sometimes' },
  { calm: 'always', tense: 'never' },
];
// Now, in the order of the women: 0, 2, 5, 5, 8.
const NOW = smallWave(EASE.map((answers) => ({ answers })));
const THEN = [2, 2, 1, null, 4];

const score = (value: number, version = '1'): ResponseScore[] => [
  {
    kind: 'scored',
    form: 'small',
    scale: 'ease',
    version,
    value,
    pomp: (100 * value) / 8,
  } as unknown as ResponseScore,
];
const linked = (version?: string): WaveFacts => ({
  ...NOW,
  before: {
    closesOn: '2026-05-01',
    responses: 9,
    scores: THEN.map((value) => (value === null ? null : score(value, version))),
  },
});

function tableIn(report: Report, id: string): Table | undefined {
  const block = report.sections.flatMap(({ blocks }) => blocks).find((b) => b.id === id);
  return block?.kind === 'table' ? block : undefined;
}
const reportOf = (facts: WaveFacts) => buildWaveReport(facts, [SMALL_FORM], { language: 'en' });
const rounded = (cells: readonly Cell[] = []) =>
  cells.map((cell) => (typeof cell === 'number' ? Math.round(cell * 1000) / 1000 : cell));

describe('the change of women who answered both waves', () => {
  const report = reportOf(linked());

  it('is that of the four who can be compared, with the women of then who stayed away counted', () => {
    const table = tableIn(report, 'score-change');
    expect(table?.base).toMatchObject({ cases: 5, n: 4 });
    // R: t.test(c(0, 2, 5, 8), c(2, 2, 1, 4), paired = TRUE) and its mean over sd.
    expect(rounded(table?.rows[0]?.cells).slice(0, 4)).toEqual([4, 2.25, 3.75, 1.5]);
    expect(rounded(table?.rows[0]?.cells)[5]).toBe(0.391);
    expect(rounded(table?.rows[0]?.cells)[6]).toBe(0.5);
    expect(table?.notes[0]).toBe(
      'Answers in the wave before: 9; of these people, back in this wave: 4. Those who did not come back may have changed otherwise.',
    );
  });

  it('is reliable only beyond the error of measurement, and better or worse as the scale runs', () => {
    const cells = tableIn(report, 'reliable-change')?.rows[0]?.cells ?? [];
    const counts = cells.flatMap((cell) =>
      cell && typeof cell === 'object' && 'count' in cell ? [cell.count] : [],
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    // Alpha 0.947 of this wave, SD 1.26 of then: 1.96 x 1.26 x sqrt(2 x 0.053) is 0.8.
    expect(counts).toEqual([2, 1, 1]);
  });

  it('is not told when the rule of the score has changed in between, or nobody can be found again', () => {
    expect(reportOf(linked('0')).sections.map(({ id }) => id)).not.toContain('change');
    expect(reportOf(NOW).sections.map(({ id }) => id)).not.toContain('change');
  });
});
