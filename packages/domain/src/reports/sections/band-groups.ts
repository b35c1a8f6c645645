import type { CompiledForm } from '../../instruments/index.ts';
import { listBanded } from '../banded-groups.ts';
import type { WaveResponse } from '../facts.ts';
import { listGroupings } from '../groupings.ts';
import { listScoreVariables } from '../score-variables.ts';
import { bandSentence } from '../sentences/bands.ts';
import { buildBandGroups } from '../tables/band-groups.ts';
import { buildBandTests } from '../tables/band-tests.ts';
import type { Speech } from '../variables.ts';
import { type DraftSection, present } from './draft.ts';

/** The bands of every scale that has any, between groups of respondents. */
export function buildBandSection(
  responses: readonly WaveResponse[],
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  const setting = { ...speech, unit: speech.t('unit.respondents') };
  const groupings = listGroupings(responses, forms, speech);
  const scales = listBanded(listScoreVariables(responses, forms, speech), speech);
  const tests = buildBandTests(scales, groupings, setting);
  return {
    id: 'band-groups',
    title: speech.t('section.bandGroups'),
    blocks:
      tests.length > 0
        ? present(
            ...scales.map((banded) => bandSentence(tests, banded, speech)),
            ...tests,
            ...scales.map((banded) => buildBandGroups(banded, groupings, setting)),
          )
        : [],
  };
}
