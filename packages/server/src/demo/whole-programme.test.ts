import {
  type CaseEntry,
  type CaseEntryInput,
  caseObstacle,
  CaseEntry as EntrySchema,
  foldCase,
  NO_LIFE,
  USUAL_CASE_SETTINGS,
} from '@tirek/domain/cases';
import {
  consentRule,
  decisionObstacles,
  type NewDecision,
  neededWords,
  USUAL_AGE_TABLE,
} from '@tirek/domain/consents';
import { birthRange } from '@tirek/domain/people';
import {
  checkFamilyGraph,
  EMPTY_GRAPH,
  type FamilyGraph,
  factInGraph,
  withFact,
} from '@tirek/domain/people/family-graph';
import { scopeObstacle } from '@tirek/domain/support';
import { describe, expect, it } from 'vitest';
import { madeUpId } from './cast.ts';
import { CAME_ON, DEMO_FAMILIES } from './families.ts';
import { madeUpConsents } from './made-up/consents.ts';
import { helpRowsOf } from './made-up/help.ts';
import { PHASES } from './made-up/margins-2022.ts';
import type { HeldFamily } from './made-up/rows.ts';
import { STORIES, wholeProgramme } from './whole-programme.ts';

const TODAY = '2026-11-29';
const settings = USUAL_CASE_SETTINGS;
const all = wholeProgramme(TODAY);
const isGrown = ({ birth }: { birth: { date: string } | null }) =>
  Number(birth?.date.slice(0, 4)) <= 2001;
const count = (people: readonly { sex: string; birth: { date: string } | null }[]) => ({
  men: people.filter((each) => isGrown(each) && each.sex === 'male').length,
  women: people.filter((each) => isGrown(each) && each.sex === 'female').length,
  children: people.filter((each) => !isGrown(each)).length,
});

describe('the made-up programme', () => {
  it('has 749 people who came: 37 men, 190 women and 522 children, in the phases of the report', () => {
    const registered = DEMO_FAMILIES.flatMap(({ members }) => members).filter(
      ({ isFromHere }) => !isFromHere,
    );
    for (const { on, men, women, children } of PHASES) {
      const came = all
        .filter(({ since }) => since === on)
        .flatMap(({ family }) => family.members.filter((member) => member.came));
      expect(count([...came, ...(on === CAME_ON ? registered : [])])).toEqual({
        men,
        women,
        children,
      });
    }
  });

  it('is the same at every start, and nobody is in it twice', () => {
    expect(wholeProgramme(TODAY)).toEqual(all);
    const ids = all.flatMap(({ family }) => family.members.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells eleven families from the first visit on', () => {
    expect(STORIES).toHaveLength(11);
    for (const { key } of STORIES) {
      const held = all.find(({ family }) => family.id === madeUpId(`family ${key}`));
      expect(held?.entries.length, key).toBeGreaterThan(5);
    }
  });

  it('has no family whose facts the program would refuse', () => {
    for (const { family } of all) {
      let graph: FamilyGraph = {
        ...EMPTY_GRAPH,
        persons: family.members.map(({ id, sex, birth }) => ({ id, sex, birth, life: null })),
      };
      for (const fact of family.facts) {
        const inGraph = factInGraph(graph, fact);
        expect(inGraph).not.toBeNull();
        if (!inGraph) continue;
        expect(checkFamilyGraph(graph, inGraph, { today: TODAY }).refused).toEqual([]);
        graph = withFact(graph, inGraph);
      }
    }
  });

  it('has asked everybody who may be asked, by the rule of each age, and asks again on each birthday on which others have a word', () => {
    for (const { family, entries } of all) {
      const [opening] = entries;
      if (!opening) continue;
      const given = madeUpConsents(family, { openedOn: opening.recordedOn, today: TODAY });
      for (const { personId, party, needs, givenOn, standsUntil, particulars } of given) {
        const birth = family.members.find(({ id }) => id === personId)?.birth;
        if (!birth) throw new Error('Nobody knows when somebody was born.');
        const { rule } = consentRule(birthRange(birth), { on: givenOn, table: USUAL_AGE_TABLE });
        const said = { purpose: 'service', receiverId: null, decision: 'given', mode: 'written' };
        const decision = { ...said, ...particulars, party, givenOn, standsUntil } as NewDecision;
        expect(decisionObstacles(decision, { rule, today: givenOn })).toEqual([]);
        expect(needs).toEqual(neededWords(rule, { isUnsafe: false }).map((word) => word.party));
      }
      const standing = given.filter(
        ({ standsUntil }) => standsUntil === null || standsUntil > TODAY,
      );
      const asked = new Set(given.map(({ personId }) => personId));
      expect(new Set(standing.map(({ personId }) => personId))).toEqual(asked);
      expect(asked).toContain(family.members[0]?.id);
    }
  });

  it('was given help by those who may give it, to people whose case had begun, on days that have been', () => {
    const tables = new Map(
      helpRowsOf(all, { programmeId: madeUpId('programme'), today: TODAY }).map(
        ({ table, rows }) => [table, rows] as const,
      ),
    );
    const opened = new Map(
      all.flatMap(({ family, entries }) =>
        family.members.map(({ id }) => [id, entries[0]?.recordedOn ?? '9999'] as const),
      ),
    );
    const begun = new Map<unknown, unknown>();
    for (const { id, person_id, kind, method, giver, provider_kind, began_on } of tables.get(
      'support_course',
    ) ?? []) {
      const given = { kind, method, giver, providerKind: provider_kind };
      expect(scopeObstacle(given as Parameters<typeof scopeObstacle>[0])).toBeNull();
      expect(String(began_on) > (opened.get(String(person_id)) ?? '9999')).toBe(true);
      begun.set(id, began_on);
    }
    for (const { course_id, held_on } of tables.get('support_session') ?? []) {
      expect(String(held_on) >= String(begun.get(course_id))).toBe(true);
      expect(String(held_on) < TODAY).toBe(true);
    }
    expect(begun.size).toBeGreaterThan(100);
    expect(tables.get('material_aid')?.length).toBeGreaterThan(40);
  });

  it('has no word in a case that could not have been written on its day', () => {
    for (const held of all) couldHaveBeenWritten(held);
  });
});

/** Writes a case entry by entry, each judged by the program's own rule; what a supervisor decided is folded in. */
function couldHaveBeenWritten({ family, entries }: HeldFamily): void {
  const written: CaseEntry[] = [];
  const versions = new Map<string, number>();
  for (const [place, { by, ...entry }] of entries.entries()) {
    const key = `${entry.kind} ${entry.subjectId}`;
    expect(entry.version, key).toBe((versions.get(key) ?? 0) + 1);
    versions.set(key, entry.version);
    if (by === 'holder') {
      const folded = foldCase(written, settings.reviewMonths);
      const on = { familyId: family.id, today: entry.recordedOn, life: NO_LIFE };
      expect(caseObstacle(folded, entry as CaseEntryInput, { ...on, settings }), key).toBeNull();
    }
    written.push(
      EntrySchema.parse({
        ...entry,
        ...{ id: madeUpId(`entry ${place}`), recordedBy: madeUpId('somebody') },
        recordedAt: `${entry.recordedOn}T05:00:00.${String(place).padStart(3, '0')}Z`,
      }),
    );
  }
}
