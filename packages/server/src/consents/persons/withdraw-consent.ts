import {
  effectOfWithdrawal,
  lastWordOn,
  type personConsentsContract,
  standingConsents,
  topicKey,
} from '@tirek/domain/consents';
import type { InputOf } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Request } from '../../http/handler.ts';
import { findPerson } from '../../people/index.ts';
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
  const history = await listEntries(tx, actor, personId);
  const { topics } = effectOfWithdrawal(history, input, programmeDay(now));
  const settings = await findSettings(tx, actor);
  if (topics.length === 0 || !settings) throw new Problem('consent-not-standing');
  const keys = (all: readonly Parameters<typeof topicKey>[0][]) => all.map(topicKey).sort().join();
  if (keys(shown) !== keys(topics)) throw new Problem('changed-meanwhile');
  const entries = topics.flatMap((topic) => {
    const last = lastWordOn(history, topic);
    if (!last) return [];
    const { needs, textVersion } = last;
    const words = { party, mode, language, needs, textVersion, decision: 'withdrawn' as const };
    const days = { givenOn: programmeDay(now), standsUntil: null, recordedAt: now };
    return [{ id: newId(), ...topic, ...words, ...days, isWitnessed: false, sealed: null }];
  });
  await insertEntries(tx, actor, { personId, settingsVersion: settings.version, entries });
  return { standing: standingConsents(await listEntries(tx, actor, personId), programmeDay(now)) };
}
