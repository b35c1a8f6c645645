import {
  type AnalysisPlan,
  type Certificate,
  type EarlierRelease,
  type OtherWave,
  type PlannedReport,
  type PlanRefusal,
  runPlan,
  type Seal,
  sealReport,
  type WaveFacts,
} from '@tirek/domain/reports';
import type { Language } from '@tirek/domain/text';
import { carryOut } from '../../apart/carry-out.ts';
import { formsOf } from '../forms-of.ts';

/** What the process is asked for. */
export interface PlanOrder {
  readonly plan: AnalysisPlan;
  readonly facts: WaveFacts;
  readonly languages: readonly Language[];
  readonly snapshot: string;
  readonly earlier: readonly EarlierRelease[];
  readonly otherWaves: readonly OtherWave[];
  readonly apart: readonly EarlierRelease[];
  /** For a report that shall be frozen: its figures are checked, and it says so. Null for a look at it. */
  readonly seal: Seal | null;
}

export type PlanOutcome = (PlannedReport & { readonly certificate?: Certificate }) | PlanRefusal;

export type PlanMessage =
  | { readonly kind: 'step'; readonly done: number }
  /** One outcome a language, or the refusal, which is the same in all. */
  | { readonly kind: 'outcomes'; readonly outcomes: readonly PlanOutcome[] };

/** Runs a plan apart from the process that answers people, tells how far it is and hands the reports over. */
carryOut(({ languages, seal, ...order }: PlanOrder, tell: (message: PlanMessage) => void) => {
  const forms = formsOf(order.facts);
  const outcomes: PlanOutcome[] = [];
  for (const [place, language] of languages.entries()) {
    const outcome = runPlan(order.plan, {
      ...order,
      forms,
      language,
      onStep: (done) => tell({ kind: 'step', done: (place + done) / languages.length }),
    });
    const isSealed = outcome.kind === 'report' && seal !== null;
    outcomes.push(isSealed ? { ...outcome, ...sealReport(outcome.report, seal) } : outcome);
    if (outcome.kind === 'refused') break;
  }
  tell({ kind: 'outcomes', outcomes });
});
