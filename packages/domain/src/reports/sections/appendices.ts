import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveFacts } from '../facts.ts';
import { buildChecklist } from '../tables/checklist.ts';
import { buildCodebook, buildScaleCodebook } from '../tables/codebook.ts';
import type { Speech } from '../variables.ts';
import { type DraftSection, present } from './draft.ts';

/** What a reader must be told about any survey, filled in from the facts. */
export function buildChecklistSection(
  facts: WaveFacts,
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  return {
    id: 'reporting',
    title: speech.t('section.checklist'),
    blocks: [buildChecklist(facts, forms, speech)],
  };
}

/** Every variable and every score, as data files have them. */
export function buildCodebookSection(
  { responses }: WaveFacts,
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  return {
    id: 'codebook',
    title: speech.t('section.codebook'),
    blocks: forms.flatMap((form) =>
      present(buildCodebook(responses, form, speech), buildScaleCodebook(form, speech)),
    ),
  };
}
