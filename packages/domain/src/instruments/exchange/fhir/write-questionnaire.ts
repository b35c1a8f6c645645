import type { Language } from '../../../text/languages.ts';
import { pointsOf } from '../../compile-scales.ts';
import type { CompiledForm, CompiledItem } from '../../compiled-form.ts';
import type { Constraint, Item, Option } from '../../form-item.ts';
import type { Scale } from '../../scale.ts';
import { PART_NAMES } from '../part-names.ts';
import { withoutSoldWords } from '../structure-only.ts';
import {
  FHIR,
  type FhirRelease,
  helpLinkId,
  ITEM_CONTROL,
  LOINC,
  OWN_NAMES,
  optionSystem,
  questionnaireUrl,
  scoreLinkId,
} from './names.ts';
import type {
  AnswerOption,
  Coding,
  Extension,
  Questionnaire,
  QuestionnaireItem,
} from './resource.ts';
import { POINTS, scoreExpression } from './score-expression.ts';
import { stringFields, textExtension } from './strings.ts';
import { toFhirPath } from './to-fhirpath.ts';

type Writing = { form: CompiledForm; release: FhirRelease; base: Language };

/** What a question says of itself that FHIR has no words for. */
export const TRAIT_NAMES = [
  'sensitivity',
  'neverAFilter',
  'safety',
  'missing',
  'rowsFrom',
  'precision',
] as const;

/**
 * A form package as a Questionnaire of R4 or R5, nothing lost: what FHIR or SDC can say is said in their words, the rest in ours
 * beside it. Every scale becomes a hidden item that works out its score. The words of an instrument that a site brings stay
 * with the site.
 */
export function writeQuestionnaire(whole: CompiledForm, release: FhirRelease): Questionnaire {
  const form = withoutSoldWords(whole);
  const { pkg } = form;
  const base: Language = pkg.title.en ? 'en' : ((Object.keys(pkg.title)[0] ?? 'en') as Language);
  const writing: Writing = { form, release, base };
  const unused = Object.entries(pkg.optionLists).filter(
    ([name]) => !form.items.some(({ item }) => 'options' in item && item.options === name),
  );
  return {
    resourceType: 'Questionnaire',
    meta: { profile: [FHIR.profile] },
    language: base,
    extension: [
      ...PART_NAMES.flatMap((name) =>
        pkg[name] === undefined ? [] : [partExtension(name, pkg[name])],
      ),
      ...(unused.length > 0 ? [partExtension('optionLists', Object.fromEntries(unused))] : []),
    ],
    url: questionnaireUrl(pkg.code),
    version: pkg.version,
    status: pkg.status,
    ...stringFields('title', pkg.title, base),
    ...stringFields('description', pkg.description, base),
    ...stringFields('copyright', pkg.notice, base),
    subjectType: ['Patient'],
    publisher: pkg.licence.owner,
    ...codeFields(pkg.loinc),
    item: [
      ...pkg.items.map((item) => itemOf(item, writing)),
      ...scoreItems(null, pkg.scales, writing),
    ],
  };
}

const partExtension = (name: string, content: unknown): Extension => ({
  url: OWN_NAMES.part,
  extension: [
    { url: 'name', valueCode: name },
    { url: 'content', valueString: JSON.stringify(content) },
  ],
});

const codeFields = (loinc: string | undefined): { code?: Coding[] } =>
  loinc === undefined ? {} : { code: [{ system: LOINC, code: loinc }] };

function itemOf(item: Item, writing: Writing): QuestionnaireItem {
  const { base, form } = writing;
  const compiled = form.byLinkId.get(item.linkId)!;
  const extension = [
    ...textExtension(FHIR.shortText, item.label, base),
    ...enableWhen(item, compiled, writing),
    ...kindExtensions(item, compiled, writing),
  ];
  const children = [
    ...helpItem(item, base),
    ...('items' in item ? item.items.map((child) => itemOf(child, writing)) : []),
    ...(item.type === 'roster' ? scoreItems(compiled.slot, form.pkg.scales, writing) : []),
  ];
  return {
    linkId: item.linkId,
    ...(extension.length > 0 && { extension }),
    ...codeFields('loinc' in item ? item.loinc : undefined),
    ...stringFields('text', item.text, base),
    ...kindFields(item, compiled, writing),
    ...('required' in item && item.required !== undefined && { required: item.required }),
    ...(children.length > 0 && { item: children }),
  };
}

function helpItem({ linkId, help }: Item, base: Language): QuestionnaireItem[] {
  if (!help) return [];
  return [
    {
      linkId: helpLinkId(linkId),
      type: 'display',
      extension: [
        {
          url: FHIR.itemControl,
          valueCodeableConcept: { coding: [{ system: ITEM_CONTROL, code: 'help' }] },
        },
      ],
      ...stringFields('text', help, base),
    },
  ];
}

function enableWhen(item: Item, { roster }: CompiledItem, { form }: Writing): Extension[] {
  if (!item.enableWhen) return [];
  return [
    {
      url: FHIR.enableWhenExpression,
      valueExpression: expressionOf(item.enableWhen, toFhirPath(item.enableWhen, { form, roster })),
    },
  ];
}

/** An expression in FHIRPath with our own beside it: what comes back is the one that was written. */
const expressionOf = (source: string, expression: string) => ({
  language: 'text/fhirpath',
  expression,
  extension: [{ url: OWN_NAMES.expression, valueString: source }],
});

function kindFields(
  item: Item,
  { options, isCalculated }: CompiledItem,
  { form, release, base }: Writing,
): Pick<QuestionnaireItem, 'type'> & Partial<QuestionnaireItem> {
  const readOnly = isCalculated ? { readOnly: true } : {};
  switch (item.type) {
    case 'text':
      return {
        type: item.multiline ? 'text' : 'string',
        ...(item.maxLength !== undefined && { maxLength: item.maxLength }),
      };
    case 'choice':
    case 'multi-choice':
      return {
        type: release === 'R4' ? 'choice' : 'coding',
        ...(release === 'R5' && { answerConstraint: 'optionsOnly' as const }),
        ...(item.type === 'multi-choice' && { repeats: true }),
        answerOption: options.map((option) =>
          optionOf(option, item.linkId, { form, release, base }),
        ),
      };
    case 'roster':
      return { type: 'group', repeats: true };
    default:
      return { type: item.type, ...readOnly };
  }
}

function optionOf(
  { id, code, text, label, exclusive }: Option,
  linkId: string,
  { form, release, base }: Writing,
): AnswerOption {
  const weight = weightOf(form, linkId, id);
  const extension: Extension[] = [
    ...(code === undefined ? [] : [{ url: OWN_NAMES.optionCode, valueString: code }]),
    ...textExtension(OWN_NAMES.optionLabel, label, base),
    ...(exclusive === undefined ? [] : [{ url: FHIR.optionExclusive, valueBoolean: exclusive }]),
  ];
  return {
    ...(extension.length > 0 && { extension }),
    valueCoding: {
      ...(weight !== null && {
        extension: [
          { url: release === 'R4' ? FHIR.ordinalValue : FHIR.itemWeight, valueDecimal: weight },
        ],
      }),
      system: optionSystem(form.code),
      code: id,
      ...stringFields('display', text, base),
    },
  };
}

/** The points of an option where every scale agrees on them; a weight that holds in one scale only would mislead. */
function weightOf({ pkg }: CompiledForm, linkId: string, option: string): number | null {
  const points = pkg.scales
    .filter(({ items }) => items.includes(linkId))
    .map((scale) => pointsOf(scale, linkId)[option]);
  const [first] = points;
  return first !== undefined && points.every((one) => one === first) ? first : null;
}

function kindExtensions(item: Item, { roster }: CompiledItem, writing: Writing): Extension[] {
  const { form, base } = writing;
  const found: Extension[] = [];
  if ('calculation' in item && item.calculation) {
    found.push(
      { url: FHIR.hidden, valueBoolean: true },
      {
        url: FHIR.calculatedExpression,
        valueExpression: expressionOf(
          item.calculation,
          toFhirPath(item.calculation, { form, roster }),
        ),
      },
    );
  }
  if ('min' in item && item.min !== undefined)
    found.push({ url: FHIR.minValue, ...limit(item, item.min) });
  if ('max' in item && item.max !== undefined)
    found.push({ url: FHIR.maxValue, ...limit(item, item.max) });
  if (item.type === 'decimal' && item.decimals !== undefined)
    found.push({ url: FHIR.maxDecimalPlaces, valueInteger: item.decimals });
  if (item.type === 'multi-choice' && item.maxChoices !== undefined)
    found.push({ url: FHIR.maxOccurs, valueInteger: item.maxChoices });
  if (item.type === 'roster') {
    if (item.maxRows !== undefined) found.push({ url: FHIR.maxOccurs, valueInteger: item.maxRows });
    found.push(
      { url: FHIR.variable, valueExpression: ROW },
      ...textExtension(`${OWN_NAMES.trait}:rowLabel`, item.rowLabel, base),
    );
  }
  if (item.type === 'text' && item.multiline === false) found.push(traitOf('multiline', false));
  if ('options' in item && typeof item.options === 'string')
    found.push({ url: OWN_NAMES.optionList, valueString: item.options });
  for (const name of TRAIT_NAMES) {
    const value = (item as Record<string, unknown>)[name];
    if (value !== undefined) found.push(traitOf(name, value));
  }
  const constraints = 'constraints' in item ? (item.constraints ?? []) : [];
  // Nothing but that the list is there and empty.
  if ('constraints' in item && item.constraints?.length === 0)
    found.push(traitOf('constraints', []));
  return [...found, ...constraints.map((one) => constraintOf(one, { ...writing, roster }))];
}

/** The row of a roster, for the expressions inside it. */
export const ROW = { name: 'row', language: 'text/fhirpath', expression: '%context' } as const;

const traitOf = (name: string, value: unknown): Extension => ({
  url: OWN_NAMES.trait,
  extension: [
    { url: 'name', valueCode: name },
    { url: 'value', valueString: JSON.stringify(value) },
  ],
});

const limit = ({ type }: Item, value: string | number): Partial<Extension> =>
  typeof value === 'string'
    ? { valueDate: value }
    : type === 'integer'
      ? { valueInteger: value }
      : { valueDecimal: value };

function constraintOf(
  { id, severity, expression, text }: Constraint,
  { form, release, base, roster }: Writing & { roster: number | null },
): Extension {
  const path = toFhirPath(expression, { form, roster });
  return {
    url: release === 'R4' ? FHIR.constraint : FHIR.targetConstraint,
    extension: [
      { url: 'key', valueId: id },
      { url: 'severity', valueCode: severity === 'hard' ? 'error' : 'warning' },
      release === 'R4'
        ? {
            url: 'expression',
            valueString: path,
            _valueString: { extension: [{ url: OWN_NAMES.expression, valueString: expression }] },
          }
        : { url: 'expression', valueExpression: expressionOf(expression, path) },
      ...textExtension('human', text, base),
    ],
  };
}

/** The scores of the form, or of one roster: in each of its rows. */
export function scoreItems(
  roster: number | null,
  scales: readonly Scale[],
  { form, base }: Writing,
): QuestionnaireItem[] {
  return scales
    .filter(({ items }) => form.byLinkId.get(items[0]!)!.roster === roster)
    .map((scale) => {
      const { points, score } = scoreExpression(form, scale);
      const language = 'text/fhirpath';
      return {
        linkId: scoreLinkId(scale.id),
        type: 'decimal',
        extension: [
          { url: FHIR.hidden, valueBoolean: true },
          { url: FHIR.variable, valueExpression: { name: POINTS, language, expression: points } },
          { url: FHIR.calculatedExpression, valueExpression: { language, expression: score } },
        ],
        ...codeFields(scale.loinc),
        ...stringFields('text', scale.title, base),
        readOnly: true,
      };
    });
}
