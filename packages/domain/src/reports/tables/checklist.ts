import { type CompiledForm, isAbsent } from '../../instruments/index.ts';
import { formatDate, formatNumber, LANGUAGE_NAMES } from '../../text/index.ts';
import type { WaveFacts } from '../facts.ts';
import { countReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import { formText, listVariables, type Speech } from '../variables.ts';

type Point = {
  readonly id: ReturnType<typeof pointsOf>[number]['id'];
  readonly answer: string | null;
};

/**
 * What a reader of a survey must be told, point by point, filled in from the facts: after the subjects
 * of CHERRIES (G. Eysenbach, Journal of Medical Internet Research 6, 2004) and STROBE (E. von Elm and
 * others, Lancet 370, 2007), in our own words. What facts cannot tell stays open and says so.
 */
export function buildChecklist(
  facts: WaveFacts,
  forms: readonly CompiledForm[],
  speech: Speech,
): TableDraft {
  const { t } = speech;
  const points: readonly Point[] = pointsOf(facts, forms, speech);
  const filled = points.filter(({ answer }) => answer !== null);
  return {
    kind: 'table',
    id: 'checklist',
    title: t('checklist.title'),
    base: { unit: t('checklist.unit'), cases: points.length, n: filled.length },
    rowHead: t('checklist.point'),
    columns: [{ id: 'answer', label: t('column.answer'), kind: 'words', decimals: 0 }],
    rows: points.map(
      ({ id, answer }): Row => ({
        id,
        label: t(`checklist.${id}`),
        role: answer === null ? 'missing' : 'category',
        n: answer === null ? 0 : 1,
        cells: [answer ?? t('checklist.open')],
      }),
    ),
    notes: [t('checklist.note')],
    receipt: countReceipt(t('receipt.checklist'), { forms, t }),
  };
}

function pointsOf(
  { wave, flow, responses }: WaveFacts,
  forms: readonly CompiledForm[],
  speech: Speech,
) {
  const { t, language } = speech;
  const say = (value: number) => formatNumber(value, language);
  const counted = (value: number | null) => (value === null ? null : say(value));
  const day = (date: string | null) => (date === null ? '…' : formatDate(date, language, 'long'));
  const questions = forms.flatMap((form) => listVariables(form, speech));
  const conditional = forms.flatMap(({ items }) => items).filter(({ enableWhen }) => enableWhen);
  const required = forms
    .flatMap(({ items }) => items)
    .filter(({ item }) => 'required' in item && item.required === true);
  const named = forms.map(
    (form) =>
      `${formText(form, speech, form.pkg.title) ?? form.code} (${form.code} ${form.version})`,
  );
  return [
    { id: 'aim', answer: null },
    { id: 'population', answer: null },
    { id: 'recruitment', answer: null },
    { id: 'ethics', answer: null },
    { id: 'consent', answer: counted(flow.consented) },
    {
      id: 'window',
      answer: wave.opensOn || wave.closesOn ? `${day(wave.opensOn)} – ${day(wave.closesOn)}` : null,
    },
    { id: 'languages', answer: wave.languages.map((l) => LANGUAGE_NAMES[l]).join(', ') },
    { id: 'instruments', answer: named.join('; ') },
    {
      id: 'length',
      answer: t('checklist.questions', { all: questions.length, conditional: conditional.length }),
    },
    { id: 'skipping', answer: t('checklist.mayskip', { required: required.length }) },
    { id: 'invited', answer: counted(flow.invited) },
    { id: 'opened', answer: counted(flow.opened) },
    { id: 'completed', answer: counted(flow.completed) },
    { id: 'analysed', answer: say(responses.length) },
    {
      id: 'incomplete',
      answer: t('checklist.leftOut', {
        some: responses.filter(hasLeftOut).length,
        all: responses.length,
      }),
    },
    { id: 'traces', answer: t('checklist.dayOnly') },
    { id: 'weighting', answer: t('checklist.unweighted') },
    { id: 'missing', answer: t('checklist.availableCases') },
    { id: 'clusters', answer: t('checklist.byRespondent') },
    { id: 'many', answer: t('checklist.holm') },
    { id: 'limits', answer: null },
    { id: 'funding', answer: null },
  ] as const;
}

/** Whether somebody was asked something and did not answer it. */
function hasLeftOut({ answers }: WaveFacts['responses'][number]): boolean {
  return Object.values(answers).some((form) =>
    Object.values(form).some((answer) => isAbsent(answer) && answer.absent !== 'not-shown'),
  );
}
