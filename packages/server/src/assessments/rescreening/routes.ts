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
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import {
  findPerson,
  listFamilyRows,
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
  listRescreenSkips,
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

  async getRescreens({ tx, actor, input, now, keyFor, about }) {
    const { personId } = input;
    if (!(await findPerson(tx, accountOf(actor), personId))) throw new Problem('not-found');
    about([personId]);
    const today = programmeDay(now);
    const loaded = await loadOf({ tx, keyFor, today }, personId);
    return {
      today,
      hasAgreed: loaded?.facts.hasAgreed ?? false,
      isBirthKnown: loaded?.facts.birth != null,
      coming: loaded ? rescreensOf(loaded.facts, loaded.rules) : [],
      skips: await listRescreenSkips(tx, personId),
    };
  },

  async skipRescreen({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, personId, dueBy, until, reason } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId], { reason });
    if (!(await isHeldBy(tx, asker, personId))) throw new Problem('not-allowed');
    await requireOpenFile(tx, personId);
    await lockRescreensOf(tx, personId);
    const today = programmeDay(now);
    const loaded = await loadOf({ tx, keyFor, today }, personId);
    const next = loaded && nextRescreen(loaded.facts, loaded.rules);
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

type Loading = Pick<Parameters<(typeof rescreeningHandlers)['getRescreens']>[0], 'tx' | 'keyFor'>;

/** One person with her family's life around her; null where her file is put away, or nobody holds her. */
async function loadOf({ tx, keyFor, today }: Loading & { today: string }, personId: string) {
  const families = await listFamiliesOf(tx, personId);
  const rows = await listRescreenRows(tx, { families, today });
  const identities = await openIdentitiesOf(tx, [personId], keyFor);
  const births = new Map([[personId, identities.get(personId)?.birth ?? null]]);
  const facts = rescreenFactsOf(rows, births).find((each) => each.personId === personId);
  return facts ? { facts, rules: await loadRescreenRules(tx, { today }) } : null;
}
