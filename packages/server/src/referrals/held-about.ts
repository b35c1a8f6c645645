import type { SignedInActor } from '@tirek/domain/access';
import { strikeNames } from '@tirek/domain/privacy/erasure';
import type { HeldSection } from '@tirek/domain/privacy/own-copy';
import { referralTexts } from '@tirek/domain/referrals';
import { nameIn } from '@tirek/domain/services';
import { formatDate, type Language } from '@tirek/domain/text';
import type { Tx } from '../db/database.ts';
import { identitiesBeside, type KeyFor } from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { openReferrals } from './load-referrals.ts';
import { listReferralRows } from './queries.ts';

interface Asked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
}

/** To whom somebody was passed on, what they were told, and what came of it, for her own copy. */
export const referralsHeld = {
  tables: ['referral', 'referral_event', 'referral_content', 'referral_link', 'referral_told'],

  async read(asked: Asked): Promise<HeldSection[]> {
    const { tx, actor, keyFor, personId, language } = asked;
    const t = referralTexts(language);
    const rows = await listReferralRows(tx, actor, [personId]);
    if (rows.length === 0) return [];
    const today = rows[0]?.madeOn ?? '';
    const known = await openReferrals({ tx, actor, keyFor, today }, rows);
    const others = await identitiesBeside(asked);
    const strike = (text: string) => strikeNames(text, others);
    const data = known.map(({ referral, events, receiver, service, provider }) => ({
      ...{ id: referral.id, madeOn: referral.madeOn, urgency: referral.urgency },
      ...{ receiver, service, provider, items: referral.items },
      words: referral.words && {
        need: strike(referral.words.need),
        note: strike(referral.words.note),
      },
      events: events.map(({ kind, at, reason, appointmentAt, cameOn, feedback }) => ({
        ...{ kind, at, reason, appointmentAt, cameOn },
        feedback: feedback && { ...feedback, words: strike(feedback.words ?? '') },
      })),
    }));
    const items = data.map(({ receiver, service, items: told, words, events }) => {
      const isSent = events.some(({ kind }) => kind === 'sent');
      return {
        title: t('own.title'),
        facts: [
          [t('own.to'), `${receiver}: ${nameIn(service, language)}`] as const,
          [
            t('own.told'),
            isSent ? told.map((item) => t(`item.${item}`)).join(', ') : t('own.notSent'),
          ] as const,
          ...events.map(
            ({ kind, at }) => [formatDate(programmeDay(at), language), t(`state.${kind}`)] as const,
          ),
        ],
        text: [words?.need, words?.note, ...events.map(({ feedback }) => feedback?.words)]
          .filter((text) => text)
          .join('\n'),
      };
    });
    return [{ section: 'case', data, items }];
  },
};
