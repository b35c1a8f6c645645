import type { OpenedForm } from '@tirek/domain/instruments/engine';
import { answersIn, type Draft, placeId } from './draft.ts';

/** What in her answers may mean danger: the signals that hold now, as `phq-9:0`. */
export const signalsIn = (forms: readonly OpenedForm[], draft: Draft): string[] =>
  forms.flatMap((form) =>
    form.signals(answersIn(draft, form)).map((number) => placeId(form.code, `${number}`)),
  );

/** Those for which she was not shown help yet. */
export const unhelpedSignals = (forms: readonly OpenedForm[], draft: Draft): string[] =>
  signalsIn(forms, draft).filter((signal) => !draft.helped?.includes(signal));
