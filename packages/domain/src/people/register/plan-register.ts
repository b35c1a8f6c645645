import { identityAsOne, sexAsOne } from '../merging/identity-as-one.ts';
import type { PersonCard } from '../person.ts';
import type { AlikeRow } from './alike.ts';
import type { RowDecision } from './contract.ts';
import { type RegisterRow, rowsByFamily } from './read-register.ts';
import { type FamilyRow, factsOfFamily, type RegisterFact } from './relation-facts.ts';

/** A row about which somebody has to decide, with those who may be her. */
export interface Alike {
  readonly line: number;
  readonly cards: readonly PersonCard[];
  readonly rows: readonly AlikeRow[];
}

/** What was decided of a row, and what was shown when it was. */
export interface Decided {
  readonly decision: RowDecision;
  readonly shownPeople: readonly string[];
  readonly shownLines: readonly number[];
}

/** What was decided, by the line of the row. */
export type Decisions = Readonly<Record<string, Decided>>;

/** Whether a decision answers what is asked now: nobody is among those who may be her whom it was not made about. */
export function stillAnswers(asked: Alike, decided: Decided | undefined): boolean {
  if (!decided) return false;
  const { decision, shownPeople, shownLines } = decided;
  switch (decision.kind) {
    case 'another':
      return (
        asked.cards.every(({ personId }) => shownPeople.includes(personId)) &&
        asked.rows.every(({ line }) => shownLines.includes(line))
      );
    case 'person':
      return asked.cards.some(({ personId }) => personId === decision.personId);
    case 'row':
      return asked.rows.some(({ line }) => line === decision.line);
  }
}

export interface PlannedPerson {
  readonly personId: string;
  readonly familyId: string;
  readonly row: RegisterRow;
}

/** What an import writes down. */
export interface RegisterPlan {
  readonly families: readonly string[];
  readonly people: readonly PlannedPerson[];
  /** People of the import who belong to one more family of it. */
  readonly members: ReadonlyArray<{ readonly familyId: string; readonly personId: string }>;
  readonly facts: ReadonlyArray<{ readonly familyId: string; readonly fact: RegisterFact }>;
  /** Rows that are somebody registered already. */
  readonly known: number;
  /** Rows that are the person of an earlier row. */
  readonly repeated: number;
}

interface Planning {
  readonly decisions: Decisions;
  /** The family within reach, if any, of each person registered already. */
  readonly familyOf: ReadonlyMap<string, string>;
  readonly today: string;
  readonly newId: () => string;
}

/**
 * Turns rows and decisions into what is written down. Whoever is registered already gets no second record, and nothing is changed
 * about her; the others of her family join the one that she belongs to, where that is within reach. Two rows of one person become
 * one record that belongs to both families.
 */
export function planRegister(rows: readonly RegisterRow[], planning: Planning): RegisterPlan {
  const { decisions, familyOf, newId, today } = planning;
  const settled = settle(rows, decisions);
  const personIds = new Map([...settled.records.keys()].map((line) => [line, newId()]));
  const families: string[] = [];
  const people: PlannedPerson[] = [];
  const members: { familyId: string; personId: string }[] = [];
  const facts: { familyId: string; fact: RegisterFact }[] = [];
  for (const kin of rowsByFamily(rows)) {
    const registered = kin.filter(({ line }) => settled.lineOf.get(line) !== undefined);
    if (registered.length === 0) continue;
    const joined = kin
      .toSorted((a, b) => Number(b.relation === 'head') - Number(a.relation === 'head'))
      .map(({ line }) => familyOf.get(settled.known.get(line) ?? ''))
      .find((id) => id !== undefined);
    const familyId = joined ?? newId();
    if (!joined) families.push(familyId);
    const own = new Map<number, FamilyRow>();
    for (const row of registered) {
      const line = settled.lineOf.get(row.line) ?? row.line;
      const personId = personIds.get(line) ?? '';
      const record = settled.records.get(line) ?? row;
      if (own.has(line)) continue;
      // Where her life stands is told once, also of somebody who belongs to two families.
      const life = line === row.line ? record.life : null;
      own.set(line, { ...row, identity: record.identity, sex: record.sex, life, personId });
      if (line === row.line) people.push({ personId, familyId, row: record });
      else if (record.family !== row.family) members.push({ familyId, personId });
    }
    const told = factsOfFamily([...own.values()], { today, newId });
    facts.push(...told.facts.map((fact) => ({ familyId, fact })));
  }
  return {
    families,
    people,
    members,
    facts,
    known: settled.known.size,
    repeated: rows.length - settled.known.size - settled.records.size,
  };
}

interface Settled {
  /** By line: the row under which somebody is registered, with all that rows of hers tell. */
  readonly records: ReadonlyMap<number, RegisterRow>;
  /** By line: that row; nothing for somebody registered already. */
  readonly lineOf: ReadonlyMap<number, number>;
  /** By line: who she is among the registered. */
  readonly known: ReadonlyMap<number, string>;
}

/** A row only ever is an earlier one, so that one pass settles all. */
function settle(rows: readonly RegisterRow[], decisions: Decisions): Settled {
  const records = new Map<number, RegisterRow>();
  const lineOf = new Map<number, number>();
  const known = new Map<number, string>();
  for (const row of rows) {
    const decision = decisions[row.line]?.decision;
    const earlier = decision?.kind === 'row' ? decision.line : null;
    const personId =
      decision?.kind === 'person' ? decision.personId : earlier && known.get(earlier);
    if (personId) {
      known.set(row.line, personId);
      continue;
    }
    const line = (earlier && lineOf.get(earlier)) || row.line;
    const record = records.get(line);
    lineOf.set(row.line, line);
    records.set(line, record ? rowsAsOne(record, row) : row);
  }
  return { records, lineOf, known };
}

const rowsAsOne = (kept: RegisterRow, other: RegisterRow): RegisterRow => ({
  ...kept,
  identity: identityAsOne(kept.identity, other.identity),
  sex: sexAsOne(kept.sex, other.sex).value,
  residence: kept.residence ?? other.residence,
  arrival: kept.arrival ?? other.arrival,
  languages: kept.languages.length > 0 ? kept.languages : other.languages,
  life: kept.life ?? other.life,
});
