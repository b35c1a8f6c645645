import { Problem } from '@tirek/domain/problem';
import {
  buildWaveReport,
  protectReport,
  type Report,
  type ReportAudience,
  type WaveFacts,
} from '@tirek/domain/reports';
import type { Language } from '@tirek/domain/text';
import { formsOf } from './forms-of.ts';

/**
 * The report of a wave as an audience would be told it.
 * @throws Problem `report-too-small` when so few answered that it may not be told of them at all
 */
export function reportFor(
  facts: WaveFacts,
  { language, audience }: { language: Language; audience: ReportAudience },
): Report {
  if (audience === 'internal') return buildWaveReport(facts, formsOf(facts), { language });
  const outcome = protectReport(facts, formsOf(facts), { language, audience });
  if (outcome.kind === 'refused') throw new Problem('report-too-small');
  return outcome.report;
}
