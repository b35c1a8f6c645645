import { type DisclosurePolicy, policyFor, readersOf } from '../disclosure/policy.ts';
import type { WaveFacts } from '../facts.ts';
import type { Report, Table } from '../report.ts';
import { tablesOf } from '../tables-of.ts';
import type { Speech } from '../variables.ts';
import { codeEnds, type NumberCase } from './code-ends.ts';
import { holdBeside } from './hold-beside.ts';
import type { OtherWave } from './other-wave.ts';
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
  /** Waves told of before, in which some of the same people are found. */
  readonly waves: readonly PlannedWave[];
  /** Tables of which nothing is left to tell beside another wave, with the number of its release; grows. */
  readonly lost: { readonly tables: readonly string[]; readonly release: number }[];
};

export function emptyPlan(
  report: Report,
  {
    facts,
    policy,
    speech,
    waves = [],
  }: Pick<Plan, 'facts' | 'policy' | 'speech'> & Partial<Pick<Plan, 'waves'>>,
): Plan {
  const exact = new Map(tablesOf(report).map((table) => [table.id, table]));
  return { facts, policy, speech, exact, planned: new Map(), waves, lost: [] };
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

/** Ids of the tables that tell of one subject alone, and of those that tell of others as well. */
export type SubjectTables = {
  readonly own: readonly string[];
  readonly beside?: readonly string[];
};

/** A wave told of before, with what its own exact report says. */
export type PlannedWave = { readonly wave: OtherWave; readonly plan: Plan };

/**
 * What of a subject the plan's audience may be told. The network reads what the public reads: what the
 * public would be told is held against all that the network's own report tells, and hidden where both
 * together would give away too much. The same holds beside waves told of before.
 *
 * @param subjectFor the subject as an audience's report tells it; ends are coded by its policy. Null in a wave that has it not
 * @param tables where it is told of; none where it is not about respondents
 */
export function tellTo(
  plan: Plan,
  subjectFor: (plan: Plan) => Subject | null,
  tables: SubjectTables = { own: [] },
): ToldSubject {
  const subject = subjectFor(plan);
  if (!subject) throw new Error('A table of the report without a subject.');
  const own = tellSubject(subject, plan.policy, null);
  let { told } = own;
  for (const reader of readersOf(plan.policy.audience)) {
    if (reader === plan.policy.audience) continue;
    const policy = policyFor(reader);
    const theirs = subjectFor({ ...plan, policy });
    if (!theirs) continue;
    const read = sumsOf(theirs, tellSubject(theirs, policy, null).told);
    ({ told } = tellSubject({ ...subject, known: [...subject.known, ...read] }, policy, told));
  }
  for (const other of plan.waves) {
    const isTold = [...tables.own, ...(tables.beside ?? [])].some((id) =>
      other.wave.tables.includes(id),
    );
    if (!isTold) continue;
    const before = told;
    told = tellBeside(plan, other, { subjectFor, tables, told });
    if (before.size > 0 && told.size === 0) {
      plan.lost.push({ tables: tables.own, release: other.wave.release });
    }
  }
  return { ...own, told };
}

/** Those keys that may be told beside a wave, to everybody who has read of it. */
function tellBeside(
  plan: Plan,
  { wave, plan: planThen }: PlannedWave,
  {
    subjectFor,
    tables,
    told,
  }: {
    subjectFor: (plan: Plan) => Subject | null;
    tables: SubjectTables;
    told: ReadonlySet<string>;
  },
): ReadonlySet<string> {
  const now = subjectFor(plan);
  const then = wholeSubject(planThen, subjectFor);
  if (!now || !then) return told;
  const places = placesOf(wave, plan.facts);
  return readersOf(plan.policy.audience).reduce((allowed, reader) => {
    const isOwn = reader === plan.policy.audience;
    if (!isOwn && wave.audience === 'public') return allowed;
    if (isOwn && reader === 'public' && wave.audience === 'network') return allowed;
    const policy = isOwn ? plan.policy : policyFor(reader);
    const theirs = { ...plan, policy, lost: [] };
    const read = isOwn
      ? []
      : sumsOf(subjectFor(theirs) ?? now, tellTo(theirs, subjectFor, tables).told);
    return holdBeside({ now, then, erased: wave.erased, ...places }, policy, {
      told: allowed,
      read,
    });
  }, told);
}

/** Everything that a wave may have told of a subject, to the network and to everybody. */
function wholeSubject(plan: Plan, subjectFor: (plan: Plan) => Subject | null): Subject | null {
  const subjects = readersOf('public').flatMap(
    (reader) => subjectFor({ ...plan, policy: policyFor(reader) }) ?? [],
  );
  const [first] = subjects;
  return first ? { ...first, claims: subjects.flatMap(({ claims }) => claims) } : null;
}

const sumsOf = ({ claims }: Subject, told: ReadonlySet<string>) =>
  claims.filter(({ key }) => told.has(key)).flatMap(({ sums }) => sums);

function placesOf({ pairs, facts: then }: OtherWave, now: WaveFacts) {
  const placeIn = ({ responses }: WaveFacts) => new Map(responses.map(({ id }, i) => [id, i]));
  const inThen = placeIn(then);
  const inNow = placeIn(now);
  const placeThen: (number | null)[] = now.responses.map(() => null);
  const placeNow: (number | null)[] = then.responses.map(() => null);
  for (const [idThen, idNow] of pairs) {
    const before = inThen.get(idThen);
    const after = inNow.get(idNow);
    if (before === undefined || after === undefined) continue;
    placeThen[after] = before;
    placeNow[before] = after;
  }
  return { placeThen, placeNow };
}
