import type { Endpoint } from '@tirek/domain/contract';
import type { RawAnswer } from '../test-client.ts';
import { positionsOf } from './positions.ts';
import { MARKS, type Mark } from './world.ts';

/** One endpoint of the reviewed file: who may, and which marks she then sees. Everybody else is refused. */
export type ReviewedRow = Readonly<Record<string, readonly string[]>>;

/** What the reviewed row says of one position: the marks seen, or null where it is refused. A later word overrules an earlier one. */
export function expectedOf(row: ReviewedRow, position: string): readonly string[] | null {
  return Object.entries(row)
    .filter(([word]) => positionsOf(word).includes(position))
    .reduce<readonly string[] | null>((_, [, marks]) => marks, null);
}

/**
 * Problems that say no. Anything else (invalid input, a clash) means that the builder made no valid call. Where only the
 * policy holds, a change that reached no row may also be told as `changed-meanwhile`.
 */
const REFUSALS = new Set([
  'not-signed-in',
  'second-factor-needed',
  'session-locked',
  'proof-needed',
  'not-allowed',
  'not-found',
  'already-done',
]);

/**
 * Compares an answer with the reviewed row; null when they agree, else what is wrong.
 * With the verb lock off a reading may be answered emptily where it should be refused; a write may not.
 */
export function disagreement(
  expected: readonly string[] | null,
  answer: RawAnswer,
  { endpoint, isVerbLocked }: { endpoint: Endpoint; isVerbLocked: boolean },
): string | null {
  const { status, body } = answer;
  const code = status >= 400 ? String((body as { code?: string } | null)?.code) : null;
  if (expected !== null) {
    if (code !== null) return `should be answered, but is refused: ${status} ${code}`;
    const seen = marksIn(body);
    const wanted = [...expected].sort().join(', ');
    return seen === wanted ? null : `should see [${wanted}], but sees [${seen}]`;
  }
  if (code !== null) {
    const isRefusal = REFUSALS.has(code) || (!isVerbLocked && code === 'changed-meanwhile');
    return isRefusal ? null : `should be refused, but the call failed: ${status} ${code}`;
  }
  const isEmptyEnough =
    !isVerbLocked && endpoint.kind !== 'write' && (isEmpty(body) || isRefusalValue(body));
  return isEmptyEnough
    ? null
    : `should be refused, but is answered: ${JSON.stringify(body).slice(0, 160)}`;
}

const marksIn = (body: unknown): string => {
  const text = JSON.stringify(body);
  return (Object.keys(MARKS) as Mark[])
    .filter((mark) => text.includes(MARKS[mark]))
    .sort()
    .join(', ');
};

const isRefusalValue = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && (body as { kind?: string }).kind === 'refused';

/** Nothing in it: no row, no text, no number but 0. */
function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isEmpty);
  return value === null || value === '' || value === 0 || value === false;
}
