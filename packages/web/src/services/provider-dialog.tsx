import { NativeSelect, TextInput } from '@mantine/core';
import {
  LONGEST,
  PROVIDER_HOLDERS,
  PROVIDER_KINDS,
  Provider,
  type StandingProvider,
} from '@tirek/domain/services';
import { useClient } from '../api/client.ts';
import { useWrite } from '../api/use-write.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { ClashNote } from './clash-note.tsx';
import { NameFields } from './name-fields.tsx';
import { useMayInRegions } from './use-own-regions.ts';
import { useServiceWords } from './use-service-words.ts';

const CONTACTS = ['phone', 'email', 'address', 'site'] as const;
const NO_CONTACTS = { phone: '', email: '', address: '', site: '' };

interface Draft {
  readonly id: string;
  readonly basedOn: number;
  readonly provider: Provider;
}

/** An institution that helps: entered, or changed. */
export function ProviderDialog({
  known,
  onClose,
}: {
  known: StandingProvider | null;
  onClose: () => void;
}) {
  const text = useText('directory');
  const { t } = useServiceWords();
  const tell = useToast();
  const { api } = useClient();
  const regions = useWritableRegions();
  const form = useKeptForm<Draft>(`provider ${known?.id ?? ''}`, () => ({
    id: known?.id ?? api.newId(),
    basedOn: known?.version ?? 0,
    provider: known?.provider ?? {
      ...{ name: { kk: '', ru: '', en: '' }, holder: 'state', kind: 'other' },
      ...{ region: regions[0]?.value || null, contacts: NO_CONTACTS },
    },
  }));
  const { id, basedOn, provider } = form.values;
  const change = (part: Partial<Provider>) => form.set('provider', { ...provider, ...part });
  const write = useWrite('recordProvider', {
    renews: ['listServices', 'listEntryVersions'],
    onDone: () => {
      form.drop();
      tell(text('saved'));
      onClose();
    },
  });
  const isInformal = provider.holder === 'informal';
  return (
    <Dialog
      isOpen
      title={text(known ? 'change' : 'addProvider')}
      confirm={text('save')}
      canConfirm={Provider.safeParse(provider).success}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => write.mutate({ providerId: id, basedOn, provider, closed: null })}
    >
      <NativeSelect
        label={t('holder')}
        data={PROVIDER_HOLDERS.map((each) => ({ value: each, label: t(`holder.${each}`) }))}
        value={provider.holder}
        onChange={(event) => {
          const holder = event.currentTarget.value as Provider['holder'];
          change({ holder, ...(holder === 'informal' ? { contacts: NO_CONTACTS } : {}) });
        }}
      />
      {isInformal && (
        <Notice kind="info" isStanding>
          <p>{text('informalHelp')}</p>
        </Notice>
      )}
      <NameFields value={provider.name} onChange={(name) => change({ name })} />
      <NativeSelect
        label={t('kind')}
        data={PROVIDER_KINDS.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
        value={provider.kind}
        onChange={(event) => change({ kind: event.currentTarget.value as Provider['kind'] })}
      />
      <NativeSelect
        label={text('provider.region')}
        data={regions}
        value={provider.region ?? ''}
        onChange={(event) => change({ region: event.currentTarget.value || null })}
      />
      {!isInformal &&
        CONTACTS.map((part) => (
          <TextInput
            key={part}
            label={text(part)}
            value={provider.contacts[part]}
            maxLength={LONGEST[part]}
            autoComplete="off"
            onChange={(event) =>
              change({ contacts: { ...provider.contacts, [part]: event.currentTarget.value } })
            }
          />
        ))}
      <ClashNote
        entryId={id}
        basedOn={basedOn}
        error={write.error}
        onKeepMine={(version) => form.set('basedOn', version)}
      />
    </Dialog>
  );
}

/** The regions of today that the reader may write about; the whole country for whoever may everywhere. */
function useWritableRegions() {
  const text = useText('directory');
  const mayInRegions = useMayInRegions();
  const { regions } = useRegionNames();
  return [
    ...(mayInRegions('service.manage', []) ? [{ value: '', label: text('provider.country') }] : []),
    ...regions
      .filter(({ code }) => mayInRegions('service.manage', [code]))
      .map(({ code, name }) => ({ value: code, label: name })),
  ];
}
