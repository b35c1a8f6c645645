import { LANGUAGE_NAMES } from '../../text/index.ts';
import { isHidden, type Paragraph, type TableDraft } from '../report.ts';
import { type DraftSection, findTable } from '../sections/draft.ts';
import { goalRowId } from '../tables/theme-mentions.ts';
import { GOALS, THEMES } from '../themes/codebook.ts';
import { themeTexts } from '../themes/texts.ts';
import type { ClearedQuote } from '../themes/theme-facts.ts';
import type { Speech } from '../variables.ts';
import { joined, numberAt, paragraph, readerOf, say, type Words } from './sentence.ts';

const NAMED = 3;
const PREFIX = 'say-themes-';

/**
 * The section with sentences on its results before them, read from the tables as the readers see them: what is hidden in a
 * table is silent in a sentence, and "most" is said of what is told.
 */
export function withThemeSentences(section: DraftSection, speech: Speech): DraftSection {
  const rest = section.blocks.filter(({ id }) => !id.startsWith(PREFIX));
  const own = themeSentences({ ...section, blocks: rest }, speech);
  return { ...section, blocks: [...own, ...rest] };
}

function themeSentences(section: DraftSection, speech: Speech): Paragraph[] {
  const text = themeTexts(speech.language);
  const flow = findTable([section], 'themes-flow');
  const mentions = findTable([section], 'themes-mentions');
  const agreement = findTable([section], 'themes-agreement');
  const sentences: (readonly [string, Words | null])[] = [
    ['flow', flow && flowWords(flow, speech, text)],
    ['goals', mentions && goalWords(mentions, speech, text)],
    ['most', mentions && mostWords(mentions, speech, text)],
    ['agreement', agreement && agreementWords(agreement, speech, text)],
  ];
  return sentences.flatMap(([id, words]) => (words ? [paragraph(`${PREFIX}${id}`, words)] : []));
}

type Text = ReturnType<typeof themeTexts>;

function flowWords(table: TableDraft, speech: Speech, text: Text): Words {
  const read = readerOf(table, speech);
  return say((params) => text('say.sources', params), {
    excerpts: read.cell('excerpts', 'count'),
    notes: read.cell('notes', 'count'),
  });
}

function goalWords(table: TableDraft, speech: Speech, text: Text): Words | null {
  const read = readerOf(table, speech);
  const told = GOALS.filter((goal) => isTold(table, goalRowId(goal), ['count']));
  if (told.length === 0) return null;
  const goals = told.map((goal) =>
    say((params) => text('say.goal', params), {
      goal: text(`goal.${goal}`),
      count: read.cell(goalRowId(goal), 'count'),
    }),
  );
  return say((params) => text('say.goals', params), { goals: joined(goals, '; ') });
}

function mostWords(table: TableDraft, speech: Speech, text: Text): Words | null {
  const read = readerOf(table, speech);
  const countOf = (theme: string) => numberAt(table, theme, 'count') ?? 0;
  const told = THEMES.filter((theme) => isTold(table, theme, ['count', 'percent']));
  const most = told
    .filter((theme) => countOf(theme) > 0)
    .toSorted((a, b) => countOf(b) - countOf(a))
    .slice(0, NAMED);
  if (most.length === 0) return null;
  const themes = most.map((theme) =>
    say((params) => text('say.mention', params), {
      theme: text(`theme.${theme}`),
      count: read.cell(theme, 'count'),
      percent: read.cell(theme, 'percent'),
    }),
  );
  const key = told.length < THEMES.length ? 'say.mostTold' : 'say.most';
  return say((params) => text(key, params), { themes: joined(themes, '; ') });
}

function agreementWords(table: TableDraft, speech: Speech, text: Text): Words | null {
  if (!isTold(table, 'pooled', ['percent'])) return null;
  const read = readerOf(table, speech);
  const percent = read.cell('pooled', 'percent');
  if (numberAt(table, 'pooled', 'alpha') === null) {
    return say((params) => text('say.agreement.plain', params), { percent });
  }
  const alpha = read.cell('pooled', 'alpha');
  return say((params) => text('say.agreement', params), { percent, alpha });
}

/**
 * What somebody said, with the group that she belongs to and how many excerpts of that group were coded: bound to its cell, so
 * that a quotation goes where the group itself may not be told of.
 */
export function quoteParagraphs(
  quotes: readonly ClearedQuote[],
  sources: TableDraft,
  speech: Speech,
): Paragraph[] {
  const text = themeTexts(speech.language);
  const read = readerOf(sources, speech);
  const isCounted = (speaker: string) => sources.rows.some(({ id }) => id === speaker);
  return quotes
    .filter(({ speaker }) => isCounted(speaker))
    .map(({ id, words, speaker, kind, language, consent }) =>
      paragraph(
        `quote-${id}`,
        say((params) => text('say.quote', params), {
          words,
          speaker: text(`speaker.${speaker}`),
          n: read.cell(speaker, 'count'),
          kind: text(`kindOf.${kind}`),
          language: LANGUAGE_NAMES[language],
          agreed: text(`consent.${consent}`),
        }),
      ),
    );
}

function isTold({ rows, columns }: TableDraft, row: string, wanted: readonly string[]): boolean {
  const cells = rows.find(({ id }) => id === row)?.cells;
  return (
    cells !== undefined &&
    wanted.every((column) => {
      const place = columns.findIndex(({ id }) => id === column);
      return place >= 0 && !isHidden(cells[place] ?? null);
    })
  );
}
