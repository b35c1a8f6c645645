import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveFacts } from '../facts.ts';
import { listScoreChanges } from '../score-changes.ts';
import { listScoreWaves } from '../score-waves.ts';
import { changeSentences } from '../sentences/change.ts';
import { waveSentences } from '../sentences/score-waves.ts';
import { buildReliableChange, buildScoreChange } from '../tables/score-change.ts';
import { buildWaveMeans, buildWaveTests } from '../tables/score-waves.ts';
import type { Speech } from '../variables.ts';
import { type Block, type DraftSection, present } from './draft.ts';

/** What became of those who had answered the wave before as well, and over all waves where there are three or more. */
export function buildChangeSection(
  facts: WaveFacts,
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  const { responses, before } = facts;
  const section = { id: 'change', title: speech.t('section.change') };
  const changes = before ? listScoreChanges({ responses, before }, forms, speech) : [];
  if (!before || changes.length === 0) return { ...section, blocks: [] };
  const setting = { ...speech, unit: speech.t('unit.respondents') };
  const table = buildScoreChange(changes, { before, responses: responses.length }, setting);
  return {
    ...section,
    blocks: present(
      ...changeSentences(table, changes, speech),
      table,
      buildReliableChange(changes, responses.length, setting),
      ...waveBlocks(facts, forms, setting),
    ),
  };
}

function waveBlocks(
  facts: WaveFacts,
  forms: readonly CompiledForm[],
  setting: Speech & { unit: string },
): Block[] {
  const series = listScoreWaves(facts, forms, setting);
  if (series.length === 0) return [];
  const means = buildWaveMeans(series, facts.responses.length, setting);
  const tests = buildWaveTests(series, facts.responses.length, setting);
  return [...waveSentences({ means, tests }, series, setting), means, tests];
}
