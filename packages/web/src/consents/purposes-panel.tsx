import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { CONSENT_PURPOSES, hasReceiver } from '@tirek/domain/consents';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Panel } from '../ui/panel.tsx';
import { type Asked, newAsked } from './sitting.ts';

interface PurposesPanelProps {
  readonly asked: readonly Asked[];
  readonly onChange: (asked: readonly Asked[]) => void;
}

/** What is asked about in this sitting; a referral for each service by itself. */
export function PurposesPanel({ asked, onChange }: PurposesPanelProps) {
  const text = useText('consents');
  const { api } = useClient();
  return (
    <Panel title={text('form.purposes')}>
      <Stack gap="sm">
        {CONSENT_PURPOSES.filter((purpose) => !hasReceiver(purpose)).map((purpose) => (
          <Checkbox
            key={purpose}
            label={text(`purpose.${purpose}`)}
            checked={asked.some((one) => one.purpose === purpose)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...asked, newAsked(api.newId(), purpose)]
                  : asked.filter((one) => one.purpose !== purpose),
              )
            }
          />
        ))}
        <Referrals asked={asked} onChange={onChange} />
      </Stack>
    </Panel>
  );
}

function Referrals({ asked, onChange }: PurposesPanelProps) {
  const text = useText('consents');
  const errorText = useErrorText();
  const { api } = useClient();
  const [name, setName] = useState('');
  const receivers = useRead('listConsentReceivers', {});
  const add = useWrite('addConsentReceiver', {
    renews: ['listConsentReceivers'],
    onDone: ({ id }) => {
      setName('');
      onChange([...asked, newAsked(api.newId(), 'referral', id)]);
    },
  });
  const known = receivers.data?.receivers ?? [];
  const open = known.filter(({ id }) => asked.every(({ receiverId }) => receiverId !== id));
  return (
    <>
      {known
        .filter(({ id }) => asked.some(({ receiverId }) => receiverId === id))
        .map((receiver) => (
          <Checkbox
            key={receiver.id}
            checked
            label={text('purpose.referralTo', { receiver: receiver.name })}
            onChange={() => onChange(asked.filter(({ receiverId }) => receiverId !== receiver.id))}
          />
        ))}
      {open.length > 0 && (
        <NativeSelect
          label={text('form.receiver')}
          value=""
          data={[
            { value: '', label: '' },
            ...open.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onChange={(event) =>
            onChange([...asked, newAsked(api.newId(), 'referral', event.currentTarget.value)])
          }
        />
      )}
      <Group align="end" gap="sm">
        <TextInput
          flex={1}
          label={text('form.newReceiver')}
          value={name}
          maxLength={200}
          error={add.isError && errorText(add.error)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={name.trim().length < 2}
          loading={add.isPending}
          onClick={() => add.mutate({ name: name.trim() })}
        >
          {text('form.addReceiver')}
        </Button>
      </Group>
    </>
  );
}
