import * as z from 'zod/mini';
import { Report } from './report.ts';

/** The published JSON form of a report: keys in the order of the schema, numbers unrounded, one line feed at the end. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(Report.parse(report), null, 2)}\n`;
}

/** JSON Schema (2020-12) of what `reportJson` writes. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(Report);
}
