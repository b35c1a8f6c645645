import { Select } from '@mantine/core';
import type { Family } from '@tirek/domain/people';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { KeptMark, WordsArea } from '../fields.tsx';

/** Colleagues who work in no region. */
const NOWHERE = '';

/** A family is offered to one colleague of another region, with a note where one may be written. */
export function HandOverDialog({
  family,
  mayNote,
  onClose,
}: {
  family: Family;
  mayNote: boolean;
  onClose: () => void;
}) {
  const text = useText('cases');
  const tell = useToast();
  const { regions } = useRegionNames();
  const { api } = useClient();
  const [region, setRegion] = useState<string | null>(null);
  const [accountId, setAccountId] = useState<string | null>(null);
  const there = useRead('listColleaguesElsewhere', region ? { region } : {}, {
    isWanted: region !== null,
  });
  const form = useKeptForm(`hand over ${family.id}`, () => ({ id: api.newId(), text: '' }));
  const write = useWrite('offerFamily', {
    renews: ['listFamilyOffers', 'getCase'],
    onDone: () => {
      tell(text('handOver.done'));
      form.drop();
      onClose();
    },
  });
  const { id, text: note } = form.values;
  return (
    <Dialog
      isOpen
      title={text('handOver.title')}
      confirm={text('handOver.go')}
      canConfirm={accountId !== null}
      isBusy={write.isPending}
      error={write.error ?? there.error}
      onClose={onClose}
      onConfirm={() =>
        accountId &&
        write.mutate({
          ...{ familyId: family.id, accountId },
          note: mayNote && note.trim() !== '' ? { id, text: note } : null,
        })
      }
    >
      <p>{text('handOver.words')}</p>
      <Select
        searchable
        label={text('handOver.region')}
        placeholder={text('handOver.chooseRegion')}
        data={[
          ...regions.map(({ code, name }) => ({ value: code, label: name })),
          { value: NOWHERE, label: text('holders.nowhere') },
        ]}
        value={region}
        onChange={(chosen) => {
          setRegion(chosen);
          setAccountId(null);
        }}
      />
      <Select
        searchable
        disabled={!there.data}
        label={text('handOver.to')}
        placeholder={text('handOver.choose')}
        nothingFoundMessage={text('handOver.nobody')}
        data={(there.data?.colleagues ?? []).map(({ accountId: value, name }) => ({
          value,
          label: name,
        }))}
        value={accountId}
        onChange={setAccountId}
      />
      {mayNote && (
        <>
          <WordsArea
            label={text('handOver.note')}
            description={text('handOver.noteHelp')}
            value={note}
            onChange={(value) => form.set('text', value)}
          />
          <KeptMark form={form} />
        </>
      )}
    </Dialog>
  );
}
