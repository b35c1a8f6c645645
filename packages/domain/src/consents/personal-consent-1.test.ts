import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../text/index.ts';
import {
  CONSENT_PURPOSES,
  fillConsent,
  missingPlaceholders,
  PERSONAL_CONSENTS_1,
  PURPOSE_PLACEHOLDERS,
  PurposeText,
  unknownPlaceholders,
} from './index.ts';

const VALUES = Object.fromEntries(PURPOSE_PLACEHOLDERS.map((name) => [name, `<${name}>`]));
const NEVER_SAID =
  /terror|террор|лаңкес|radicali|радикал|extremis|экстрем|деструктив|jihad|джихад|жиһад/iu;

describe('the consents of a person', () => {
  it('exist for every purpose, each once, in every language', () => {
    expect(PERSONAL_CONSENTS_1.map(({ purpose }) => purpose)).toEqual([...CONSENT_PURPOSES]);
    for (const text of PERSONAL_CONSENTS_1) {
      expect(PurposeText.parse(text)).toEqual(text);
      expect(Object.keys(text.words).sort()).toEqual([...LANGUAGES].sort());
    }
  });

  it.each(PERSONAL_CONSENTS_1.flatMap((text) => LANGUAGES.map((language) => ({ text, language }))))(
    'name what the law wants named ($text.version, $language)',
    ({ text, language }) => {
      const words = text.words[language]!;
      expect(missingPlaceholders(text)).toEqual([]);
      expect(unknownPlaceholders(words, PURPOSE_PLACEHOLDERS)).toEqual([]);
      const filled = JSON.stringify(fillConsent(words, VALUES));
      expect(filled).not.toContain('{{');
      expect(filled).not.toMatch(NEVER_SAID);
    },
  );

  it('say first that one may refuse and is helped all the same', () => {
    const first = PERSONAL_CONSENTS_1.flatMap(({ words }) =>
      LANGUAGES.map((language) => words[language]!.points[0]!.text),
    );
    expect(new Set(first).size).toBe(3);
    expect(first[2]).toMatch(/may say no.*helped all the same/);
  });

  it('of the program go nowhere but to the service of a referral, and a text that names no operator is told so', () => {
    expect(PERSONAL_CONSENTS_1.filter(({ givenToOthers }) => givenToOthers)).toMatchObject([
      { purpose: 'referral' },
    ]);
    const [text] = PERSONAL_CONSENTS_1;
    const words = { ...text!.words.en!, points: [{ heading: 'Who', text: '{{ subject }}' }] };
    expect(missingPlaceholders({ purpose: 'referral', words: { en: words } })).toEqual([
      'operator',
      'registrationNumber',
      'term',
      'receiver',
    ]);
  });
});
