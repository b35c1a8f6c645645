/** JSON's way of writing a text is one of R's too. */
export const rText = (value: string) => JSON.stringify(value);

/** A vector or a list with names; nothing is an empty one. */
export function rNamed(kind: 'c' | 'list', entries: ReadonlyArray<readonly [string, string]>) {
  return `${kind}(${entries.map(([name, value]) => `${rText(name)} = ${value}`).join(', ')})`;
}

export function rNumber(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return 'Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}
