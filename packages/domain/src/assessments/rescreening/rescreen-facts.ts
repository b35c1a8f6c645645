import type { Member } from '../../cases/index.ts';
import type { Birth } from '../../people/index.ts';
import type { AssessmentInformant } from '../assessment.ts';
import type { AskedAgain } from './due-rescreen.ts';

/** What is known of one person that decides when she is asked again. */
export interface RescreenFacts {
  readonly personId: string;
  readonly birth: Birth | null;
  /** Whether a consent to screening stands today. Without it nothing is due. */
  readonly hasAgreed: boolean;
  /** The day of the last word of consent; null where it is not known. */
  readonly agreedOn: string | null;
  /** When each questionnaire was answered last, by whom; of those that no later entry corrects. */
  readonly asked: readonly Asked[];
  /** The day on which the step that stands today began; null: none, or not known. */
  readonly stepBegan: string | null;
  /** Days on which she moved. */
  readonly moves: readonly string[];
  /** Between which days members of her family are expected home from prison. */
  readonly releases: ReadonlyArray<{ readonly from: string; readonly to: string }>;
  /** Days on which somebody of her family came home, as it was written down. */
  readonly returns: readonly string[];
  readonly schooling: Member['schooling'];
  /** The newest word that put a sitting off. */
  readonly skip: { readonly until: string; readonly recordedOn: string } | null;
}

export interface Asked extends AskedAgain {
  readonly informant: AssessmentInformant;
  readonly on: string;
}
