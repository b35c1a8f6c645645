import type { CompiledForm } from '../../instruments/index.ts';
import { LANGUAGE_NAMES } from '../../text/index.ts';
import type { EarlierWave, WaveFacts, WaveResponse } from '../facts.ts';
import { isCategorical, isInScale } from '../sections/questions.ts';
import { listVariables, type Speech, type Variable } from '../variables.ts';
import type { Condition } from './analysis-plan.ts';

/** A question by whose answers a report may be narrowed down. */
export type PopulationQuestion = {
  readonly form: string | null;
  readonly question: string;
  readonly label: string;
  readonly options: ReadonlyArray<{ readonly id: string; readonly label: string }>;
};

/**
 * Some questions are never asked of a population, those about danger among them, and items of scales are none either,
 * some of them being about faith and views.
 */
function isNeverAFilter({ form, linkId }: Variable): boolean {
  const item = form.byLinkId.get(linkId)?.item;
  if (item === undefined) return false;
  const isMarked = 'neverAFilter' in item && item.neverAFilter === true;
  return isMarked || ('safety' in item && item.safety === true);
}

/** What a population may be made of: the language of answering, and closed questions asked once. */
export function listPopulationQuestions(
  forms: readonly CompiledForm[],
  languages: readonly Speech['language'][],
  speech: Speech,
): PopulationQuestion[] {
  const { t } = speech;
  const yesNo = [
    { id: 'true', label: t('yes') },
    { id: 'false', label: t('no') },
  ];
  const asked = forms
    .flatMap((form) => listVariables(form, speech))
    .filter(
      (variable) =>
        variable.roster === null &&
        isCategorical(variable) &&
        !isInScale(variable) &&
        !isNeverAFilter(variable),
    )
    .map(
      ({ form, linkId, label, type, options }): PopulationQuestion => ({
        form: form.code,
        question: linkId,
        label,
        options: type === 'boolean' ? yesNo : options,
      }),
    );
  return [
    {
      form: null,
      question: 'language',
      label: t('languages.title'),
      options: languages.map((id) => ({ id, label: LANGUAGE_NAMES[id] })),
    },
    ...asked,
  ];
}

/** The conditions that no question of these forms stands behind, or that name an option it has not. */
export function unknownConditions(
  population: readonly Condition[],
  questions: readonly PopulationQuestion[],
): Condition[] {
  return population.filter((condition) => {
    const asked = find(questions, condition);
    return !asked || !condition.options.every((id) => asked.options.some((o) => o.id === id));
  });
}

/**
 * The facts of those who meet every condition. How many were asked is known of all together only; what was said in workshops is
 * nobody's answer and belongs to no part of the respondents.
 */
export function narrowFacts(facts: WaveFacts, population: readonly Condition[]): WaveFacts {
  if (population.length === 0) return facts;
  const isKept = facts.responses.map((response) =>
    population.every((condition) => condition.options.includes(answerOf(response, condition))),
  );
  const responses = facts.responses.filter((_, i) => isKept[i]);
  const { before, waves, themes: _, ...own } = facts;
  const keptOf = (earlier: EarlierWave): EarlierWave => ({
    ...earlier,
    scores: earlier.scores.filter((_, i) => isKept[i]),
  });
  return {
    ...own,
    flow: { invited: null, opened: null, consented: null, completed: responses.length },
    responses,
    ...(before && { before: keptOf(before) }),
    ...(waves && { waves: waves.map(keptOf) }),
  };
}

/** In words: each question with the answers wanted. */
export function sayPopulation(
  population: readonly Condition[],
  questions: readonly PopulationQuestion[],
): string {
  return population
    .map((condition) => {
      const asked = find(questions, condition);
      const names = condition.options.map(
        (id) => asked?.options.find((option) => option.id === id)?.label ?? id,
      );
      return `${asked?.label ?? condition.question}: ${names.join(' / ')}`;
    })
    .join('; ');
}

const find = (questions: readonly PopulationQuestion[], { form, question }: Condition) =>
  questions.find((asked) => asked.form === form && asked.question === question);

function answerOf({ language, answers }: WaveResponse, { form, question }: Condition): string {
  if (form === null) return language;
  const given = answers[form]?.[question];
  return typeof given === 'string' || typeof given === 'boolean' ? String(given) : '';
}
