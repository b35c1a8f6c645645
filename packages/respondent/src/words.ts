import { type Catalogue, type Language, translator } from '@tirek/domain/text';
import type { Say } from './survey-data.ts';
import enDanger from './text/en/danger.json' with { type: 'json' };
import enPlain from './text/en/plain.json' with { type: 'json' };
import enRefusal from './text/en/refusal.json' with { type: 'json' };
import enSurvey from './text/en/survey.json' with { type: 'json' };
import kkDanger from './text/kk/danger.json' with { type: 'json' };
import kkPlain from './text/kk/plain.json' with { type: 'json' };
import kkRefusal from './text/kk/refusal.json' with { type: 'json' };
import kkSurvey from './text/kk/survey.json' with { type: 'json' };
import ruDanger from './text/ru/danger.json' with { type: 'json' };
import ruPlain from './text/ru/plain.json' with { type: 'json' };
import ruRefusal from './text/ru/refusal.json' with { type: 'json' };
import ruSurvey from './text/ru/survey.json' with { type: 'json' };

/** Every catalogue of the survey page. The server reads them; a phone gets those of the wave's languages inside the page. */
export const WORDS = {
  kk: { screens: kkSurvey, danger: kkDanger, refusals: kkRefusal, plain: kkPlain },
  ru: { screens: ruSurvey, danger: ruDanger, refusals: ruRefusal, plain: ruPlain },
  en: { screens: enSurvey, danger: enDanger, refusals: enRefusal, plain: enPlain },
} satisfies Record<Language, Record<'screens' | 'danger' | 'refusals' | 'plain', Catalogue>>;

/** Finds a text of the screens, those of the help screen among them. */
export function sayOn(language: Language): Say {
  const { screens, danger } = WORDS[language];
  return translator({ ...screens, ...danger }, language);
}
