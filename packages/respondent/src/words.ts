import { type Catalogue, type Language, translator } from '@tirek/domain/text';
import type { LanguageWords, Say } from './survey-data.ts';
import enDanger from './text/en/danger.json' with { type: 'json' };
import enOwn from './text/en/own.json' with { type: 'json' };
import enOwnRefusal from './text/en/own-refusal.json' with { type: 'json' };
import enPlain from './text/en/plain.json' with { type: 'json' };
import enRefusal from './text/en/refusal.json' with { type: 'json' };
import enSurvey from './text/en/survey.json' with { type: 'json' };
import kkDanger from './text/kk/danger.json' with { type: 'json' };
import kkOwn from './text/kk/own.json' with { type: 'json' };
import kkOwnRefusal from './text/kk/own-refusal.json' with { type: 'json' };
import kkPlain from './text/kk/plain.json' with { type: 'json' };
import kkRefusal from './text/kk/refusal.json' with { type: 'json' };
import kkSurvey from './text/kk/survey.json' with { type: 'json' };
import ruDanger from './text/ru/danger.json' with { type: 'json' };
import ruOwn from './text/ru/own.json' with { type: 'json' };
import ruOwnRefusal from './text/ru/own-refusal.json' with { type: 'json' };
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
  return translator({ ...OWN_WORDS[language].own, ...screens, ...danger }, language);
}

/** What a survey says and a link to a person's file never does. */
const NOT_THERE = /^(access|carry|withdraw|pause\.carry)/;

/** The words of a link to a person's file in one language: a survey's, with what is said otherwise. */
export function ownWordsIn(language: Language): LanguageWords {
  const { screens, danger, refusals } = WORDS[language];
  const { own, ownRefusals } = OWN_WORDS[language];
  const said = Object.entries({ ...screens, ...danger, ...own });
  return {
    screens: Object.fromEntries(said.filter(([key]) => !NOT_THERE.test(key))),
    refusals: { ...refusals, ...ownRefusals },
  };
}

const OWN_WORDS = {
  kk: { own: kkOwn, ownRefusals: kkOwnRefusal },
  ru: { own: ruOwn, ownRefusals: ruOwnRefusal },
  en: { own: enOwn, ownRefusals: enOwnRefusal },
} satisfies Record<Language, Record<'own' | 'ownRefusals', Catalogue>>;
