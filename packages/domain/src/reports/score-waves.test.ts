import { describe, expect, it } from 'vitest';
import type { EarlierWave, ResponseScore, WaveFacts } from './facts.ts';
import { buildWaveReport, protectReport, type Report, type Table } from './index.ts';
import { narrowFacts } from './releases/population.ts';
import { SMALL_FORM, smallWave } from './small-wave.ts';

/** Answers whose ease is 0 to 8. */
const EASE: Readonly<Record<number, { calm: string; tense: string }>> = {
  0: { calm: 'never', tense: 'always' },
  2: { calm: 'seldom', tense: 'often' },
  3: { calm: 'sometimes', tense: 'often' },
  4: { calm: 'sometimes', tense: 'sometimes' },
  5: { calm: 'often', tense: 'sometimes' },
  6: { calm: 'often', tense: 'seldom' },
  8: { calm: 'always', tense: 'never' },
};
// Eight women; one of each earlier wave stayed away.
const NOW = [0, 2, 5, 5, 8, 3, 4, 6];
const THEN = [2, 2, 1, null, 4, 1, 3, 3];
const FIRST = [1, 3, 1, 2, 2, 0, null, 1];

const waveOf = (
  closesOn: string,
  values: readonly (number | null)[],
  version = '1',
): EarlierWave => ({
  closesOn,
  responses: 9,
  scores: values.map((value) =>
    value === null
      ? null
      : [{ kind: 'scored', form: 'small', scale: 'ease', version, value } as ResponseScore],
  ),
});

const PANEL: WaveFacts = {
  ...smallWave(NOW.map((value) => ({ answers: EASE[value]!, language: value > 4 ? 'ru' : 'kk' }))),
  before: waveOf('2026-05-01', THEN),
  waves: [waveOf('2025-11-01', FIRST), waveOf('2026-05-01', THEN)],
};

const reportOf = (facts: WaveFacts) => buildWaveReport(facts, [SMALL_FORM], { language: 'en' });
const blocksOf = ({ sections }: Report) => sections.flatMap(({ blocks }) => blocks);
const tableIn = (report: Report, id: string) =>
  blocksOf(report).find((block): block is Table => block.kind === 'table' && block.id === id);

describe('three waves of one panel', () => {
  const report = reportOf(PANEL);

  it('are compared all at once, over the six women who answered each time', () => {
    const [row] = tableIn(report, 'wave-tests')?.rows ?? [];
    const [waves, n, friedman, p] = row?.cells ?? [];
    expect([waves, n]).toEqual([3, 6]);
    // R: friedman.test of the six.
    expect(friedman).toBeCloseTo(2.2727, 4);
    expect(p).toBeCloseTo(0.321, 4);
  });

  it('are compared by a mixed model over every score there is', () => {
    const [row] = tableIn(report, 'wave-tests')?.rows ?? [];
    const [, , , , , scores, mixed, df, p, icc] = row?.cells ?? [];
    expect([scores, df]).toEqual([22, 2]);
    // R: anova of lme4::lmer(y ~ wave + (1 | id), REML = FALSE) and of the one without waves.
    expect(mixed).toBeCloseTo(10.353, 3);
    expect(p).toBeCloseTo(0.005647, 6);
    expect(icc).toBeCloseTo(0.2444836, 5);
  });

  it('have their means in the order of time, and a sentence with its numbers', () => {
    const means = tableIn(report, 'wave-means')?.rows.map(({ cells: [n, mean] }) => [n, mean]);
    expect(means).toEqual([
      [6, expect.closeTo(1.3333, 4)],
      [6, expect.closeTo(2.1667, 4)],
      [6, 4],
    ]);
    const said = blocksOf(report).find(({ id }) => id === 'say-waves-small-ease');
    expect(said).toMatchObject({
      text: 'Ease: over all waves no change beyond chance, mean 1.33 in the first wave and 4.00 in this one (waves: 3; Friedman’s χ² 2.27, p\u00a0=\u00a00.321, n = 6).',
    });
  });

  it('are of a part of the women when the report is', () => {
    const part = narrowFacts(PANEL, [{ form: null, question: 'language', options: ['kk'] }]);
    expect(part.waves?.map(({ scores }) => scores.length)).toEqual([4, 4]);
  });

  it('are no series where the rule of the score was another, or only two can be compared', () => {
    const other = { ...PANEL, waves: [waveOf('2025-11-01', FIRST, '0'), PANEL.waves![1]!] };
    const { waves: _, ...pair } = PANEL;
    for (const facts of [other, pair]) {
      expect(tableIn(reportOf(facts), 'wave-tests')).toBeUndefined();
    }
  });

  it.each(['network', 'public'] as const)('are not told to the %s', (audience) => {
    const many = (values: readonly (number | null)[]) => [...values, ...values, ...values];
    const facts: WaveFacts = {
      ...smallWave(many(NOW).map((value) => ({ answers: EASE[value ?? 0]! }))),
      before: waveOf('2026-05-01', many(THEN)),
      waves: [waveOf('2025-11-01', many(FIRST)), waveOf('2026-05-01', many(THEN))],
    };
    expect(tableIn(reportOf(facts), 'wave-means')).toBeDefined();
    const made = protectReport(facts, [SMALL_FORM], { language: 'en', audience });
    if (made.kind === 'refused') throw new Error(made.code);
    const ids = blocksOf(made.report).map(({ id }) => id);
    expect(ids.filter((id) => /wave/.test(id))).toEqual([]);
  });
});
