import { formatInstant, type Language } from '../../../text/index.ts';
import type { PersonView } from '../../views/index.ts';
import type { HeldItem } from '../held.ts';
import { ownCopyTexts } from '../own-copy-texts.ts';
import { UTC_OFFSET_MINUTES } from './tell-identity.ts';

/** Who viewed and changed what is held about somebody, the newest first. */
export function tellViews(views: readonly PersonView[], language: Language): HeldItem[] {
  const t = ownCopyTexts(language);
  return views.map(({ at, by, effect, why }) => ({
    title: formatInstant(at, language, { utcOffsetMinutes: UTC_OFFSET_MINUTES, width: 'medium' }),
    facts: [
      [t('views.by'), by ?? t('views.program')],
      [t('views.effect'), t(`views.effect.${effect}`)],
      ...(why ? [[t('views.why'), t(`views.why.${why}`)] as const] : []),
    ],
    text: '',
  }));
}
