import { isForPerson } from '@tirek/domain/assessments';
import {
  type ownPhoneContract,
  PHONE_LINK_HOURS,
  phoneObstacles,
} from '@tirek/domain/assessments/own-phone';
import { findForm } from '@tirek/domain/instruments';
import { birthRange, calledName, fullName } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import { newLinkKey } from '../../access/index.ts';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import { findPerson, openIdentitiesOf, requireOpenFile } from '../../people/index.ts';
import { isDemoProgramme, programmeDay } from '../../programmes/index.ts';
import { isHeldBy, listAgreedToScreening, listNewestCompetences } from '../queries.ts';
import { phoneLinkKey } from './answering.ts';
import {
  findPhoneAsking,
  insertPhoneAsking,
  insertTakenBack,
  listPhoneAskings,
  listPhoneAskingsHeld,
} from './queries.ts';

const MS_PER_HOUR = 3_600_000;
const hoursFrom = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * MS_PER_HOUR).toISOString();
/** How long an ended link stands in the list of the day: longer than one may live. */
const SHOWN_HOURS = 10 * 24;

export const ownPhoneHandlers: Handlers<typeof ownPhoneContract> = {
  async listPhoneAskings({ tx, actor, input: { personId }, now, about }) {
    const asker = accountOf(actor);
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    const of = { personId, now, today: programmeDay(now) };
    return { askings: await listPhoneAskings(tx, asker, of) };
  },

  async listPhoneAskingsToday({ tx, actor, now, keyFor, about }) {
    const asker = accountOf(actor);
    const since = hoursFrom(now, -SHOWN_HOURS);
    const rows = await listPhoneAskingsHeld(tx, asker, { now, today: programmeDay(now), since });
    const people = [...new Set(rows.map(({ personId }) => personId))];
    const identities = await openIdentitiesOf(tx, people, keyFor);
    about(people);
    return {
      people: rows.map((asking) => {
        const identity = identities.get(asking.personId);
        return { asking, name: identity ? fullName(calledName(identity)) : null };
      }),
    };
  },

  async preparePhoneAsking({ tx, actor, input, now, keyFor, origin, about }) {
    const asker = accountOf(actor);
    const { id, personId, formCode, language } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    if (!(await isHeldBy(tx, asker, personId))) throw new Problem('not-allowed');
    await requireOpenFile(tx, personId);
    const today = programmeDay(now);
    const form = findForm(formCode);
    if (!form || !isForPerson(form.pkg)) throw new Problem('not-found');
    const agreed = await listAgreedToScreening(tx, { people: [personId], on: today });
    const of = { accountId: asker.accountId, formCode };
    const [competence] = await listNewestCompetences(tx, asker, of);
    const birth = (await openIdentitiesOf(tx, [personId], keyFor)).get(personId)?.birth ?? null;
    const person = { born: birth && birthRange(birth), hasAgreed: agreed.length > 0 };
    const allowDraft = await isDemoProgramme(tx, asker.programmeId);
    const asking = { allowDraft, language, on: today, competence };
    const [obstacle] = phoneObstacles(form, person, asking);
    if (obstacle) throw new Problem(obstacle, { form: formCode });
    const { token, code, ...hashes } = newLinkKey(phoneLinkKey(keyFor));
    const expiresAt = hoursFrom(now, PHONE_LINK_HOURS);
    const kept = { id, personId, formCode, formVersion: form.version, expiresAt };
    await insertPhoneAsking(tx, asker, { ...kept, ...hashes, now, today });
    return { url: `${origin}/s/own?language=${language}#${token}`, code, expiresAt };
  },

  async takeBackPhoneAsking({ tx, actor, input: { askingId }, now, about }) {
    const asker = accountOf(actor);
    const asking = await findPhoneAsking(tx, askingId, { now, today: programmeDay(now) });
    if (!asking) throw new Problem('not-found');
    about([asking.personId]);
    if (asking.endedAt !== null) throw new Problem('changed-meanwhile');
    await insertTakenBack(tx, asker, { askingId, now });
    return {};
  },
};
