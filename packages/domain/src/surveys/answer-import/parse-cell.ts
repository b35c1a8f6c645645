import type { Absence, AnswerValue, CompiledItem } from '../../instruments/index.ts';
import type { ColumnMapping, ImportFindingCode } from './import-mapping.ts';

export type ParsedCell =
  | { readonly kind: 'answer'; readonly value: AnswerValue }
  | {
      readonly kind: 'wrong';
      readonly code: ImportFindingCode;
      readonly params: Readonly<Record<string, string | number>>;
    };

const TRUE = new Set(['1', 'true', 'yes', 'да', 'иә', '+']);
const FALSE = new Set(['0', 'false', 'no', 'нет', 'жоқ', '-']);

/** Reads one cell as the answer to one item. A blank becomes the absence the mapping names. */
export function parseCell(item: CompiledItem, mapping: ColumnMapping, text: string): ParsedCell {
  if (text === '') return answer({ absent: mapping.blank satisfies Absence });
  switch (item.type) {
    case 'choice':
      return parseChoice(item, mapping, text);
    case 'multi-choice':
      return parseChoices(item, mapping, text);
    case 'integer':
      return /^-?\d{1,9}$/.test(text)
        ? answer(Number(text))
        : wrong('number-invalid', { whole: 1 });
    case 'decimal':
      return /^-?\d{1,12}([.,]\d{1,6})?$/.test(text)
        ? answer(Number(text.replace(',', '.')))
        : wrong('number-invalid', { whole: 0 });
    case 'boolean':
      if (TRUE.has(text.toLowerCase())) return answer(true);
      return FALSE.has(text.toLowerCase()) ? answer(false) : wrong('truth-invalid', {});
    case 'date': {
      const date = parseDate(text);
      return date ? answer(date) : wrong('date-invalid', {});
    }
    case 'text':
      return answer(text);
    default:
      return wrong('item-unknown', { item: item.linkId });
  }
}

function parseChoice(item: CompiledItem, mapping: ColumnMapping, text: string): ParsedCell {
  const id = optionOf(item, mapping, text);
  return id ? answer(id) : wrong('choice-unknown', { allowed: allowedOf(item, mapping) });
}

/** Several ids or codes in one cell, parted by `;` or `|`, as form tools export them. */
function parseChoices(item: CompiledItem, mapping: ColumnMapping, text: string): ParsedCell {
  const parts = text
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ids = parts.map((part) => optionOf(item, mapping, part));
  if (ids.includes(null)) return wrong('choice-unknown', { allowed: allowedOf(item, mapping) });
  const order = item.options.map((option) => option.id);
  return answer([...new Set(ids as string[])].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
}

function optionOf(item: CompiledItem, mapping: ColumnMapping, text: string): string | null {
  const named = mapping.values?.[text];
  if (named !== undefined) return named;
  return item.options.find((option) => option.id === text || option.code === text)?.id ?? null;
}

const allowedOf = (item: CompiledItem, mapping: ColumnMapping): string =>
  [
    ...Object.keys(mapping.values ?? {}),
    ...item.options.map((option) => option.code ?? option.id),
  ].join(', ');

/** `2022-05-17`, `17.05.2022` or `17/05/2022` (day first, as written in Kazakhstan) -> `2022-05-17`, or null. */
export function parseDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2], local[1]]
      : [];
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date ? null : date;
}

const answer = (value: AnswerValue): ParsedCell => ({ kind: 'answer', value });
const wrong = (
  code: ImportFindingCode,
  params: Readonly<Record<string, string | number>>,
): ParsedCell => ({ kind: 'wrong', code, params });
