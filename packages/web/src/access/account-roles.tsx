import type { Account, HeldAssignment } from '@tirek/domain/access';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import { AssignmentList } from './assignment-list.tsx';
import { AssignmentPicker } from './assignment-picker.tsx';
import { useAssignmentText } from './assignment-text.ts';

/** The roles of an account; giving and taking them holds at the next request of every session. */
export function AccountRoles({ account, canManage }: { account: Account; canManage: boolean }) {
  const text = useText('access');
  const format = useFormat();
  const errorText = useErrorText();
  const assignmentText = useAssignmentText();
  const tell = useToast();
  const [ended, setEnded] = useState<HeldAssignment | null>(null);
  const add = useWrite('addAssignment', {
    renews: ['listAccounts'],
    onDone: () => tell(text('account.roleGiven')),
  });
  const end = useWrite('endAssignment', {
    renews: ['listAccounts'],
    onDone: () => {
      setEnded(null);
      tell(text('account.roleEnded'));
    },
  });
  return (
    <Panel title={text('account.roles')}>
      <AssignmentList
        assignments={account.assignments}
        keyOf={({ id }) => id}
        textOf={assignmentText}
        noteOf={({ startedOn }) => text('account.roleSince', { date: format.date(startedOn) })}
        {...(canManage ? { onEnd: setEnded } : {})}
      />
      {canManage && (
        <AssignmentPicker
          isBusy={add.isPending}
          onPick={(assignment) => add.mutate({ accountId: account.id, assignment })}
        />
      )}
      {add.isError && <Notice kind="refusal">{errorText(add.error)}</Notice>}
      <Dialog
        isOpen={ended !== null}
        title={text('account.endRole.title')}
        confirm={text('account.endRole.go')}
        isDangerous
        isBusy={end.isPending}
        error={end.error}
        onClose={() => {
          setEnded(null);
          end.reset();
        }}
        onConfirm={() => ended && end.mutate({ assignmentId: ended.id })}
      >
        <p>
          {ended &&
            text('account.endRole.words', {
              name: account.displayName,
              role: assignmentText(ended),
            })}
        </p>
      </Dialog>
    </Panel>
  );
}
