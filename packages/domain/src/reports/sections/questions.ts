import type { WaveResponse } from '../facts.ts';
import { pairSentence } from '../sentences/paired-answers.ts';
import { buildFrequency } from '../tables/frequency.ts';
import { buildMultiFigure, buildMultiResponse } from '../tables/multi-response.ts';
import { buildNumberDistribution } from '../tables/number-distribution.ts';
import { buildNumericSummary } from '../tables/numeric-summary.ts';
import { buildPairedAnswers } from '../tables/paired-answers.ts';
import type { Speech, Variable } from '../variables.ts';
import { type DraftSection, present } from './draft.ts';

/** Who answered: every question asked once that belongs to no scale. */
export function buildSampleSection(
  responses: readonly WaveResponse[],
  variables: readonly Variable[],
  speech: Speech,
): DraftSection {
  const unit = speech.t('unit.respondents');
  const own = variables.filter((variable) => variable.roster === null && !isInScale(variable));
  const numeric = own.filter(isNumeric);
  return {
    id: 'sample',
    title: speech.t('section.sample'),
    blocks: [
      ...(numeric.length > 0
        ? [buildNumericSummary(responses, numeric, { ...speech, unit, id: 'numeric-sample' })]
        : []),
      ...own.flatMap((variable) => {
        if (isCategorical(variable)) {
          return [buildFrequency(responses, variable, { ...speech, unit })];
        }
        if (!isNumeric(variable)) return [];
        return present(buildNumberDistribution(responses, variable, { ...speech, unit }));
      }),
    ],
  };
}

/** Questions with several answers, asked once. */
export function buildChoicesSection(
  responses: readonly WaveResponse[],
  variables: readonly Variable[],
  speech: Speech,
): DraftSection {
  const setting = { ...speech, unit: speech.t('unit.respondents') };
  return {
    id: 'choices',
    title: speech.t('section.choices'),
    blocks: variables.filter(isTickedOnce).flatMap((variable) => {
      const pairs = buildPairedAnswers(responses, variable, setting);
      return present(
        buildMultiFigure(responses, variable, setting),
        buildMultiResponse(responses, variable, setting),
        pairs && pairSentence(pairs, variable, setting),
        pairs,
      );
    }),
  };
}

/** A question with several answers that is no part of a list. */
export function isTickedOnce({ type, roster }: Variable): boolean {
  return type === 'multi-choice' && roster === null;
}

export function isInScale({ form, linkId }: Variable): boolean {
  return form.pkg.scales.some(({ items }) => items.includes(linkId));
}

export function isNumeric({ type }: Variable): boolean {
  return type === 'integer' || type === 'decimal';
}

export function isCategorical({ type }: Variable): boolean {
  return type === 'choice' || type === 'boolean';
}
