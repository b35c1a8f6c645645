import {
  type Assessment,
  assessmentTexts,
  standingAssessments,
} from '../../../assessments/index.ts';
import type { RescreenSkip } from '../../../assessments/rescreening/index.ts';
import {
  type Answers,
  type CompiledForm,
  findForm,
  isAbsent,
  isComputedAbsence,
  type Translated,
  textOf,
} from '../../../instruments/index.ts';
import { formatDate, formatNumber, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';

/** The sittings that were put off, each with why and until when. */
export function tellRescreenSkips(skips: readonly RescreenSkip[], language: Language): HeldItem[] {
  const t = assessmentTexts(language);
  return skips.map(({ until, reason, recordedOn }) => ({
    title: t('told.putOff'),
    facts: [
      [t('told.recordedOn'), formatDate(recordedOn, language)] as const,
      [t('told.until'), formatDate(until, language)] as const,
      [t('told.reason'), t(`skip.${reason}`)] as const,
    ],
    text: '',
  }));
}

type Told = Omit<Assessment, 'recordedBy'>;

/** The questionnaires about a person, with every score and every answer in the words of the form. */
export function tellAssessments(assessments: readonly Told[], language: Language): HeldItem[] {
  const t = assessmentTexts(language);
  const standing = new Set(standingAssessments(assessments).map(({ id }) => id));
  return assessments.map((told) => {
    const { id, formCode, formVersion, takenOn, informant, mode } = told;
    const form = findForm(formCode, formVersion);
    return {
      title: form ? textOf(form.pkg.title, language, form.pkg.fallback[language]) : formCode,
      facts: [
        [t('told.on'), formatDate(takenOn, language)] as const,
        [t('told.informant'), t(`informant.${informant}`)] as const,
        [t('told.mode'), t(`mode.${mode}`)] as const,
        ...(form
          ? [...scoreFacts(form, told, language), ...answerFacts(form, told, language)]
          : []),
      ],
      text: standing.has(id) ? '' : t('told.corrected'),
    };
  });
}

function scoreFacts(form: CompiledForm, { scores }: Told, language: Language) {
  const t = assessmentTexts(language);
  const number = (value: number) => formatNumber(value, language);
  return scores.flatMap((score) => {
    const scale = form.pkg.scales.find(({ id }) => id === score.scale);
    if (!scale) return [];
    const told =
      score.kind === 'scored'
        ? t('told.score', { value: number(score.value), max: number(scale.range.max) })
        : t('told.noScore', { answered: score.answered, of: score.of });
    return [[wordsIn(form, language)(scale.title), told] as const];
  });
}

/** Answers outside of rosters; the rows of a roster are in the file for programs. */
function answerFacts(form: CompiledForm, { sealed }: Told, language: Language) {
  const t = assessmentTexts(language);
  const words = wordsIn(form, language);
  const answers = (sealed?.answers ?? {}) as Answers;
  return form.items.flatMap(({ linkId, item, options, roster }) => {
    const value = answers[linkId];
    if (roster !== null || value === undefined || !item.text || isComputedAbsence(value)) return [];
    const option = (id: string) => {
      const text = options.find((each) => each.id === id)?.text;
      return text ? words(text) : id;
    };
    if (isAbsent(value)) return [[words(item.text), t(`absent.${value.absent}`)] as const];
    if (Array.isArray(value) && value.some((each) => typeof each !== 'string')) return [];
    const told = Array.isArray(value)
      ? (value as string[]).map(option).join(', ')
      : option(String(value));
    return [[words(item.text), told] as const];
  });
}

const wordsIn =
  ({ pkg }: CompiledForm, language: Language) =>
  (text: Translated): string =>
    textOf(text, language, pkg.fallback[language]);
