import { Problem } from '@tirek/domain/problem';
import type { ExportCost, Report, ReportAudience, WaveFacts } from '@tirek/domain/reports';
import type { Language } from '@tirek/domain/text';
import { carryOut } from '../apart/carry-out.ts';
import { costOf, type ExportProtection } from './exports/files-of.ts';
import { reportFor } from './report-for.ts';

/** A report as an audience would be told it, or what an export will cost. */
export type ReportOrder = { readonly facts: WaveFacts } & (
  | { readonly language: Language; readonly audience: ReportAudience }
  | { readonly protection: ExportProtection }
);

export type ReportMade =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'cost'; readonly cost: ExportCost }
  | { readonly kind: 'problem'; readonly problem: unknown };

/** Computes from the answers of a wave apart from the process that answers people. */
carryOut((order: ReportOrder, tell: (made: ReportMade) => void) => {
  try {
    tell(made(order));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell({ kind: 'problem', problem: error.toJSON() });
  }
});

function made({ facts, ...asked }: ReportOrder): ReportMade {
  return 'protection' in asked
    ? { kind: 'cost', cost: costOf(facts, asked.protection) }
    : { kind: 'report', report: reportFor(facts, asked) };
}
