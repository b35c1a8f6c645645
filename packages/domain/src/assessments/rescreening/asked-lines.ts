import { ageRange, type BornBetween } from '../../consents/index.ts';
import { ageObstacle } from '../ask-obstacles.ts';
import type { AssessmentInformant } from '../assessment.ts';
import type { AskedAgain } from './due-rescreen.ts';
import type { Asked } from './rescreen-facts.ts';
import type { AskableForm, RescreenRules } from './rescreen-rules.ts';

/** One question put to one informant again and again, whichever questionnaire asks it at an age. */
export interface AskedLine {
  readonly key: string;
  readonly informant: AssessmentInformant;
  /** Which questionnaire asked it last. */
  readonly form: string;
  /** When it was asked last; null: never. */
  readonly on: string | null;
}

/** What is asked again of somebody: the newest of each question and informant. A questionnaire that is not offered here any more is none. */
export function linesOf(asked: readonly Asked[], { forms }: RescreenRules): AskedLine[] {
  const newest = new Map<string, AskedLine>();
  for (const { form, informant, on } of asked) {
    const key = forms.find(({ code }) => code === form)?.key;
    if (key === undefined) continue;
    const id = `${key} ${informant}`;
    const known = newest.get(id);
    if (!known?.on || known.on < on) newest.set(id, { key, informant, form, on });
  }
  return [...newest.values()];
}

/** What the pathway asks of somebody of that age and of whoever speaks for her, as far as it is not asked anyhow. */
export function linesBegunOn(
  on: string,
  {
    born,
    lines,
    rules,
  }: { born: BornBetween | null; lines: readonly AskedLine[]; rules: RescreenRules },
): AskedLine[] {
  const known = new Set(lines.map(({ key, informant }) => `${key} ${informant}`));
  const begun = new Map<string, AskedLine>();
  for (const form of rules.forms.filter(({ key }) => rules.battery.includes(key))) {
    for (const { kind: informant } of form.informants) {
      // Whom a school asks is the school's; nobody is sent there by a calendar.
      if (informant === 'teacher' || informant === 'other') continue;
      const id = `${form.key} ${informant}`;
      if (known.has(id) || begun.has(id)) continue;
      if (isFor(form, { informant, born, on, rules }))
        begun.set(id, { key: form.key, informant, form: form.code, on: null });
    }
  }
  return [...begun.values()];
}

/** Which questionnaire asks it on a day: the one of last time, or another of the same question; null: none is made for her age. */
export function formOn(
  { key, informant, form }: AskedLine,
  { on, born, rules }: { on: string; born: BornBetween | null; rules: RescreenRules },
): AskedAgain | null {
  const fitting = rules.forms.filter(
    (each) => each.key === key && isFor(each, { informant, born, on, rules }),
  );
  const chosen = fitting.find(({ code }) => code === form) ?? fitting[0];
  return chosen ? { form: chosen.code, informant } : null;
}

function isFor(
  { informants }: AskableForm,
  {
    informant,
    born,
    on,
    rules,
  }: {
    informant: AssessmentInformant;
    born: BornBetween | null;
    on: string;
    rules: RescreenRules;
  },
): boolean {
  const offered = informants.find(({ kind }) => kind === informant);
  if (!offered) return false;
  if (informant !== 'self' && born && ageRange(born, on).atLeast >= rules.adultFrom) return false;
  return offered.ages === null || ageObstacle(born, offered.ages, on) === null;
}
