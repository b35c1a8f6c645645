import type { CompiledForm, Scale } from '../../instruments/index.ts';
import type { Table } from '../report.ts';
import { groupByItems } from '../sections/scales.ts';
import { scoreCases, subjectOfScales } from './gather-subjects.ts';
import { codedTable, type Plan, planTable, tellTo } from './plan.ts';
import {
  maskOfBands,
  maskOfDistribution,
  maskOfItems,
  maskOfLowRatings,
  maskOfSummary,
} from './table-mask.ts';

/** Masks of the items and scores of every scale. */
export function planScales(plan: Plan, forms: readonly CompiledForm[]): void {
  for (const form of forms) {
    for (const scales of groupByItems(form.pkg.scales)) planGroup(plan, form, scales);
  }
}

/** Scales over the same items, whose numbers are all bound to each other. */
function planGroup(plan: Plan, form: CompiledForm, scales: readonly Scale[]): void {
  const { policy, speech } = plan;
  const told = tellTo(
    plan,
    (reader) =>
      subjectOfScales(
        reader.facts.responses,
        { form, scales, distributions: codedDistributions(reader, form, scales) },
        speech,
      ),
    { own: tablesOf(form, scales) },
  );
  const distributions = codedDistributions(plan, form, scales);
  for (const scale of scales) {
    const name = `${form.code}-${scale.id}`;
    planTable(plan, `items-${name}`, () => maskOfItems(told));
    planTable(plan, `low-${name}`, () => maskOfLowRatings(told));
    planTable(plan, `scores-${name}`, (table) =>
      maskOfSummary(table, policy, () => ({ subject: told, prefix: scale.id })),
    );
    for (const set of scale.bandSets.keys()) {
      planTable(plan, `bands-${name}-${set}`, () => maskOfBands(told, { scale: scale.id, set }));
    }
    const table = distributions.get(scale.id);
    if (table) {
      plan.planned.set(`distribution-${name}`, { table, mask: maskOfDistribution(told, scale.id) });
    }
  }
}

/** Ids of every table that tells of the items or scores of these scales. */
function tablesOf(form: CompiledForm, scales: readonly Scale[]): string[] {
  return scales.flatMap(({ id, bandSets }) => {
    const name = `${form.code}-${id}`;
    return [
      ...['items', 'low', 'scores', 'distribution'].map((kind) => `${kind}-${name}`),
      ...[...bandSets.keys()].map((set) => `bands-${name}-${set}`),
    ];
  });
}

/** Tables of single scores whose ends hold enough people, by scale. */
function codedDistributions(
  plan: Plan,
  form: CompiledForm,
  scales: readonly Scale[],
): Map<string, Table> {
  return new Map(
    scales.flatMap((scale): [string, Table][] => {
      const cases = scoreCases(plan.facts.responses, form, scale);
      const tables = codedTable(plan, `distribution-${form.code}-${scale.id}`, cases);
      return tables && hasNoGaps(tables.coded) ? [[scale.id, tables.coded]] : [];
    }),
  );
}

/** A long distribution leaves out scores that nobody has; a gap between two rows would say so. */
function hasNoGaps({ rows }: Table): boolean {
  const starts = rows
    .filter(({ role, id }) => role === 'category' && !id.startsWith('<'))
    .map(({ id }) => Number.parseFloat(id));
  return starts.every((start, i) => i === 0 || start - starts[i - 1]! === 1);
}
