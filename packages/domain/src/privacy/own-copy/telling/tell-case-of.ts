import { type FamilyCase, tellCase } from '../../../cases/index.ts';
import { formatDate, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';
import { ownCopyTexts } from '../own-copy-texts.ts';

/** What was written about one person in the cases of her families; `familyCase` holds nothing else any more. */
export function tellCaseOf(
  familyCase: FamilyCase,
  { personId, language }: { personId: string; language: Language },
): HeldItem[] {
  const t = ownCopyTexts(language);
  return tellCase(familyCase, {
    language,
    name: (id) => (id === personId ? '' : t('other')),
  }).map(({ on, sentence, words }) => ({
    title: formatDate(on, language),
    facts: [],
    text: [sentence, words?.text ?? ''].filter((part) => part !== '').join(' '),
  }));
}
