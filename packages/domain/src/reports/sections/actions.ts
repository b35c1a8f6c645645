import type { CompiledForm } from '../../instruments/index.ts';
import { figureOf, listNeeds } from '../needs/listed-needs.ts';
import { joined, paragraph, say } from '../sentences/sentence.ts';
import { buildActions } from '../tables/actions.ts';
import type { Speech } from '../variables.ts';
import { type DraftSection, findTable } from './draft.ts';

/** Problems named most that are looked at. */
const NAMED = 8;

/**
 * What could be done about what the report says, read from its tables as its readers see them.
 * @param sections the rest of the report as its readers will see it
 */
export function buildActionSection(
  sections: readonly DraftSection[],
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  const told = { find: (id: string) => findTable(sections, id), forms, speech };
  // What has no place in the taxonomy has no action either; a brief brings the foremost of it forward all the same.
  const needs = listNeeds(told, NAMED).filter(({ category }) => category !== null);
  const figures = needs.map((need) => figureOf(need, told));
  const why = say((params) => speech.t('say.actions', params), { figures: joined(figures, '; ') });
  return {
    id: 'actions',
    title: speech.t('section.actions'),
    blocks: needs.length > 0 ? [paragraph('say-actions', why), buildActions(needs, told)] : [],
  };
}
