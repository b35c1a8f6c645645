import type { SignedInActor } from '@tirek/domain/access';
import type { OutputOf } from '@tirek/domain/contract';
import { calledName, fullName } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import {
  type Disclosed,
  disclosedOf,
  foldReferral,
  type KnownReferral,
  later,
  NEXT,
  OVERRIDE_HOURS,
  type ReferralStanding,
  type referralsContract,
} from '@tirek/domain/referrals';
import { type Names, nameIn } from '@tirek/domain/services';
import { openParticulars } from '../consents/index.ts';
import type { Tx } from '../db/database.ts';
import { accountOf } from '../http/account-of.ts';
import type { Handlers, Request } from '../http/handler.ts';
import {
  findDataKey,
  findPerson,
  type KeyFor,
  listAgreed,
  listFamilyRows,
  listMembers,
  openIdentitiesOf,
  requireOpenFile,
} from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { findService } from '../services/index.ts';
import { newReferralLink } from './link-key.ts';
import { openReferrals } from './load-referrals.ts';
import {
  findContent,
  findReferralRow,
  insertContent,
  insertEvent,
  insertReceiver,
  insertReferral,
  keepLink,
  listAgreedReceivers,
  listBoard,
  listGivenTo,
  listOpenReferralRows,
  listReceivers,
  listReferralColleagues,
  listReferralRows,
  listSupervisors,
  lockReferral,
  type ReferralRow,
} from './queries.ts';
import { markOf, openDisclosed, sealDisclosed, sealReferralWords, sealSaid } from './sealed.ts';

type Referring = Omit<
  Handlers<typeof referralsContract>,
  'listReceivedReferrals' | 'answerReferral' | 'getReferralLetter'
>;

/** What those who refer do: practitioners, and supervisors who look again. */
export const referringHandlers: Referring = {
  async listReferralsOf({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { personId } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    const rows = await listReferralRows(tx, asker, [personId]);
    const today = programmeDay(now);
    return {
      now,
      referrals: await openReferrals({ tx, actor: asker, keyFor, today }, rows),
      colleagues: await listReferralColleagues(tx, [personId]),
    };
  },

  async listReferrals({ tx, actor, now, keyFor, about }) {
    const asker = accountOf(actor);
    const today = programmeDay(now);
    const rows = await listOpenReferralRows(tx, asker);
    const people = [...new Set(rows.map(({ personId }) => personId))];
    about(people, { people: people.length });
    const known = await openReferrals({ tx, actor: asker, keyFor, today }, rows);
    const identities = await openIdentitiesOf(tx, people, keyFor);
    const holders = await holdersOf(tx, asker);
    return {
      now,
      referrals: known.map((each) => {
        const { personId } = each.referral;
        const identity = identities.get(personId);
        return {
          ...each,
          person: { id: personId, name: identity ? fullName(calledName(identity)) : '' },
          holder: holders.get(personId) ?? '',
        };
      }),
    };
  },

  async listReferralBoard({ tx, now }) {
    const rows = await listBoard(tx, now);
    return {
      now,
      rows: rows.map((row) => ({
        ...row,
        isOverdue: row.state === 'expired' || (row.dueAt !== null && row.dueAt < now),
      })) as OutputOf<(typeof referralsContract)['listReferralBoard']>['rows'],
    };
  },

  async listReferralReceivers({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { personId, serviceId } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    const found = await listReceivers(tx, serviceId);
    const receivers = found.map(({ id }) => id);
    const on = programmeDay(now);
    const agreed = await listAgreedReceivers(tx, { personId, receivers, on });
    return {
      receivers: found.map((row) => ({
        ...{ id: row.id, name: receiverName(row), isReceiver: row.isReceiver },
        ...{ names: row.names, isAccount: row.names === null, isAgreed: agreed.has(row.id) },
      })),
      supervisors: await listSupervisors(tx),
    };
  },

  async nameReferralReceiver({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { serviceId, receiverId } = input;
    about([]);
    const found = (await listReceivers(tx, serviceId)).find(({ id }) => id === receiverId);
    if (!found) throw new Problem('not-found');
    await insertReceiver(tx, asker, { id: receiverId, name: receiverName(found), now });
    return {};
  },

  async draftReferral({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, personId, referral } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId], { urgency: referral.urgency });
    await requireOpenFile(tx, personId);
    const today = programmeDay(now);
    const isEmergency = referral.urgency === 'emergency';
    if (!isEmergency && (await listAgreed(tx, { people: [personId], on: today })).length === 0) {
      throw new Problem('case-consent-missing');
    }
    const service = await findService(tx, asker, referral.serviceId);
    const receiver = (await listReceivers(tx, referral.serviceId)).find(
      (each) => each.id === referral.receiverId,
    );
    if (!service || !receiver) throw new Problem('referral-receiver-unknown');
    const key = await findDataKey(tx, personId);
    if (!key) throw new Problem('not-found');
    const { words, ...terms } = referral;
    await insertReferral(tx, asker, {
      ...{ ...terms, id, personId, madeAt: now, madeOn: today },
      ...{ serviceVersion: service.version, providerId: service.service.providerId },
      addresseeId: receiver.names === null ? receiver.id : null,
      sealed: sealReferralWords(words, { id, personId, key }, keyFor),
    });
    return { referralId: id };
  },

  async previewReferral(request) {
    const { tx, input, keyFor, about } = request;
    const found = await requireReferral(request, input.referralId);
    about([found.row.personId]);
    const disclosed = await discloses(request, found);
    return {
      ...{ disclosed, mark: markOf(disclosed, keyFor), isAgreed: found.known.isAgreed },
      withheld: await withheldFrom(tx, { ...found, keyFor }),
    };
  },

  async sendReferral(request) {
    const { tx, input, now, keyFor, about, origin } = request;
    const { id, referralId, basedOn, mark, override } = input;
    const found = await requireTurn(request, { referralId, basedOn });
    const { asker, row, known, standing } = found;
    about([row.personId], { urgency: row.urgency, withoutConsent: override !== null });
    await requireOpenFile(tx, row.personId);
    if (!NEXT[standing.state].includes('sent')) throw new Problem('referral-not-now');
    const disclosed = await discloses(request, found);
    if (markOf(disclosed, keyFor) !== mark) throw new Problem('changed-meanwhile');
    if (override === null) {
      if (!known.isAgreed) throw new Problem('referral-consent-missing');
    } else {
      const others = await listSupervisors(tx);
      const isRight =
        row.urgency === 'emergency' &&
        override.until > now &&
        override.until <= later(now, OVERRIDE_HOURS) &&
        others.some((each) => each.id === override.supervisorId);
      if (!isRight) throw new Problem('referral-override-refused');
    }
    const today = programmeDay(now);
    const said = { id, referralId, version: basedOn + 1, now, today };
    const why = override && sealSaid(override.why, id, keyFor);
    await insertEvent(tx, asker, said, { kind: 'sent', override }, why);
    await insertContent(tx, asker, {
      referralId,
      sealed: sealDisclosed(disclosed, referralId, keyFor),
    });
    if (row.addresseeId !== null) return { link: null };
    return { link: await renewLink(tx, { referralId, origin, now, today, keyFor }) };
  },

  async renewReferralLink(request) {
    const { tx, input, now, keyFor, about, origin } = request;
    const { referralId } = input;
    const { row } = await requireReferral(request, referralId);
    about([row.personId]);
    return await renewLink(tx, { referralId, origin, now, today: programmeDay(now), keyFor });
  },

  async settleReferral(request) {
    const { tx, input, now, about } = request;
    const { id, referralId, basedOn, word } = input;
    const { asker, row, standing } = await requireTurn(request, { referralId, basedOn });
    about([row.personId], { referral: word.kind });
    if (word.kind === 'upheld' || !NEXT[standing.state].includes(word.kind)) {
      throw new Problem('referral-not-now');
    }
    if (word.kind === 'revoked' && word.reason === 'not-justified') {
      throw new Problem('referral-not-now');
    }
    const today = programmeDay(now);
    await insertEvent(tx, asker, { id, referralId, version: basedOn + 1, now, today }, word, null);
    return {};
  },

  async reviewReferral(request) {
    const { tx, input, now, about } = request;
    const { id, referralId, basedOn, isRight } = input;
    const { asker, row, known, standing } = await requireTurn(request, { referralId, basedOn });
    about([row.personId], { isRight });
    const sent = known.events.find(({ kind }) => kind === 'sent');
    const isOpen = NEXT[standing.state].includes('revoked');
    if (!standing.override || standing.override.isUpheld || (!isRight && !isOpen)) {
      throw new Problem('referral-not-now');
    }
    if (sent?.by === asker.accountId) throw new Problem('referral-second-person');
    const word = isRight
      ? ({ kind: 'upheld' } as const)
      : ({ kind: 'revoked', reason: 'not-justified' } as const);
    const today = programmeDay(now);
    await insertEvent(tx, asker, { id, referralId, version: basedOn + 1, now, today }, word, null);
    return {};
  },
};

const receiverName = (row: { names: Names | null; displayName: string | null }): string =>
  row.names === null ? (row.displayName ?? '') : nameIn(row.names, 'ru');

type Asked = Pick<Request<unknown>, 'tx' | 'actor' | 'now' | 'keyFor'>;

/** A referral within reach, as those who refer know it. */
export interface FoundReferral {
  readonly asker: SignedInActor;
  readonly row: ReferralRow;
  readonly known: KnownReferral;
  readonly standing: ReferralStanding;
}

export async function requireReferral(
  { tx, actor, now, keyFor }: Asked,
  referralId: string,
): Promise<FoundReferral> {
  const asker = accountOf(actor);
  const row = await findReferralRow(tx, asker, referralId);
  if (!row) throw new Problem('not-found');
  const asking = { tx, actor: asker, keyFor, today: programmeDay(now) };
  const [known] = await openReferrals(asking, [row]);
  if (!known) throw new Problem('not-found');
  return { asker, row, known, standing: foldReferral(known.referral, known.events, now) };
}

/** The same for whoever says something of it: one after the other, and nobody of what she has not seen. */
async function requireTurn(
  request: Asked,
  { referralId, basedOn }: { referralId: string; basedOn: number },
): Promise<FoundReferral> {
  await lockReferral(request.tx, referralId);
  const found = await requireReferral(request, referralId);
  const { version } = found.standing;
  if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
  return found;
}

/** What the receiver reads; of a draft, what would go out of what is known of her today. */
export async function discloses(
  { tx, now, keyFor }: Asked,
  { row, known }: FoundReferral,
): Promise<Disclosed> {
  const sent = await findContent(tx, row.id);
  if (sent) return openDisclosed(sent, row.id, keyFor);
  const identity = (await openIdentitiesOf(tx, [row.personId], keyFor)).get(row.personId);
  const { words } = known.referral;
  if (!identity || !words) throw new Problem('not-found');
  return disclosedOf({ ...known.referral, words }, identity, programmeDay(now));
}

/** What she asked to keep back when she agreed to this receiver. */
async function withheldFrom(
  tx: Tx,
  { asker, row, keyFor }: FoundReferral & { readonly keyFor: KeyFor },
): Promise<{ what: string; why: string }[]> {
  const withheld: { what: string; why: string }[] = [];
  for (const { id, personId, sealed } of await listGivenTo(tx, asker, row)) {
    const key = await findDataKey(tx, personId);
    if (key) withheld.push(...openParticulars(sealed, { id, personId, key }, keyFor).withheld);
  }
  return withheld;
}

async function renewLink(
  tx: Tx,
  {
    referralId,
    origin,
    now,
    today,
    keyFor,
  }: {
    referralId: string;
    origin: string;
    now: string;
    today: string;
    keyFor: KeyFor;
  },
) {
  const { tokenHash, codeHash, ...link } = newReferralLink(origin, now, keyFor);
  const { expiresAt } = link;
  if (!(await keepLink(tx, { referralId, tokenHash, codeHash, expiresAt, now, today }))) {
    throw new Problem('referral-not-now');
  }
  return link;
}

/** Who holds the family of each person within reach. */
async function holdersOf(tx: Tx, actor: SignedInActor): Promise<ReadonlyMap<string, string>> {
  const families = new Map((await listFamilyRows(tx, actor)).map((row) => [row.id, row.holder]));
  const members = await listMembers(tx, [...families.keys()]);
  return new Map(members.map(({ personId, familyId }) => [personId, families.get(familyId) ?? '']));
}
