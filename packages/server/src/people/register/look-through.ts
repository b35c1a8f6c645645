import {
  identityTokens,
  type Known,
  knownBy,
  matchOf,
  mostOf,
  type PersonCard,
} from '@tirek/domain/people';
import {
  type Alike,
  ASKED_FROM,
  FileAlikes,
  isAsked,
  MOST_ALIKE,
  type RegisterRow,
} from '@tirek/domain/people/register';
import type { Tx } from '../../db/database.ts';
import { asOnePerson, cardOf, type FoundRecord } from '../searching/cards.ts';
import { hashTokens } from '../vault/name-hashes.ts';
import { listAwayAmong } from '../vault/queries.ts';
import type { KeyFor } from '../vault/sealed-identity.ts';
import { searchRegister } from './queries.ts';

/** So many rows are searched at once, and so many compared before others are answered. */
const SLICE = 250;
const TURN = 25;

interface Looking {
  readonly tx: Tx;
  readonly importId: string;
  readonly programmeId: string;
  readonly keyFor: KeyFor;
  /** Called after each slice. */
  tell(done: number): Promise<void>;
}

interface Opened {
  readonly found: ReturnType<typeof asOnePerson<FoundRecord>>;
  readonly known: Known;
  readonly isAway: boolean;
}

/**
 * Looks for every row in the whole programme and among the rows before it, as a search before a registration does: by the same
 * tokens, with the same scores.
 * @returns those rows about which a person has to decide
 */
export async function lookThrough(
  rows: readonly RegisterRow[],
  { tx, importId, programmeId, keyFor, tell }: Looking,
): Promise<Alike[]> {
  const opened = new Map<string, Opened>();
  const inFile = new FileAlikes();
  const asked: Alike[] = [];
  for (let from = 0; from < rows.length; from += SLICE) {
    const slice = rows.slice(from, from + SLICE);
    const wanted = slice.map(({ identity }, place) => ({
      place,
      tokens: hashTokens(identityTokens(identity), programmeId, keyFor),
    }));
    const known = [...opened.keys()];
    const candidates = await searchRegister(tx, importId, { rows: wanted, known });
    const peopleOf = Array.from(slice, (): string[] => []);
    const handed = Map.groupBy(candidates, ({ standsFor }) => standsFor);
    const away = await listAwayAmong(tx, [...handed.keys()]);
    for (const [personId, found] of handed) {
      const records = found.filter((record) => record.sealed !== null);
      if (records.length > 0) {
        opened.set(personId, openedPerson(records, { keyFor, isAway: away.has(personId) }));
      }
      for (const place of found[0]?.places ?? []) peopleOf[place]?.push(personId);
    }
    await turn();
    for (const [place, row] of slice.entries()) {
      const hers = knownBy(row);
      const cards = (peopleOf[place] ?? [])
        .flatMap((personId) => cardsOf(personId, opened.get(personId), hers))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, MOST_ALIKE);
      const others = inFile.add(row);
      if (cards.length + others.length > 0) asked.push({ line: row.line, cards, rows: others });
      if (place % TURN === 0) await turn();
    }
    await tell(Math.min(rows.length, from + SLICE));
  }
  return asked;
}

function openedPerson(
  records: readonly FoundRecord[],
  { keyFor, isAway }: { readonly keyFor: KeyFor; readonly isAway: boolean },
): Opened {
  const found = asOnePerson(records, keyFor);
  return { found, known: knownBy(found), isAway };
}

function cardsOf(personId: string, person: Opened | undefined, hers: Known): PersonCard[] {
  if (!person || mostOf(hers, person.known) < ASKED_FROM) return [];
  const match = matchOf(hers, person.known);
  return isAsked(match) ? [cardOf(personId, person.found, { match, isAway: person.isAway })] : [];
}

/** Lets others be answered meanwhile. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
