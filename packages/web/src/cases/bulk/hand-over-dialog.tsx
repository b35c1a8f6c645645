import { Select } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { type BulkGiven, nameOf } from './bulk-given.ts';

/** A supervisor gives several families to one practitioner of her team. */
export function HandOverDialog({ selected, onClose }: BulkGiven) {
  const text = useText('cases');
  const people = useText('people');
  const { api } = useClient();
  const team = useRead('listTeam', {});
  const [accountId, setAccountId] = useState<string | null>(null);
  const rows = selected.map((listed) => ({
    key: listed.summary.family.id,
    name: nameOf(listed, text('gone')),
  }));
  return (
    <BulkDialog
      title={text('bulk.handOver')}
      confirm={people('handOver.go')}
      canConfirm={accountId !== null}
      rows={rows}
      send={({ key: familyId }, id) =>
        api.call('handOverFamily', { id, familyId, accountId: accountId ?? '' })
      }
      renews={['listCases', 'listFamilies', 'getFamily', 'getPerson', 'listTeam']}
      onClose={onClose}
    >
      <Select
        label={people('handOver.to')}
        data={(team.data?.practitioners ?? []).map(({ accountId: value, name, families }) => ({
          value,
          label: people('handOver.colleague', { name, count: families }),
        }))}
        value={accountId}
        onChange={setAccountId}
        placeholder={people('handOver.choose')}
      />
    </BulkDialog>
  );
}
