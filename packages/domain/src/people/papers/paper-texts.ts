import en from '../../text/en/papers.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/papers.json' with { type: 'json' };
import ru from '../../text/ru/papers.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type PaperTexts = Translate<KeyOf<typeof en>>;

/** Kinds, states, steps and reasons of papers, in one language. */
export const paperTexts = (language: Language): PaperTexts =>
  translator(CATALOGUES[language] as typeof en, language);
