import { agreedFacts, pupilTexts, type SchoolNote } from '../../../people/pupils/index.ts';
import { formatDate, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';
import { ownCopyTexts } from '../own-copy-texts.ts';

/** What was told at school about a person, every version; one that was taken back says so by having nothing in it. */
export function tellSchoolNotes(notes: readonly SchoolNote[], language: Language): HeldItem[] {
  const t = pupilTexts(language);
  const since = ownCopyTexts(language)('paper.since');
  return notes.map(({ state, agreement, recordedOn }) => ({
    title: t('note'),
    facts: [
      [since, formatDate(recordedOn, language)] as const,
      ...agreedFacts(
        {
          ...agreement,
          calls: agreement.call ? [agreement.call] : [],
          phones: agreement.phone ? [agreement.phone] : [],
        },
        t,
      ),
      ...(agreement.passes.length > 0
        ? [[t('passes'), agreement.passes.map((each) => t(`passes.${each}`)).join(', ')] as const]
        : []),
    ],
    text: state === 'withdrawn' ? t('note.withdrawn') : '',
  }));
}
