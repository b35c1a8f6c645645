import { Select } from '@mantine/core';
import type { Family } from '@tirek/domain/people';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';

/** A supervisor gives a family to another practitioner of her team. */
export function HandOverDialog({ family, onClose }: { family: Family; onClose: () => void }) {
  const text = useText('people');
  const tell = useToast();
  const team = useRead('listTeam', {});
  const [accountId, setAccountId] = useState<string | null>(null);
  const handOver = useWrite('handOverFamily', {
    renews: ['listFamilies', 'getFamily', 'getPerson', 'listTeam'],
    onDone: () => {
      tell(text('handOver.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('handOver.title')}
      confirm={text('handOver.go')}
      canConfirm={accountId !== null}
      isBusy={handOver.isPending}
      error={handOver.error ?? team.error}
      onClose={onClose}
      onConfirm={() => accountId && handOver.mutate({ familyId: family.id, accountId })}
    >
      <p>{text('handOver.words', { name: family.holder })}</p>
      <Select
        label={text('handOver.to')}
        data={(team.data?.practitioners ?? []).map(({ accountId: value, name, families }) => ({
          value,
          label: text('handOver.colleague', { name, count: families }),
        }))}
        value={accountId}
        onChange={setAccountId}
        placeholder={text('handOver.choose')}
      />
    </Dialog>
  );
}
