/** What is wrong with a file that comes in; the catalogue `form-exchange` has a reason and a remedy for each. */
export const REFUSAL_CODES = [
  'answer-not-fitting',
  'absence-unknown',
  'element-not-held',
  'expression-altered',
  'expression-not-held',
  'extension-not-held',
  'language-not-held',
  'list-differs',
  'name-not-held',
  'nested-too-deep',
  'not-readable',
  'options-elsewhere',
  'package-contradicts',
  'score-altered',
  'signed-off',
  'source-changed',
  'text-not-free',
  'type-not-held',
  'value-not-held',
  'word-missing',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Where it stands: an item of a FHIR resource, or a cell of a workbook. */
export type ExchangePlace =
  | { kind: 'item'; linkId: string }
  | { kind: 'cell'; sheet: string; row: number; column: string }
  | { kind: 'whole' };

/** One thing that our profile does not hold, so that the whole file stays out; or, as a note, that was left behind. */
export type Refusal = { code: RefusalCode; place: ExchangePlace; found: string };

/** What came of reading a file. `leftOut` is what the package does without and loses nothing a respondent meets. */
export type ReadIn<T> =
  | { kind: 'read'; value: T; leftOut: Refusal[] }
  | { kind: 'refused'; refusals: Refusal[] };

/** Collects what is refused while a file is read to its end: somebody who mends it sees all at once. */
export class RefusalList {
  readonly refusals: Refusal[] = [];
  readonly leftOut: Refusal[] = [];

  refuse(code: RefusalCode, place: ExchangePlace, found: unknown): void {
    this.refusals.push({ code, place, found: shown(found) });
  }

  leave(code: RefusalCode, place: ExchangePlace, found: unknown): void {
    this.leftOut.push({ code, place, found: shown(found) });
  }

  /** The value where nothing was refused. */
  outcome<T>(value: T): ReadIn<T> {
    return this.refusals.length > 0
      ? { kind: 'refused', refusals: this.refusals }
      : { kind: 'read', value, leftOut: this.leftOut };
  }
}

const LONGEST_SHOWN = 120;

function shown(found: unknown): string {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? '');
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}
