import { formatDate, type Language, type Params } from '@tirek/domain/text';

/** A problem's details as its sentence takes them: dates as she reads them, anything but texts and numbers left out. */
export function refusalParams(
  details: Readonly<Record<string, unknown>>,
  language: Language,
): Params {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'number') params[name] = value;
    if (typeof value === 'string') {
      params[name] = /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value, language) : value;
    }
  }
  return params;
}
