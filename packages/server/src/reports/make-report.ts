import { availableParallelism } from 'node:os';
import { Problem } from '@tirek/domain/problem';
import type { ExportCost, Report, ReportAudience, WaveFacts } from '@tirek/domain/reports';
import type { Language } from '@tirek/domain/text';
import { poolApart } from '../apart/pool-apart.ts';
import { costOf, type ExportProtection } from './exports/files-of.ts';
import { reportFor } from './report-for.ts';
import type { ReportMade, ReportOrder } from './report-worker.ts';

/** Reports made at the same time, the others wait: each takes a whole processor. */
const AT_ONCE = Math.min(2, availableParallelism());

/** From answers of so few all is made in less time than a process needs to start. */
const FEW = 20;

export const isOfFew = ({ responses }: WaveFacts) => responses.length <= FEW;

const makeApart = poolApart<ReportOrder, ReportMade>(
  new URL('./report-worker.ts', import.meta.url),
  AT_ONCE,
);

/**
 * The report of a wave as an audience would be told it, made where it holds up nobody else.
 * @throws Problem `report-too-small` when so few answered that it may not be told of them at all
 */
export async function makeReport(
  facts: WaveFacts,
  asked: { readonly language: Language; readonly audience: ReportAudience },
): Promise<Report> {
  if (isOfFew(facts)) return reportFor(facts, asked);
  const made = await makeApart({ facts, ...asked });
  if (made.kind === 'report') return made.report;
  throw problemOf(made);
}

/**
 * What the files of an export will cost, before there are any.
 * @throws Problem `export-too-few` where fewer people answered than must be alike
 */
export async function weighExport(
  facts: WaveFacts,
  protection: ExportProtection,
): Promise<ExportCost> {
  if (isOfFew(facts)) return costOf(facts, protection);
  const made = await makeApart({ facts, protection });
  if (made.kind === 'cost') return made.cost;
  throw problemOf(made);
}

const problemOf = (made: ReportMade) =>
  made.kind === 'problem' ? Problem.from(made.problem) : new Error('Something else was made.');
