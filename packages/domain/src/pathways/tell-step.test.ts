import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../text/index.ts';
import { DEFAULT_PATHWAY } from './default-pathway.ts';
import { NOTHING_KNOWN, type PathwayFacts } from './pathway-facts.ts';
import { stepOf } from './step-of.ts';
import { tellReason, tellUnknown } from './tell-step.ts';
import { tellWhen } from './tell-when.ts';
import { OUTLINES, TODAY, taken, WELL, withResult } from './testing/known-people.ts';

const told = (facts: PathwayFacts, language: Language) =>
  tellReason(stepOf(DEFAULT_PATHWAY, facts, TODAY), { language, forms: OUTLINES });

describe('why a step is proposed', () => {
  it('is told in one sentence, made from the rule and the result', () => {
    const heavy = withResult('phq-8', 21);
    expect(told(heavy, 'en')).toBe(
      'Proposed is care step 4 (a specialist’s evaluation), because of this: PHQ-8, result 21: Severe (20–24).',
    );
    expect(told(heavy, 'ru')).toBe(
      'Предлагается ступень 4 (оценка специалиста), основание: PHQ-8, результат 21: Тяжёлые (20–24).',
    );
    expect(told(heavy, 'kk')).toBe(
      '4-саты (маманның бағалауы) ұсынылады, негізі: PHQ-8 нәтижесі 21: Ауыр (20–24).',
    );
  });

  it.each(LANGUAGES)('names in %s what is missing where nothing can be proposed', (language) => {
    const sentence = told(NOTHING_KNOWN, language);
    expect(sentence).toContain('PHQ-8');
    expect(sentence).not.toContain('{{');
    const outcome = stepOf(
      DEFAULT_PATHWAY,
      { ...NOTHING_KNOWN, assessments: [taken('phq-8', 6)] },
      TODAY,
    );
    expect(tellUnknown(outcome, { language, forms: OUTLINES })).toContain('GAD-7');
    expect(tellUnknown({ missing: [] }, { language, forms: OUTLINES })).toBe('');
  });

  it.each(LANGUAGES)(
    'is one sentence in %s, without a hole, for whoever is told of',
    (language) => {
      const standing = { step: '3', since: '2026-10-01', careSince: '2026-10-01' } as const;
      const people: PathwayFacts[] = [
        WELL,
        { ...WELL, signals: [{ kind: 'psychosis', urgency: 'today' }] },
        { ...WELL, standing },
        { ...WELL, standing, missedContacts: 2, riskBefore: true },
        withResult('ghq-12', 7),
      ];
      for (const facts of people) {
        const sentence = told(facts, language);
        expect(sentence).toMatch(/^[^{}]+\.$/);
        expect(sentence.split(/\. /)).toHaveLength(1);
      }
    },
  );

  it.each(LANGUAGES)('reads every rule aloud in %s', (language) => {
    for (const { when } of DEFAULT_PATHWAY.rules) {
      const sentence = tellWhen(when, { language, forms: OUTLINES });
      expect(sentence).not.toMatch(/[{}]|undefined|leaf\.|need\.|missing\./);
    }
  });
});
