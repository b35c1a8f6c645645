import { may } from '@tirek/domain/access';
import { birthRange } from '@tirek/domain/people';
import {
  type CircumstanceValue,
  circumstancesContract,
  SECTION_PERMISSIONS,
  versionOf,
} from '@tirek/domain/people/circumstances';
import { Problem, type ProblemCode } from '@tirek/domain/problem';
import { type Region, regionStandsWithin } from '@tirek/domain/programmes';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, oneOf, routesOf } from '../../http/handler.ts';
import { listRegions, programmeDay } from '../../programmes/index.ts';
import { openIdentitiesOf } from '../merging/open-as-one.ts';
import { listAgreed } from '../papers/queries.ts';
import { findPerson, listPersons } from '../records/queries.ts';
import { requireOpenFile } from '../records/require-open-file.ts';
import { findDataKey } from '../vault/queries.ts';
import { insertCircumstance, listCircumstances, lockCircumstances } from './queries.ts';
import { openCircumstances, sealSchool } from './sealed-school.ts';

const handlers: Handlers<typeof circumstancesContract> = {
  listCircumstances: oneOf(async ({ tx, actor, now, keyFor }, inputs) => {
    const asker = accountOf(actor);
    const wanted = [...new Set(inputs.map(({ personId }) => personId))];
    const people = (await listPersons(tx, asker, wanted)).map(({ id }) => id);
    const today = programmeDay(now);
    const rows = (await listCircumstances(tx, asker, people)).filter(({ section }) =>
      may(asker, SECTION_PERMISSIONS[section].read),
    );
    const told = Map.groupBy(await openCircumstances(tx, rows, keyFor), ({ personId }) => personId);
    const agreed = new Set(await listAgreed(tx, { people, on: today }));
    const known = new Set(people);
    return inputs.map(({ personId }) =>
      known.has(personId)
        ? {
            output: {
              today,
              circumstances: told.get(personId) ?? [],
              hasAgreed: agreed.has(personId),
            },
            about: [personId],
          }
        : null,
    );
  }),

  async recordCircumstance({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, personId, section, basedOn, since, told } = input;
    if (!may(asker, SECTION_PERMISSIONS[section].record)) throw new Problem('not-allowed');
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId], { section });
    await requireOpenFile(tx, personId);
    await lockCircumstances(tx, personId);
    const today = programmeDay(now);
    if (since > today) throw new Problem('paper-day-to-come');
    const rows = await listCircumstances(tx, asker, [personId]);
    const version = versionOf(await openCircumstances(tx, rows, keyFor), section);
    if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
    if (told) {
      const agreed = await listAgreed(tx, { people: [personId], on: today });
      if (agreed.length === 0) throw new Problem('case-consent-missing');
    }
    const key = await findDataKey(tx, personId);
    if (!key) throw new Problem('not-found');
    const identity = (await openIdentitiesOf(tx, [personId], keyFor)).get(personId);
    const birth = identity?.birth ?? null;
    const born = birth ? birthRange(birth).from : null;
    const obstacle = told && arrivalObstacle(told, { today, born, regions: await listRegions(tx) });
    if (obstacle) throw new Problem(obstacle);
    const { school = '', ...value } = (told?.value ?? {}) as { school?: string };
    await insertCircumstance(tx, asker, {
      ...{ id, personId, section, since, now, recordedOn: today, version: version + 1 },
      value: told === null ? null : value,
      sealed: school === '' ? null : sealSchool(school, { id, personId, key }, keyFor),
    });
    return { version: version + 1 };
  },
};

export const circumstancesRoutes = routesOf(circumstancesContract, handlers);

/** Nobody arrives tomorrow, before being born, or in a region that was not there then. */
function arrivalObstacle(
  told: CircumstanceValue,
  { today, born, regions }: { today: string; born: string | null; regions: readonly Region[] },
): ProblemCode | null {
  if (told.section !== 'arrival') return null;
  const { on, region: code } = told.value;
  const days = on ? birthRange(on) : { from: today, to: today };
  if (days.from > today) return 'paper-day-to-come';
  if (born !== null && days.to < born) return 'arrival-before-birth';
  const region = regions.find((each) => each.code === code);
  if (code === null) return null;
  if (!region) return 'input-invalid';
  return on === null || regionStandsWithin(region, days) ? null : 'region-not-then';
}
