/** A waiting answer: the columns of `survey_response` by name, all but the id and the day, which the shuffling job adds. */
export interface ArrivalRecord {
  readonly language: string;
  readonly consent_version: string;
  readonly consent_language: string;
  readonly answers: unknown;
  readonly scores: unknown;
  readonly form_versions: Readonly<Record<string, string>>;
  /** Keyed hash of a panel member's pseudonym. */
  readonly panel_hash: string | null;
}

/** Characters that JSON can write and PostgreSQL's jsonb refuses: NUL, and halves of a surrogate pair. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/** The record as JSON text that the database will be able to store later, whatever a phone sent. */
export function arrivalRecord(record: ArrivalRecord): string {
  const text = JSON.stringify(record);
  // The first is found far sooner than the second, and hardly ever there.
  if (!text.includes('\\u') || !UNSTORABLE.test(text)) return text;
  return JSON.stringify(record, (_, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  );
}

/** One row for `insertShuffled`: the record with what the job adds, without parsing it again. */
export function withPlace(record: string, id: string, receivedOn: string): string {
  return `{"id":"${id}","received_on":"${receivedOn}",${record.slice(1)}`;
}
