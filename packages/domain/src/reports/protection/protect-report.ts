import type { CompiledForm } from '../../instruments/index.ts';
import { buildWaveReport, numbered, type OnStep } from '../build-report.ts';
import { type DisclosurePolicy, policyFor } from '../disclosure/policy.ts';
import { type Refusal, refuse } from '../disclosure/refusal.ts';
import type { WaveFacts } from '../facts.ts';
import { HIDDEN, isHidden, type Paragraph, type Report, type Table } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { buildActionSection } from '../sections/actions.ts';
import type { DraftSection } from '../sections/draft.ts';
import { isFilled } from '../sections/draft.ts';
import { buildSummary } from '../sections/summary.ts';
import { withThemeSentences } from '../sentences/themes.ts';
import { tablesOf } from '../tables-of.ts';
import type { Speech } from '../variables.ts';
import { subjectOfLanguages } from './gather-subjects.ts';
import { maskFigure, maskTable } from './mask-report.ts';
import type { OtherWave } from './other-wave.ts';
import { emptyPlan, type Plan, type PlannedWave, planTable, tellTo } from './plan.ts';
import { planCodebooks } from './plan-codebooks.ts';
import { planQuestions } from './plan-questions.ts';
import { planScales } from './plan-scales.ts';
import { planThemes, themesFor } from './plan-themes.ts';
import { maskOfFlow, maskOfRows } from './table-mask.ts';
import { withoutPlaces } from './without-places.ts';

/** Of the whole work: the exact report, and the questions' tables after it. */
const EXACT_SHARE = 0.5;
const QUESTIONS_SHARE = 0.7;

export type ProtectedReport = {
  readonly kind: 'protected';
  readonly report: Report;
  readonly lost: readonly LostTable[];
};

/** A table of which nothing is left to tell beside a wave told of before, with the number of its release. */
export type LostTable = {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly release: number;
};

/**
 * The report of a wave for those who are not its own analysts: the same tables, with every number
 * hidden that points at a small group or from which one could be worked out: rows, totals, means,
 * figures and sentences alike. A table that no rule covers is left out. What the public is told is
 * told to the network as well, so that both reports together give away no more than one.
 *
 * @returns a refusal when fewer people answered than may be told of at all
 */
export function protectReport(
  whole: WaveFacts,
  forms: readonly CompiledForm[],
  {
    language,
    audience,
    otherWaves = [],
    onStep = () => undefined,
  }: {
    language: Report['language'];
    audience: 'network' | 'public';
    /** Waves of the same people that were told of before. */
    otherWaves?: readonly OtherWave[];
    onStep?: OnStep;
  },
): ProtectedReport | Refusal {
  const policy = policyFor(audience);
  const facts = themesFor(whole, { audience }, policy);
  if (facts.responses.length < Math.max(policy.people, policy.families)) {
    return refuse('base-too-small');
  }
  const speech: Speech = { language, t: reportTexts(language) };
  const exact = withoutPlaces(
    buildWaveReport(facts, forms, { language, onStep: (done) => onStep(done * EXACT_SHARE) }),
    speech.t,
  );
  const waves = otherWaves.map((wave) => planOf(wave, forms, speech));
  const plan = emptyPlan(exact, { facts, policy, speech, waves });
  planTable(plan, 'response-flow', (table) => maskOfFlow(table, policy));
  planTable(plan, 'languages', (table) =>
    maskOfRows(
      table,
      tellTo(plan, (reader) => subjectOfLanguages(reader.facts, table), { own: [table.id] }),
      policy,
    ),
  );
  planQuestions(plan, forms);
  onStep(QUESTIONS_SHARE);
  planScales(plan, forms);
  planThemes(plan);
  planCodebooks(plan, forms);
  onStep(1);
  const tables = new Map(
    [...plan.exact.keys()].map((id) => {
      const planned = plan.planned.get(id);
      return [id, planned ? maskTable(planned, speech) : null];
    }),
  );
  const sections = exact.sections
    .filter(({ id }) => id !== 'summary' && id !== 'actions')
    .map(
      (section): DraftSection => ({
        ...section,
        blocks: section.blocks.flatMap((block) => {
          if (block.kind === 'table') return tables.get(block.id) ?? [];
          if (block.kind === 'paragraph') return isTold(block, tables) ? block : [];
          return maskFigure(block, tables.get(tableOf(block.id)) ?? null, speech) ?? [];
        }),
      }),
    )
    .map((section) => (section.id === 'themes' ? withThemeSentences(section, speech) : section))
    .filter(isFilled);
  const summary = buildSummary(sections, forms, speech);
  const actions = buildActionSection(sections, forms, speech);
  const protection = buildProtection(tables, { exact: [...plan.exact.values()], policy }, speech);
  return {
    kind: 'protected',
    lost: lostTables(exact, plan.lost),
    report: {
      ...exact,
      audience,
      banners: [
        ...exact.banners.filter((text) => text !== speech.t('banner.exact')),
        speech.t(`banner.protected.${audience}`),
      ],
      sections: numbered([summary, actions, ...sections, protection].filter(isFilled)),
    },
  };
}

function lostTables({ sections }: Report, lost: Plan['lost']): LostTable[] {
  return sections.flatMap((section) =>
    tablesOf({ sections: [section] }).flatMap(({ id, title }) => {
      const found = lost.find(({ tables }) => tables.includes(id));
      return found ? [{ id, title, section: section.id, release: found.release }] : [];
    }),
  );
}

/** What a wave told of before says in its exact report, as far as people's answers go. */
function planOf(wave: OtherWave, forms: readonly CompiledForm[], speech: Speech): PlannedWave {
  const { themes: _, before: __, waves: ___, ...facts } = wave.facts;
  const exact = buildWaveReport(facts, forms, { language: speech.language });
  const policy = policyFor(wave.audience);
  return { wave, plan: emptyPlan(withoutPlaces(exact, speech.t), { facts, policy, speech }) };
}

/** A sentence on a result stays only if every number of it is shown, and so does one without numbers about a table. */
function isTold({ parts }: Paragraph, tables: ReadonlyMap<string, Table | null>): boolean {
  if (!parts) return true;
  const numbers = parts.filter((part) => typeof part !== 'string');
  return (
    numbers.length > 0 &&
    numbers.every(({ cell }) => {
      const table = tables.get(cell.table);
      const row = table?.rows.find(({ id }) => id === cell.row);
      const place = table?.columns.findIndex(({ id }) => id === cell.column) ?? -1;
      return row !== undefined && (cell.column === null || !isHidden(row.cells[place] ?? HIDDEN));
    })
  );
}

/** A figure is named after the table that it draws. */
function tableOf(figure: string): string {
  return figure.replace(/^figure-/, '');
}

/** What is hidden, by which rules, and what is not there at all. */
function buildProtection(
  tables: ReadonlyMap<string, Table | null>,
  { exact, policy }: { exact: readonly Table[]; policy: DisclosurePolicy },
  { t }: Speech,
): DraftSection {
  const cells = [...tables.values()].flatMap(
    (table) => table?.rows.flatMap((row) => row.cells) ?? [],
  );
  const leftOut = exact.filter(({ id }) => tables.get(id) === null);
  const { people, families, width, meanPeople } = policy;
  const paragraph = (id: string, text: string): Paragraph => ({
    kind: 'paragraph',
    id: `protection-${id}`,
    text,
  });
  return {
    id: 'protection',
    title: t('section.protection'),
    blocks: [
      paragraph('thresholds', t('protection.thresholds', { people, families })),
      paragraph('everybody', t('protection.everybody')),
      paragraph('derivable', t('protection.derivable')),
      paragraph('proved', t('protection.proved', { width })),
      paragraph('means', t('protection.means', { people: meanPeople })),
      paragraph('missing', t('protection.missing')),
      paragraph(
        'count',
        t('protection.count', { hidden: cells.filter(isHidden).length, cells: cells.length }),
      ),
      ...(leftOut.length > 0
        ? [
            paragraph(
              'left-out',
              t('protection.leftOut', { titles: leftOut.map(({ title }) => title).join('; ') }),
            ),
          ]
        : []),
    ],
  };
}
