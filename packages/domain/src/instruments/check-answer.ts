import type { Answers, AnswerValue, AskedAbsence } from './answers.ts';
import type { BundleItem } from './form-bundle.ts';

export type CheckCode =
  | 'wrong-type'
  | 'unknown-option'
  | 'too-many-choices'
  | 'not-alone'
  | 'too-small'
  | 'too-large'
  | 'too-long'
  | 'too-many-decimals'
  | 'too-many-rows'
  | 'bad-date'
  | 'reason-not-offered'
  | 'constraint';

type Wrong = { code: CheckCode; limit?: number | string } | null;

/** Codes that make a value unusable in an expression, as against one merely out of its limits. */
export const UNUSABLE: CheckCode[] = ['wrong-type', 'unknown-option', 'bad-date'];

const type = (is: boolean): Wrong => (is ? null : { code: 'wrong-type' });

const tooFine = (value: number, decimals: number | undefined): Wrong =>
  decimals !== undefined && value !== +value.toFixed(decimals)
    ? { code: 'too-many-decimals', limit: decimals }
    : null;

const atMost = (size: number, limit: number | undefined, code: CheckCode): Wrong =>
  limit !== undefined && size > limit ? { code, limit } : null;

const between = (
  value: number | string,
  [min, max]: NonNullable<BundleItem['a']> = [null, null],
): Wrong => {
  // A less precise date passes when any day of it would.
  const cut = (limit: number | string) =>
    typeof limit === 'string' ? limit.slice(0, (value as string).length) : limit;
  const low = (limit: number | string) =>
    typeof limit === 'string' ? (value as string).slice(0, limit.length) : value;
  if (min !== null && low(min) < cut(min)) return { code: 'too-small', limit: min };
  if (max !== null && low(max) > cut(max)) return { code: 'too-large', limit: max };
  return null;
};

/** `2019`, `2019-05` or `2019-05-17` of this century or the last, and a day that there was. */
const isDate = (value: string) => {
  const first = `${value}-01-01`.slice(0, 10);
  const at = Date.parse(/^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(value) ? first : '');
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(first);
};

/** What is wrong with a value that is there, seen alone; null when nothing is. `options` are the ids on offer. */
export function wrongWith(
  value: AnswerValue,
  item: BundleItem,
  {
    options,
    exclusive,
    reasons,
  }: { options: string[]; exclusive: string[]; reasons: AskedAbsence[] },
): Wrong {
  if (value === null) return type(false);
  if (typeof value === 'object' && !Array.isArray(value)) {
    return reasons.includes(value.absent as AskedAbsence) ? null : { code: 'reason-not-offered' };
  }
  const isUnknown = (id: unknown) => !options.includes(id as string);
  switch (item.y) {
    case 'b':
      return type(typeof value === 'boolean');
    case 'i':
    case 'n':
      return (
        type(item.y === 'i' ? Number.isSafeInteger(value) : Number.isFinite(value)) ??
        between(value as number, item.a) ??
        tooFine(value as number, item.z)
      );
    case 'd':
      if (typeof value !== 'string') return type(false);
      return isDate(value) && value.length >= item.z!
        ? between(value, item.a)
        : { code: 'bad-date' };
    case 't':
      return (
        type(typeof value === 'string') ?? atMost((value as string).length, item.z, 'too-long')
      );
    case 'c':
      if (typeof value !== 'string') return type(false);
      return isUnknown(value) ? { code: 'unknown-option' } : null;
    case 'm': {
      if (!Array.isArray(value) || new Set(value as string[]).size < value.length)
        return type(false);
      if (value.some(isUnknown)) return { code: 'unknown-option' };
      if (value.length > 1 && value.some((id) => exclusive.includes(id as string))) {
        return { code: 'not-alone' };
      }
      return atMost(value.length, item.z, 'too-many-choices');
    }
    case 'r':
      return (
        type(
          Array.isArray(value) &&
            (value as unknown[]).every(
              (row) => !!row && typeof row === 'object' && !Array.isArray(row),
            ),
        ) ?? atMost((value as Answers[]).length, item.z, 'too-many-rows')
      );
    default:
      return type(false);
  }
}
