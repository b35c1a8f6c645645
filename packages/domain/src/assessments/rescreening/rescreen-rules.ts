import { type TurningAge, turningAges } from '../../cases/index.ts';
import type { ConsentAgeTable } from '../../consents/index.ts';
import { type CompiledForm, canBeAnswered } from '../../instruments/index.ts';
import { informantsOf, isForPerson } from '../ask-obstacles.ts';

/** From which week or month to which, as a pathway has it. */
interface Span {
  readonly from: number;
  readonly until: number;
}

/** When a pathway asks again, and by what it tells a step. */
export interface RescreenPathway {
  readonly rescreen: { readonly afterStepWeeks: Span; readonly otherwiseMonths: Span };
  readonly reads: ReadonlyArray<{ readonly form: string }>;
}

/** A questionnaire that can be asked here. What asks one question of several people or at several ages has one `key`. */
export interface AskableForm {
  readonly code: string;
  readonly key: string;
  readonly informants: ReturnType<typeof informantsOf>;
}

export interface RescreenRules {
  readonly today: string;
  readonly rescreen: RescreenPathway['rescreen'];
  /** Those that can be asked, the ones that the pathway reads first. */
  readonly forms: readonly AskableForm[];
  /** What is asked of somebody who was asked nothing yet, by key: what the pathway reads. */
  readonly battery: readonly string[];
  /** Birthdays at which one of those begins, or consent changes. */
  readonly ages: readonly TurningAge[];
  /** From this birthday on nobody answers for her. */
  readonly adultFrom: number;
  readonly schoolAge: number;
  /** How far ahead is told. */
  readonly months: number;
}

/** Ten years, as families are accompanied. */
export const YEARS_AHEAD = 10;

/** The rules of a programme: its pathway, its questionnaires with their words, and who agrees at which age. */
export function rescreenRules({
  today,
  pathway,
  forms,
  ages,
  schoolAge,
  months = YEARS_AHEAD * 12,
}: {
  readonly today: string;
  readonly pathway: RescreenPathway;
  readonly forms: readonly CompiledForm[];
  readonly ages: ConsentAgeTable;
  readonly schoolAge: number;
  readonly months?: number;
}): RescreenRules {
  const askable = forms.filter(
    (form) => isForPerson(form.pkg) && canBeAnswered(form).kind === 'yes',
  );
  const read = pathway.reads.map(({ form }) => form);
  const place = ({ code }: CompiledForm) => {
    const at = read.indexOf(code);
    return at === -1 ? read.length : at;
  };
  const known = new Map(forms.map((form) => [form.code, keyOf(form)]));
  const battery = [...new Set(read.flatMap((code) => known.get(code) ?? []))];
  const begun = askable
    .filter((form) => battery.includes(keyOf(form)))
    .flatMap((form) =>
      informantsOf(form).map(({ ages: own }) => ({ code: form.code, ages: own ?? undefined })),
    );
  return {
    ...{ today, rescreen: pathway.rescreen, battery, schoolAge, months },
    forms: askable
      .toSorted((a, b) => place(a) - place(b))
      .map((form) => ({ code: form.code, key: keyOf(form), informants: informantsOf(form) })),
    ages: turningAges(ages, begun),
    adultFrom: ages.rules.at(-1)?.fromAge ?? 18,
  };
}

const keyOf = ({ code, pkg }: CompiledForm): string => pkg.family ?? code;
