import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { NEED_CATEGORY_IDS, type NeedCategory } from '@tirek/domain/cases';
import {
  forbiddenActivities,
  LAYERS,
  LONGEST,
  Service,
  type StandingService,
} from '@tirek/domain/services';
import { useClient } from '../api/client.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { ClashNote } from './clash-note.tsx';
import { NameFields } from './name-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import type { Answer } from './services-page.tsx';
import { TermFields } from './term-fields.tsx';
import { useMayInRegions } from './use-own-regions.ts';
import { useServiceWords } from './use-service-words.ts';

interface Draft {
  readonly id: string;
  readonly basedOn: number;
  readonly service: Service;
}

/** What a provider offers: entered, or changed. */
export function ServiceDialog({
  known,
  directory,
  onClose,
}: {
  known: StandingService | null;
  directory: Answer;
  onClose: () => void;
}) {
  const text = useText('directory');
  const { t, category, named } = useServiceWords();
  const format = useFormat();
  const tell = useToast();
  const { api } = useClient();
  const mayInRegions = useMayInRegions();
  const open = format.sorted(
    directory.providers.filter(({ closed }) => closed === null),
    ({ provider }) => named(provider.name),
  );
  const first = open.find(
    ({ provider }) => provider.region !== null && mayInRegions('service.manage', [provider.region]),
  );
  const form = useKeptForm<Draft>(`service ${known?.id ?? ''}`, () => ({
    id: known?.id ?? api.newId(),
    basedOn: known?.version ?? 0,
    service: known?.service ?? emptyService(first ?? open[0]),
  }));
  const { id, basedOn, service } = form.values;
  const change = (part: Partial<Service>) => form.set('service', { ...service, ...part });
  const provider = directory.providers.find((each) => each.id === service.providerId)?.provider;
  const forbidden = provider ? forbiddenActivities(provider) : [];
  const write = useWrite('recordService', {
    renews: ['listServices', 'listEntryVersions'],
    onDone: () => {
      form.drop();
      tell(text('saved'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text(known ? 'change' : 'addService')}
      confirm={text('save')}
      canConfirm={Service.safeParse(service).success}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => write.mutate({ serviceId: id, basedOn, service, closed: null })}
    >
      <NativeSelect
        label={text('provider')}
        data={open.map((each) => ({ value: each.id, label: named(each.provider.name) }))}
        value={service.providerId}
        onChange={(event) => change({ providerId: event.currentTarget.value })}
      />
      <NameFields value={service.name} onChange={(name) => change({ name })} />
      <NativeSelect
        label={text('service.category')}
        data={NEED_CATEGORY_IDS.map((each) => ({ value: each, label: category(each) }))}
        value={service.category}
        onChange={(event) => change({ category: event.currentTarget.value as NeedCategory })}
      />
      <NativeSelect
        label={t('layer')}
        data={LAYERS.map((each) => ({ value: String(each), label: t(`layer.${each}`) }))}
        value={String(service.layer)}
        onChange={(event) =>
          change({ layer: Number(event.currentTarget.value) as Service['layer'] })
        }
      />
      <PlaceFields service={service} forbidden={forbidden} onChange={change} />
      <TermFields service={service} onChange={change} />
      <TextInput
        label={text('hours')}
        value={service.hours}
        maxLength={LONGEST.hours}
        autoComplete="off"
        onChange={(event) => change({ hours: event.currentTarget.value })}
      />
      <Textarea
        label={text('access')}
        value={service.access}
        maxLength={LONGEST.access}
        autosize
        minRows={2}
        onChange={(event) => change({ access: event.currentTarget.value })}
      />
      <DatePicker
        label={text('verifiedOn')}
        value={service.verifiedOn ?? ''}
        max={directory.today}
        onChange={(value) => change({ verifiedOn: value || null })}
      />
      <ClashNote
        entryId={id}
        basedOn={basedOn}
        error={write.error}
        onKeepMine={(version) => form.set('basedOn', version)}
      />
    </Dialog>
  );
}

/** Nothing is taken for granted of a new service but where its provider sits. */
function emptyService(provider: Answer['providers'][number] | undefined): Service {
  const region = provider?.provider.region;
  return {
    ...{ providerId: provider?.id ?? '', name: { kk: '', ru: '', en: '' } },
    ...{ category: 'papers', layer: 1, activities: [], regions: region ? [region] : [] },
    ...{ reach: ['city'], languages: ['kk', 'ru'], ages: { from: 0, to: null } },
    ...{ hasWomenStaff: null, cost: null, capacity: null, placesFree: null },
    ...{ hours: '', access: '', verifiedOn: null },
  };
}
