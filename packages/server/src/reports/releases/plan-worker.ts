import { parentPort, workerData } from 'node:worker_threads';
import {
  type AnalysisPlan,
  type EarlierRelease,
  type PlannedReport,
  type PlanRefusal,
  runPlan,
  type WaveFacts,
} from '@tirek/domain/reports';
import type { Language } from '@tirek/domain/text';
import { formsOf } from '../forms-of.ts';

/** What the thread is started with. */
export interface PlanOrder {
  readonly plan: AnalysisPlan;
  readonly facts: WaveFacts;
  readonly languages: readonly Language[];
  readonly snapshot: string;
  readonly earlier: readonly EarlierRelease[];
}

export type PlanMessage =
  | { readonly kind: 'step'; readonly done: number }
  /** One outcome a language, or the refusal, which is the same in all. */
  | { readonly kind: 'outcomes'; readonly outcomes: ReadonlyArray<PlannedReport | PlanRefusal> };

/** Runs a plan apart from the thread that answers people, tells how far it is, hands the reports over and ends. */
const { languages, ...order } = workerData as PlanOrder;
const forms = formsOf(order.facts);
const tell = (message: PlanMessage) => parentPort?.postMessage(message);
const outcomes: (PlannedReport | PlanRefusal)[] = [];
for (const [place, language] of languages.entries()) {
  const outcome = runPlan(order.plan, {
    ...order,
    forms,
    language,
    onStep: (done) => tell({ kind: 'step', done: (place + done) / languages.length }),
  });
  outcomes.push(outcome);
  if (outcome.kind === 'refused') break;
}
tell({ kind: 'outcomes', outcomes });
