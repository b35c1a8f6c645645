/** A stretch of a text that may tell who somebody is. */
export type Trace = { readonly kind: TraceKind; readonly text: string };

export const TRACE_KINDS = ['name', 'number', 'contact', 'date', 'place'] as const;
export type TraceKind = (typeof TRACE_KINDS)[number];

const CAPITAL = String.raw`\p{Lu}\p{Ll}+`;

/** In Kazakhstan a name is told by its patronymic, or by two capitals in a row that begin no sentence. */
const TRACES: ReadonlyArray<readonly [TraceKind, RegExp]> = [
  ['contact', /[\p{L}\d._-]+@[\p{L}\d.-]+|(?<=^|\s)@[\w.]{3,}|https?:\/\/\S+/gu],
  ['date', /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/gu],
  ['number', /(?:\+?\d[\d\s()-]{7,}\d)|\d{6,}/gu],
  ['name', new RegExp(String.raw`${CAPITAL}(?:қызы|ұлы|овна|евна|ович|евич)(?!\p{L})`, 'gu')],
  ['name', new RegExp(String.raw`(?<![.!?…:«"“]\s|^)(?<!\p{L})${CAPITAL}\s+${CAPITAL}`, 'gu')],
  ['name', new RegExp(String.raw`(?<!\p{L})${CAPITAL}\s+\p{Lu}\.(?:\s?\p{Lu}\.)?`, 'gu')],
  [
    'place',
    new RegExp(
      String.raw`(?:село|посёлок|поселок|улица|ул\.|район|школа\s*№|школе\s*№|№|street|village of|district)\s*(?:${CAPITAL}|\d+)|${CAPITAL}\s+(?:ауылы|ауданы|көшесі|ауылында|ауданында)`,
      'gu',
    ),
  ],
];

/**
 * What in a text might give somebody away: names, numbers, addresses. It finds the usual ones and misses others, so that a
 * text without a finding is not yet free of them: somebody has to read it.
 */
export function spotTraces(text: string): Trace[] {
  const found = TRACES.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, text: match[0].trim(), at: match.index })),
  ).sort((a, b) => a.at - b.at);
  return found
    .filter(
      (one, place) =>
        !found.some(
          (other, otherPlace) =>
            otherPlace !== place &&
            one.at >= other.at &&
            one.at + one.text.length <= other.at + other.text.length &&
            (one.text.length < other.text.length || otherPlace < place),
        ),
    )
    .map(({ kind, text: words }) => ({ kind, text: words }));
}
