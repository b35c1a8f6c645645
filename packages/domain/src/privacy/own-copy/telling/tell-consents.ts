import type { ConsentEntry, ConsentParticulars } from '../../../consents/index.ts';
import { formatDate, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';
import { ownCopyTexts } from '../own-copy-texts.ts';

/** A word about a consent, with what is sealed of it as far as it can be read. */
export type ToldConsent = ConsentEntry & {
  readonly receiver: string | null;
  readonly particulars: ConsentParticulars | null;
};

/** What somebody agreed to and did not, without the names of witnesses and guardians. */
export function tellConsents(entries: readonly ToldConsent[], language: Language): HeldItem[] {
  const t = ownCopyTexts(language);
  const day = (date: string) => formatDate(date, language);
  return entries.map(
    ({ purpose, receiver, decision, party, mode, givenOn, standsUntil, particulars }) => ({
      title: receiver ? `${t(`purpose.${purpose}`)}: ${receiver}` : t(`purpose.${purpose}`),
      facts: [
        [t('consent.decision'), t(`consent.decision.${decision}`)],
        [t('consent.by'), t(`consent.by.${party}`)],
        [t('consent.on'), day(givenOn)],
        [t('consent.mode'), t(`consent.mode.${mode}`)],
        ...(standsUntil ? [[t('consent.until'), day(standsUntil)] as const] : []),
        ...(particulars?.withheld ?? []).map(
          ({ what, why }) => [t('consent.withheld'), `${what} (${why})`] as const,
        ),
        ...(particulars?.unsafeReason
          ? [[t('consent.unsafe'), particulars.unsafeReason] as const]
          : []),
      ],
      text: '',
    }),
  );
}
