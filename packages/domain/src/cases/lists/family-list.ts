import * as z from 'zod/mini';
import { Id } from '../../contract.ts';
import type { StuckPaper } from '../../people/papers/index.ts';
import type { AheadEvent } from '../ahead.ts';
import { ATTENTIONS } from '../case-entry.ts';
import type { CaseSummary } from '../contract.ts';

/** The lists that practitioners live in. Each follows from the families within reach; none is kept. */
export const FAMILY_LISTS = [
  ...['all', 'today', 'overdue', 'waiting', 'ages', 'releases', 'reviews', 'nobodys', 'papers'],
] as const;
export type FamilyListName = (typeof FAMILY_LISTS)[number];

/** A list and what of it is looked at; it stands in the address, and so it holds ids and words of closed lists only. */
export const ListFilter = z.object({
  list: z.enum(FAMILY_LISTS),
  age: z.nullable(z.int().check(z.minimum(1), z.maximum(18))),
  attention: z.nullable(z.enum(ATTENTIONS)),
  /** The account of the colleague who holds the families. */
  holder: z.nullable(Id),
});
export type ListFilter = z.infer<typeof ListFilter>;

export const WHOLE_LIST: ListFilter = { list: 'all', age: null, attention: null, holder: null };

type Task = CaseSummary['tasks'][number];

/** A family on a list, with what of it brought it there. */
export interface ListedFamily {
  readonly summary: CaseSummary;
  readonly tasks: readonly Task[];
  readonly events: readonly AheadEvent[];
  readonly papers: readonly StuckPaper[];
}

/** What an address says of a list; whatever it does not understand, or understands no more, it leaves out. */
export function readFilter(said: Readonly<Record<string, unknown>>): ListFilter {
  const shape = ListFilter.shape;
  const known = <Value>(schema: z.ZodMiniType<Value>, value: unknown, otherwise: Value): Value => {
    const read = z.safeParse(schema, value);
    return read.success ? read.data : otherwise;
  };
  return {
    list: known(shape.list, said.list, WHOLE_LIST.list),
    age: known(shape.age, Number(said.age), null),
    attention: known(shape.attention, said.attention, null),
    holder: known(shape.holder, said.holder, null),
  };
}

/** A list as an address has it: nothing stands there that holds anyhow. */
export const writeFilter = (filter: ListFilter): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) =>
      value === null || (name === 'list' && value === WHOLE_LIST.list) ? [] : [[name, value]],
    ),
  );

/** The families of a list, those with what comes first at the top; `decides`: whether the reader decides on what others wrote. */
export function familiesIn(
  cases: readonly CaseSummary[],
  filter: ListFilter,
  { decides }: { decides: boolean },
): ListedFamily[] {
  const listed = cases
    .filter(({ holderId }) => filter.holder === null || holderId === filter.holder)
    .filter(
      ({ status, attention }) =>
        filter.attention === null || (status === 'open' && attention === filter.attention),
    )
    .map((summary) => ({
      summary,
      tasks: summary.tasks.filter((task) => isListed(task, filter.list, decides)),
      events: summary.ahead.filter((event) => isAhead(event, filter)),
      papers: filter.list === 'papers' ? summary.stuck : [],
    }));
  if (filter.list === 'all') return listed;
  return listed
    .filter(({ tasks, events, papers }) => tasks.length + events.length + papers.length > 0)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

function order({ summary, tasks, events, papers }: ListedFamily): string {
  const days = [
    ...tasks.map(({ dueOn }) => dueOn),
    ...events.map(({ from }) => from),
    ...papers.map(({ since }) => since),
  ];
  return `${days.toSorted()[0]} ${summary.family.id}`;
}

/** What a practitioner is waited for with: a supervisor waits for her plan. */
const PLAN_TASKS: ReadonlySet<string> = new Set(['plan-due', 'plan-changed', 'plan-returned']);
const REVIEW_TASKS: ReadonlySet<string> = new Set(['review-due', 'review-moved', 'review-died']);

function isListed(task: Task, list: FamilyListName, decides: boolean): boolean {
  const isDue = task.standing === 'overdue' || task.standing === 'today';
  const isOwn = task.isFor === 'holder' || decides;
  switch (list) {
    case 'today':
      return isDue && isOwn;
    case 'overdue':
      return task.standing === 'overdue' && isOwn;
    case 'waiting':
      return decides ? task.isFor === 'supervisor' : PLAN_TASKS.has(task.kind);
    case 'reviews':
      return REVIEW_TASKS.has(task.kind) && task.standing === 'overdue';
    case 'nobodys':
      return task.kind === 'need-unheld';
    case 'releases':
      return task.kind.startsWith('release-');
    case 'all':
    case 'ages':
    case 'papers':
      return false;
  }
}

function isAhead(event: AheadEvent, { list, age }: ListFilter): boolean {
  if (list === 'releases') return event.kind === 'release';
  return list === 'ages' && event.kind === 'age' && (age === null || event.age === age);
}
