import { ageRange, type BornBetween } from '../consents/index.ts';
import {
  type CompiledForm,
  canBeAnswered,
  type FormPackage,
  languagesOffered,
  listForms,
} from '../instruments/index.ts';
import type { ProblemCode } from '../problem.ts';
import type { Language } from '../text/languages.ts';
import type { AssessmentInformant } from './assessment.ts';
import { type Competence, competenceStands } from './competence.ts';

/** Why somebody is not asked a questionnaire, as codes of the catalogue of problems. */
export type AskObstacle = Extract<
  ProblemCode,
  | 'form-has-no-text'
  | 'language-not-offered'
  | 'assessment-consent-missing'
  | 'assessment-competence-missing'
  | 'assessment-age-unknown'
  | 'assessment-age-outside'
  | 'assessment-informant-not-offered'
>;

export interface AskedPerson {
  readonly born: BornBetween | null;
  readonly hasAgreed: boolean;
}

/** The ages for which a form was made, of the person whom it is about; `to` is the last year of life that counts. */
export interface FormAges {
  readonly from: number;
  readonly to?: number | undefined;
}

/** Who may answer a form about a person, each with the ages it was made for; null: no age was named. */
export function informantsOf({
  pkg,
}: CompiledForm): { kind: AssessmentInformant; ages: FormAges | null }[] {
  return pkg.informants ?? [{ kind: 'self', ages: pkg.ages ?? null }];
}

/** Whether a form is asked of a person, and not of a whole survey: it has scores or rules and somebody it was made for. */
export function isForPerson(pkg: FormPackage): boolean {
  // What colleagues are asked about their own work belongs to them and stands in nobody's file.
  if (pkg.about === 'colleague') return false;
  // What is asked of each child in one sitting is a survey: a child is a person of its own.
  if (pkg.items.some(hasRoster)) return false;
  return (
    pkg.status === 'active' &&
    (pkg.sensitivity === 'clinical' || pkg.ages !== undefined || pkg.informants !== undefined)
  );
}

const hasRoster = (item: FormPackage['items'][number]): boolean =>
  item.type === 'roster' ||
  (item.type === 'group' && item.items.some(({ type }) => type === 'roster'));

/** The newest version of everything that persons are asked, known without compiling any of it. */
export const formsForPersons = (): FormPackage[] =>
  listForms().filter(
    (pkg, at, all) => all.findIndex(({ code }) => code === pkg.code) === at && isForPerson(pkg),
  );

interface Asking {
  readonly informant: AssessmentInformant;
  readonly language: Language;
  /** A made-up programme asks in unreviewed wording too, under a watermark. */
  readonly allowDraft: boolean;
  /** The day on which she is asked. */
  readonly on: string;
  /** Of whoever asks, for this form. */
  readonly competence: Pick<Competence, 'state' | 'validUntil'> | undefined;
}

/** Everything that stands between a person and a questionnaire on a day; empty: she may be asked. */
export function askObstacles(
  form: CompiledForm,
  person: AskedPerson,
  asking: Asking,
): AskObstacle[] {
  const { informant, language, allowDraft, on, competence } = asking;
  const found: AskObstacle[] = [];
  if (!person.hasAgreed) found.push('assessment-consent-missing');
  if (!competenceStands(competence, on)) found.push('assessment-competence-missing');
  if (canBeAnswered(form).kind === 'no') found.push('form-has-no-text');
  else if (!languagesOffered(form, { allowDraft }).includes(language))
    found.push('language-not-offered');
  const offered = informantsOf(form).find(({ kind }) => kind === informant);
  if (!offered) found.push('assessment-informant-not-offered');
  else if (offered.ages) {
    const obstacle = ageObstacle(person.born, offered.ages, on);
    if (obstacle) found.push(obstacle);
  }
  return found;
}

/** An age that is not known exactly is inside only when the youngest and the oldest she may be are. */
export function ageObstacle(
  born: BornBetween | null,
  { from, to }: FormAges,
  on: string,
): AskObstacle | null {
  if (born === null) return 'assessment-age-unknown';
  const { atLeast, atMost } = ageRange(born, on);
  const isInside = (age: number) => age >= from && (to === undefined || age <= to);
  if (isInside(atLeast) && isInside(atMost)) return null;
  const isOutside = atMost < from || (to !== undefined && atLeast > to);
  return isOutside ? 'assessment-age-outside' : 'assessment-age-unknown';
}

/** What stands between a person and a questionnaire whoever answers and in whatever language: the fewest; empty: it can be asked. */
export function fewestObstacles(
  form: CompiledForm,
  person: AskedPerson,
  asking: Omit<Asking, 'informant' | 'language'>,
): AskObstacle[] {
  const offered = languagesOffered(form, asking);
  const [language = 'kk'] = offered;
  const found = informantsOf(form).map(({ kind }) =>
    askObstacles(form, person, { ...asking, informant: kind, language }),
  );
  return found.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
