import { Problem } from '@tirek/domain/problem';
import {
  ANSWER_HOURS,
  later,
  NEXT,
  ReceivedReferral,
  type ReceiverWord,
  type ReferralState,
  type ReferralUrgency,
  type referralLinkContract,
  type referralsContract,
} from '@tirek/domain/referrals';
import * as z from 'zod/mini';
import { accountOf } from '../http/account-of.ts';
import type { Handlers } from '../http/handler.ts';
import type { KeyFor } from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { referralLinkHashes } from './link-key.ts';
import {
  answerLink,
  insertEvent,
  listOwnReferrals,
  lockReferral,
  openLink,
  type ShownRow,
} from './queries.ts';
import { openDisclosed, sealSaid } from './sealed.ts';

type Receiving = Pick<
  Handlers<typeof referralsContract>,
  'listReceivedReferrals' | 'answerReferral'
>;

/** What a specialist does who signs in here. */
export const receivingHandlers: Receiving = {
  async listReceivedReferrals({ tx, now, keyFor, about }) {
    const today = programmeDay(now);
    const rows = await listOwnReferrals(tx, { now, today });
    // The database puts the people in the place of these: he does not learn under which ids they are known.
    about(rows.map(({ id }) => id));
    return { now, today, referrals: rows.map((row) => receivedOf(row, keyFor)) };
  },

  async answerReferral({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, referralId, basedOn, word } = input;
    about([referralId], { referral: word.kind });
    const today = programmeDay(now);
    requireDay(word, today);
    await lockReferral(tx, referralId);
    const own = (await listOwnReferrals(tx, { now, today })).find((row) => row.id === referralId);
    if (!own) throw new Problem('not-found');
    if (own.version !== basedOn) throw new Problem('changed-meanwhile', { version: own.version });
    if (!NEXT[own.state as ReferralState].includes(word.kind))
      throw new Problem('referral-not-now');
    const said = { id, referralId, version: basedOn + 1, now, today };
    await insertEvent(tx, asker, said, word, sealedWords(word, id, keyFor));
    return {};
  },
};

/** What whoever holds a link does. A visitor has no programme: that of the link stands in the log. */
export const linkHandlers: Handlers<typeof referralLinkContract> = {
  async openReferralLink({ tx, input, now, newId, keyFor, about, ofProgramme }) {
    const today = programmeDay(now);
    const knocking = { ...referralLinkHashes(input, keyFor), now, today };
    const { outcome, triesLeft, programmeId, ...row } = await openLink(tx, {
      ...knocking,
      eventId: newId(),
    });
    if (programmeId !== null) ofProgramme(programmeId);
    if (outcome === 'refused') return { kind: outcome };
    about([row.id], { outcome });
    if (outcome === 'wrong-code') return { kind: outcome, triesLeft };
    return { kind: outcome, now, today, referral: receivedOf(row, keyFor) };
  },

  async answerReferralLink({ tx, input, now, newId, keyFor, about, ofProgramme }) {
    const { id, basedOn, word } = input;
    const today = programmeDay(now);
    requireDay(word, today);
    const knocking = { ...referralLinkHashes(input, keyFor), now, today };
    const sealed = sealedWords(word, id, keyFor);
    const answered = await answerLink(tx, knocking, { id, basedOn, word, sealed });
    const { outcome, triesLeft, programmeId } = answered;
    if (programmeId !== null) ofProgramme(programmeId);
    if (outcome === 'refused') return { kind: outcome };
    about(answered.id === null ? [] : [answered.id], { outcome, referral: word.kind });
    if (outcome === 'wrong-code') return { kind: outcome, triesLeft };
    if (outcome === 'not-now') return { kind: outcome };
    const again = await openLink(tx, { ...knocking, eventId: newId() });
    // What was declined is not shown any more, and neither is its link.
    if (again.outcome !== 'open') return { kind: 'done' };
    return { kind: 'open', now, today, referral: receivedOf(again, keyFor) };
  },
};

function receivedOf({ sealed, ...row }: ShownRow, keyFor: KeyFor): ReceivedReferral {
  const isUnanswered = row.state === 'sent' || row.state === 'received';
  return z.parse(ReceivedReferral, {
    ...row,
    appointmentAt: row.state === 'appointment' ? row.appointmentAt : null,
    dueAt: isUnanswered ? later(row.sentAt, ANSWER_HOURS[row.urgency as ReferralUrgency]) : null,
    colleague: row.colleague ?? '',
    disclosed: openDisclosed(sealed, row.id, keyFor),
  });
}

const sealedWords = (word: ReceiverWord, id: string, keyFor: KeyFor): Buffer | null =>
  word.kind === 'feedback' && word.words !== '' ? sealSaid(word.words, id, keyFor) : null;

function requireDay(word: ReceiverWord, today: string): void {
  if (word.kind === 'attended' && word.cameOn > today) throw new Problem('case-day-to-come');
}
