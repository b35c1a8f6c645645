import type { Told } from '../needs/told-rows.ts';
import type { Report } from '../report.ts';
import type { BriefTexts } from './brief-texts.ts';

/** What a brief is read from: a report already protected for its readers, never the answers. */
export type Source = Told & {
  readonly report: Report;
  readonly b: BriefTexts;
};
