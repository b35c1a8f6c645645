import { percentOf } from '@tirek/statistics';
import { methodReceipt } from '../receipts.ts';
import type { FigureDraft, Row, TableDraft } from '../report.ts';
import { CODEBOOK_VERSION, GOALS, type Goal, THEMES, themesOf } from '../themes/codebook.ts';
import { themeTexts } from '../themes/texts.ts';
import type { CountedExcerpt } from '../themes/theme-facts.ts';
import type { Speech } from '../variables.ts';
import { describeInWords } from '../words.ts';
import { presentSpeakers } from './theme-sources.ts';

/** A goal and a theme may not bear one id. */
export const goalRowId = (goal: Goal) => `goal-${goal}`;

/** Mentions of every theme under its goal, by who spoke. Themes that nobody mentioned stand there too: that is a result. */
export function buildThemeMentions(
  excerpts: readonly CountedExcerpt[],
  { hasUnsettled, language }: { hasUnsettled: boolean } & Pick<Speech, 'language'>,
): TableDraft {
  const text = themeTexts(language);
  const n = excerpts.length;
  const speakers = presentSpeakers(excerpts);
  const mentions = (themes: readonly string[], own: readonly CountedExcerpt[]) =>
    own.reduce((sum, { themes: given }) => sum + given.filter((t) => themes.includes(t)).length, 0);
  const countsOf = (themes: readonly string[]) =>
    speakers.map((speaker) =>
      mentions(
        themes,
        excerpts.filter((one) => one.speaker === speaker),
      ),
    );
  return {
    kind: 'table',
    id: 'themes-mentions',
    title: text('mentions.title'),
    base: { unit: text('unit.excerpts'), cases: n, n },
    rowHead: text('column.theme'),
    columns: [
      ...speakers.map((speaker) => ({
        id: speaker,
        label: text(`speaker.${speaker}`),
        kind: 'count' as const,
        decimals: 0,
      })),
      { id: 'count', label: text('column.all'), kind: 'count', decimals: 0 },
      { id: 'percent', label: text('column.percent'), kind: 'percent', decimals: 1, bar: true },
    ],
    rows: GOALS.flatMap((goal): Row[] => {
      const themes = themesOf(goal);
      return [
        {
          id: goalRowId(goal),
          label: text(`goal.${goal}`),
          role: 'category',
          n,
          cells: [...countsOf(themes), mentions(themes, excerpts), null],
        },
        ...themes.map((theme): Row => {
          const count = mentions([theme], excerpts);
          return {
            id: theme,
            label: text(`theme.${theme}`),
            detail: text(`definition.${theme}`),
            role: 'nested',
            n,
            cells: [...countsOf([theme]), count, percentOf(count, n)],
          };
        }),
      ];
    }),
    notes: [
      text('mentions.note'),
      text('mentions.people'),
      ...(hasUnsettled ? [text('mentions.unsettled')] : []),
    ],
    receipt: methodReceipt(text('receipt.mentions'), {
      forms: [],
      method: text('receipt.codebook', { version: CODEBOOK_VERSION }),
    }),
  };
}

/** The themes that were mentioned, the most frequent first; null while fewer than two were. */
export function buildThemeFigure(
  excerpts: readonly CountedExcerpt[],
  { language, t }: Speech,
): FigureDraft | null {
  const text = themeTexts(language);
  const n = excerpts.length;
  const rows = THEMES.map((theme) => {
    const count = excerpts.filter(({ themes }) => themes.includes(theme)).length;
    return { id: theme, label: text(`theme.${theme}`), n, count, percent: percentOf(count, n) };
  })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (rows.length < 2) return null;
  return {
    kind: 'figure',
    id: 'figure-themes-mentions',
    title: text('figure.title'),
    description: describeInWords(rows, { t, language, lead: text('figure.description') }),
    base: { unit: text('unit.excerpts'), cases: n, n },
    chart: { type: 'bars', layout: 'ranking', axisLabel: text('figure.axis'), tones: [], rows },
    notes: [text('figure.note')],
  };
}
