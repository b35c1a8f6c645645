import { type ExchangePlace, type Refusal, RefusalList } from '../exchange/refusal.ts';
import type { WorkedString } from './signed-off.ts';
import { stepObstacle, TranslationStep } from './translation-step.ts';
import type { TranslatedRow } from './xliff.ts';

export type PlannedStep = { stringId: string; sourceHash: string; step: TranslationStep };

/**
 * What a file adds: a translation where it is another one, a back translation where none stands. The same file twice adds
 * nothing. What was translated from a source that has changed stays out, and is told.
 */
export function planImport(
  strings: readonly WorkedString[],
  rows: readonly TranslatedRow[],
  accountId: string,
): { steps: PlannedStep[]; refusals: Refusal[] } {
  const list = new RefusalList();
  const byId = new Map(strings.map((one) => [one.id, one]));
  const steps = rows.flatMap((row): PlannedStep[] => {
    const known = byId.get(row.id);
    const place: ExchangePlace = { kind: 'item', linkId: row.id };
    if (row.text === '' && row.back === '') return [];
    if (!known) {
      list.refuse('element-not-held', place, row.id);
      return [];
    }
    if (row.sourceHash !== known.sourceHash) {
      list.refuse('source-changed', place, known.source);
      return [];
    }
    const { id: stringId, sourceHash, standing } = known;
    const isNew = row.text !== '' && row.text !== standing.text;
    // An old file must not undo what was signed off; a person may.
    if (isNew && standing.status === 'approved') {
      list.refuse('signed-off', place, standing.text);
      return [];
    }
    const forward: PlannedStep[] = isNew
      ? [{ stringId, sourceHash, step: { kind: 'forward', text: row.text } }]
      : [];
    const isBack = !isNew && row.back !== '' && row.back !== standing.back;
    if (!isBack) return checked(forward, place, list);
    const obstacle = stepObstacle('back', standing, accountId);
    if (obstacle) {
      list.refuse('value-not-held', place, 'back_translation');
      return [];
    }
    return checked([{ stringId, sourceHash, step: { kind: 'back', text: row.back } }], place, list);
  });
  return { steps, refusals: list.refusals };
}

/** What is too long for a text of ours stays out like everything else that does not fit. */
function checked(steps: PlannedStep[], place: ExchangePlace, list: RefusalList): PlannedStep[] {
  return steps.filter(({ step }) => {
    const fits = TranslationStep.safeParse(step).success;
    if (!fits) list.refuse('value-not-held', place, 'text' in step ? step.text : step.kind);
    return fits;
  });
}
