import type { Absence, CompiledForm, CompiledItem, Scale } from '../../instruments/index.ts';
import { answersNeeded } from '../answers-needed.ts';
import { sourceText } from '../citations.ts';
import type { WaveResponse } from '../facts.ts';
import { observe } from '../observations.ts';
import { countReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { ReportTexts } from '../report-texts.ts';
import { detailOf, formText, listVariables, type Speech, type Variable } from '../variables.ts';

/** Every question of a form: its name in data files, type, codes with their words, reasons for no answer. */
export function buildCodebook(
  responses: readonly WaveResponse[],
  form: CompiledForm,
  speech: Speech,
): TableDraft {
  const { t } = speech;
  const rows = listVariables(form, speech).map((variable): Row => {
    const observations = observe(responses, variable);
    const n = observations.filter(({ kind }) => kind === 'answered').length;
    return {
      id: variable.linkId,
      label: t('codebook.named', { label: variable.label, name: variable.linkId }),
      ...detailOf(variable),
      role: 'category',
      n,
      cells: [
        [t(`codebook.type.${typeOf(variable)}`), codesOf(variable, speech)]
          .filter((words) => words !== null)
          .join(': '),
        absencesOf(form, variable, t),
        n,
      ],
    };
  });
  return {
    kind: 'table',
    id: `codebook-${form.code}`,
    title: t('codebook.title', { form: formText(form, speech, form.pkg.title) ?? form.code }),
    base: { unit: t('unit.respondents'), cases: responses.length, n: responses.length },
    rowHead: t('codebook.question'),
    columns: [
      { id: 'codes', label: t('codebook.codes'), kind: 'words', decimals: 0 },
      { id: 'missing', label: t('codebook.missing'), kind: 'words', decimals: 0 },
      { id: 'answered', label: t('codebook.answered'), kind: 'count', decimals: 0 },
    ],
    rows,
    notes: [t('codebook.note'), t('codebook.rosterNote')],
    receipt: countReceipt(t('receipt.codebook'), { forms: [form], t }),
  };
}

/** Every score of a form: which questions it is made from and how; null where nothing is scored. */
export function buildScaleCodebook(form: CompiledForm, speech: Speech): TableDraft | null {
  const { t } = speech;
  const { scales } = form.pkg;
  if (scales.length === 0) return null;
  return {
    kind: 'table',
    id: `codebook-scales-${form.code}`,
    title: t('codebook.scales', { form: formText(form, speech, form.pkg.title) ?? form.code }),
    base: { unit: t('codebook.scalesUnit'), cases: scales.length, n: scales.length },
    rowHead: t('codebook.scale'),
    columns: [
      { id: 'items', label: t('codebook.items'), kind: 'words', decimals: 0 },
      { id: 'rule', label: t('codebook.rule'), kind: 'words', decimals: 0 },
      { id: 'source', label: t('codebook.source'), kind: 'words', decimals: 0 },
    ],
    rows: scales.map((scale) => ({
      id: scale.id,
      label: t('codebook.named', {
        label: formText(form, speech, scale.title) ?? scale.id,
        name: scale.id,
      }),
      role: 'category',
      n: scale.items.length,
      cells: [scale.items.join(', '), ruleOf(scale, t), sourceText(form, speech, scale.source)],
    })),
    notes: [],
    receipt: countReceipt(t('receipt.codebookScales'), { forms: [form], t }),
  };
}

const TYPES = {
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  text: 'text',
  boolean: 'boolean',
  choice: 'choice',
  'multi-choice': 'multi-choice',
} as const;

/** Groups, displays and rosters are no variables: `listVariables` has left them out. */
const typeOf = ({ type }: Variable) => TYPES[type as keyof typeof TYPES];

function codesOf({ form, linkId, type, options }: Variable, { t }: Speech): string | null {
  if (type === 'boolean') return t('codebook.yesNo');
  if (options.length === 0) return rangeOf(form.byLinkId.get(linkId));
  const codes = new Map(
    form.byLinkId.get(linkId)?.options.map(({ id, code }) => [id, code ?? id] as const),
  );
  return options.map(({ id, label }) => `${codes.get(id) ?? id} = ${label}`).join('; ');
}

function rangeOf(compiled: CompiledItem | undefined): string | null {
  const item = compiled?.item;
  if (item?.type !== 'integer' && item?.type !== 'decimal') return null;
  return item.min === undefined || item.max === undefined ? null : `${item.min}\u2013${item.max}`;
}

function absencesOf(form: CompiledForm, { linkId }: Variable, t: ReportTexts): string {
  const compiled = form.byLinkId.get(linkId);
  const own = compiled && 'missing' in compiled.item ? compiled.item.missing : undefined;
  const reasons: readonly Absence[] = [
    ...(own ?? form.pkg.missing),
    'not-reached',
    ...(compiled?.enableWhen ? (['not-shown'] as const) : []),
  ];
  return reasons.map((reason) => t(`absent.${reason}`)).join('; ');
}

function ruleOf(scale: Scale, t: ReportTexts): string {
  const { version, printedCoding: coding, range } = scale;
  return [
    t('scores.rule', { version, coding }),
    t(`scores.combine.${scale.combine}`),
    t('scores.range', range),
    answersNeeded(scale, t),
  ].join(' ');
}
