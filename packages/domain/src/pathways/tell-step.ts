import type { StepOutcome } from './step-of.ts';
import { pathwayTexts, type Telling, tellMissing, tellWitness } from './tell-leaf.ts';

/** Why a step is proposed, in one sentence made from the rule and the facts that made it hold. */
export function tellReason(
  {
    step,
    reason,
    witnesses,
    missing,
  }: Pick<StepOutcome, 'step' | 'reason' | 'witnesses' | 'missing'>,
  telling: Telling,
): string {
  const t = pathwayTexts(telling.language);
  return t(`reason.${reason}`, {
    step: step ? t(`step.${step}`) : '',
    why: [...new Set(witnesses.map((witness) => tellWitness(witness, telling)))].join('; '),
    missing: listMissing({ missing }, telling),
  });
}

/** What was not known, in one line; empty where nothing was missing. */
export function tellUnknown({ missing }: Pick<StepOutcome, 'missing'>, telling: Telling): string {
  if (missing.length === 0) return '';
  const listed = listMissing({ missing }, telling);
  return pathwayTexts(telling.language)('unknown', { missing: listed });
}

const listMissing = ({ missing }: Pick<StepOutcome, 'missing'>, telling: Telling) =>
  [...new Set(missing.map((each) => tellMissing(each, telling)))].join(', ');
