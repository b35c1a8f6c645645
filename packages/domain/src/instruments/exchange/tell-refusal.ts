import en from '../../text/en/form-exchange.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/form-exchange.json' with { type: 'json' };
import ru from '../../text/ru/form-exchange.json' with { type: 'json' };
import type { ExchangePlace, Refusal } from './refusal.ts';

const CATALOGUES = { kk, ru, en };

type Texts = Translate<KeyOf<typeof en>>;

const texts = (language: Language): Texts =>
  translator(CATALOGUES[language] as typeof en, language);

/** Where, why and what to do about it, as one line. */
export function tellRefusal({ code, place, found }: Refusal, language: Language): string {
  const t = texts(language);
  const reason = t(`reason.${code}`, { found });
  return `${tellPlace(place, t)}: ${reason}. ${t(`remedy.${code}`)}`;
}

/** What was left behind, and where. */
export function tellLeftOut({ place, found }: Refusal, language: Language): string {
  const t = texts(language);
  return t('left', { place: tellPlace(place, t), found });
}

function tellPlace(place: ExchangePlace, t: Texts): string {
  switch (place.kind) {
    case 'item':
      return t('place.item', { linkId: place.linkId });
    case 'cell':
      return t('place.cell', { sheet: place.sheet, row: String(place.row), column: place.column });
    case 'whole':
      return t('place.whole');
  }
}
