import type { AssessmentInformant, CorrectionReason, OfferedMode } from '@tirek/domain/assessments';
import type { Answers } from '@tirek/domain/instruments';
import type { Language } from '@tirek/domain/text';

/** A questionnaire that is being asked, kept sealed on the device until it is sent. */
export interface AskingDraft {
  /** Of what it will be: sent after a crash once more, it is still the same thing. */
  readonly id: string;
  readonly stage: 'choose' | 'ask' | 'second' | 'compare' | 'look';
  readonly formCode: string;
  /** `own-phone`: a link is prepared in place of asking here. */
  readonly mode: OfferedMode | 'own-phone';
  readonly informant: AssessmentInformant;
  /** In which it began; each answer may be given in another. */
  readonly language: Language;
  readonly takenOn: string;
  readonly isTwice: boolean;
  readonly because: CorrectionReason | '';
  /** In which it is asked now. */
  readonly now: Language;
  readonly answers: Answers;
  readonly languages: Readonly<Record<string, Language>>;
  readonly second: Answers;
  readonly answeredAt: string;
}

export const draftKey = (personId: string, corrects: string | undefined): string =>
  `assessment ${personId} ${corrects ?? ''}`;

/** The same with one more answer, in the language in which it was given. */
export function answering(
  draft: AskingDraft,
  answers: Answers,
  { linkId, now }: { linkId: string; now: string },
): AskingDraft {
  if (draft.stage === 'second') return { ...draft, second: answers };
  const { [linkId]: _, ...others } = draft.languages;
  const languages = draft.now === draft.language ? others : { ...others, [linkId]: draft.now };
  return { ...draft, answers, languages, answeredAt: now };
}
