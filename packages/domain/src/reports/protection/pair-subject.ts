import type { WaveResponse } from '../facts.ts';
import { pairAnswers, pairId, ticksOf } from '../paired-answers.ts';
import type { Row, Table } from '../report.ts';
import type { Variable } from '../variables.ts';
import {
  type Claim,
  countClaim,
  kindsFrom,
  type Subject,
  sumOf,
  type ToldSubject,
} from './subject.ts';
import type { TableMask } from './table-mask.ts';

/**
 * What the table of pairs tells of a question with several answers. A kind is one way of ticking its commonest answers, all of
 * them at once, so that no three pairs together give a fourth number away; what each answer has by itself is told beside them.
 * Null where there is no such table.
 */
export function subjectOfPairs(
  responses: readonly WaveResponse[],
  variable: Variable,
  table: string,
): Subject | null {
  const found = pairAnswers(responses, variable);
  if (!found) return null;
  const options = found.options.map(({ id }) => id);
  const patterns = Array.from({ length: 2 ** options.length }, (_, bits) =>
    options.filter((_, place) => (bits >> place) % 2 === 1),
  );
  const names = patterns.map(nameOf);
  const kinds = kindsFrom(
    names,
    ticksOf(responses, variable).map(({ ticks, respondent }) => ({
      kind: nameOf(options.filter((option) => ticks.has(option))),
      respondent,
    })),
  );
  const among = (isMeant: (ticked: readonly string[]) => boolean) =>
    patterns.filter(isMeant).map(nameOf);
  const alone = options.map(
    (id): Claim => ({
      ...countClaim(
        aloneKey(id),
        among((ticked) => ticked.includes(id)),
        names,
      ),
      wanted: 'first',
    }),
  );
  const pairs = found.pairs.flatMap((pair) => {
    const has = (one: boolean, other: boolean) =>
      among(
        (ticked) =>
          ticked.includes(pair.one.id) === one && ticked.includes(pair.other.id) === other,
      );
    const id = pairId(pair);
    // With both totals known, each of the four cells gives the other three.
    return [
      countClaim(id, has(true, true), names),
      countClaim(`${id} one`, has(true, false), names),
      countClaim(`${id} other`, has(false, true), names),
      countClaim(`${id} neither`, has(false, false), names),
    ];
  });
  return { id: table, kinds, claims: [...alone, ...pairs], known: [sumOf(names)] };
}

/**
 * A pair is told where its four cells are, and no pair at all unless every answer's own number is reckoned with as told; it
 * must be told in the table of the question, too.
 *
 * @param ticks what the question's own table tells
 */
export function maskOfPairs(
  { rows }: Pick<Table, 'rows'>,
  { told }: Pick<ToldSubject, 'told'>,
  ticks: Pick<ToldSubject, 'told'>,
): TableMask {
  const optionsOf = ({ id }: Row) => id.split('--');
  const isWhole = rows.flatMap(optionsOf).every((option) => told.has(aloneKey(option)));
  const isOpen = (row: Row) => isWhole && optionsOf(row).every((option) => ticks.told.has(option));
  const isPair = ({ id }: Row) =>
    [id, `${id} one`, `${id} other`, `${id} neither`].every((key) => told.has(key));
  return {
    tells: (row) => isPair(row),
    leavesOut: (row) => !isOpen(row),
    isSorted: true,
    keepsNotes: true,
  };
}

const aloneKey = (option: string) => `ticked ${option}`;

const nameOf = (ticked: readonly string[]) => `+${ticked.join('+')}`;
