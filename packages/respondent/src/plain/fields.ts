/**
 * The fields of the form that works without script, by their names:
 *
 * | name | holds |
 * | --- | --- |
 * | `consent` | `yes` or `no` |
 * | `language` | language of the page |
 * | `version` | version of the consent text that was shown |
 * | `language` | language in which the page was drawn |
 * | `id` | UUIDv4 of the submission, made by the server for this page |
 * | `code` | one-time code |
 * | `shown.<form>` | paths of the questions that were on the page, parted by spaces |
 * | `a.<form>.<path>` | the answer: option id, `yes`/`no`, number, text; several for several ticks |
 * | `a.<form>.<path>:d`, `:m`, `:y` | day, month and year of a date |
 * | `x.<form>.<path>` | the reason for not answering |
 * | `rows.<form>.<path>` | how many rows of a roster |
 * | `confirm.<form>.<path>.<constraint>` | `yes`: this warning is right as it is |
 * | `helped` | signals for which help was shown, parted by spaces |
 * | `helping` | those for which the help page is being shown |
 * | `do` | the button: `send`, `rows` (draw again), `help.on` or `help.change` on the help page, or `language.<language>` |
 *
 * Form codes hold no dot, linkIds neither dot nor colon; a path is `linkId` or `roster/row/linkId`.
 */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** One of the names of the table, or of its parts. */
export type Kind = 'a' | 'x' | 'rows' | 'confirm';

export const fieldName = (kind: Kind, form: string, path: string) => `${kind}.${form}.${path}`;

/** The first value of a field, empty when it was not sent. */
export function fieldText(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** All values of a field. */
export function fieldTexts(fields: Fields, name: string): readonly string[] {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
