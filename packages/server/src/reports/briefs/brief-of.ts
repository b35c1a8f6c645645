import { Problem } from '@tirek/domain/problem';
import type { Report } from '@tirek/domain/reports';
import {
  type Brief,
  type BriefKind,
  type BriefReceipt,
  buildBrief,
  buildRegionSheet,
  listPlaces,
  sourceOf,
} from '@tirek/domain/reports/brief';
import { formsOf } from '../forms-of.ts';

/** What was asked for, and from what. */
export type BriefOrder = {
  readonly kind: BriefKind;
  readonly place?: string | undefined;
  readonly receipt: BriefReceipt;
};

/**
 * A brief from a report as its readers may see it, live or frozen; the answers are not asked.
 * @throws Problem `not-found` when the report tells nothing of the place
 */
export function briefOf(report: Report, { kind, place = '', receipt }: BriefOrder): Brief {
  const forms = formsOf(report);
  const brief =
    kind === 'brief'
      ? buildBrief(report, forms, receipt)
      : buildRegionSheet(report, { forms, place }, receipt);
  if (!brief) throw new Problem('not-found', { place });
  return brief;
}

/** The kinds of place that a region sheet can be about. */
export const placesOf = (report: Report): { id: string; label: string }[] =>
  listPlaces(sourceOf(report, formsOf(report))).map(({ id, label }) => ({ id, label }));
