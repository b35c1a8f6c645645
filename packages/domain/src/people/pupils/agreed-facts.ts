import type { FamilyAgreement } from './pupil.ts';
import type { PupilTexts } from './pupil-texts.ts';

export type AgreedFact = readonly [name: string, value: string];

/** What the school learns, as names and values; what it does not learn is left out. */
export function agreedFacts(
  given: Omit<FamilyAgreement, 'call' | 'phone' | 'passes'> & {
    readonly calls: readonly NonNullable<FamilyAgreement['call']>[];
    readonly phones: readonly string[];
  },
  t: PupilTexts,
): AgreedFact[] {
  const facts: AgreedFact[] = [
    [t('supports'), given.supports.map((each) => t(`support.${each}`)).join(', ')],
    [t('call'), given.calls.map((each) => t(`call.${each}`)).join(', ')],
    [t('phone'), given.phones.join(', ')],
    [t('languages'), given.languages.map((each) => t(`language.${each}`)).join(', ')],
    [t('health'), given.health.map((each) => t(`health.${each}`)).join(', ')],
    [t('helped'), given.isHelped ? t('helped.yes') : ''],
  ];
  return facts.filter(([, value]) => value !== '');
}
