import { ABSENCE_CODES } from '../../absence-codes.ts';
import type { Absence, Answers, AnswerValue } from '../../answers.ts';
import type { CompiledForm, CompiledItem } from '../../compiled-form.ts';
import { type Score, scoreForm } from '../../score-form.ts';
import { validateResponse } from '../../validate-response.ts';
import { type ExchangePlace, type ReadIn, RefusalList } from '../refusal.ts';
import { FHIR, OWN_NAMES, optionSystem, questionnaireUrl, scoreLinkId } from './names.ts';
import { QuestionnaireResponse, type ResponseAnswer, type ResponseItem } from './resource.ts';

const WHOLE: ExchangePlace = { kind: 'whole' };
const at = (linkId: string): ExchangePlace => ({ kind: 'item', linkId });

type Reading = { form: CompiledForm; list: RefusalList; scores: FoundScore[] };
type FoundScore = { scale: string; row: number | undefined; value: number };

/**
 * The answers of a QuestionnaireResponse to one form, as they were given. Every answer must be one that the form takes; a score
 * that came along must be the one that the answers give.
 */
export function readResponse(form: CompiledForm, source: unknown): ReadIn<Answers> {
  const list = new RefusalList();
  const read = QuestionnaireResponse.safeParse(source);
  if (!read.success) {
    for (const issue of read.error.issues) {
      const where = issue.path.length === 0 ? 'QuestionnaireResponse' : issue.path.join('.');
      if (issue.code === 'unrecognized_keys')
        for (const key of issue.keys) list.refuse('element-not-held', WHOLE, `${where}.${key}`);
      else list.refuse('value-not-held', WHOLE, where);
    }
    return { kind: 'refused', refusals: list.refusals };
  }
  const response = read.data;
  const asked = `${questionnaireUrl(form.code)}|${form.pkg.version}`;
  if (response.questionnaire !== asked) {
    list.refuse('answer-not-fitting', WHOLE, response.questionnaire);
  }
  if (response.status !== 'in-progress' && response.status !== 'completed') {
    list.refuse('value-not-held', WHOLE, `status ${response.status}`);
  }
  const scores: FoundScore[] = [];
  const answers = readLevel(response.item ?? [], null, { form, list, scores });
  if (list.refusals.length > 0) return { kind: 'refused', refusals: list.refusals };

  const completed = response.status === 'completed';
  const today = response.authored?.slice(0, 10) ?? null;
  const valid = validateResponse(form, answers, { completed, today });
  if (valid.kind === 'refused') {
    for (const { path, code } of valid.findings) {
      list.refuse('answer-not-fitting', at(path.split('/').at(-1) ?? path), `${path}: ${code}`);
    }
  }
  compareScores(scoreForm(form, answers), scores, list);
  return list.outcome(answers);
}

function compareScores(
  ours: readonly Score[],
  found: readonly FoundScore[],
  list: RefusalList,
): void {
  for (const { scale, row, value } of found) {
    const score = ours.find((one) => one.scale === scale && one.row === row);
    if (score?.kind === 'scored' && Math.abs(score.value - value) < 1e-6) continue;
    list.refuse('score-altered', at(scoreLinkId(scale)), value);
  }
}

/** The answers of one level; `row` counts from 0 in a roster. */
function readLevel(
  items: readonly ResponseItem[],
  roster: { slot: number; row: number } | null,
  reading: Reading,
): Answers {
  const { form, list } = reading;
  const answers: Answers = {};
  for (const item of items) {
    const { linkId } = item;
    if (linkId.startsWith(scoreLinkId(''))) {
      const value = item.answer?.[0]?.valueDecimal ?? item.answer?.[0]?.valueInteger;
      const scale = linkId.slice(scoreLinkId('').length);
      if (value !== undefined) reading.scores.push({ scale, row: roster?.row, value });
      continue;
    }
    const compiled = form.byLinkId.get(linkId);
    if (!compiled || compiled.roster !== (roster?.slot ?? null)) {
      list.refuse('answer-not-fitting', at(linkId), linkId);
    } else if (compiled.type === 'group') {
      Object.assign(answers, readLevel(item.item ?? [], roster, reading));
    } else if (compiled.type === 'roster') {
      const absent = absenceOf(item, list);
      if (absent === 'none') answers[linkId] = [];
      else if (absent) answers[linkId] = { absent };
      else {
        const rows = (answers[linkId] ?? []) as Answers[];
        const row = { slot: compiled.slot, row: rows.length };
        answers[linkId] = [...rows, readLevel(item.item ?? [], row, reading)];
      }
    } else {
      const value = readValue(compiled, item, reading);
      if (value !== undefined) answers[linkId] = value;
    }
  }
  return answers;
}

const BY_FHIR_CODE = new Map(
  // Of two reasons with one code, the one that a person gives.
  (Object.entries(ABSENCE_CODES) as [Absence, { fhir: string }][])
    .toReversed()
    .map(([reason, { fhir }]) => [fhir, reason]),
);

/** Why there is no answer; `none` where nothing was chosen, or no row given. */
function absenceOf({ linkId, extension = [] }: ResponseItem, list: RefusalList) {
  const ours = extension.find(({ url }) => url === OWN_NAMES.absence)?.valueCode;
  const fhir = extension.find(({ url }) => url === FHIR.dataAbsentReason)?.valueCode;
  for (const { url } of extension) {
    if (url !== OWN_NAMES.absence && url !== FHIR.dataAbsentReason)
      list.refuse('extension-not-held', at(linkId), url);
  }
  if (ours === 'none') return 'none';
  const reason = ours ?? (fhir === undefined ? undefined : BY_FHIR_CODE.get(fhir));
  if (reason === undefined && fhir === undefined) return null;
  if (reason === undefined || !(reason in ABSENCE_CODES)) {
    list.refuse('absence-unknown', at(linkId), reason ?? fhir);
    return null;
  }
  if (fhir !== undefined && ABSENCE_CODES[reason as Absence].fhir !== fhir) {
    list.refuse('absence-unknown', at(linkId), `${fhir} / ${reason}`);
  }
  return reason as Absence;
}

function readValue(
  item: CompiledItem,
  response: ResponseItem,
  { form, list }: Reading,
): AnswerValue | undefined {
  const { linkId, type } = item;
  const absent = absenceOf(response, list);
  if (absent === 'none') return [];
  if (absent) return { absent };
  const given = response.answer ?? [];
  if (given.length === 0) return undefined;
  const values = given.map((answer) => plain(answer, type));
  const system = optionSystem(form.code);
  const isElsewhere = given.some(({ valueCoding }) => (valueCoding?.system ?? system) !== system);
  if (isElsewhere || values.includes(undefined) || (values.length > 1 && type !== 'multi-choice')) {
    list.refuse('answer-not-fitting', at(linkId), given);
    return undefined;
  }
  return type === 'multi-choice' ? (values as string[]) : values[0];
}

function plain(answer: ResponseAnswer, type: CompiledItem['type']) {
  switch (type) {
    case 'choice':
    case 'multi-choice':
      return answer.valueCoding?.code;
    case 'boolean':
      return answer.valueBoolean;
    case 'integer':
      return answer.valueInteger;
    case 'decimal':
      return answer.valueDecimal ?? answer.valueInteger;
    case 'date':
      return answer.valueDate;
    case 'text':
      return answer.valueString;
    default:
      return undefined;
  }
}
