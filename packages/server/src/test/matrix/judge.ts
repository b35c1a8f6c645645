import type { Endpoint } from '@tirek/domain/contract';
import type { RawAnswer } from '../test-client.ts';
import { positionsOf } from './positions.ts';
import { MARKS, type Mark } from './world.ts';

/** One endpoint of the reviewed file: who may, and which marks she then sees. Everybody else is refused. */
export type ReviewedRow = Readonly<Record<string, readonly string[]>>;

/**
 * Reviewed word for a reading that answers with what ships with the program (its instruments, its built-in consents) besides
 * rows. No policy stands before that, so with the verb lock off such an answer must only be free of marks.
 */
const SHIPS_WITH_PROGRAM = 'ships-with-program';

/** What the reviewed row says of one position: the marks seen, or null where it is refused. A later word overrules an earlier one. */
function expectedOf(row: ReviewedRow, position: string): readonly string[] | null {
  return Object.entries(row)
    .filter(([word]) => word !== SHIPS_WITH_PROGRAM && positionsOf(word).includes(position))
    .reduce<readonly string[] | null>((_, [, marks]) => marks, null);
}

/** Problems that say no. Anything else (invalid input, a clash) means that the builder made no valid call. */
const REFUSALS = new Set([
  'not-signed-in',
  'second-factor-needed',
  'session-locked',
  'proof-needed',
  'not-allowed',
  'not-found',
  'already-done',
]);
/** Where only the policy holds, a write that reached no row is told as a clash with what is there. */
const CLASH = 409;

/**
 * Compares an answer with the reviewed row; null when they agree, else what is wrong.
 * With the verb lock off a reading may be answered emptily where it should be refused; a write may not.
 */
export function disagreement(
  row: ReviewedRow,
  position: string,
  answer: RawAnswer,
  { endpoint, isVerbLocked }: { endpoint: Endpoint; isVerbLocked: boolean },
): string | null {
  const expected = expectedOf(row, position);
  const { status, body } = answer;
  const code = status >= 400 ? String((body as { code?: string } | null)?.code) : null;
  if (expected !== null) {
    if (code !== null) return `should be answered, but is refused: ${status} ${code}`;
    const seen = marksIn(body);
    const wanted = [...expected].sort().join(', ');
    return seen === wanted ? null : `should see [${wanted}], but sees [${seen}]`;
  }
  if (code !== null) {
    const isRefusal = REFUSALS.has(code) || (!isVerbLocked && status === CLASH);
    return isRefusal ? null : `should be refused, but the call failed: ${status} ${code}`;
  }
  const isHarmless = SHIPS_WITH_PROGRAM in row && marksIn(body) === '';
  const isEmptyEnough =
    !isVerbLocked &&
    endpoint.kind !== 'write' &&
    (isEmpty(body) || isRefusalValue(body) || isHarmless);
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
