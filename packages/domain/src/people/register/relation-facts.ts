import { EMPTY_GRAPH, type FamilyGraph } from '../family-graph/family-graph.ts';
import { checkFamilyGraph, type RecordedFact, withFact } from '../family-graph/index.ts';
import { type RegisterRow, SAID } from './read-register.ts';
import type { RegisterFinding, RegisterFindingCode } from './register-mapping.ts';

/** A row with the id under which she is to be registered. */
export interface FamilyRow extends RegisterRow {
  readonly personId: string;
}

export type RegisterFact = Extract<RecordedFact, { fact: 'union' | 'parentage' | 'life' }>;

type KinFact = Exclude<RegisterFact, { fact: 'life' }>;

/**
 * What the rows of one family tell of who is whose: only whose child or parent of the head somebody is, and that two live together
 * without a marriage; and where somebody's life stands. What cannot be, or is seldom so, is left out and told, so that somebody looks.
 */
export function factsOfFamily(
  rows: readonly FamilyRow[],
  { today, newId }: { today: string; newId: () => string },
): { facts: RegisterFact[]; findings: RegisterFinding[] } {
  const heads = rows.filter(({ relation }) => relation === 'head');
  const [head] = heads;
  const findings: RegisterFinding[] = [];
  const facts: RegisterFact[] = [];
  let graph: FamilyGraph = {
    ...EMPTY_GRAPH,
    persons: rows.map(({ personId, sex, identity }) => ({
      id: personId,
      sex,
      birth: identity.birth,
      life: null,
    })),
  };
  for (const row of rows) {
    if (row.relation === null || row.relation === 'other' || row.relation === 'head') continue;
    if (!head || heads.length > 1) {
      findings.push(warning('relation-without-head', row));
      continue;
    }
    const fact = factOf(row, head, newId);
    const { refused, asked } = checkFamilyGraph(graph, fact, { today });
    if (refused.length > 0) findings.push(warning('relation-impossible', row));
    else if (asked.length > 0) findings.push(warning('relation-unlikely', row));
    else {
      facts.push(fact);
      graph = withFact(graph, fact);
    }
  }
  for (const row of rows) {
    const person = graph.persons.find(({ id }) => id === row.personId);
    if (!row.life || !person) continue;
    const fact = { fact: 'person', value: { ...person, life: row.life } } as const;
    const { refused, asked } = checkFamilyGraph(graph, fact, { today });
    if (refused.length > 0) findings.push(warning('life-impossible', row));
    else if (asked.length > 0) findings.push(warning('life-unlikely', row));
    else {
      facts.push({ fact: 'life', value: { id: row.personId, life: row.life } });
      graph = withFact(graph, fact);
    }
  }
  return { facts, findings };
}

function factOf(row: FamilyRow, head: FamilyRow, newId: () => string): KinFact {
  const id = newId();
  if (row.relation === 'cohabitant') {
    const partners: [string, string] = [head.personId, row.personId];
    const value = { id, kind: 'cohabitation' as const, partners, from: null, end: null };
    return { fact: 'union', value: { ...value, evidence: SAID } };
  }
  const [parent, child] = row.relation === 'parent' ? [row, head] : [head, row];
  const kind = row.relation === 'adopted' ? ('adoptive' as const) : ('unknown' as const);
  return {
    fact: 'parentage',
    value: { id, parent: parent.personId, child: child.personId, kind, evidence: SAID },
  };
}

const warning = (code: RegisterFindingCode, { line }: RegisterRow): RegisterFinding => ({
  code,
  severity: 'warning',
  line,
  column: null,
  value: null,
});
