import { formatDate, type Language } from '../text/index.ts';
import { type Disclosed, tellDisclosed } from './disclosed.ts';
import type { ReferralUrgency } from './referral.ts';
import { referralTexts } from './referral-texts.ts';

/** A referral on paper, ready to be set on A4 pages, one for each of the three: every word of it. */
export interface PrintedLetter {
  readonly language: Language;
  readonly title: string;
  readonly programme: string;
  readonly facts: readonly string[];
  readonly toldTitle: string;
  /** What is told, word for word as in the preview. */
  readonly told: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly only: string;
  readonly ground: string;
  readonly copies: readonly string[];
  readonly signatures: readonly string[];
}

export function printLetter(given: {
  readonly language: Language;
  readonly receiver: string;
  readonly service: string;
  /** The colleague who refers. */
  readonly colleague: string;
  readonly today: string;
  readonly urgency: ReferralUrgency;
  readonly disclosed: Disclosed;
  readonly isWithoutConsent: boolean;
}): PrintedLetter {
  const { language, receiver, service, colleague, today, urgency, disclosed } = given;
  const t = referralTexts(language);
  return {
    language,
    title: t('letter.title'),
    programme: t('letter.programme'),
    facts: [
      t('letter.to', { receiver }),
      t('letter.service', { service }),
      t('letter.from', { name: colleague }),
      t('letter.date', { date: formatDate(today, language) }),
      t(`letter.urgency.${urgency}`),
    ],
    toldTitle: t('letter.told'),
    told: tellDisclosed(disclosed, language).map(({ name, value }) => ({ name, value })),
    only: t('letter.only'),
    ground: t(given.isWithoutConsent ? 'letter.override' : 'letter.consent'),
    copies: [t('letter.copy.referrer'), t('letter.copy.family'), t('letter.copy.receiver')],
    signatures: [t('letter.sign.referrer'), t('letter.sign.family'), t('letter.sign.receiver')],
  };
}
