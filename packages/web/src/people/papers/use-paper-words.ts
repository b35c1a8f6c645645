import {
  ANSWER_DAYS,
  type Paper,
  type PaperTexts,
  paperTexts,
  type StuckReason,
  type WaitingKind,
} from '@tirek/domain/people/papers';
import { useMemo } from 'react';
import { useLanguage } from '../../text/language.tsx';

/** The words of the domain about papers, with those that are put together. */
export function usePaperWords(): {
  readonly t: PaperTexts;
  kind(kind: WaitingKind): string;
  reason(reason: StuckReason): string;
  /** Why the one cannot be had without the other. */
  needs(blocker: Paper, waiting: Paper): string;
} {
  const { language } = useLanguage();
  return useMemo(() => {
    const t = paperTexts(language);
    return {
      t,
      kind: (kind) => t(`kind.${kind}`),
      reason: (reason) =>
        reason === 'no-answer'
          ? t('reason.no-answer', { days: ANSWER_DAYS })
          : t(`reason.${reason}`),
      needs: (blocker, waiting) =>
        t(`needs.${blocker.kind}.${waiting.kind}` as Parameters<PaperTexts>[0]),
    };
  }, [language]);
}
