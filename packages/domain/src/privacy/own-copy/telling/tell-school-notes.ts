import { pupilTexts, type SchoolNote } from '../../../people/pupils/index.ts';
import { formatDate, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';
import { ownCopyTexts } from '../own-copy-texts.ts';

/** What was told at school about a person, every version; one that was taken back says so by having nothing in it. */
export function tellSchoolNotes(notes: readonly SchoolNote[], language: Language): HeldItem[] {
  const t = pupilTexts(language);
  const since = ownCopyTexts(language)('paper.since');
  return notes.map(({ state, agreement: { supports, call }, recordedOn }) => ({
    title: t('note'),
    facts: [
      [since, formatDate(recordedOn, language)] as const,
      ...(supports.length > 0
        ? [[t('supports'), supports.map((each) => t(`support.${each}`)).join(', ')] as const]
        : []),
      ...(call ? [[t('call'), t(`call.${call}`)] as const] : []),
    ],
    text: state === 'withdrawn' ? t('note.withdrawn') : '',
  }));
}
