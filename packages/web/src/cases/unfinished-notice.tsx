import { Button } from '@mantine/core';
import type { FamilyCase } from '@tirek/domain/cases';
import { useDrafts } from '../offline/use-drafts.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Notice } from '../ui/notice.tsx';
import type { CaseShown } from './case-shown.ts';
import styles from './cases.module.css';
import type { CaseDialog } from './dialogs.tsx';

/** What was begun in this case and not sent, with the way back into its form. */
export function UnfinishedNotice({
  shown,
  onOpen,
}: {
  shown: CaseShown;
  onOpen: (dialog: CaseDialog) => void;
}) {
  const text = useText('offline');
  const format = useFormat();
  const begun = useDrafts().flatMap((draft) => {
    const dialog = dialogOf(draft.key, shown.family.id, shown.familyCase);
    return dialog ? [{ draft, dialog }] : [];
  });
  if (begun.length === 0) return null;
  return (
    <div className={styles.notice}>
      <Notice kind="info" isStanding title={text('draft.title')}>
        <ul className={styles.links}>
          {begun.map(({ draft, dialog }) => (
            <li key={draft.key}>
              {text(`draft.kind.${WORDS[dialog.what]}`)},{' '}
              {text('draft.typedAt', { at: format.instant(draft.typedAt) })}{' '}
              <Button variant="subtle" size="compact-sm" onClick={() => onOpen(dialog)}>
                {text('draft.go')}
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

const WORDS = {
  note: 'note',
  need: 'need',
  goal: 'goal',
  action: 'step',
  end: 'end',
  review: 'review',
  question: 'question',
  preparation: 'preparation',
  closing: 'other',
  contact: 'other',
} as const;

/** The form that a draft belongs to, if it is one of this family's and what it is about is still there. */
function dialogOf(key: string, familyId: string, familyCase: FamilyCase): CaseDialog | null {
  const [kind = '', of = '', id = ''] = key.split(' ');
  const { notes, needs, goals, actions } = familyCase;
  const found = <Each extends { id: string }>(all: readonly Each[]) =>
    all.find((each) => each.id === id) ?? null;
  if (of === familyId) {
    if (kind === 'review' || kind === 'question') return { what: kind };
    if (kind === 'note' && (id === '' || found(notes))) return { what: kind, known: found(notes) };
    if (kind === 'need' && (id === '' || found(needs))) return { what: kind, known: found(needs) };
    if (kind === 'goal' && (id === '' || found(goals))) return { what: kind, known: found(goals) };
  }
  if (kind === 'step' && goals.some((goal) => goal.id === of)) {
    if (id === '' || found(actions)) return { what: 'action', goalId: of, known: found(actions) };
  }
  const ending = [...needs, ...goals, ...actions].find((each) => each.id === of);
  return kind === 'end' && ending ? { what: 'end', ending } : null;
}
