import type { OpenedForm } from '@tirek/domain/instruments/engine';
import type { SurveyModel } from '@tirek/domain/surveys/phone';
import type { Language } from '@tirek/domain/text';
import type { Draft } from '../answering/draft.ts';
import type { KeepingState } from '../keeping/keeper.ts';

/** Which screen is shown. While answering, the draft's place says which question. */
export type Stage =
  | 'consent'
  | 'declined'
  /** Is this phone yours alone? */
  | 'phone'
  /** Shared phone: a code, or nothing kept. */
  | 'shared'
  /** The code, shown once. */
  | 'code'
  /** One-time code, or card and PIN. */
  | 'access'
  | 'question'
  | 'sending'
  | 'thanks'
  /** Unfinished answers are on this phone. */
  | 'back'
  /** Enter a resume code. */
  | 'resume'
  | 'carry'
  /** Carried to another phone and gone from this one. */
  | 'left'
  | 'elsewhere'
  | 'stopped'
  | 'withdraw'
  | 'withdrawn';

/** How her answers are kept: on her own phone, locked under a code, or in this page alone. */
export type Way = 'own' | 'sealed' | 'memory';

export type Sending =
  | { readonly kind: 'trying' }
  | { readonly kind: 'waiting'; readonly inBackground: boolean }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly details: Readonly<Record<string, unknown>>;
    };

export interface SurveyState {
  readonly model: SurveyModel;
  readonly language: Language;
  /** In the order they are asked, opened in `language`. */
  readonly forms: readonly OpenedForm[];
  readonly stage: Stage;
  readonly draft: Draft | null;
  readonly way: Way | null;
  readonly keeping: KeepingState;
  /** The resume code, while it is shown. */
  readonly code: string | null;
  /** A one-time code from the sheet's QR picture. */
  readonly scanned: string | null;
  readonly sending: Sending;
  /** What is wrong here is said only after she wanted to go on. */
  readonly isChecked: boolean;
  readonly isOnline: boolean;
  /** A language that could not be fetched. */
  readonly languageRefused: Language | null;
}
