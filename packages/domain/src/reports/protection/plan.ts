import { type DisclosurePolicy, policyFor, readersOf } from '../disclosure/policy.ts';
import type { WaveFacts } from '../facts.ts';
import type { Report, Table } from '../report.ts';
import { tablesOf } from '../tables-of.ts';
import type { Speech } from '../variables.ts';
import { codeEnds, type NumberCase } from './code-ends.ts';
import type { Subject, ToldSubject } from './subject.ts';
import type { TableMask } from './table-mask.ts';
import { tellSubject } from './tell-subject.ts';

/** A table, with coded ends where it has some, and what of it is told. */
export type PlannedTable = { readonly table: Table; readonly mask: TableMask };

/** The tables of an exact report, one after the other getting their masks. */
export type Plan = {
  readonly facts: WaveFacts;
  readonly policy: DisclosurePolicy;
  readonly speech: Speech;
  readonly exact: ReadonlyMap<string, Table>;
  /** By the table's id; grows. */
  readonly planned: Map<string, PlannedTable>;
};

export function emptyPlan(
  report: Report,
  { facts, policy, speech }: Pick<Plan, 'facts' | 'policy' | 'speech'>,
): Plan {
  const exact = new Map(tablesOf(report).map((table) => [table.id, table]));
  return { facts, policy, speech, exact, planned: new Map() };
}

/** Plans a table if the report has it. */
export function planTable(plan: Plan, id: string, maskFor: (table: Table) => TableMask): void {
  const table = plan.exact.get(id);
  if (table) plan.planned.set(id, { table, mask: maskFor(table) });
}

/** The exact table and the one whose first and last rows hold enough people; null if the report has it not. */
export function codedTable(
  { exact, policy, speech }: Plan,
  id: string,
  cases: readonly NumberCase[],
): { exact: Table; coded: Table } | null {
  const table = exact.get(id);
  return table ? { exact: table, coded: codeEnds(table, cases, { policy, speech }) } : null;
}

/**
 * What of a subject the plan's audience may be told. The network reads what the public reads: what the
 * public would be told is held against all that the network's own report tells, and hidden where both
 * together would give away too much.
 *
 * @param subjectFor the subject as an audience's report tells it; ends are coded by its policy
 */
export function tellTo(plan: Plan, subjectFor: (plan: Plan) => Subject): ToldSubject {
  const subject = subjectFor(plan);
  const own = tellSubject(subject, plan.policy, null);
  let { told } = own;
  for (const reader of readersOf(plan.policy.audience)) {
    if (reader === plan.policy.audience) continue;
    const policy = policyFor(reader);
    const theirs = subjectFor({ ...plan, policy });
    const { told: keys } = tellSubject(theirs, policy, null);
    const read = theirs.claims.filter(({ key }) => keys.has(key)).flatMap(({ sums }) => sums);
    ({ told } = tellSubject({ ...subject, known: [...subject.known, ...read] }, policy, told));
  }
  return { ...own, told };
}
