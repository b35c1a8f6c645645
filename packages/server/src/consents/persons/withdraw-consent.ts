import {
  effectOfWithdrawal,
  isAllowed,
  lastWordOn,
  type personConsentsContract,
  standingConsents,
  topicKey,
} from '@tirek/domain/consents';
import type { InputOf } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Request } from '../../http/handler.ts';
import { findPerson, wordsThatCount } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { findSettings } from '../settings/queries.ts';
import { insertEntries, listEntries } from './queries.ts';

type Withdrawing = Request<InputOf<(typeof personConsentsContract)['withdrawConsent']>>;

/** Takes back exactly what was shown, at once. */
export async function withdrawConsent(request: Withdrawing) {
  const { tx, input, now, newId, about } = request;
  const actor = accountOf(request.actor);
  const { personId, party, mode, language, shown } = input;
  if (!(await findPerson(tx, actor, personId))) throw new Problem('not-found');
  about([personId]);
  const today = programmeDay(now);
  const said = await listEntries(tx, actor, personId);
  const { records, counting } = await wordsThatCount(tx, { personId, history: said, today });
  const { topics } = effectOfWithdrawal(counting, input, today);
  const settings = await findSettings(tx, actor);
  if (topics.length === 0 || !settings) throw new Problem('consent-not-standing');
  const keys = (all: readonly Parameters<typeof topicKey>[0][]) => all.map(topicKey).sort().join();
  if (keys(shown) !== keys(topics)) throw new Problem('changed-meanwhile');
  // Under every record under which it stands, so that it is taken back whatever becomes of their being one.
  const entries = topics.flatMap((topic) =>
    records.flatMap((record) => {
      const last = lastWordOn(record.entries, topic);
      if (!last || !isAllowed(record.entries, topic, today)) return [];
      const { needs, textVersion } = last;
      const words = { party, mode, language, needs, textVersion, decision: 'withdrawn' as const };
      const days = { givenOn: today, standsUntil: null, recordedAt: now };
      const own = { id: newId(), personId: record.personId };
      return [{ ...own, ...topic, ...words, ...days, isWitnessed: false, sealed: null }];
    }),
  );
  await insertEntries(tx, actor, { settingsVersion: settings.version, entries });
  const history = await listEntries(tx, actor, personId);
  const after = await wordsThatCount(tx, { personId, history, today });
  return { standing: standingConsents(after.counting, today) };
}
