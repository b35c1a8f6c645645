import { type Birth, fullName, type IdentityVersion } from '../../../people/index.ts';
import { formatDate, formatInstant, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';
import { type OwnCopyTexts, ownCopyTexts } from '../own-copy-texts.ts';

/** Kazakhstan has one time since March 2024 (tzdata 2024a). */
export const UTC_OFFSET_MINUTES = 300;

/** Every version of who somebody is, the newest first. */
export function tellIdentities(
  versions: readonly IdentityVersion[],
  language: Language,
): HeldItem[] {
  const t = ownCopyTexts(language);
  return versions.map(({ version, identity, recordedAt }) => ({
    title: t('version', { version }),
    facts: [
      ...identity.names.map((name) => [t(`name.${name.kind}`), fullName(name)] as const),
      ...(identity.birth
        ? [[t('birth'), tellBirth(identity.birth, { t, language })] as const]
        : []),
      ...identity.phones.map((phone) => [t('phone'), phone] as const),
      ...identity.documents.map(({ kind, number }) => [t(`document.${kind}`), number] as const),
      [
        t('recorded'),
        formatInstant(recordedAt, language, { utcOffsetMinutes: UTC_OFFSET_MINUTES }),
      ],
    ],
    text: '',
  }));
}

function tellBirth(
  { precision, date }: Birth,
  { t, language }: { t: OwnCopyTexts; language: Language },
) {
  switch (precision) {
    case 'day':
      return formatDate(date, language, 'long');
    case 'month':
      return formatDate(date, language, 'month');
    case 'year':
      return date;
    case 'about':
      return t('birth.about', { year: date });
  }
}
