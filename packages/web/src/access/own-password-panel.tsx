import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAct } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import { NewPasswordInput } from './new-password-input.tsx';
import { RefusalNotice } from './refusal.tsx';

/** Changing one's password. It ends all other sessions, and says so before. */
export function PasswordPanel() {
  const text = useText('access');
  const ui = useText('ui');
  const errorText = useErrorText();
  const tell = useToast();
  const [isOpen, setOpen] = useState(false);
  const [oldPassword, setOld] = useState('');
  const [newPassword, setNew] = useState('');
  const [again, setAgain] = useState('');
  const close = () => {
    setOpen(false);
    setOld('');
    setNew('');
    setAgain('');
  };
  const change = useAct('changePassword', {
    renews: ['listSessions'],
    onDone(answer) {
      if (answer.kind !== 'changed') return;
      close();
      tell(text('password.changed'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ oldPassword, newPassword });
  };
  const answer = change.data;
  return (
    <Panel
      title={text('password.title')}
      note={text('password.note')}
      actions={
        !isOpen && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {text('password.change')}
          </Button>
        )
      }
    >
      {isOpen && (
        <form onSubmit={submit}>
          <Stack gap="md">
            {(answer?.kind === 'refused' || answer?.kind === 'locked-out') && (
              <RefusalNotice refusal={answer} of="unlock" />
            )}
            {change.isError && <Notice kind="refusal">{errorText(change.error)}</Notice>}
            <PasswordInput
              label={text('password.old')}
              value={oldPassword}
              onChange={(event) => setOld(event.currentTarget.value)}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': text('password.show') }}
              size="md"
            />
            <NewPasswordInput
              label={text('password.new')}
              value={newPassword}
              onChange={setNew}
              weakness={answer?.kind === 'weak' ? answer.weakness : null}
            />
            <PasswordInput
              label={text('password.again')}
              value={again}
              onChange={(event) => setAgain(event.currentTarget.value)}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ 'aria-label': text('password.show') }}
              error={again !== '' && again !== newPassword ? text('password.differs') : null}
              size="md"
            />
            <Group gap="sm">
              <Button
                type="submit"
                loading={change.isPending}
                disabled={oldPassword === '' || newPassword === '' || newPassword !== again}
              >
                {text('password.save')}
              </Button>
              <Button variant="default" onClick={close}>
                {ui('cancel')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Panel>
  );
}
