import type { Catalogue, Language } from '@tirek/domain/text';
import enPlain from './text/en/plain.json' with { type: 'json' };
import enRefusal from './text/en/refusal.json' with { type: 'json' };
import enSurvey from './text/en/survey.json' with { type: 'json' };
import kkPlain from './text/kk/plain.json' with { type: 'json' };
import kkRefusal from './text/kk/refusal.json' with { type: 'json' };
import kkSurvey from './text/kk/survey.json' with { type: 'json' };
import ruPlain from './text/ru/plain.json' with { type: 'json' };
import ruRefusal from './text/ru/refusal.json' with { type: 'json' };
import ruSurvey from './text/ru/survey.json' with { type: 'json' };

/** Every catalogue of the survey page. The server reads them; a phone gets those of the wave's languages inside the page. */
export const WORDS = {
  kk: { screens: kkSurvey, refusals: kkRefusal, plain: kkPlain },
  ru: { screens: ruSurvey, refusals: ruRefusal, plain: ruPlain },
  en: { screens: enSurvey, refusals: enRefusal, plain: enPlain },
} satisfies Record<Language, Record<'screens' | 'refusals' | 'plain', Catalogue>>;
