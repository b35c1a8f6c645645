import type { Language } from '../../text/languages.ts';
import type { ConsentWords } from '../contract.ts';
import type { PurposeText } from '../purpose-text.ts';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../purposes.ts';
import { ENGLISH } from './english.ts';
import { KAZAKH } from './kazakh.ts';
import { RUSSIAN } from './russian.ts';
import type { Said } from './said.ts';

/**
 * The program's own consents of a person, first version: our words, in three languages that say the same. That one may
 * refuse stands first, since whoever asks has power over whoever is asked. Released words never change: other words are
 * another folder with another version.
 */
const SAID: Readonly<Record<Language, Said>> = { kk: KAZAKH, ru: RUSSIAN, en: ENGLISH };

const wordsOf = (said: Said, purpose: ConsentPurpose): ConsentWords => {
  const own = said.purposes[purpose];
  const point = (name: keyof Said['headings'], text: string) => ({
    heading: said.headings[name],
    text,
  });
  return {
    title: own.title,
    points: [
      point('choice', own.choice ?? said.choice),
      point('what', own.what),
      point('data', own.data),
      point('others', own.others),
      point('abroad', own.abroad ?? said.abroad),
      point('term', said.term),
      point('change', `${own.change} ${said.change}`),
      point('who', said.who),
      point('whose', said.whose),
    ],
    agree: said.agree,
    decline: said.decline,
  };
};

const textOf = (purpose: ConsentPurpose): PurposeText => ({
  version: `${purpose}-1`,
  purpose,
  // A call is made and a message carried by a telephone company; only a referral tells somebody else of the person.
  givenToOthers: purpose === 'referral',
  sentAbroad: false,
  published: false,
  words: {
    kk: wordsOf(SAID.kk, purpose),
    ru: wordsOf(SAID.ru, purpose),
    en: wordsOf(SAID.en, purpose),
  },
  isBuiltIn: true,
});

export const PERSONAL_CONSENTS_1: readonly PurposeText[] = CONSENT_PURPOSES.map(textOf);
