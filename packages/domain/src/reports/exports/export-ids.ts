import { Problem } from '../../problem.ts';

/** Random bytes; handed in, since the domain has no chance of its own. */
export type RandomBytes = (count: number) => Uint8Array;

/** The first sign is a letter, so that no program takes an id for a number. */
const FIRST = 'bcdfghjkmnpqrstv';
/** 32 signs of one case, without the letters that are taken for 0 and 1. */
const REST = 'abcdefghijkmnpqrstuvwxyz23456789';
/** A short string of SPSS. */
const LENGTH = 8;

/**
 * Ids for the rows of one export: 39 random bits each, all different, made anew for every export, so
 * that neither the ids of the programme nor two exports can be joined by them.
 * @throws Problem `internal` when chance says nothing new
 */
export function exportIds(count: number, random: RandomBytes): string[] {
  const ids = new Set<string>();
  while (ids.size < count) {
    const before = ids.size;
    const bytes = random((count - before) * LENGTH);
    for (let at = 0; at < bytes.length; at += LENGTH) {
      ids.add(idOf(bytes.subarray(at, at + LENGTH)));
    }
    if (ids.size === before) throw new Problem('internal', { missing: 'chance' });
  }
  return [...ids];
}

function idOf(bytes: Uint8Array): string {
  let id = FIRST[(bytes[0] ?? 0) & 15] ?? '';
  for (let at = 1; at < bytes.length; at += 1) id += REST[(bytes[at] ?? 0) & 31];
  return id;
}
