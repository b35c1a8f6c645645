import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveResponse } from '../facts.ts';
import { buildFrequency } from '../tables/frequency.ts';
import { buildMultiFigure, buildMultiResponse } from '../tables/multi-response.ts';
import { buildNumberDistribution } from '../tables/number-distribution.ts';
import { buildNumericSummary } from '../tables/numeric-summary.ts';
import { buildRosterNumbers, buildRosterSizes } from '../tables/roster-numbers.ts';
import { listVariables, rosterLabel, rosterUnit, type Speech } from '../variables.ts';
import { type DraftSection, isFilled, present } from './draft.ts';
import { isCategorical, isInScale, isNumeric } from './questions.ts';
import { buildScaleSections } from './scales.ts';

/** Each roster (the children): how many rows, their numbers and choices, then their scales. */
export function buildRosterSections(
  responses: readonly WaveResponse[],
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection[] {
  return forms.flatMap((form) =>
    form.items
      .filter(({ type }) => type === 'roster')
      .flatMap(({ linkId }) => [
        rosterSection(responses, { form, roster: linkId }, speech),
        ...buildScaleSections(responses, [form], { ...speech, roster: linkId }),
      ])
      .filter(isFilled),
  );
}

function rosterSection(
  responses: readonly WaveResponse[],
  { form, roster }: { form: CompiledForm; roster: string },
  speech: Speech,
): DraftSection {
  const unit = rosterUnit(form, roster, speech);
  const setting = { ...speech, unit };
  const own = listVariables(form, speech).filter(
    (variable) => variable.roster === roster && !isInScale(variable),
  );
  const numeric = own.filter(isNumeric);
  return {
    id: `roster-${form.code}-${roster}`,
    title: rosterLabel(form, roster, speech),
    blocks: [
      buildRosterSizes(responses, { form, roster }, setting),
      ...numeric.flatMap((variable) => {
        const numbers = buildRosterNumbers(responses, variable, setting);
        return numbers
          ? [numbers.figure, numbers.table]
          : present(buildNumberDistribution(responses, variable, setting));
      }),
      ...(numeric.length > 0
        ? [
            buildNumericSummary(responses, numeric, {
              ...setting,
              id: `numeric-${form.code}-${roster}`,
            }),
          ]
        : []),
      ...own.filter(isCategorical).map((variable) => buildFrequency(responses, variable, setting)),
      ...own
        .filter(({ type }) => type === 'multi-choice')
        .flatMap((variable) =>
          present(
            buildMultiFigure(responses, variable, setting),
            buildMultiResponse(responses, variable, setting),
          ),
        ),
    ],
  };
}
