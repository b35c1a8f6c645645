import type { DisclosurePolicy } from '../disclosure/policy.ts';
import { fewOf } from '../disclosure/risks.ts';
import type { WaveFacts } from '../facts.ts';
import type { Table } from '../report.ts';
import { CODER_COUNTS } from '../tables/theme-agreement.ts';
import { goalRowId } from '../tables/theme-mentions.ts';
import { presentSpeakers } from '../tables/theme-sources.ts';
import { GOALS, type Goal, goalOf, type ThemeId, themesOf } from '../themes/codebook.ts';
import type { Speaker } from '../themes/note.ts';
import { mayQuote } from '../themes/quote.ts';
import {
  type CountedExcerpt,
  countedExcerpts,
  notesOf,
  pairsOf,
  type ThemeFacts,
} from '../themes/theme-facts.ts';
import { type Plan, planTable, tellTo } from './plan.ts';
import { type Claim, countClaim, kindsFrom, type Subject, sumOf } from './subject.ts';
import type { TableMask } from './table-mask.ts';
import { withoutColumns } from './without-columns.ts';

/**
 * What of the notes a protected report is made from. Nobody knows which points one person made, so a note stands for a family:
 * what is told of comes from enough excerpts and from enough notes, an interview being one person and a workshop several.
 * Nothing is told of fewer; a quotation only where its speaker agreed to such readers.
 */
export function themesFor(
  facts: WaveFacts,
  { audience }: { audience: 'network' | 'public' },
  policy: DisclosurePolicy,
): WaveFacts {
  const { themes, ...rest } = facts;
  if (!themes || isFew(themes.excerpts, policy) !== null || themes.excerpts.length === 0) {
    return rest;
  }
  const quotes = themes.quotes.filter(({ reach }) => mayQuote(reach, audience));
  return { ...rest, themes: { ...themes, quotes } };
}

const isFew = (excerpts: ReadonlyArray<{ readonly note: string }>, policy: DisclosurePolicy) =>
  fewOf({ count: excerpts.length, families: notesOf(excerpts) }, policy);

/** Masks of the tables of themes. */
export function planThemes(plan: Plan): void {
  const { themes } = plan.facts;
  const sources = plan.exact.get('themes-sources');
  const mentions = plan.exact.get('themes-mentions');
  if (!themes || !sources || !mentions) return;
  const excerpts = countedExcerpts(themes);
  const toldSpeakers = speakersToldTo(excerpts);
  const { told } = tellTo(plan, () => subjectOfSources(excerpts));
  plan.planned.set('themes-sources', {
    table: sources,
    mask: {
      tells: ({ id }) => id === 'total' || told.has(id),
      keepsNotes: true,
    },
  });
  const byGoal = new Map(
    GOALS.map((goal) => [
      goal,
      tellTo(plan, (reader) => subjectOfMentions(excerpts, goal, toldSpeakers(reader))).told,
    ]),
  );
  plan.planned.set('themes-mentions', { table: mentions, mask: maskOfMentions(byGoal) });
  const isTwiceTold = areCodersTold(themes, plan.policy);
  planTable(plan, 'themes-flow', () => ({
    tells: () => true,
    // What is still to do tells of few, and of no use to others.
    leavesOut: ({ id }) => id === 'open' || id === 'waiting' || (id === 'twice' && !isTwiceTold),
    keepsNotes: true,
  }));
  const areMentionsTold = GOALS.every((goal) =>
    byGoal.get(goal)?.has(cellKey(goalRowId(goal), 'count')),
  );
  const agreement = plan.exact.get('themes-agreement');
  if (agreement && isTwiceTold) planAgreement(plan, agreement, areMentionsTold);
}

/** Enough excerpts were coded twice, and enough or none once. */
function areCodersTold(themes: ThemeFacts, policy: DisclosurePolicy): boolean {
  const once = themes.excerpts.filter(({ passes }) => passes.length === 1);
  const twice = pairsOf(themes);
  return twice.length > 0 && isFew(twice, policy) === null && isFew(once, policy) === null;
}

type Told = ReadonlyMap<Goal, ReadonlySet<string>>;

/** The groups of which an audience is told how many excerpts they have. */
function speakersToldTo(excerpts: readonly CountedExcerpt[]) {
  const known = new Map<string, Speaker[]>();
  return (plan: Plan): Speaker[] => {
    const { audience } = plan.policy;
    const found =
      known.get(audience) ??
      presentSpeakers(excerpts).filter((speaker) =>
        tellTo(plan, () => subjectOfSources(excerpts)).told.has(speaker),
      );
    known.set(audience, found);
    return found;
  };
}

/** Notes by number, so that they can stand where respondents stand. */
function casesOf(
  excerpts: readonly CountedExcerpt[],
  kindOf: (excerpt: CountedExcerpt) => string,
): { kind: string; respondent: number }[] {
  const notes = [...new Set(excerpts.map(({ note }) => note))];
  return excerpts.map((excerpt) => ({
    kind: kindOf(excerpt),
    respondent: notes.indexOf(excerpt.note),
  }));
}

function subjectOfSources(excerpts: readonly CountedExcerpt[]): Subject {
  const names = presentSpeakers(excerpts);
  return {
    id: 'themes-sources',
    kinds: kindsFrom(
      names,
      casesOf(excerpts, ({ speaker }) => speaker),
    ),
    claims: names.map((name) => countClaim(name, [name], names)),
    known: [sumOf(names)],
  };
}

/**
 * Every theme of a goal is given or not, by each group. Groups whose excerpts are not told have no cells of their own: only
 * the sum over all groups tells of them, so that what is left of it without the others is protected like a cell.
 */
function subjectOfMentions(
  excerpts: readonly CountedExcerpt[],
  goal: Goal,
  told: readonly Speaker[],
): Subject {
  const speakers = presentSpeakers(excerpts);
  const untold = speakers.filter((speaker) => !told.includes(speaker));
  const themes = themesOf(goal);
  const given = (theme: ThemeId, speaker: Speaker) => `${theme} ${speaker} yes`;
  const left = (theme: ThemeId, speaker: Speaker) => `${theme} ${speaker} no`;
  const givenBy = (theme: ThemeId, by: readonly Speaker[]) => by.map((s) => given(theme, s));
  const allBy = (theme: ThemeId, by: readonly Speaker[]) => [
    ...givenBy(theme, by),
    ...by.map((s) => left(theme, s)),
  ];
  const sumClaim = (key: string, by: readonly Speaker[]): Claim => {
    const about = themes.flatMap((theme) => givenBy(theme, by));
    return { key, about, sums: [sumOf(about)], base: null, loss: 3 };
  };
  return {
    id: `themes-${goal}`,
    kinds: kindsFrom(
      themes.flatMap((theme) => allBy(theme, speakers)),
      themes.flatMap((theme) =>
        casesOf(excerpts, (one) =>
          one.themes.includes(theme) ? given(theme, one.speaker) : left(theme, one.speaker),
        ),
      ),
    ),
    claims: [
      ...themes.flatMap((theme) => [
        countClaim(cellKey(theme, 'count'), givenBy(theme, speakers), allBy(theme, speakers)),
        ...told.map((speaker) =>
          countClaim(cellKey(theme, speaker), [given(theme, speaker)], allBy(theme, [speaker])),
        ),
        // No cell of its own, yet what is left of the sum.
        ...(untold.length > 0
          ? [countClaim(cellKey(theme, 'left'), givenBy(theme, untold), allBy(theme, untold))]
          : []),
      ]),
      sumClaim(cellKey(goalRowId(goal), 'count'), speakers),
      ...told.map((speaker) => sumClaim(cellKey(goalRowId(goal), speaker), [speaker])),
    ],
    known: themes.flatMap((theme) => [
      sumOf(allBy(theme, speakers)),
      ...told.map((speaker) => sumOf(allBy(theme, [speaker]))),
    ]),
  };
}

const cellKey = (row: string, column: string) => `${row} ${column}`;

function maskOfMentions(byGoal: Told): TableMask {
  const goalOfRow = (row: string): Goal =>
    GOALS.find((goal) => goalRowId(goal) === row) ?? goalOf(row as ThemeId);
  return {
    tells: ({ id, role }, column) => {
      if (column === 'percent' && role === 'category') return true;
      const counted = column === 'percent' ? 'count' : column;
      return byGoal.get(goalOfRow(id))?.has(cellKey(id, counted)) ?? false;
    },
    keepsNotes: true,
  };
}

/**
 * Theme by theme, n, agreement and kappa together give back what each coder counted, so only the row over all decisions is
 * told. Kappa and alpha of all decisions give back how many mentions there are in all: they are told where those of every goal
 * are.
 */
function planAgreement({ planned }: Plan, agreement: Table, areMentionsTold: boolean): void {
  planned.set('themes-agreement', {
    table: withoutColumns(agreement, CODER_COUNTS),
    mask: {
      tells: (_, column) => areMentionsTold || SAYS_NO_COUNT.has(column),
      leavesOut: ({ id }) => id !== 'pooled',
      keepsNotes: true,
    },
  });
}

/** How many decisions differed tells of no theme how often it was given. */
const SAYS_NO_COUNT: ReadonlySet<string> = new Set(['n', 'percent']);
