import { Problem } from '@tirek/domain/problem';
import { printLetter, type referralsContract } from '@tirek/domain/referrals';
import { nameIn } from '@tirek/domain/services';
import type { Handlers } from '../http/handler.ts';
import { programmeDay } from '../programmes/index.ts';
import { makeDocument } from '../reports/documents/index.ts';
import { inOnePiece } from '../reports/index.ts';
import { listReferralColleagues } from './queries.ts';
import { discloses, requireReferral } from './referring.ts';

type Letter = Pick<Handlers<typeof referralsContract>, 'getReferralLetter'>;

/** The letter on paper. It tells what the preview tells, and is refused where nothing may be told. */
export const letterHandlers: Letter = {
  async getReferralLetter(request) {
    const { tx, input, now, about } = request;
    const { referralId, language } = input;
    const found = await requireReferral(request, referralId);
    const { row, known, standing, asker } = found;
    about([row.personId], { language });
    const isWithoutConsent = !known.isAgreed;
    if (isWithoutConsent && !(standing.override && standing.override.until > now)) {
      throw new Problem('referral-consent-missing');
    }
    if (standing.waitsFor === null) throw new Problem('referral-not-now');
    const colleagues = await listReferralColleagues(tx, [row.personId]);
    const letter = printLetter({
      ...{ language, isWithoutConsent, today: programmeDay(now), urgency: known.referral.urgency },
      receiver: `${known.receiver}, ${nameIn(known.provider, language)}`,
      service: nameIn(known.service, language),
      colleague: colleagues[known.referral.madeBy] ?? colleagues[asker.accountId] ?? '',
      disclosed: await discloses(request, found),
    });
    return {
      fileName: `referral-${language}.pdf`,
      mediaType: 'application/pdf',
      pieces: inOnePiece(() => makeDocument({ letter, format: 'pdf' })),
    };
  },
};
