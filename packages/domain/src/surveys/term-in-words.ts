import en from '../text/en/surveys.json' with { type: 'json' };
import { type Catalogue, type Language, translator } from '../text/index.ts';
import kk from '../text/kk/surveys.json' with { type: 'json' };
import ru from '../text/ru/surveys.json' with { type: 'json' };

const CATALOGUES: Record<Language, Catalogue> = { kk, ru, en };

/** A term as a person says it: 60 months are 5 years, 18 months stay months. */
export function termInWords(months: number, language: Language): string {
  const say = translator(CATALOGUES[language], language);
  return months % 12 === 0
    ? say('years', { count: months / 12 })
    : say('months', { count: months });
}
