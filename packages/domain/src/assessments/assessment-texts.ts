import en from '../text/en/assessments.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../text/index.ts';
import kk from '../text/kk/assessments.json' with { type: 'json' };
import ru from '../text/ru/assessments.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type AssessmentTexts = Translate<KeyOf<typeof en>>;

/** The words of questionnaires that were answered, in one language. */
export const assessmentTexts = (language: Language): AssessmentTexts =>
  translator(CATALOGUES[language] as typeof en, language);
