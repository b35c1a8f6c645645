import {
  addYears,
  consentRule,
  type personConsentsContract,
  reconsentsDue,
  standingConsents,
} from '@tirek/domain/consents';
import type { OutputOf } from '@tirek/domain/contract';
import { type Birth, birthRange } from '@tirek/domain/people';
import { accountOf } from '../../http/account-of.ts';
import type { Several } from '../../http/handler.ts';
import {
  countingWords,
  listAway,
  listDataKeys,
  listMergedRecords,
  listPersons,
  openIdentitiesOf,
} from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { findSettings } from '../settings/queries.ts';
import { openParticulars } from './particulars.ts';
import { listEntriesOf } from './queries.ts';

type Shown = OutputOf<(typeof personConsentsContract)['listConsents']>;

/** What some people agreed to, what stands today, and when each has to be asked again. */
export const showConsents: Several<{ personId: string }, Shown> = async (request, inputs) => {
  const { tx, now, keyFor } = request;
  const account = accountOf(request.actor);
  const wanted = [...new Set(inputs.map(({ personId }) => personId))];
  const people = (await listPersons(tx, account, wanted)).map(({ id }) => id);
  const on = programmeDay(now);
  const merged = await listMergedRecords(tx, people);
  const standIns = new Map(merged.map(({ mergedId, personId }) => [mergedId, personId]));
  const said = await listEntriesOf(tx, account, people);
  const histories = Map.groupBy(said, ({ personId }) => standIns.get(personId) ?? personId);
  const keys = await listDataKeys(tx, [...people, ...standIns.keys()]);
  const settings = (await findSettings(tx, account))?.settings ?? null;
  const identities = await openIdentitiesOf(tx, people, keyFor);
  const away = await listAway(tx, people);
  const known = new Set(people);
  return inputs.map(({ personId }) => {
    if (!known.has(personId)) return null;
    const history = histories.get(personId) ?? [];
    const { counting } = countingWords(merged, { personId, history, today: on });
    const birth = identities.get(personId)?.birth ?? null;
    const rules = settings && birth ? { born: birthRange(birth), table: settings.ages } : null;
    const output: Shown = {
      obstacle: obstacleOf({ isSet: settings !== null, isAway: away.has(personId), birth }),
      rule: rules ? consentRule(rules.born, { on, table: rules.table }) : null,
      standing: standingConsents(counting, on),
      due: rules ? reconsentsDue({ history: counting, ...rules }, on, addYears(on, 1)) : [],
      entries: history.map(({ sealed, personId: record, ...entry }) => {
        const key = keys.get(record);
        const place = key && { personId: record, id: entry.id, key };
        return {
          ...entry,
          particulars: sealed && place ? openParticulars(sealed, place, keyFor) : null,
        };
      }),
    };
    return { output, about: [personId] };
  });
};

/** Why nothing can be recorded of somebody today; null where it can. */
function obstacleOf({
  isSet,
  isAway,
  birth,
}: {
  readonly isSet: boolean;
  readonly isAway: boolean;
  readonly birth: Birth | null;
}): Shown['obstacle'] {
  if (!isSet) return 'settings-missing';
  if (isAway) return 'put-away';
  return birth === null ? 'birth-missing' : null;
}
