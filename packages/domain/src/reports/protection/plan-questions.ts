import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveFacts } from '../facts.ts';
import { observe } from '../observations.ts';
import type { Table } from '../report.ts';
import { isInScale } from '../sections/questions.ts';
import { listVariables, type Variable } from '../variables.ts';
import {
  numberCases,
  sizeCases,
  subjectOfChoice,
  subjectOfNumber,
  subjectOfSizes,
  subjectOfTicks,
} from './gather-subjects.ts';
import { maskOfPairs, subjectOfPairs } from './pair-subject.ts';
import { codedTable, type Plan, planTable, tellTo } from './plan.ts';
import type { Subject, ToldSubject } from './subject.ts';
import {
  maskOfRosterNumbers,
  maskOfRows,
  maskOfSizes,
  maskOfSummary,
  maskOfTicks,
} from './table-mask.ts';
import { withoutColumns } from './without-columns.ts';

/** By form and question. */
type Numbers = Map<string, ToldSubject>;

/** Masks of everything asked outside of scales. */
export function planQuestions(plan: Plan, forms: readonly CompiledForm[]): void {
  const numbers: Numbers = new Map();
  for (const form of forms) planForm(plan, form, numbers);
  planTable(plan, 'numeric-sample', (table) =>
    maskOfSummary(table, plan.policy, ({ id }) => {
      const names = forms.map(({ code }) => `${code}-${id}`).filter((name) => numbers.has(name));
      // Two forms may ask a question of the same name; then it is not known which one the row is about.
      return boundTo(names.length === 1 ? numbers.get(names[0]!) : undefined);
    }),
  );
}

function planForm(plan: Plan, form: CompiledForm, numbers: Numbers): void {
  const { facts, policy, speech } = plan;
  const { responses } = facts;
  const sizes = planSizes(plan, form);
  const own = listVariables(form, speech).filter((variable) => !isInScale(variable));
  for (const variable of own.filter((v) => !isConditional(v, facts))) {
    const name = `${form.code}-${variable.linkId}`;
    planTable(plan, `frequency-${name}`, (table) =>
      maskOfRows(
        table,
        tellTo(plan, inEach(table, variable, subjectOfChoice), { own: [table.id] }),
        policy,
      ),
    );
    planTable(plan, `multi-${name}`, (table) => {
      const ticks = tellTo(plan, inEach(table, variable, subjectOfTicks), { own: [table.id] });
      planPairs(plan, variable, ticks);
      return maskOfTicks(table, ticks, policy);
    });
    const cases = numberCases(responses, variable);
    for (const kind of ['classes', 'numbers']) {
      const tables = codedTable(plan, `${kind}-${name}`, cases);
      if (!tables) continue;
      const told = tellTo(
        plan,
        (reader) => {
          const theirs = numberCases(reader.facts.responses, variable);
          const inTables = codedTable(reader, `${kind}-${name}`, theirs);
          return inTables && subjectOfNumber(theirs, inTables);
        },
        {
          own: [`${kind}-${name}`],
          beside: ['numeric-sample', `numeric-${form.code}-${variable.roster}`],
        },
      );
      numbers.set(name, told);
      const parents = { policy, sizes: sizes.get(variable.roster ?? '') ?? null };
      plan.planned.set(`${kind}-${name}`, {
        table: tables.coded,
        mask:
          kind === 'numbers'
            ? maskOfRosterNumbers(tables.coded, told, parents)
            : maskOfRows(tables.coded, told, policy),
      });
    }
  }
  for (const roster of sizes.keys()) {
    planTable(plan, `numeric-${form.code}-${roster}`, (table) =>
      maskOfSummary(table, policy, ({ id }) => boundTo(numbers.get(`${form.code}-${id}`))),
    );
  }
}

/** Which answers of a question with several come together, beside what is told of each by itself. */
function planPairs(plan: Plan, variable: Variable, ticks: ToldSubject): void {
  const id = `pairs-${variable.form.code}-${variable.linkId}`;
  const exact = plan.exact.get(id);
  if (!exact) return;
  const told = tellTo(plan, ({ facts }) => subjectOfPairs(facts.responses, variable, id), {
    own: [id],
    beside: [`multi-${variable.form.code}-${variable.linkId}`],
  });
  // A probability corrected for all pairs rests on those that are hidden, too.
  const table = withoutColumns(exact, ['pHolm']);
  plan.planned.set(id, { table, mask: maskOfPairs(table, told, ticks) });
}

/** How many rows each respondent listed, for every roster of a form. */
function planSizes(plan: Plan, form: CompiledForm): Map<string, ToldSubject> {
  const sizes = new Map<string, ToldSubject>();
  for (const { linkId, type } of form.items) {
    if (type !== 'roster') continue;
    const id = `sizes-${form.code}-${linkId}`;
    const cases = sizeCases(plan.facts.responses, { form: form.code, roster: linkId });
    const tables = codedTable(plan, id, cases);
    if (!tables) continue;
    const told = tellTo(
      plan,
      (reader) => {
        const theirs = sizeCases(reader.facts.responses, { form: form.code, roster: linkId });
        const inTables = codedTable(reader, id, theirs);
        return inTables && subjectOfSizes(theirs, inTables);
      },
      { own: [id] },
    );
    sizes.set(linkId, told);
    plan.planned.set(id, { table: tables.coded, mask: maskOfSizes(told) });
  }
  return sizes;
}

/** The subject of a table as each wave has it. */
function inEach(
  { id }: Table,
  variable: Variable,
  subjectOf: (responses: WaveFacts['responses'], variable: Variable, table: Table) => Subject,
) {
  return ({ facts, exact }: Plan): Subject | null => {
    const table = exact.get(id);
    return table ? subjectOf(facts.responses, variable, table) : null;
  };
}

function boundTo(subject: ToldSubject | undefined) {
  return subject ? { subject, prefix: 'number' } : null;
}

/**
 * A question that was not asked of everybody: how many were asked is an answer to another question,
 * which might be hidden there.
 */
function isConditional(variable: Variable, { responses }: WaveFacts): boolean {
  return observe(responses, variable).some((o) => o.kind === 'absent' && o.reason === 'not-shown');
}
