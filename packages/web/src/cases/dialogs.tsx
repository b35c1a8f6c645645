import type { PreparationStep, Standing } from '@tirek/domain/cases';
import { ActionDialog } from './action-dialog.tsx';
import type { CaseShown } from './case-shown.ts';
import { ClosingDialog } from './closing-dialog.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { EndDialog, type Ending } from './end-dialog.tsx';
import { GoalDialog } from './goal-dialog.tsx';
import { NeedDialog } from './need-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PreparationDialog } from './preparation-dialog.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { ReviewDialog } from './review-dialog.tsx';

/** What is being written into a case. */
export type CaseDialog =
  | { readonly what: 'need'; readonly known: Standing<'need'> | null }
  | { readonly what: 'goal'; readonly known: Standing<'goal'> | null }
  | {
      readonly what: 'action';
      readonly goalId: string;
      readonly known: Standing<'action'> | null;
    }
  | { readonly what: 'end'; readonly ending: Ending }
  | { readonly what: 'note'; readonly known: Standing<'note'> | null }
  | { readonly what: 'preparation'; readonly of: string; readonly step: PreparationStep }
  | { readonly what: 'review' }
  | { readonly what: 'question' }
  | { readonly what: 'closing' }
  | { readonly what: 'contact' };

export function Dialogs({
  shown,
  dialog,
  onClose,
}: {
  shown: CaseShown;
  dialog: CaseDialog;
  onClose: () => void;
}) {
  const given = { shown, onClose };
  switch (dialog.what) {
    case 'need':
      return <NeedDialog {...given} known={dialog.known} />;
    case 'goal':
      return <GoalDialog {...given} known={dialog.known} />;
    case 'action':
      return <ActionDialog {...given} goalId={dialog.goalId} known={dialog.known} />;
    case 'end':
      return <EndDialog {...given} ending={dialog.ending} />;
    case 'note':
      return <NoteDialog {...given} known={dialog.known} />;
    case 'preparation':
      return <PreparationDialog {...given} of={dialog.of} step={dialog.step} />;
    case 'review':
      return <ReviewDialog {...given} />;
    case 'question':
      return <QuestionDialog {...given} />;
    case 'closing':
      return <ClosingDialog {...given} />;
    case 'contact':
      return <ContactDialog {...given} />;
  }
}
