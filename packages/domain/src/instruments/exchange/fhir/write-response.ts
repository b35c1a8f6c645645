import { ABSENCE_CODES } from '../../absence-codes.ts';
import { type Answers, type AnswerValue, isAbsent } from '../../answers.ts';
import type { CompiledForm, CompiledItem } from '../../compiled-form.ts';
import { scoreForm } from '../../score-form.ts';
import { FHIR, OWN_NAMES, optionSystem, questionnaireUrl, scoreLinkId } from './names.ts';
import type { Extension, QuestionnaireResponse, ResponseAnswer, ResponseItem } from './resource.ts';

/** What is said of a whole response besides its answers. */
export type ResponseFacts = {
  status: 'in-progress' | 'completed';
  /** `YYYY-MM-DD` or an instant. */
  authored?: string;
};

type Writing = { form: CompiledForm; whole: Answers };

/**
 * Answers as a QuestionnaireResponse, the same in R4 and R5, with the scores as hidden answers. Whoever it is about is not
 * named: that is said by whoever sends it, and to whom.
 */
export function writeResponse(
  form: CompiledForm,
  answers: Answers,
  facts: ResponseFacts,
): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    meta: { profile: [FHIR.responseProfile] },
    questionnaire: `${questionnaireUrl(form.code)}|${form.pkg.version}`,
    status: facts.status,
    ...(facts.authored !== undefined && { authored: facts.authored }),
    item: [
      ...itemsOf({ group: null, roster: null }, answers, { form, whole: answers }),
      ...scoresOf(null, undefined, { form, whole: answers }),
    ],
  };
}

/** The items of one level: of the form, of a group or of a row. Only what was said stands in it. */
function itemsOf(
  level: Pick<CompiledItem, 'group' | 'roster'>,
  answers: Answers,
  writing: Writing,
): ResponseItem[] {
  return writing.form.items
    .filter(({ group, roster }) => group === level.group && roster === level.roster)
    .flatMap((item): ResponseItem[] => {
      if (item.type === 'group') {
        const inside = itemsOf({ group: item.slot, roster: null }, answers, writing);
        return inside.length > 0 ? [{ linkId: item.linkId, item: inside }] : [];
      }
      const value = answers[item.linkId];
      return value === undefined ? [] : itemOf(item, value, writing);
    });
}

function itemOf(item: CompiledItem, value: AnswerValue, writing: Writing): ResponseItem[] {
  const { linkId, type } = item;
  if (isAbsent(value)) return [{ linkId, extension: absence(value.absent) }];
  if (type !== 'roster') {
    const given = answersOf(item, value, writing.form.code);
    return [given.length > 0 ? { linkId, answer: given } : { linkId, extension: [own('none')] }];
  }
  const rows = value as Answers[];
  if (rows.length === 0) return [{ linkId, extension: [own('none')] }];
  return rows.map((row, index) => {
    const inside = [
      ...itemsOf({ group: item.group, roster: item.slot }, row, writing),
      ...scoresOf(item.slot, index, writing),
    ];
    return { linkId, ...(inside.length > 0 && { item: inside }) };
  });
}

const own = (code: string): Extension => ({ url: OWN_NAMES.absence, valueCode: code });

/** The reason in FHIR's words, and in ours, which tell "not shown" from "does not apply". */
const absence = (reason: keyof typeof ABSENCE_CODES): Extension[] => [
  { url: FHIR.dataAbsentReason, valueCode: ABSENCE_CODES[reason].fhir },
  own(reason),
];

function answersOf(
  { type }: CompiledItem,
  value: Exclude<AnswerValue, { absent: unknown }>,
  code: string,
): ResponseAnswer[] {
  const coding = (id: string): ResponseAnswer => ({
    valueCoding: { system: optionSystem(code), code: id },
  });
  switch (type) {
    case 'choice':
      return [coding(value as string)];
    case 'multi-choice':
      return (value as string[]).map(coding);
    case 'boolean':
      return [{ valueBoolean: value as boolean }];
    case 'integer':
      return [{ valueInteger: value as number }];
    case 'decimal':
      return [{ valueDecimal: value as number }];
    case 'date':
      return [{ valueDate: value as string }];
    default:
      return [{ valueString: value as string }];
  }
}

function scoresOf(
  roster: number | null,
  row: number | undefined,
  { form, whole }: Writing,
): ResponseItem[] {
  const here = form.pkg.scales
    .filter(({ items }) => form.byLinkId.get(items[0]!)!.roster === roster)
    .map(({ id }) => id);
  return scoreForm(form, whole)
    .filter((score) => here.includes(score.scale) && score.row === row)
    .flatMap((score) =>
      score.kind === 'scored'
        ? [{ linkId: scoreLinkId(score.scale), answer: [{ valueDecimal: score.value }] }]
        : [],
    );
}
