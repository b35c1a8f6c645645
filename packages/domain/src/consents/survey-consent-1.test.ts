import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../text/index.ts';
import {
  CONSENT_PLACEHOLDERS,
  ConsentVersion,
  fillConsent,
  SURVEY_CONSENTS_1,
  unknownPlaceholders,
} from './index.ts';

const VALUES = Object.fromEntries(
  CONSENT_PLACEHOLDERS.map((name) => [name, `<${name}>`]),
) as Record<(typeof CONSENT_PLACEHOLDERS)[number], string>;

const NEVER_SAID =
  /terror|террор|лаңкес|radicali|радикал|extremis|экстрем|деструктив|jihad|джихад/iu;

describe('the consent of a survey', () => {
  it('exists for every mode that can be asked, in every language, with the same points', () => {
    expect(SURVEY_CONSENTS_1.flatMap(({ linkages }) => linkages)).toEqual([
      'open',
      'one-time',
      'panel',
    ]);
    for (const consent of SURVEY_CONSENTS_1) {
      expect(ConsentVersion.parse(consent)).toEqual(consent);
      const counts = LANGUAGES.map((language) => consent.words[language]?.points.length);
      expect(new Set(counts).size).toBe(1);
    }
  });

  it.each(
    SURVEY_CONSENTS_1.flatMap((consent) => LANGUAGES.map((language) => ({ consent, language }))),
  )(
    'names operator, number, contact, purpose, data, term and who may answer ($consent.version, $language)',
    ({ consent, language }) => {
      const words = consent.words[language]!;
      expect(unknownPlaceholders(words)).toEqual([]);
      const filled = JSON.stringify(fillConsent(words, VALUES));
      for (const name of CONSENT_PLACEHOLDERS) expect(filled).toContain(`<${name}>`);
      expect(filled).not.toContain('{{');
      expect(filled).not.toMatch(NEVER_SAID);
    },
  );

  it('says honestly whether answers can be taken back', () => {
    const withdrawal = (version: string) =>
      SURVEY_CONSENTS_1.find((one) => one.version === version)!.words.en!.points.find(
        ({ heading }) => heading.startsWith('If you change your mind'),
      )!.text;
    expect(withdrawal('survey-open-1')).toContain('cannot be taken back');
    expect(withdrawal('survey-one-time-1')).toContain('cannot be found even with your code');
    expect(withdrawal('survey-panel-1')).toContain('have all your answers erased');
  });

  it('names what a programme’s own words ask for and the program cannot fill in', () => {
    const words = {
      ...SURVEY_CONSENTS_1[0]!.words.en!,
      points: [{ heading: 'Who', text: '{{operator}} {{ name }} {{name}}' }],
    };
    expect(unknownPlaceholders(words)).toEqual(['name']);
  });
});
