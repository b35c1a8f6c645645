import { Button, NativeSelect, TextInput } from '@mantine/core';
import {
  REGIONAL_CONTACT_KINDS,
  type RegionalContact,
  type RegionalContactValue,
} from '@tirek/domain/pathways/safety';
import { LANGUAGES } from '@tirek/domain/text';
import { useState } from 'react';
import { useHolder } from '../../access/index.ts';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useSafetyWords } from './use-safety-words.ts';

const nothing = { kk: '', ru: '', en: '' };

/** An institution to call, in three languages; or takes one off the list. */
export function RegionalContactDialog({
  known,
  onClose,
}: {
  known: RegionalContact | null;
  onClose: () => void;
}) {
  const text = useText('safety');
  const t = useSafetyWords();
  const tell = useToast();
  const { api } = useClient();
  const { regions } = useRegionNames();
  const { assignments } = useHolder();
  const own = assignments.find(({ region }) => region !== null)?.region ?? null;
  const [contactId] = useState(() => known?.id ?? api.newId());
  const [value, setValue] = useState<RegionalContactValue>(
    known?.value ?? {
      ...{ kind: 'psychiatric', region: own, phone: '' },
      ...{ name: nothing, hours: nothing },
    },
  );
  const write = useWrite('recordRegionalContact', {
    renews: ['getDuty', 'getSafetyEvent', 'listSafetyEventsOf'],
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  });
  const save = (next: RegionalContactValue | null) =>
    write.mutate({ contactId, basedOn: known?.version ?? 0, value: next });
  const isWhole =
    value.phone.trim() !== '' &&
    LANGUAGES.every((each) => value.name[each].trim() && value.hours[each].trim());
  return (
    <Dialog
      isOpen
      title={text('duty.addContact')}
      confirm={text('save')}
      canConfirm={isWhole}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => save(value)}
    >
      <NativeSelect
        label={text('duty.kind')}
        data={REGIONAL_CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`contact.${kind}`) }))}
        value={value.kind}
        onChange={(event) =>
          setValue({ ...value, kind: event.currentTarget.value as RegionalContactValue['kind'] })
        }
      />
      <NativeSelect
        label={text('duty.region')}
        data={[
          { value: '', label: text('duty.everywhere') },
          ...regions.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        value={value.region ?? ''}
        onChange={(event) => setValue({ ...value, region: event.currentTarget.value || null })}
      />
      <TextInput
        type="tel"
        label={text('duty.phone')}
        value={value.phone}
        onChange={(event) => setValue({ ...value, phone: event.currentTarget.value })}
      />
      {(['name', 'hours'] as const).map((part) =>
        LANGUAGES.map((each) => (
          <TextInput
            key={`${part} ${each}`}
            label={text(`duty.${part}.${each}`)}
            maxLength={160}
            value={value[part][each]}
            onChange={(event) =>
              setValue({ ...value, [part]: { ...value[part], [each]: event.currentTarget.value } })
            }
          />
        )),
      )}
      {known && (
        <Button variant="subtle" color="red" onClick={() => save(null)}>
          {text('duty.withdrawIt')}
        </Button>
      )}
    </Dialog>
  );
}
