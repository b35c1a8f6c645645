import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../text/index.ts';
import { buildWaveReport } from '../build-report.ts';
import { certifyReport } from '../consistency/certify-report.ts';
import { narrowFacts } from '../releases/population.ts';
import { Report } from '../report.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import type { ThemeFacts } from '../themes/theme-facts.ts';

const WAVE = smallWave([{ answers: { age: 34, home: 'rent', works: true } }]);

/** Two notes: a workshop that two people coded, and an interview that one did. */
const THEMES: ThemeFacts = {
  waiting: 1,
  excerpts: [
    {
      id: 'a',
      note: 'workshop',
      speaker: 'practitioners',
      passes: [['01_housing', 'care_for_helpers'], ['01_housing']],
      settled: [{ theme: 'care_for_helpers', isGiven: true }],
    },
    {
      id: 'b',
      note: 'workshop',
      speaker: 'practitioners',
      passes: [['01_housing'], []],
      settled: [],
    },
    { id: 'c', note: 'workshop', speaker: 'returnee-women', passes: [[], []], settled: [] },
    {
      id: 'd',
      note: 'interview',
      speaker: 'returnee-women',
      passes: [['01_housing']],
      settled: [],
    },
  ],
  quotes: [
    {
      id: 'q',
      words: 'Үй керек.',
      consent: 'spoken',
      reach: 'network',
      speaker: 'returnee-women',
      kind: 'interview',
      language: 'kk',
    },
  ],
};

const reportIn = (language: (typeof LANGUAGES)[number]) =>
  buildWaveReport({ ...WAVE, themes: THEMES }, [SMALL_FORM], { language });

function sectionOf({ sections }: Report) {
  const section = sections.find(({ id }) => id === 'themes');
  if (!section) throw new Error('no section of themes');
  return section;
}

function rowsOf(report: Report, id: string) {
  const table = sectionOf(report).blocks.find((block) => block.id === id);
  return table?.kind === 'table'
    ? new Map(table.rows.map((row) => [row.id, row.cells]))
    : new Map();
}

const sentencesOf = (report: Report) =>
  sectionOf(report).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

describe('the section of themes', { timeout: 60_000 }, () => {
  it('counts what was settled and what nobody disputes, not what is still open', () => {
    const report = reportIn('en');
    expect(() => Report.parse(report)).not.toThrow();
    const mentions = rowsOf(report, 'themes-mentions');
    // Housing: in a by both, in d by one; b is a difference that nobody has settled.
    expect(mentions.get('01_housing')).toEqual([1, 1, 2, 50]);
    expect(mentions.get('care_for_helpers')).toEqual([1, 0, 1, 25]);
    expect(mentions.get('goal-reintegration')).toEqual([1, 1, 2, null]);
    expect(rowsOf(report, 'themes-sources').get('returnee-women')).toEqual([2, 50]);
  });

  it('shows the agreement of the workshop, and says where none can be defined', () => {
    const agreement = rowsOf(reportIn('en'), 'themes-agreement');
    expect(agreement.get('01_housing')?.slice(0, 5)).toEqual([
      3,
      2,
      1,
      1,
      expect.closeTo(66.67, 2),
    ]);
    expect(agreement.get('21_ecology')?.slice(4)).toEqual([
      100,
      'not defined',
      null,
      'not defined',
    ]);
  });

  it('says it in sentences whose numbers lead to their cells, in three languages', () => {
    const report = reportIn('en');
    expect(sentencesOf(report)).toEqual([
      'Excerpts coded: 4, from notes: 2.',
      'Mentions by goal: Reintegration – 2; Rehabilitation – 0; Resilience – 1.',
      'Most was said about Housing – 2 (50.0%); Care for those who help – 1 (25.0%).',
      expect.stringMatching(/^Two coders worked independently; 97\.1% of all decisions agreed/),
      '“Үй керек.” (Women who returned: excerpts coded 2; interview; language of the original: Қазақша; spoken consent to be quoted)',
    ]);
    for (const language of LANGUAGES) {
      const own = reportIn(language);
      expect(sentencesOf(own).join(' ')).not.toMatch(/\{\{|undefined/);
      expect(certifyReport(own).findings).toEqual([]);
    }
  });

  it('is not in the report of a part of the respondents: a workshop is nobody’s answer', () => {
    const rent = { form: 'small', question: 'home', options: ['rent'] };
    const narrowed = narrowFacts({ ...WAVE, themes: THEMES }, [rent]);
    const { sections } = buildWaveReport(narrowed, [SMALL_FORM], { language: 'en' });
    expect(sections.map(({ id }) => id)).not.toContain('themes');
  });
});
