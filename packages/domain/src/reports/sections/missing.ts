import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveResponse } from '../facts.ts';
import { listMissingItems } from '../missing-items.ts';
import { missingSentences } from '../sentences/missing.ts';
import { buildMissingAnswers } from '../tables/missing-answers.ts';
import { buildMissingByChance } from '../tables/missing-by-chance.ts';
import { buildMissingPatterns } from '../tables/missing-patterns.ts';
import type { Speech, Variable } from '../variables.ts';
import { type DraftSection, present } from './draft.ts';

/** What was not answered: by question, by what was left out together, and whether chance could have done it. */
export function buildMissingSection(
  responses: readonly WaveResponse[],
  { forms, variables }: { forms: readonly CompiledForm[]; variables: readonly Variable[] },
  speech: Speech,
): DraftSection {
  const setting = { ...speech, unit: speech.t('unit.respondents') };
  const scales = listMissingItems(responses, forms, speech);
  const byChance = buildMissingByChance(scales, responses.length, setting);
  return {
    id: 'missing',
    title: speech.t('section.missing'),
    blocks: present(
      buildMissingAnswers(responses, variables, speech),
      ...scales.map((scale) => buildMissingPatterns(scale, setting)),
      ...(byChance ? missingSentences(byChance, scales, speech) : []),
      byChance,
    ),
  };
}
