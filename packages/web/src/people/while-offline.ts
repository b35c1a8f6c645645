import type { InputOf, OutputOf } from '@tirek/domain/contract';
import {
  calledName,
  type Family,
  type FamilyMember,
  type Identity,
  type Person,
  type peopleContract,
} from '@tirek/domain/people';
import {
  type FamilyGraph,
  factInGraph,
  type familyGraphContract,
  type RecordedFact,
  withFact,
} from '@tirek/domain/people/family-graph';
import type { ComposedReads } from '../offline/offline-api.ts';
import {
  differingFields,
  type Input,
  mergedFields,
  type ReadAnswer,
  type WaitingRules,
} from '../offline/waiting-rule.ts';

type People<Name extends keyof typeof peopleContract> = InputOf<(typeof peopleContract)[Name]>;
type Facts<Name extends keyof typeof familyGraphContract> = InputOf<
  (typeof familyGraphContract)[Name]
>;
type Graph = OutputOf<(typeof familyGraphContract)['getFamilyGraph']>;

const personOf = (input: Input) => `person ${input.personId}`;

/** A change of what is read about one person; other reads stay as they are. */
const onPerson =
  <Written extends { personId: string }>(change: (person: Person, written: Written) => Person) =>
  ({ name, input: asked, output }: ReadAnswer, input: Input): unknown =>
    name === 'getPerson' && asked.personId === input.personId
      ? change(output as Person, input as unknown as Written)
      : output;

/** Which writes about people and families can wait for signal, and how they show until then. */
export const peopleWhileOffline: WaitingRules = {
  recordMove: {
    about: personOf,
    answer: () => ({}),
    shows: onPerson<People<'recordMove'>>((person, { id, region, from }) => ({
      ...person,
      residences: [
        { id, region, from, until: null },
        ...person.residences.map((each) => ({ ...each, until: each.until ?? from })),
      ],
    })),
  },

  recordLanguages: {
    about: personOf,
    answer: () => ({}),
    shows: onPerson<People<'recordLanguages'>>((person, { languages }) => ({
      ...person,
      languages,
    })),
  },

  changeIdentity: {
    about: personOf,
    answer: (input) => ({ version: Number(input.basedOn) + 1 }),
    shows(read, input) {
      const { id, personId, basedOn, identity } = input as People<'changeIdentity'>;
      const renamed = membersRenamed(read, personId, identity);
      if (read.name !== 'getPerson' || read.input.personId !== personId) return renamed;
      const person = renamed as Person;
      const version = { version: basedOn + 1, identity, recordedAt: instantOf(id) };
      return { ...person, identities: [version, ...person.identities] };
    },
    clash: {
      read: ({ personId }) => ({ name: 'getPerson', input: { personId } }),
      fields: (input, now) => {
        const newest = (now as Person).identities[0];
        return newest ? differingFields(input.identity as Identity, newest.identity) : [];
      },
      settled(input, now, theirs) {
        const newest = (now as Person).identities[0];
        if (!newest) return input;
        const identity = mergedFields(input.identity as Identity, newest.identity, theirs);
        return { ...input, basedOn: newest.version, identity };
      },
    },
  },

  recordFamilyFact: {
    about: (input) => `fact ${(input as Facts<'recordFamilyFact'>).fact.value.id}`,
    answer: (input) => ({ version: Number(input.basedOn) + 1 }),
    shows(read, input) {
      const { familyId, basedOn, fact } = input as Facts<'recordFamilyFact'>;
      if (read.name !== 'getFamilyGraph' || read.input.familyId !== familyId) return read.output;
      const shown = read.output as Graph;
      const inGraph = factInGraph(shown.graph, fact);
      if (!inGraph) return shown;
      return {
        ...shown,
        graph: withFact(shown.graph, inGraph),
        versions: { ...shown.versions, [fact.value.id]: basedOn + 1 },
      };
    },
    clash: {
      read: ({ familyId }) => ({ name: 'getFamilyGraph', input: { familyId } }),
      fields(input, now) {
        const { fact } = input as Facts<'recordFamilyFact'>;
        const { id: _, ...mine } = fieldsOf(fact);
        return differingFields(mine, factNow(now as Graph, fact) ?? {}).filter(
          ({ key }) => key !== 'id',
        );
      },
      settled(input, now, theirs) {
        const { fact } = input as Facts<'recordFamilyFact'>;
        const shown = now as Graph;
        const merged = mergedFields(fieldsOf(fact), factNow(shown, fact) ?? {}, theirs);
        const { id, ...life } = merged;
        const value = fact.fact === 'life' ? { id, life } : merged;
        return {
          ...input,
          basedOn: shown.versions[fact.value.id] ?? 0,
          fact: { fact: fact.fact, value },
        };
      },
    },
    confirmed: (input, { findings }) => ({
      ...input,
      confirmed: (Array.isArray(findings) ? findings : []).map(({ code }) => code),
    }),
  },

  withdrawFamilyFact: {
    about: (input) => `fact ${input.factId}`,
    answer: () => ({}),
    shows(read, input) {
      const { familyId, factId } = input as Facts<'withdrawFamilyFact'>;
      if (read.name !== 'getFamilyGraph' || read.input.familyId !== familyId) return read.output;
      const shown = read.output as Graph;
      return { ...shown, graph: withoutFact(shown.graph, factId) };
    },
  },
};

/** The list of families on the device is that of the families that came along, the newest first. */
export const peopleComposed: ComposedReads = {
  listFamilies: {
    of: 'getFamily',
    compose: (outputs) => ({
      families: (outputs as Family[]).toSorted((one, other) =>
        one.madeAt < other.madeAt ? 1 : -1,
      ),
    }),
  },
};

/** Lists and pages name people by what they are called now. */
function membersRenamed({ output }: ReadAnswer, personId: string, identity: Identity): unknown {
  const one = (member: FamilyMember) =>
    member.personId === personId
      ? { ...member, name: calledName(identity), birth: identity.birth }
      : member;
  const inFamily = <Shown extends { members: FamilyMember[] }>(family: Shown): Shown => ({
    ...family,
    members: family.members.map(one),
  });
  if (typeof output !== 'object' || output === null) return output;
  if ('families' in output)
    return { ...output, families: (output.families as Family[]).map(inFamily) };
  return 'members' in output ? inFamily(output as Family) : output;
}

const withoutFact = (graph: FamilyGraph, factId: string): FamilyGraph => {
  const others = <Fact extends { id: string }>(facts: readonly Fact[]) =>
    facts.filter(({ id }) => id !== factId);
  return {
    persons: graph.persons.map((each) => (each.id === factId ? { ...each, life: null } : each)),
    unions: others(graph.unions),
    parentages: others(graph.parentages),
    cares: others(graph.cares),
    households: others(graph.households),
  };
};

/** A fact as its fields; of a life, what is told of it. */
const fieldsOf = (fact: RecordedFact): { id: string } & Record<string, unknown> =>
  fact.fact === 'life' ? { id: fact.value.id, ...fact.value.life } : { ...fact.value };

function factNow({ graph }: Graph, { fact, value }: RecordedFact) {
  const one = (facts: ReadonlyArray<{ id: string }>) =>
    facts.find(({ id }) => id === value.id) ?? null;
  switch (fact) {
    case 'life':
      return graph.persons.find(({ id }) => id === value.id)?.life ?? null;
    case 'union':
      return one(graph.unions);
    case 'parentage':
      return one(graph.parentages);
    case 'care':
      return one(graph.cares);
    case 'household':
      return one(graph.households);
  }
}

/** When an id was made, as a UUIDv7 tells it. */
const instantOf = (id: string): string =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString();
