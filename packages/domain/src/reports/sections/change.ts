import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveFacts } from '../facts.ts';
import { listScoreChanges } from '../score-changes.ts';
import { changeSentences } from '../sentences/change.ts';
import { buildReliableChange, buildScoreChange } from '../tables/score-change.ts';
import type { Speech } from '../variables.ts';
import { type DraftSection, present } from './draft.ts';

/** What became of those who had answered the wave before as well. */
export function buildChangeSection(
  { responses, before }: WaveFacts,
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
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
    ),
  };
}
