import type { CompiledForm } from '../instruments/index.ts';
import { formatDate, type Language } from '../text/index.ts';
import { listCitations } from './citations.ts';
import type { WaveFacts } from './facts.ts';
import { REPORT_VERSION, type Report, type Section } from './report.ts';
import { reportTexts } from './report-texts.ts';
import { buildActionSection } from './sections/actions.ts';
import { buildChecklistSection, buildCodebookSection } from './sections/appendices.ts';
import { buildBandSection } from './sections/band-groups.ts';
import { buildChangeSection } from './sections/change.ts';
import { buildCorrelationSection, buildGroupSection } from './sections/comparisons.ts';
import { type DraftSection, isFilled } from './sections/draft.ts';
import { buildImputationSection } from './sections/imputation.ts';
import { buildMethods } from './sections/methods.ts';
import { buildMissingSection } from './sections/missing.ts';
import { buildChoicesSection, buildSampleSection } from './sections/questions.ts';
import { buildRegressionSection } from './sections/regressions.ts';
import { buildRosterSections } from './sections/rosters.ts';
import { buildScaleSections } from './sections/scales.ts';
import { buildSummary } from './sections/summary.ts';
import { buildThemeSection } from './sections/themes.ts';
import { buildArrivals } from './tables/arrivals.ts';
import { buildLanguages, buildResponseFlow } from './tables/response-flow.ts';
import { listVariables, type Speech } from './variables.ts';

/** Told how much of the work is done, from 0 to 1. */
export type OnStep = (done: number) => void;

/**
 * The report of one survey wave in one language: what could be done, flow, sample, every item of every scale, low
 * ratings with intervals of rank, score distributions and bands, reliability and structure, questions
 * with several answers, rosters (children) with their clustering, correlations, scores and bands
 * between groups, planned regressions, change since the wave before, themes of workshops and interviews,
 * missing answers and whether chance left them out, what comes out once they are filled in, methods, reporting
 * checklist, codebook. Everything follows from the facts and the forms;
 * nothing is read, no clock is asked. Exact counts: for the programme's own analysts, before disclosure control.
 *
 * @param forms the forms of the wave in the versions it was asked with, compiled
 */
export function buildWaveReport(
  facts: WaveFacts,
  forms: readonly CompiledForm[],
  { language, onStep = () => undefined }: { language: Language; onStep?: OnStep },
): Report {
  const t = reportTexts(language);
  const speech: Speech = { language, t };
  const { wave } = facts;
  return {
    format: 'tirek-report',
    version: REPORT_VERSION,
    language,
    audience: 'internal',
    title: wave.title[language],
    subtitle: windowOf(wave, speech),
    banners: [...(wave.isSynthetic ? [t('banner.synthetic')] : []), t('banner.exact')],
    wave: {
      id: wave.id,
      opensOn: wave.opensOn,
      closesOn: wave.closesOn,
      forms: wave.forms.map(({ code, version }) => ({ code, version })),
      isSynthetic: wave.isSynthetic,
    },
    responses: facts.responses.length,
    citations: listCitations(forms, language),
    sections: numbered(draftSections(facts, forms, { speech, onStep })),
  };
}

function draftSections(
  facts: WaveFacts,
  forms: readonly CompiledForm[],
  { speech, onStep }: { speech: Speech; onStep: OnStep },
): DraftSection[] {
  const { t } = speech;
  const { responses } = facts;
  const flow: DraftSection = {
    id: 'flow',
    title: t('section.flow'),
    blocks: [
      buildResponseFlow(facts, speech),
      buildLanguages(facts, speech),
      ...(responses.length === 0 ? [] : [buildArrivals(facts, speech)]),
    ],
  };
  if (responses.length === 0) {
    return [
      { ...flow, blocks: [{ kind: 'paragraph', id: 'empty', text: t('empty') }, ...flow.blocks] },
    ];
  }
  const variables = forms.flatMap((form) => listVariables(form, speech));
  const parts: ReadonlyArray<() => DraftSection | readonly DraftSection[]> = [
    () => flow,
    () => buildSampleSection(responses, variables, speech),
    () => buildScaleSections(responses, forms, { ...speech, roster: null }),
    () => buildChoicesSection(responses, variables, speech),
    () => buildRosterSections(responses, forms, speech),
    () => buildCorrelationSection(responses, forms, speech),
    () => buildGroupSection(responses, forms, speech),
    () => buildBandSection(responses, forms, speech),
    () => buildRegressionSection(responses, forms, speech),
    () => buildChangeSection(facts, forms, speech),
    () => buildThemeSection(facts.themes, speech),
    () => buildMissingSection(responses, { forms, variables }, speech),
    () => buildImputationSection(responses, forms, speech),
    () => buildMethods(facts, forms, speech),
    () => buildChecklistSection(facts, forms, speech),
    () => buildCodebookSection(facts, forms, speech),
  ];
  const sections = parts
    .flatMap((build, place) => {
      const built = build();
      onStep((place + 1) / parts.length);
      return built;
    })
    .filter(isFilled);
  const told = [buildSummary(sections, forms, speech), buildActionSection(sections, forms, speech)];
  return [...told.filter(isFilled), ...sections];
}

/** Gives tables and figures their numbers, each kind counted through the whole report. */
export function numbered(sections: readonly DraftSection[]): Section[] {
  let tables = 0;
  let figures = 0;
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.kind === 'table') {
        tables += 1;
        return { ...block, number: tables };
      }
      if (block.kind === 'figure') {
        figures += 1;
        return { ...block, number: figures };
      }
      return block;
    }),
  }));
}

function windowOf({ opensOn, closesOn }: WaveFacts['wave'], { t, language }: Speech): string {
  const from = opensOn && formatDate(opensOn, language, 'long');
  const to = closesOn && formatDate(closesOn, language, 'long');
  if (from && to) return t('window.both', { from, to });
  if (from) return t('window.from', { from });
  return to ? t('window.to', { to }) : t('window.none');
}
