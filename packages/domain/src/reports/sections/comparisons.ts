import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveResponse } from '../facts.ts';
import { listGroupings } from '../groupings.ts';
import { listScoreVariables, type ScoreVariable } from '../score-variables.ts';
import { correlationSentences, groupSentence } from '../sentences/comparisons.ts';
import { buildCorrelations } from '../tables/correlations.ts';
import { buildGroupMeans } from '../tables/group-means.ts';
import { buildGroupTests } from '../tables/group-tests.ts';
import { buildPairTests } from '../tables/pair-tests.ts';
import type { Speech } from '../variables.ts';
import { type Block, type DraftSection, present } from './draft.ts';

/** How the scores of the scales go together, over those who have both. */
export function buildCorrelationSection(
  responses: readonly WaveResponse[],
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  const variables = listScoreVariables(responses, forms, speech);
  const unit = speech.t('unit.respondents');
  const table = buildCorrelations(variables, { ...speech, unit });
  return {
    id: 'linked-scores',
    title: speech.t('section.correlations'),
    blocks: table ? [...correlationSentences(table, variables, speech), table] : [],
  };
}

/** The scores of each scale asked once, between groups of respondents. */
export function buildGroupSection(
  responses: readonly WaveResponse[],
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  const groupings = listGroupings(responses, forms, speech);
  const setting = { ...speech, unit: speech.t('unit.respondents') };
  const blocksOf = (variable: ScoreVariable): Block[] => {
    const tests = buildGroupTests(variable, groupings, setting);
    if (!tests) return [];
    const means = buildGroupMeans(variable, groupings, setting);
    return present(
      groupSentence({ tests, means }, variable, { ...speech, groupings }),
      tests,
      buildPairTests(variable, groupings, setting),
      means,
    );
  };
  return {
    id: 'groups',
    title: speech.t('section.groups'),
    // A respondent's mean over a roster hides how many rows she has: those scores stay out.
    blocks: listScoreVariables(responses, forms, speech)
      .filter(({ roster }) => roster === null)
      .flatMap(blocksOf),
  };
}
