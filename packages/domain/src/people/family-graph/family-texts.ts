import en from '../../text/en/family-graph.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/family-graph.json' with { type: 'json' };
import ru from '../../text/ru/family-graph.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type FamilyTexts = Translate<KeyOf<typeof en>>;

/** What is said and drawn of a family graph, in one language. */
export const familyTexts = (language: Language): FamilyTexts =>
  translator(CATALOGUES[language] as typeof en, language);
