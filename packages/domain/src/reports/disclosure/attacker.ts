/**
 * Somebody with all printed tables and time. For tests: shares no code with the engine and knows
 * nothing but what was printed.
 */

/** What was printed of a group: a number, or that it is hidden. */
export type Printed = {
  readonly group: Readonly<Record<string, readonly string[]>>;
  readonly number: number | 'hidden';
};

export type Bounds = { readonly low: number; readonly high: number };

/**
 * Everything that follows from printed tables by additions: groups are split where they differ in one
 * variable (all children = girls + boys; ages 0 to 11 = 0 to 5 + 6 to 11; all - a region), sums are
 * solved exactly, and ends are narrowed until nothing moves, since nobody counts below 0.
 *
 * @returns what is known of every group that was printed or that a difference of two printed ones makes
 */
export function workOut(
  printed: readonly Printed[],
  variables: Readonly<Record<string, readonly string[]>>,
): Map<string, Bounds> {
  const groups = new Map<string, Printed['group']>();
  const numbers = new Map<string, number>();
  for (const { group, number } of printed) {
    const name = nameOf(group, variables);
    groups.set(name, group);
    if (number !== 'hidden') numbers.set(name, number);
  }
  const sums = sumsAmong(groups, variables);
  const bounds = new Map<string, Bounds>();
  for (const name of groups.keys()) {
    const number = numbers.get(name);
    bounds.set(name, { low: number ?? 0, high: number ?? Number.POSITIVE_INFINITY });
  }
  for (const [name, number] of solved(sums, numbers))
    bounds.set(name, { low: number, high: number });
  for (let moved = true; moved; ) moved = sums.some((sum) => narrow(sum, bounds));
  return bounds;
}

export function nameOf(
  group: Printed['group'],
  variables: Readonly<Record<string, readonly string[]>>,
): string {
  return Object.keys(variables)
    .sort()
    .map((v) => {
      const values = group[v] ?? variables[v]!;
      return values.length === variables[v]!.length ? '*' : [...values].sort().join('+');
    })
    .join(' / ');
}

type Sum = { readonly whole: string; readonly parts: readonly string[] };

/** Wholes and parts: one group is two or more others that differ in a single variable and do not overlap. */
function sumsAmong(
  groups: Map<string, Printed['group']>,
  variables: Readonly<Record<string, readonly string[]>>,
): Sum[] {
  const sums: Sum[] = [];
  for (const variable of Object.keys(variables)) {
    const all = variables[variable]!;
    const lines = new Map<string, string[]>();
    for (const [name, group] of groups) {
      const rest = nameOf({ ...group, [variable]: all }, variables);
      lines.set(rest, [...(lines.get(rest) ?? []), name]);
    }
    for (const names of lines.values()) {
      const valuesOf = (name: string) => groups.get(name)![variable] ?? all;
      for (const whole of names) {
        const outer = valuesOf(whole);
        const inside = names.filter(
          (name) =>
            valuesOf(name).length < outer.length && valuesOf(name).every((v) => outer.includes(v)),
        );
        for (const first of inside) {
          const parts = [first];
          let left = outer.filter((v) => !valuesOf(first).includes(v));
          for (const next of inside) {
            if (!valuesOf(next).every((v) => left.includes(v))) continue;
            parts.push(next);
            left = left.filter((v) => !valuesOf(next).includes(v));
          }
          if (left.length > 0) {
            const group = { ...groups.get(whole)!, [variable]: left };
            const rest = nameOf(group, variables);
            if (!groups.has(rest)) groups.set(rest, group);
            parts.push(rest);
          }
          sums.push({ whole, parts });
        }
      }
    }
  }
  return sums;
}

/** Solves the sums for what is not printed, by elimination. */
function solved(sums: readonly Sum[], numbers: ReadonlyMap<string, number>): Map<string, number> {
  const unknown = [
    ...new Set(
      sums.flatMap(({ whole, parts }) => [whole, ...parts]).filter((n) => !numbers.has(n)),
    ),
  ];
  const place = new Map(unknown.map((name, i) => [name, i]));
  const rows = sums.map(({ whole, parts }) => {
    const row = new Array<number>(unknown.length + 1).fill(0);
    const put = (name: string, sign: number) => {
      const known = numbers.get(name);
      if (known === undefined) row[place.get(name)!]! += sign;
      else row[unknown.length]! -= sign * known;
    };
    put(whole, 1);
    for (const part of parts) put(part, -1);
    return row;
  });
  let done = 0;
  for (let column = 0; column < unknown.length && done < rows.length; column += 1) {
    const at = rows.findIndex((row, i) => i >= done && Math.abs(row[column]!) > 1e-9);
    if (at < 0) continue;
    [rows[done], rows[at]] = [rows[at]!, rows[done]!];
    const lead = rows[done]!;
    const factor = lead[column]!;
    for (let k = column; k < lead.length; k += 1) lead[k]! /= factor;
    for (const [i, row] of rows.entries()) {
      const times = row[column]!;
      if (i === done || Math.abs(times) < 1e-12) continue;
      for (let k = column; k < row.length; k += 1) row[k]! -= times * lead[k]!;
    }
    done += 1;
  }
  const found = new Map<string, number>();
  for (const row of rows.slice(0, done)) {
    const used = unknown.filter((_, i) => Math.abs(row[i]!) > 1e-9);
    if (used.length === 1) found.set(used[0]!, Math.round(row[unknown.length]!));
  }
  return found;
}

/** Draws the ends of one sum together; whether anything moved. */
function narrow({ whole, parts }: Sum, bounds: Map<string, Bounds>): boolean {
  const of = (name: string) => bounds.get(name) ?? { low: 0, high: Number.POSITIVE_INFINITY };
  let moved = false;
  const set = (name: string, low: number, high: number) => {
    const old = of(name);
    const next = { low: Math.max(old.low, low), high: Math.min(old.high, high) };
    if (next.low > old.low || next.high < old.high) {
      bounds.set(name, next);
      moved = true;
    }
  };
  const add = (end: 'low' | 'high', without?: string) =>
    parts.reduce((sum, part) => sum + (part === without ? 0 : of(part)[end]), 0);
  set(whole, add('low'), add('high'));
  for (const part of parts) {
    set(part, of(whole).low - add('high', part), of(whole).high - add('low', part));
  }
  return moved;
}
