import { oneFactorModel } from '@tirek/statistics';
import type { CompiledForm, Scale } from '../../instruments/index.ts';
import type { WaveResponse } from '../facts.ts';
import { gatherScaleItems, type ScaleItems } from '../scale-items.ts';
import { scaleMatrix } from '../scale-matrix.ts';
import { listScores, rosterOfScale } from '../scores.ts';
import { clusteringSentence, reliabilitySentence } from '../sentences/trust.ts';
import { buildClustering } from '../tables/clustering.ts';
import { buildFactorResiduals } from '../tables/factor-residuals.ts';
import { buildItemAnalysis } from '../tables/item-analysis.ts';
import { buildLanguageEquivalence } from '../tables/language-equivalence.ts';
import { buildLowFigure, buildLowRatings } from '../tables/low-ratings.ts';
import { buildOneFactorFit } from '../tables/one-factor-fit.ts';
import { buildReliability } from '../tables/reliability.ts';
import { buildRosterOrder } from '../tables/roster-order.ts';
import { buildScaleFigure, buildScaleItems } from '../tables/scale-items.ts';
import { buildScoreBands } from '../tables/score-bands.ts';
import {
  buildDistributionFigure,
  buildScoreDistribution,
  hasDistribution,
} from '../tables/score-distribution.ts';
import { buildScoreSummary } from '../tables/score-summary.ts';
import { formText, listVariables, rosterUnit, type Speech } from '../variables.ts';
import { type Block, type DraftSection, present } from './draft.ts';

type Setting = Speech & { unit: string };

/**
 * One section for each set of items that is scored, with every way of scoring it.
 * @param roster linkId of the roster whose scales are wanted; null for those asked once
 */
export function buildScaleSections(
  responses: readonly WaveResponse[],
  forms: readonly CompiledForm[],
  { roster, ...speech }: Speech & { roster: string | null },
): DraftSection[] {
  return forms.flatMap((form) => {
    const scales = form.pkg.scales.filter((scale) => rosterOfScale(form, scale) === roster);
    const unit = roster === null ? speech.t('unit.respondents') : rosterUnit(form, roster, speech);
    return groupByItems(scales).map((sameItems): DraftSection => {
      const [first] = sameItems;
      // A form that is nothing but these items, perhaps scored in several ways, goes by its own name.
      const isWhole = listVariables(form, speech).every(({ linkId }) =>
        first.items.includes(linkId),
      );
      const named = isWhole ? form.pkg.title : first.title;
      const title = formText(form, speech, named) ?? first.id;
      return {
        id: `scale-${form.code}-${first.id}`,
        title,
        blocks: scaleBlocks(responses, { form, scales: sameItems, title }, { ...speech, unit }),
      };
    });
  });
}

function scaleBlocks(
  responses: readonly WaveResponse[],
  {
    form,
    scales: [first, ...others],
    title,
  }: { form: CompiledForm; scales: [Scale, ...Scale[]]; title: string },
  setting: Setting,
): Block[] {
  const gathered = gatherScaleItems(responses, { form, scale: first }, setting);
  return [
    ...(gathered ? itemBlocks({ ...gathered, title }, setting) : []),
    ...[first, ...others].flatMap((scale) => scoreBlocks(responses, { form, scale }, setting)),
    ...(gathered ? trustBlocks(responses, { first: gathered, others }, setting) : []),
  ];
}

/** How far the scores can be trusted: reliability, statements against each other, one factor, clusters. */
function trustBlocks(
  responses: readonly WaveResponse[],
  { first, others }: { first: ScaleItems; others: readonly Scale[] },
  setting: Setting,
): Block[] {
  const { form, scale, roster } = first;
  const ways = others.flatMap(
    (other) => gatherScaleItems(responses, { form, scale: other }, setting) ?? [],
  );
  const reliability = buildReliability(responses, [first, ...ways], setting);
  // Statements against each other, and a factor behind them, need as many cases as a coefficient does.
  if (!reliability) return [];
  const factor = oneFactorModel(scaleMatrix(first));
  const clustering =
    roster === null ? null : buildClustering(first, listScores(responses, form, scale), setting);
  return present(
    reliabilitySentence(reliability, first, setting),
    reliability,
    buildItemAnalysis(first, factor, setting),
    buildOneFactorFit(first, factor, setting),
    buildFactorResiduals(first, factor, setting),
    buildLanguageEquivalence(responses, first, setting),
    clustering && clusteringSentence(clustering, first, setting),
    clustering,
  );
}

function itemBlocks(scale: ScaleItems, setting: Setting): Block[] {
  return present(
    buildScaleFigure(scale, setting),
    buildScaleItems(scale, setting),
    buildLowFigure(scale, setting),
    buildLowRatings(scale, setting),
    scale.roster === null ? null : buildRosterOrder(scale, setting),
  );
}

function scoreBlocks(
  responses: readonly WaveResponse[],
  { form, scale }: { form: CompiledForm; scale: Scale },
  setting: Setting,
): Block[] {
  const gathered = gatherScaleItems(responses, { form, scale }, setting);
  const cases = listScores(responses, form, scale);
  const titled = { ...setting, title: formText(form, setting, scale.title) ?? scale.id };
  return present(
    gathered && buildScoreSummary(responses, gathered, setting),
    ...(hasDistribution({ scale })
      ? [
          buildDistributionFigure({ form, scale, cases }, titled),
          buildScoreDistribution({ form, scale, cases }, titled),
        ]
      : []),
    ...scale.bandSets.map((bandSet, place) =>
      buildScoreBands({ form, scale, bandSet, cases, place }, titled),
    ),
  );
}

/** Scales over the same items stand together: GHQ-12 has three ways of scoring one questionnaire. */
export function groupByItems(scales: readonly Scale[]): [Scale, ...Scale[]][] {
  const groups = new Map<string, [Scale, ...Scale[]]>();
  for (const scale of scales) {
    const key = [...scale.items].sort().join();
    const group = groups.get(key);
    if (group) group.push(scale);
    else groups.set(key, [scale]);
  }
  return [...groups.values()];
}
