import type { Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';
import type { RowGroup, ShapedTable } from '../tables/table-shape.ts';

/** Classes of whole years of which each ends where the next begins: “0–3, 3–6, 6–10” hold somebody of 3 twice. */
export function checkSharedLimits({ tables }: Scene): Finding[] {
  return tables.flatMap((table) => {
    const [group] = table.groups;
    const inHeads = group ? classesIn(group.heads, [table.title, ...group.heads]) : null;
    const heads = group && inHeads ? [finding(table, { line: table.line, ...inHeads })] : [];
    return [...heads, ...table.groups.flatMap((each) => inRows(table, each))];
  });
}

function inRows(table: ShapedTable, group: RowGroup): Finding[] {
  const labels = group.rows.filter(({ role }) => role === 'data');
  const about = [group.title, table.title, group.heads[table.labelColumn] ?? ''];
  const written = labels.map(({ label }) => label);
  const found = classesIn(written, [...about, ...written]);
  const [first] = labels.slice(found ? written.indexOf(found.classes[0]?.written ?? '') : 0);
  return found && first ? [finding(table, { line: first.line, ...found })] : [];
}

type AgeClass = { readonly from: number; readonly to: number; readonly written: string };
type Shared = { readonly classes: readonly AgeClass[]; readonly limits: readonly number[] };

/** Years people have lived or something has lasted; amounts of money have no next whole number to begin with. */
const YEARS =
  /\b(?:ages?|aged|years?(?: old)?|yrs?|y\.?\/?o\.?)\b|\d\s?[yу][oо](?!\p{L})|возраст|лет(?!\p{L})|года?(?!\p{L})|жас(?:ы|та|тағы|тан)?(?!\p{L})|жыл(?!\p{L})/iu;
/** A limit that is said not to count in, or a scale without whole steps. */
const HALF_OPEN =
  /[<≤[\]]|\b(?:under|below|up to|excl|exclusive|inclusive|incl|less than|not including)\b|(?<!\p{L})(?:до|менее|младше|включительно|не включая|исключая)(?!\p{L})|дейін|кіші|қоса алғанда|[$₸€]|\b(?:KZT|USD|tenge)\b|тенге|теңге/iu;
const CLOSED = /^\D{0,12}?(\d{1,3})\s?(?:[–—-]|to)\s?(\d{1,3})(?!\s?%)(?:\D{0,20})$/u;

/** Three classes at least, one after another, that touch in two limits or more; null for anything else. */
function classesIn(
  written: readonly string[],
  told: readonly (string | null | undefined)[],
): Shared | null {
  const words = told.filter(Boolean).join(' · ');
  if (!YEARS.test(words) || HALF_OPEN.test(words)) return null;
  const classes = written.flatMap((label): AgeClass[] => {
    const match = CLOSED.exec(label.trim());
    const [from, to] = [Number(match?.[1]), Number(match?.[2])];
    return match && from < to ? [{ from, to, written: label.trim() }] : [];
  });
  const limits = classes.slice(0, -1).flatMap(({ to }, at) => {
    const next = classes[at + 1];
    return next?.from === to ? [to] : [];
  });
  return classes.length >= 3 && limits.length >= 2 ? { classes, limits } : null;
}

function finding(
  table: ShapedTable,
  { line, classes, limits }: Shared & { readonly line: number },
): Finding {
  const written = classes.map((each) => each.written).join(', ');
  return {
    line,
    sheet: table.sheet,
    passage: written,
    printed: written,
    recomputed: limits.join(', '),
    reading: 'limits-shared',
    params: {
      first: classes[0]?.written ?? '',
      second: classes[1]?.written ?? '',
      limit: String(limits[0] ?? ''),
      limits: limits.join(', '),
    },
    certainty: 'possible',
    see: [],
  };
}
