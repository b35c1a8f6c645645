import {
  type Answers,
  type AnswerValue,
  type OpenedForm,
  withAnswer,
} from '@tirek/domain/instruments/engine';
import type { Language } from '@tirek/domain/text';

/** Whose the phone is: decides what may be kept on it. */
export type PhoneKind = 'own' | 'shared';

/** An unfinished questionnaire. */
export interface Draft {
  /** UUIDv4 that the finished answers will carry. */
  readonly id: string;
  readonly consent: { readonly version: string; readonly language: Language };
  readonly phone: PhoneKind;
  readonly language: Language;
  /** By form code. */
  readonly answers: Readonly<Record<string, Answers>>;
  /** By place: what is typed so far and is no answer yet, such as a day without its year. */
  readonly typed: Readonly<Record<string, string>>;
  /** Warnings she has confirmed, as `place#constraint`. */
  readonly confirmed: readonly string[];
  /** Where she is: a place of `placesOf`, or `review`; null before the first question. */
  readonly place: string | null;
  /** Signals of her answers for which she was shown help, as `signalsIn` names them. */
  readonly helped?: readonly string[];
  /** She is being shown help, and goes on to this place afterwards; her own place stays at the answer meanwhile. */
  readonly onward?: string;
  readonly code?: string;
  readonly panel?: string;
  /** Linked mode: by path the language of each answer, and when the last one was given. */
  readonly spoken?: Readonly<Record<string, Language>>;
  readonly answeredAt?: string;
  /** The server keeps a locked copy under this key, to be dropped when the answers have arrived. */
  readonly carried?: string;
  /** She has pressed "send". */
  readonly isFinished: boolean;
}

/**
 * One thing she did: what the journal keeps, tap by tap. The draft is all of them in order.
 * An answer of `null` is one taken away again.
 */
export type Step =
  | readonly ['start', Draft]
  | readonly [
      'answer',
      form: string,
      path: string,
      value: AnswerValue | null,
      typed?: string | null,
      at?: string,
    ]
  | readonly ['confirm', warning: string]
  | readonly ['place', string]
  | readonly ['help', helped: readonly string[], onward?: string]
  | readonly ['language', Language]
  | readonly ['set', Partial<Pick<Draft, 'code' | 'panel' | 'carried' | 'consent'>>]
  | readonly ['finish', boolean];

/** The draft after one more step; null stays null until a draft is started. */
export function afterStep(draft: Draft | null, step: Step): Draft | null {
  if (step[0] === 'start') return step[1];
  if (!draft) return null;
  switch (step[0]) {
    case 'answer': {
      const [, form, path, value, typed, at] = step;
      const place = placeId(form, path);
      const { [place]: _, ...others } = draft.typed;
      return {
        ...draft,
        answers: {
          ...draft.answers,
          [form]: withAnswer(draft.answers[form] ?? {}, path, value ?? undefined),
        },
        // A step that went through JSON has null where there was nothing.
        typed: typed == null ? others : { ...others, [place]: typed },
        ...(at === undefined
          ? {}
          : { spoken: { ...draft.spoken, [path]: draft.language }, answeredAt: at }),
      };
    }
    case 'confirm':
      return { ...draft, confirmed: [...draft.confirmed, step[1]] };
    case 'place':
      return { ...withoutHelp(draft), place: step[1] };
    case 'help': {
      const [, helped, onward] = step;
      return { ...withoutHelp(draft), helped, ...(onward === undefined ? {} : { onward }) };
    }
    case 'language':
      return { ...draft, language: step[1] };
    case 'set':
      return { ...draft, ...step[1] };
    case 'finish':
      return { ...draft, isFinished: step[1] };
  }
}

const withoutHelp = ({ onward: _, ...draft }: Draft): Draft => draft;

/** The draft that a journal tells, or null when it tells none. */
export function draftOf(steps: readonly Step[]): Draft | null {
  return steps.reduce(afterStep, null as Draft | null);
}

/** The name of one screen of one form. Neither form codes nor linkIds hold a colon. */
export const placeId = (form: string, path: string) => `${form}:${path}`;

/** What she has answered in a form so far. */
export const answersIn = (draft: Draft, form: Pick<OpenedForm, 'code'>): Answers =>
  draft.answers[form.code] ?? {};
