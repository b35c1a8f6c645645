import en from '../../text/en/consistency.json' with { type: 'json' };
import { type Language, translator } from '../../text/index.ts';
import kk from '../../text/kk/consistency.json' with { type: 'json' };
import ru from '../../text/ru/consistency.json' with { type: 'json' };
import type { Certainty, Finding } from './finding.ts';

const CATALOGUES = { kk, ru, en };

/** The sentence that explains a finding, in the language of the reader; figures stay as the report writes them. */
export const describeReading = ({ reading, params }: Finding, language: Language): string =>
  translator(CATALOGUES[language], language)(reading, params);

/** How sure a finding is, in one or two words. */
export const describeCertainty = (certainty: Certainty, language: Language): string =>
  translator(CATALOGUES[language], language)(`certainty.${certainty}`);
