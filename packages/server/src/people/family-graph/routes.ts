import {
  checkFamilyGraph,
  type Finding,
  factInGraph,
  familyGraphContract,
  peopleOf,
} from '@tirek/domain/people/family-graph';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, oneOf, routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { aboutGraph, loadGraph, loadGraphs } from './load-graph.ts';
import { insertFact, lockFamilyFacts } from './queries.ts';

/** Its printed page is made where documents are. */
const { getGenogramFile: _, ...contract } = familyGraphContract;

const handlers: Handlers<typeof contract> = {
  getFamilyGraph: oneOf(async ({ tx, actor, keyFor }, inputs) => {
    const ids = [...new Set(inputs.map(({ familyId }) => familyId))];
    const graphs = await loadGraphs({ tx, actor: accountOf(actor), keyFor }, ids);
    return inputs.map(({ familyId }) => {
      const loaded = graphs.get(familyId);
      if (!loaded) return null;
      const { members, graph, rows } = loaded;
      const versions = rows.map(({ subjectId, version }) => [subjectId, version]);
      const output = { members, graph, versions: Object.fromEntries(versions) };
      return { output, about: aboutGraph(familyId, loaded) };
    });
  }),

  async recordFamilyFact({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, familyId, basedOn, fact, confirmed } = input;
    await lockFamilyFacts(tx, familyId);
    const loaded = await loadGraph({ tx, actor: asker, keyFor }, familyId);
    const people = peopleOf(fact);
    about([familyId, ...people], { kindOfFact: fact.fact });
    if (people.length === 0) throw new Problem('input-invalid');
    if (people.some((each) => !loaded.graph.persons.some((known) => known.id === each))) {
      throw new Problem('not-found');
    }
    const subjectId = fact.value.id;
    const known = loaded.rows.find((row) => row.fact === fact.fact && row.subjectId === subjectId);
    if ((known?.version ?? 0) !== basedOn) {
      throw new Problem('changed-meanwhile', { version: known?.version ?? 0 });
    }
    const inGraph = factInGraph(loaded.graph, fact);
    if (!inGraph) throw new Problem('not-found');
    const today = programmeDay(now);
    const { refused, asked } = checkFamilyGraph(loaded.graph, inGraph, { today });
    if (refused.length > 0)
      throw new Problem('family-fact-impossible', { findings: told(refused) });
    const open = asked.filter(({ code }) => !confirmed.includes(code));
    if (open.length > 0) throw new Problem('family-fact-unlikely', { findings: told(open) });
    const version = basedOn + 1;
    const row = { id, familyId, fact: fact.fact, subjectId, version, people, value: fact.value };
    await insertFact(tx, asker, { ...row, now });
    return { version };
  },

  async withdrawFamilyFact({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, familyId, factId, kind, basedOn } = input;
    await lockFamilyFacts(tx, familyId);
    const { rows } = await loadGraph({ tx, actor: asker, keyFor }, familyId);
    const known = rows.find((row) => row.fact === kind && row.subjectId === factId);
    if (!known || known.value === null) throw new Problem('not-found');
    if (known.version !== basedOn) {
      throw new Problem('changed-meanwhile', { version: known.version });
    }
    const { people } = known;
    about([familyId, ...people], { kindOfFact: kind });
    const version = basedOn + 1;
    const row = { id, familyId, fact: kind, subjectId: factId, version, people, value: null };
    await insertFact(tx, asker, { ...row, now });
    return {};
  },
};

export const familyGraphRoutes = routesOf(contract, handlers);

/** What the sentence needs; facts are compared by the server alone. */
const told = (findings: readonly Finding[]) =>
  findings.map(({ code, persons }) => ({ code, persons }));
