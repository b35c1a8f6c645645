import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../instruments/index.ts';
import { buildWaveReport } from '../build-report.ts';
import { policyFor } from '../disclosure/policy.ts';
import { isHidden, type Report, type Table } from '../report.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import { goalRowId } from '../tables/theme-mentions.ts';
import { tablesOf } from '../tables-of.ts';
import { GOALS, type ThemeId, themesOf } from '../themes/codebook.ts';
import type { Speaker } from '../themes/note.ts';
import type { ClearedQuote, CodedExcerpt, ThemeFacts } from '../themes/theme-facts.ts';
import { protectReport } from './protect-report.ts';

const CALM: Answers = { age: 31, home: 'own', works: true, calm: 'often', tense: 'seldom' };
const WAVE = smallWave(Array.from({ length: 24 }, () => ({ answers: CALM })));

let made = 0;
/** So many excerpts of a group, spread over some notes. */
function spoken(
  speaker: Speaker,
  count: number,
  { themes = [], notes = 6 }: { themes?: readonly ThemeId[]; notes?: number } = {},
): CodedExcerpt[] {
  return Array.from({ length: count }, (_, i) => {
    made += 1;
    return { id: `e${made}`, note: `n${i % notes}`, speaker, passes: [themes], settled: [] };
  });
}

const themesWith = (
  excerpts: readonly CodedExcerpt[],
  quotes: readonly ClearedQuote[] = [],
): ThemeFacts => ({ excerpts, waiting: 0, quotes });

function reportTo(audience: 'network' | 'public', themes: ThemeFacts): Report {
  const made = protectReport({ ...WAVE, themes }, [SMALL_FORM], { language: 'ru', audience });
  if (made.kind === 'refused') throw new Error(made.code);
  return made.report;
}

const tableOf = (report: Report, id: string): Table | undefined =>
  tablesOf(report).find((table) => table.id === id);

const textOf = ({ sections }: Report) =>
  sections
    .filter(({ id }) => id === 'themes')
    .flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : [])))
    .join('\n');

/** The number in a cell, null where it is hidden. */
function toldAt(table: Table, row: string, column: string): number | null {
  const place = table.columns.findIndex(({ id }) => id === column);
  const cell = table.rows.find(({ id }) => id === row)?.cells[place];
  return typeof cell === 'number' && !isHidden(cell) ? cell : null;
}

const QUOTE: ClearedQuote = {
  id: 'q1',
  words: 'Хочу работать рядом с домом.',
  consent: 'spoken',
  reach: 'public',
  speaker: 'returnee-women',
  kind: 'interview',
  language: 'ru',
};

describe('themes in a report for others', { timeout: 60_000 }, () => {
  it('are not there when fewer excerpts or notes are coded than may be told of', () => {
    const few = themesWith(spoken('practitioners', 40, { notes: 2 }));
    expect(reportTo('network', few).sections.map(({ id }) => id)).not.toContain('themes');
    const enough = themesWith(spoken('practitioners', 40, { notes: 3, themes: ['01_housing'] }));
    expect(reportTo('public', enough).sections.map(({ id }) => id)).not.toContain('themes');
  });

  it('say nothing of a theme that two women named, and do not let it be worked out', () => {
    const facts = themesWith([
      ...spoken('practitioners', 20, { themes: ['01_housing'] }),
      ...spoken('practitioners', 20),
      ...spoken('returnee-women', 2, { themes: ['01_housing'] }),
      ...spoken('returnee-women', 28),
    ]);
    const exact = buildWaveReport({ ...WAVE, themes: facts }, [SMALL_FORM], { language: 'ru' });
    const mentions = tableOf(exact, 'themes-mentions')!;
    expect(toldAt(mentions, '01_housing', 'returnee-women')).toBe(2);
    const told = tableOf(reportTo('network', facts), 'themes-mentions')!;
    expect(toldAt(told, '01_housing', 'returnee-women')).toBeNull();
    const others = ['practitioners', 'count'].map((column) => toldAt(told, '01_housing', column));
    expect(others).toContain(null);
  });

  it('tell how far the coders agreed over all themes only, and no count of theirs', () => {
    const twice = (count: number, first: ThemeId[], second: ThemeId[]) =>
      spoken('practitioners', count).map(
        (excerpt): CodedExcerpt => ({ ...excerpt, passes: [first, second] }),
      );
    const facts = themesWith([
      ...twice(40, ['01_housing', '05_own_health'], ['01_housing', '05_own_health']),
      ...twice(30, ['01_housing', 'peer_support'], ['peer_support']),
    ]);
    const report = reportTo('network', facts);
    const agreement = tableOf(report, 'themes-agreement')!;
    expect(agreement.rows.map(({ id }) => id)).toEqual(['pooled']);
    expect(agreement.columns.map(({ id }) => id)).not.toContain('first');
    // 70 excerpts and 23 themes; on one theme of 30 excerpts they differed.
    expect(toldAt(agreement, 'pooled', 'percent')).toBeCloseTo(100 - (100 * 30) / (70 * 23), 9);
    expect(toldAt(agreement, 'pooled', 'kappa')).toBeNull();
    expect(toldAt(agreement, 'pooled', 'alpha')).toBeNull();
    expect(textOf(report)).toContain('Два кодировщика работали независимо; совпало 98,1');
  });

  it('quote those who agreed to such readers, and nobody of a group that is not told of', () => {
    const women = spoken('returnee-women', 30, { themes: ['02_finding_employment'] });
    const facts = (excerpts: CodedExcerpt[], reach: ClearedQuote['reach']) =>
      themesWith(
        [...spoken('practitioners', 40, { themes: ['01_housing'] }), ...excerpts],
        [{ ...QUOTE, reach }],
      );
    expect(textOf(reportTo('public', facts(women, 'public')))).toContain(QUOTE.words);
    expect(textOf(reportTo('network', facts(women, 'network')))).toContain(QUOTE.words);
    expect(textOf(reportTo('public', facts(women, 'network')))).not.toContain(QUOTE.words);
    const few = women.slice(0, 3);
    expect(textOf(reportTo('network', facts(few, 'public')))).not.toContain(QUOTE.words);
  });

  it('leave no small remainder when told cells are taken from told sums', () => {
    const excerpt = fc.record({
      speaker: fc.constantFrom<Speaker>('practitioners', 'returnee-women', 'relatives'),
      note: fc.integer({ min: 0, max: 9 }),
      themes: fc.subarray<ThemeId>(['05_own_health', '12_medical_services', 'peer_support']),
    });
    let cells = 0;
    fc.assert(
      fc.property(fc.array(excerpt, { minLength: 20, maxLength: 90 }), (given) => {
        const facts = themesWith(
          given.map(({ speaker, note, themes }, i) => ({
            id: `r${i}`,
            note: `n${note}`,
            speaker,
            passes: [themes],
            settled: [],
          })),
        );
        const { people } = policyFor('network');
        const mentions = tableOf(reportTo('network', facts), 'themes-mentions');
        if (!mentions) return;
        const speakers = mentions.columns
          .map(({ id }) => id)
          .filter((id) => id !== 'count' && id !== 'percent');
        const isSafe = (whole: number | null, parts: readonly (number | null)[]) => {
          for (const part of parts) {
            if (part === null) continue;
            cells += 1;
            expect(part).toBeGreaterThanOrEqual(people);
          }
          if (whole === null || !parts.includes(null)) return;
          const left = parts.reduce<number>((rest, part) => rest - (part ?? 0), whole);
          expect(left).toBeGreaterThanOrEqual(people);
        };
        for (const { id } of mentions.rows) {
          isSafe(
            toldAt(mentions, id, 'count'),
            speakers.map((speaker) => toldAt(mentions, id, speaker)),
          );
        }
        for (const goal of GOALS) {
          for (const column of [...speakers, 'count']) {
            isSafe(
              toldAt(mentions, goalRowId(goal), column),
              themesOf(goal).map((theme) => toldAt(mentions, theme, column)),
            );
          }
        }
      }),
      { numRuns: 15 },
    );
    expect(cells).toBeGreaterThan(50);
  });
});
