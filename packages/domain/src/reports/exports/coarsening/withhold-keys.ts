import { Problem } from '../../../problem.ts';
import { type Codes, classesOf, familiesIn, WITHHELD } from './classes.ts';

/**
 * Withholds cells of keys until every class that is left has at least k families. Rows that stand in too small a class lose one
 * key after the other, each time the one that puts most of them into large enough company; the last of them lose all keys,
 * together with whole small classes where they would be too few.
 *
 * @param columns what each row shows of each key; not changed
 * @returns the same with `WITHHELD` in some cells
 * @throws Problem `export-too-few` where the whole table has fewer families
 */
export function withholdKeys(
  columns: readonly Codes[],
  { owners, k }: { readonly owners: Int32Array; readonly k: number },
): Codes[] {
  const told = columns.map((codes) => codes.slice());
  const everybody = Array.from(owners, (_, row) => row);
  if (familiesAmong(everybody, owners) < k) throw new Problem('export-too-few', { k });
  let exposed = rowsBelow(told, owners, k, everybody);
  const left = new Set(told.keys());
  while (exposed.length > 0 && left.size > 0) {
    const place = nextToLose(told, [...left], { owners, k, exposed });
    left.delete(place);
    for (const row of exposed) told[place]![row] = WITHHELD;
    exposed = rowsBelow(told, owners, k, exposed);
  }
  while (exposed.length > 0) {
    const company = smallestClass(told, owners, new Set(exposed));
    exposed = [...exposed, ...company].sort((a, b) => a - b);
    for (const codes of told) for (const row of exposed) codes[row] = WITHHELD;
    if (familiesAmong(exposed, owners) >= k) break;
  }
  return told;
}

function nextToLose(
  told: readonly Codes[],
  left: readonly number[],
  given: { readonly owners: Int32Array; readonly k: number; readonly exposed: readonly number[] },
): number {
  const { owners, k, exposed } = given;
  let best = { place: left[0]!, saved: -1, varied: -1 };
  for (const place of left) {
    const without = told.filter((_, i) => i !== place);
    const stay = rowsBelow(without, owners, k, exposed).length;
    const varied = new Set(exposed.map((row) => told[place]![row])).size;
    const saved = exposed.length - stay;
    if (saved > best.saved || (saved === best.saved && varied > best.varied)) {
      best = { place, saved, varied };
    }
  }
  return best.place;
}

/** Those of the rows that stand, among each other, in classes of fewer than k families. */
function rowsBelow(
  columns: readonly Codes[],
  owners: Int32Array,
  k: number,
  rows: readonly number[],
): number[] {
  const classes = classesOf(
    columns.map((codes) => Int32Array.from(rows, (row) => codes[row]!)),
    rows.length,
  );
  const families = familiesIn(
    classes,
    Int32Array.from(rows, (row) => owners[row]!),
  );
  return rows.filter((_, i) => families[classes[i]!]! < k);
}

/** The rows of the smallest class apart from some; of equal ones the one whose codes come first, whatever the order of rows. */
function smallestClass(
  columns: readonly Codes[],
  owners: Int32Array,
  apart: ReadonlySet<number>,
): number[] {
  const groups = new Map<string, number[]>();
  owners.forEach((_, row) => {
    if (apart.has(row)) return;
    const sign = columns.map((codes) => codes[row]).join();
    groups.set(sign, [...(groups.get(sign) ?? []), row]);
  });
  const ordered = [...groups].sort(
    ([signA, a], [signB, b]) => a.length - b.length || (signA < signB ? -1 : 1),
  );
  return ordered[0]?.[1] ?? [];
}

const familiesAmong = (rows: readonly number[], owners: Int32Array) =>
  new Set(rows.map((row) => owners[row])).size;
