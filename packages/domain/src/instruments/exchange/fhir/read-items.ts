import type { Language } from '../../../text/languages.ts';
import type { Translated } from '../../translated.ts';
import type { ExchangePlace, RefusalList } from '../refusal.ts';
import { FHIR, helpLinkId, OWN_NAMES, scoreLinkId } from './names.ts';
import { readLoinc } from './read-codes.ts';
import { enableWhenExpression } from './read-enable-when.ts';
import { readConstraint, readExpression } from './read-expressions.ts';
import type { AnswerOption, Extension, QuestionnaireItem } from './resource.ts';
import { readString } from './strings.ts';
import { ROW, TRAIT_NAMES } from './write-questionnaire.ts';

export type ItemReading = {
  list: RefusalList;
  base: Language;
  /** Lists of options by name, filled on the way. */
  optionLists: Map<string, unknown[]>;
  /** The linkIds of questions that take several answers. */
  severalAnswers: ReadonlySet<string>;
};

/** Groups do not nest here, and a roster holds questions only. */
type Depth = 'form' | 'group' | 'roster';

type Draft = Record<string, unknown>;

export function readItems(
  items: readonly QuestionnaireItem[],
  reading: ItemReading & { depth: Depth },
): Draft[] {
  // Hidden scores follow from the scales and are only compared.
  return items
    .filter(({ linkId }) => !linkId.startsWith(scoreLinkId('')))
    .map((item) => readItem(item, reading));
}

const LINK_ID = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;

function readItem(item: QuestionnaireItem, reading: ItemReading & { depth: Depth }): Draft {
  const { list, base, depth } = reading;
  const place: ExchangePlace = { kind: 'item', linkId: item.linkId };
  if (!LINK_ID.test(item.linkId)) list.refuse('name-not-held', place, item.linkId);
  if (item.prefix !== undefined) list.leave('element-not-held', place, `prefix ${item.prefix}`);
  if (item.definition !== undefined) list.leave('element-not-held', place, 'definition');
  if (item.disabledDisplay === 'protected')
    list.refuse('element-not-held', place, 'disabledDisplay protected');

  const { draft, rest } = readExtensions(item, { list, base, place });
  for (const url of rest) list.refuse('extension-not-held', place, url);
  const when = enableWhenExpression(item, { ...reading, place });
  const loinc = readLoinc(item.code, { list, place });
  const text = readString(item.text, item._text, { list, base, place });
  const children = item.item ?? [];
  const help = children.find(
    ({ linkId, type }) => linkId === helpLinkId(item.linkId) && type === 'display',
  );
  const helpText =
    help &&
    readString(help.text, help._text, { list, base, place: { kind: 'item', linkId: help.linkId } });
  const inside = children.filter((child) => child !== help);
  const kind = readKind(item, { ...reading, place, inside, isHidden: 'calculation' in draft });
  const { multiline, ...traits } = draft;
  if (depth !== 'form' && item.type === 'group' && (depth === 'roster' || !item.repeats)) {
    list.refuse('nested-too-deep', place, item.linkId);
  }
  return {
    ...kind,
    linkId: item.linkId,
    ...(text && { text }),
    ...(helpText && { help: helpText }),
    ...(when !== null && { enableWhen: when }),
    ...traits,
    ...(multiline !== undefined && { multiline }),
    ...(loinc !== undefined && { loinc }),
    ...(item.required !== undefined &&
    kind.type !== 'display' &&
    kind.type !== 'group' &&
    kind.type !== 'roster'
      ? { required: item.required }
      : {}),
    ...('options' in kind && {
      options: listed(item, kind.options as unknown[], { ...reading, place }),
    }),
  };
}

/** The options, or the name of their list where the package had one. */
function listed(
  { extension = [] }: QuestionnaireItem,
  options: unknown[],
  { list, optionLists, place }: ItemReading & { place: ExchangePlace },
): unknown {
  const name = extension.find(({ url }) => url === OWN_NAMES.optionList)?.valueString;
  if (name === undefined) return options;
  const known = optionLists.get(name);
  if (known && JSON.stringify(known) !== JSON.stringify(options)) {
    list.refuse('list-differs', place, name);
  }
  optionLists.set(name, options);
  return name;
}

function readKind(
  item: QuestionnaireItem,
  reading: ItemReading & {
    place: ExchangePlace;
    inside: QuestionnaireItem[];
    depth: Depth;
    isHidden: boolean;
  },
): Draft {
  const { list, place, inside } = reading;
  const { type, repeats = false } = item;
  if (inside.length > 0 && type !== 'group') {
    list.refuse('nested-too-deep', { kind: 'item', linkId: inside[0]!.linkId }, item.linkId);
  }
  if (item.readOnly && !reading.isHidden) list.refuse('element-not-held', place, 'readOnly');
  if (repeats && !['group', 'choice', 'coding'].includes(type)) {
    list.refuse('element-not-held', place, 'repeats');
  }
  switch (type) {
    case 'display':
    case 'boolean':
    case 'integer':
    case 'decimal':
      return { type };
    case 'date':
      return { type, precision: 'day' };
    case 'string':
    case 'text':
      return {
        type: 'text',
        ...(type === 'text' && { multiline: true }),
        ...(item.maxLength !== undefined && { maxLength: item.maxLength }),
      };
    case 'choice':
    case 'coding':
      return { type: repeats ? 'multi-choice' : 'choice', options: readOptions(item, reading) };
    case 'group':
      return {
        type: repeats ? 'roster' : 'group',
        items: readItems(inside, { ...reading, depth: repeats ? 'roster' : 'group' }),
      };
    default:
      list.refuse('type-not-held', place, type);
      return { type };
  }
}

function readOptions(
  item: QuestionnaireItem,
  { list, base, place }: ItemReading & { place: ExchangePlace },
): unknown[] {
  if (item.answerConstraint !== undefined && item.answerConstraint !== 'optionsOnly') {
    list.refuse('type-not-held', place, item.answerConstraint);
  }
  if (item.answerValueSet !== undefined)
    list.refuse('options-elsewhere', place, item.answerValueSet);
  return (item.answerOption ?? []).map((option) => readOption(option, { list, base, place }));
}

function readOption(
  { extension = [], valueCoding }: AnswerOption,
  { list, base, place }: { list: RefusalList; base: Language; place: ExchangePlace },
): unknown {
  const draft: Draft = { id: valueCoding.code ?? '' };
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(valueCoding.code ?? '')) {
    list.refuse('name-not-held', place, valueCoding.code ?? valueCoding.display ?? '');
  }
  for (const one of [...extension, ...(valueCoding.extension ?? [])]) {
    if (one.url === OWN_NAMES.optionCode) draft.code = one.valueString;
    else if (one.url === OWN_NAMES.optionLabel)
      draft.label = readString(one.valueString, one._valueString, { list, base, place });
    else if (one.url === FHIR.optionExclusive) draft.exclusive = one.valueBoolean;
    // What an option counts in a score is said by a scale; a weight alone makes none.
    else if (one.url !== FHIR.ordinalValue && one.url !== FHIR.itemWeight)
      list.refuse('extension-not-held', place, one.url);
    else if (!valueCoding.system?.startsWith('urn:tirek:'))
      list.leave('extension-not-held', place, `${one.url} ${valueCoding.code}`);
  }
  const text = readString(valueCoding.display, valueCoding._display as never, {
    list,
    base,
    place,
  });
  return { ...draft, ...(text && { text }) };
}

/** What the extensions of an item say, and the addresses of those that are not known. */
function readExtensions(
  item: QuestionnaireItem,
  { list, base, place }: { list: RefusalList; base: Language; place: ExchangePlace },
): { draft: Draft; rest: string[] } {
  const draft: Draft = {};
  const rest: string[] = [];
  const constraints: unknown[] = [];
  const isHelp = ({ valueCodeableConcept }: Extension) =>
    valueCodeableConcept?.coding?.some(({ code }) => code === 'help');
  for (const one of item.extension ?? []) {
    switch (one.url) {
      case FHIR.shortText:
        draft.label = readString(one.valueString, one._valueString as { extension: Extension[] }, {
          list,
          base,
          place,
        }) as Translated;
        break;
      case `${OWN_NAMES.trait}:rowLabel`:
        draft.rowLabel = readString(one.valueString, one._valueString, { list, base, place });
        break;
      case FHIR.minValue:
        draft.min = one.valueInteger ?? one.valueDecimal ?? one.valueDate;
        break;
      case FHIR.maxValue:
        draft.max = one.valueInteger ?? one.valueDecimal ?? one.valueDate;
        break;
      case FHIR.maxDecimalPlaces:
        draft.decimals = one.valueInteger;
        break;
      case FHIR.maxOccurs:
        draft[item.type === 'group' ? 'maxRows' : 'maxChoices'] = one.valueInteger;
        break;
      case FHIR.constraint:
      case FHIR.targetConstraint:
        constraints.push(readConstraint(one, { list, base, place }));
        break;
      case FHIR.calculatedExpression:
        draft.calculation = readExpression(one.valueExpression, { list, place });
        break;
      case OWN_NAMES.trait:
        readTrait(one, draft, { list, place });
        break;
      case FHIR.variable:
        if (one.valueExpression?.expression !== ROW.expression) rest.push(one.url);
        break;
      case FHIR.enableWhenExpression:
      case OWN_NAMES.optionList:
        break;
      // Hidden without a calculation is a question that nobody would ever be asked.
      case FHIR.hidden:
        if (
          one.valueBoolean &&
          !item.extension?.some(({ url }) => url === FHIR.calculatedExpression)
        )
          rest.push(one.url);
        break;
      // How it is drawn changes nothing of what is asked.
      case FHIR.itemControl:
        if (!isHelp(one)) list.leave('extension-not-held', place, one.url);
        break;
      default:
        rest.push(one.url);
    }
  }
  if (constraints.length > 0) draft.constraints = constraints;
  return { draft, rest };
}

function readTrait(
  { extension = [] }: Extension,
  draft: Draft,
  { list, place }: { list: RefusalList; place: ExchangePlace },
): void {
  const name = extension.find(({ url }) => url === 'name')?.valueCode ?? '';
  const value = extension.find(({ url }) => url === 'value')?.valueString ?? '';
  const isKnown = [...TRAIT_NAMES, 'multiline', 'constraints'].includes(name);
  try {
    if (!isKnown) throw new SyntaxError(name);
    draft[name] = JSON.parse(value);
  } catch {
    list.refuse('value-not-held', place, name);
  }
}
