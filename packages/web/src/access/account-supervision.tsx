import { Button, Select } from '@mantine/core';
import type { Account } from '@tirek/domain/access';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import styles from './account-supervision.module.css';
import { AssignmentList } from './assignment-list.tsx';

interface AccountSupervisionProps {
  readonly account: Account;
  readonly colleagues: readonly Account[];
  readonly canManage: boolean;
}

/** The practitioners whose families a supervisor sees and answers for. */
export function AccountSupervision({ account, colleagues, canManage }: AccountSupervisionProps) {
  const text = useText('access');
  const errorText = useErrorText();
  const tell = useToast();
  const [chosen, setChosen] = useState<string | null>(null);
  const supervision = useRead('listSupervision', {});
  const assign = useWrite('assignSupervision', {
    renews: ['listSupervision'],
    onDone: () => {
      setChosen(null);
      tell(text('team.assigned'));
    },
  });
  const end = useWrite('endSupervision', {
    renews: ['listSupervision'],
    onDone: () => tell(text('team.ended')),
  });
  const team = (supervision.data?.supervision ?? []).filter(
    ({ supervisorId }) => supervisorId === account.id,
  );
  const nameOf = (id: string) => colleagues.find((each) => each.id === id)?.displayName ?? '…';
  const free = colleagues.filter(
    ({ id, assignments }) =>
      id !== account.id &&
      assignments.some(({ role }) => role === 'practitioner') &&
      !team.some(({ practitionerId }) => practitionerId === id),
  );
  const onEnd = ({ id }: (typeof team)[number]) => end.mutate({ supervisionId: id });
  const failure = assign.error ?? end.error;
  return (
    <Panel title={text('team.title')} note={text('team.note')}>
      {supervision.isError && (
        <ErrorState error={supervision.error} onRetry={supervision.refetch} />
      )}
      {team.length === 0 && supervision.data && <p>{text('team.none')}</p>}
      {team.length > 0 && (
        <AssignmentList
          assignments={team}
          keyOf={({ id }) => id}
          textOf={({ practitionerId }) => nameOf(practitionerId)}
          endLabelOf={(name) => text('team.end', { name })}
          {...(canManage ? { onEnd } : {})}
        />
      )}
      {canManage && (
        <div className={styles.picker}>
          <Select
            label={text('team.add')}
            data={free.map(({ id, displayName }) => ({ value: id, label: displayName }))}
            value={chosen}
            onChange={setChosen}
            placeholder={text('team.choose')}
            searchable
            nothingFoundMessage={text('accounts.none')}
          />
          <Button
            variant="default"
            loading={assign.isPending}
            disabled={chosen === null}
            onClick={() =>
              chosen && assign.mutate({ supervisorId: account.id, practitionerId: chosen })
            }
          >
            {text('picker.add')}
          </Button>
        </div>
      )}
      {failure !== null && <Notice kind="refusal">{errorText(failure)}</Notice>}
    </Panel>
  );
}
