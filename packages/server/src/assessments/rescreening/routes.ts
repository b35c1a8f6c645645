import type { assessmentsContract } from '@tirek/domain/assessments';
import {
  MOST_SKIP_MONTHS,
  nextRescreen,
  type rescreeningContract,
  rescreensOf,
} from '@tirek/domain/assessments/rescreening';
import { addMonths } from '@tirek/domain/cases';
import { calledName, fullName } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import { loadStandings } from '../../cases/index.ts';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, oneOf } from '../../http/handler.ts';
import {
  findPerson,
  type KeyFor,
  listFamilyRows,
  listPersons,
  openIdentitiesOf,
  requireOpenFile,
} from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { isHeldBy } from '../queries.ts';
import { loadRescreenRules, rescreenFactsOf } from './load-rescreens.ts';
import {
  countRescreens,
  insertRescreenSkip,
  listFamiliesOf,
  listRescreenRows,
  lockRescreensOf,
} from './queries.ts';

/** Lists tell what comes within a year; the record of a person tells ten. */
const LIST_MONTHS = 12;

export const rescreeningHandlers: Pick<
  Handlers<typeof assessmentsContract>,
  keyof typeof rescreeningContract
> = {
  async listRescreens({ tx, actor, now, keyFor, about }) {
    const asker = accountOf(actor);
    const today = programmeDay(now);
    const families = new Map((await listFamilyRows(tx, asker)).map((each) => [each.id, each]));
    const ids = [...families.keys()];
    about(ids, { families: ids.length });
    const rows = (await listRescreenRows(tx, { families: ids, today })).filter(
      ({ hasAgreed }) => hasAgreed,
    );
    const people = rows.map(({ personId }) => personId);
    const identities = await openIdentitiesOf(tx, people, keyFor);
    const births = new Map([...identities].map(([id, { birth }]) => [id, birth]));
    const rules = await loadRescreenRules(tx, { today, months: LIST_MONTHS });
    const standings = await loadStandings(tx, asker, ids);
    const familyOf = new Map(rows.map(({ personId, families: own }) => [personId, own]));
    return {
      today,
      people: rescreenFactsOf(rows, births).flatMap((facts) => {
        const due = nextRescreen(facts, rules);
        const own = familyOf.get(facts.personId) ?? [];
        const family = families.get(own.find((id) => families.get(id)?.isOwn) ?? own[0] ?? '');
        if (!due || !family) return [];
        const identity = identities.get(facts.personId);
        return [
          {
            name: identity ? fullName(calledName(identity)) : null,
            ...{ familyId: family.id, holderId: family.holderId, holder: family.holder },
            isOwn: family.isOwn,
            isClosed: standings.get(family.id)?.status === 'closed',
            due,
          },
        ];
      }),
    };
  },

  getRescreens: oneOf(async ({ tx, actor, now, keyFor }, inputs) => {
    const wanted = [...new Set(inputs.map(({ personId }) => personId))];
    const people = (await listPersons(tx, accountOf(actor), wanted)).map(({ id }) => id);
    const today = programmeDay(now);
    const loaded = await loadFacts({ tx, keyFor, today }, people);
    const rules = await loadRescreenRules(tx, { today });
    const known = new Set(people);
    return inputs.map(({ personId }) => {
      if (!known.has(personId)) return null;
      // Nobody of whom nothing is known here: her file is put away, or she has died.
      const { facts, skips } = loaded.get(personId) ?? { facts: null, skips: [] };
      const output = {
        today,
        hasAgreed: facts?.hasAgreed ?? false,
        isBirthKnown: facts !== null && facts.birth !== null,
        coming: facts ? rescreensOf(facts, rules) : [],
        skips: [...skips],
      };
      return { output, about: [personId] };
    });
  }),

  async skipRescreen({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, personId, dueBy, until, reason } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId], { reason });
    if (!(await isHeldBy(tx, asker, personId))) throw new Problem('not-allowed');
    await requireOpenFile(tx, personId);
    await lockRescreensOf(tx, personId);
    const today = programmeDay(now);
    const facts = (await loadFacts({ tx, keyFor, today }, [personId])).get(personId)?.facts;
    const next = facts && nextRescreen(facts, await loadRescreenRules(tx, { today }));
    if (!next || next.dueBy !== dueBy) throw new Problem('changed-meanwhile', { version: 0 });
    if (until <= today || until > addMonths(today, MOST_SKIP_MONTHS)) {
      throw new Problem('rescreen-skip-day');
    }
    await insertRescreenSkip(tx, asker, {
      ...{ id, personId, dueBy, until, reason, recordedOn: today, now },
    });
    return {};
  },

  async countRescreens({ tx, now }) {
    const today = programmeDay(now);
    return { today, regions: await countRescreens(tx, today) };
  },
};

/** What is known of some people within reach, each with her family's life around her; nothing of whose file is put away. */
async function loadFacts(
  { tx, keyFor, today }: { tx: Tx; keyFor: KeyFor; today: string },
  people: readonly string[],
) {
  const families = await listFamiliesOf(tx, people);
  const rows = await listRescreenRows(tx, { families, today });
  const identities = await openIdentitiesOf(tx, people, keyFor);
  const births = new Map(people.map((id) => [id, identities.get(id)?.birth ?? null]));
  const skipsOf = new Map(rows.map(({ personId, skips }) => [personId, skips]));
  return new Map(
    rescreenFactsOf(rows, births).map((facts) => [
      facts.personId,
      { facts, skips: skipsOf.get(facts.personId) ?? [] },
    ]),
  );
}
