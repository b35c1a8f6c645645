import {
  type Known,
  knownBy,
  type Match,
  matchOf,
  mostOf,
} from '../matching/compare-identities.ts';
import { namesSearched } from '../matching/names-searched.ts';
import { pieceTokens } from '../names/name-tokens.ts';
import type { RegisterRow } from './read-register.ts';

/** From here on somebody has to say whether two are one: the same names alone reach it, as do one birthday and a married name. */
export const ASKED_FROM = 60;
/** So many candidates of one row are shown. */
export const MOST_ALIKE = 3;

/** Whether a person must say of two that they are one or two. */
export const isAsked = ({ score }: Match): boolean => score >= ASKED_FROM;

export interface AlikeRow extends Match {
  readonly line: number;
}

/** Beyond so many rows a piece of a name says nothing. */
const COMMON = 150;
const COMPARED = 15;

/**
 * Finds rows of one file that may be the same person, each with earlier rows only, so that a pair is asked about once. Two of one
 * family whose first names differ are brothers and sisters.
 * Works row by row: a long file is read in pieces, and others are answered meanwhile.
 */
export class FileAlikes {
  readonly #places = new Map<string, number[]>();
  readonly #known: { readonly row: RegisterRow; readonly known: Known }[] = [];

  /** @returns those of the rows before that may be her, the likeliest first */
  add(row: RegisterRow): AlikeRow[] {
    const known = knownBy(row);
    const { identity } = row;
    // Where every piece of a name is common, the whole name still is not.
    const whole = identity.names.map((name) => `whole ${namesSearched(name)}`);
    const tokens = [...pieceTokens(identity), ...whole];
    const shared = new Map<number, number>();
    for (const token of tokens) {
      const places = this.#places.get(token) ?? [];
      if (places.length > COMMON) continue;
      for (const place of places) {
        shared.set(place, (shared.get(place) ?? 0) + 1 / (1 + places.length));
      }
    }
    const place = this.#known.push({ row, known }) - 1;
    for (const token of tokens) {
      const places = this.#places.get(token);
      if (places) places.push(place);
      else this.#places.set(token, [place]);
    }
    return [...shared]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, COMPARED)
      .flatMap(([at]) => {
        const other = this.#known[at];
        if (!other || mostOf(known, other.known) < ASKED_FROM) return [];
        const match = matchOf(known, other.known);
        const areKin = other.row.family === row.family && match.reasons.includes('given-differs');
        return isAsked(match) && !areKin ? [{ line: other.row.line, ...match }] : [];
      })
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST_ALIKE);
  }
}
