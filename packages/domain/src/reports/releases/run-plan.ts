import type { CompiledForm } from '../../instruments/index.ts';
import type { Language } from '../../text/index.ts';
import { buildWaveReport, numbered, type OnStep } from '../build-report.ts';
import { policyFor } from '../disclosure/policy.ts';
import type { WaveFacts } from '../facts.ts';
import type { OtherWave } from '../protection/other-wave.ts';
import { protectReport } from '../protection/protect-report.ts';
import type { Report } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { buildActionSection } from '../sections/actions.ts';
import { isFilled } from '../sections/draft.ts';
import { buildSummary } from '../sections/summary.ts';
import { tablesOf } from '../tables-of.ts';
import type { Speech } from '../variables.ts';
import { type AnalysisPlan, MOST_WITHOUT } from './analysis-plan.ts';
import { countNumbers } from './count-numbers.ts';
import { clashWithEarlier, type EarlierRelease } from './earlier-releases.ts';
import { clashWithApart, clashWithPanel, type WaveClash } from './other-waves.ts';
import {
  listPopulationQuestions,
  narrowFacts,
  sayPopulation,
  unknownConditions,
} from './population.ts';
import { withoutTables } from './without-tables.ts';

/** Why a plan gives no report. */
export const PLAN_REFUSALS = [
  'condition-unknown',
  'section-unknown',
  'nobody',
  'base-too-small',
  'nothing-left',
  'other-population',
  'changed-by-few',
  'other-wave',
] as const;

/** The smallest change with which the same plan would pass, as a plan; null where none is known. */
export type PlanRefusal = {
  readonly kind: 'refused';
  readonly code: (typeof PLAN_REFUSALS)[number];
  /** Number of the earlier release that it clashes with. */
  readonly release: number | null;
  /** Ids of questions, sections or tables that it is about; never counts. */
  readonly details: readonly string[];
  /** Of the tables among them, so that they can be named to whoever has not seen the report. */
  readonly titles: Readonly<Record<string, string>>;
  readonly instead: AnalysisPlan | null;
};

export type ChoosableSection = {
  readonly id: string;
  readonly title: string;
  readonly tables: ReadonlyArray<{ readonly id: string; readonly title: string }>;
};

export type PlannedReport = {
  readonly kind: 'report';
  readonly report: Report;
  /** Sections that might be chosen and the tables of each that might be left out, in their order. */
  readonly sections: readonly ChoosableSection[];
  /** Numbers of the report, and how many of them are hidden. */
  readonly cells: number;
  readonly hidden: number;
};

/** Always there: what the report says in short, and what it does not say. */
const ALWAYS: ReadonlySet<string> = new Set(['summary', 'protection']);

/**
 * The report that a plan asks for, or why it is refused and what would do instead. For others than the programme's own analysts
 * every number passes disclosure control, together with all that was released from the same wave before.
 *
 * @param snapshot fingerprint of the facts
 * @param onStep told how far it is, from 0 to 1
 */
export function runPlan(
  plan: AnalysisPlan,
  {
    facts,
    forms,
    language,
    snapshot,
    earlier,
    otherWaves = [],
    apart = [],
    onStep = () => undefined,
  }: {
    readonly facts: WaveFacts;
    readonly forms: readonly CompiledForm[];
    readonly language: Language;
    readonly snapshot: string;
    /** Releases of the same wave. */
    readonly earlier: readonly EarlierRelease[];
    /** Released waves in which some of the same people are found. */
    readonly otherWaves?: readonly OtherWave[];
    /** Releases of waves in which nobody can say who is in both. */
    readonly apart?: readonly EarlierRelease[];
    readonly onStep?: OnStep;
  },
): PlannedReport | PlanRefusal {
  const speech: Speech = { language, t: reportTexts(language) };
  const questions = listPopulationQuestions(forms, facts.wave.languages, speech);
  const unknown = unknownConditions(plan.population, questions);
  if (unknown.length > 0) {
    return refuse('condition-unknown', {
      details: unknown.map(({ question }) => question),
      instead: { ...plan, population: plan.population.filter((c) => !unknown.includes(c)) },
    });
  }
  const narrowed = narrowFacts(facts, plan.population);
  const everybody = plan.population.length > 0 ? { ...plan, population: [] } : null;
  if (narrowed.responses.length === 0) return refuse('nobody', { instead: everybody });
  if (plan.audience !== 'internal' && everybody) {
    // How many answered in all is no secret: those whom the population leaves out are told of as well.
    const { people, families } = policyFor(plan.audience);
    const left = facts.responses.length - narrowed.responses.length;
    if (left < Math.max(people, families)) {
      return refuse('base-too-small', { instead: everybody });
    }
  }
  const made =
    plan.audience === 'internal'
      ? ({
          kind: 'protected',
          lost: [],
          report: buildWaveReport(narrowed, forms, { language, onStep }),
        } as const)
      : protectReport(narrowed, forms, { language, audience: plan.audience, otherWaves, onStep });
  if (made.kind === 'refused') return refuse('base-too-small', { instead: everybody });
  const whole = made.report;
  const sections = whole.sections
    .filter(({ id }) => !ALWAYS.has(id))
    .map((section) => ({
      id: section.id,
      title: section.title,
      tables: tablesOf({ sections: [section] }).map(({ id, title }) => ({ id, title })),
    }));
  const besideOtherWave = ({ release, tables }: WaveClash) => {
    const ids = tables.map(({ id }) => id);
    const smaller = {
      ...plan,
      sections: plan.sections?.filter((id) => sections.some((s) => s.id === id)) ?? null,
      without: [...(plan.without ?? []), ...ids],
    };
    const left = tablesOf(chosenOf(whole, smaller, { forms, speech }));
    const isUseful =
      smaller.without.length <= MOST_WITHOUT && left.some(({ id }) => !isCodebook(id));
    return refuse('other-wave', {
      ...{ release, details: ids, instead: isUseful ? smaller : null },
      titles: Object.fromEntries(tables.map(({ id, title }) => [id, title])),
    });
  };
  const lost = clashWithPanel(plan, made.lost);
  if (lost) return besideOtherWave(lost);
  const strange = (plan.sections ?? []).filter((id) => !sections.some((s) => s.id === id));
  if (strange.length > 0) {
    // No report has them, or protection left out all that they would tell.
    const known = plan.sections?.filter((id) => !strange.includes(id)) ?? [];
    return refuse('section-unknown', {
      details: strange,
      instead: known.length > 0 ? { ...plan, sections: known } : { ...plan, sections: null },
    });
  }
  const report = chosenOf(whole, plan, { forms, speech });
  if (tablesOf(report).length === 0) {
    const { without, ...all } = plan;
    const isWhole = plan.sections === null && without === undefined;
    return refuse('nothing-left', { instead: isWhole ? null : { ...all, sections: null } });
  }
  const told: Report = {
    ...withSnapshot(report, snapshot),
    banners: [
      ...report.banners,
      ...(plan.population.length > 0
        ? [speech.t('banner.population', { population: sayPopulation(plan.population, questions) })]
        : []),
    ],
  };
  const clash = clashWithEarlier({ report: told, population: plan.population, snapshot }, earlier);
  if (clash?.code === 'other-population') {
    return refuse('other-population', {
      release: clash.release.number,
      instead: { ...plan, population: [...clash.release.population] },
    });
  }
  if (clash) {
    return refuse('changed-by-few', {
      release: clash.release.number,
      details: clash.tables,
      instead: withoutSections(plan, told, clash.tables),
    });
  }
  const apartFrom = clashWithApart(told, apart);
  if (apartFrom) return besideOtherWave(apartFrom);
  return { kind: 'report', report: told, sections, ...countNumbers(told) };
}

/** It says what was asked, and nothing of what was answered. */
const isCodebook = (table: string) => table.startsWith('codebook-');

function refuse(
  code: PlanRefusal['code'],
  given: Partial<Pick<PlanRefusal, 'release' | 'details' | 'titles' | 'instead'>>,
): PlanRefusal {
  return { kind: 'refused', code, release: null, details: [], titles: {}, instead: null, ...given };
}

/** Every receipt names the answers that its numbers were made from. */
function withSnapshot(report: Report, snapshot: string): Report {
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'table' && block.receipt
          ? { ...block, receipt: { ...block.receipt, snapshot } }
          : block,
      ),
    })),
  };
}

/**
 * The chosen sections in the report's own order, without the tables that stay out, with a summary and proposals that rest on
 * what is left only.
 */
function chosenOf(
  whole: Report,
  { sections: chosen, without = [] }: AnalysisPlan,
  { forms, speech }: { forms: readonly CompiledForm[]; speech: Speech },
): Report {
  if (chosen === null && without.length === 0) return whole;
  const isChosen = (id: string) => chosen === null || chosen.includes(id);
  const own = whole.sections.filter(
    ({ id }) => !ALWAYS.has(id) && id !== 'actions' && isChosen(id),
  );
  const kept = withoutTables(own, without);
  const summary = buildSummary(kept, forms, speech);
  const actions = isChosen('actions')
    ? withoutTables([buildActionSection(kept, forms, speech)], without)
    : [];
  const protection = whole.sections.filter(({ id }) => id === 'protection');
  return {
    ...whole,
    sections: numbered([summary, ...actions, ...kept, ...protection].filter(isFilled)),
  };
}

/** The plan without the sections that hold these tables; null where nothing would be left or the number of answers tells it. */
function withoutSections(
  plan: AnalysisPlan,
  report: Report,
  tables: readonly string[],
): AnalysisPlan | null {
  if (tables.includes('responses')) return null;
  const kept = report.sections
    .filter(
      ({ id, blocks }) =>
        !ALWAYS.has(id) &&
        blocks.some(({ kind }) => kind === 'table') &&
        !blocks.some((block) => tables.includes(block.id)),
    )
    .map(({ id }) => id);
  return kept.length > 0 ? { ...plan, sections: kept } : null;
}
