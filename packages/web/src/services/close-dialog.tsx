import { NativeSelect } from '@mantine/core';
import {
  CLOSED_REASONS,
  type ClosedReason,
  type StandingProvider,
  type StandingService,
} from '@tirek/domain/services';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useServiceWords } from './use-service-words.ts';

interface CloseProps<Known> {
  readonly known: Known;
  readonly onClose: () => void;
}

/** Closes the entry of a service with a reason, or opens a closed one again. */
export function CloseServiceDialog({
  known: { id, version, service, closed },
  onClose,
}: CloseProps<StandingService>) {
  const { named } = useServiceWords();
  const write = useWrite('recordService', useSaved(onClose));
  return (
    <CloseQuestion
      {...{ name: named(service.name), isClosed: closed !== null, write, onClose }}
      onConfirm={(reason) =>
        write.mutate({ serviceId: id, basedOn: version, service, closed: reason })
      }
    />
  );
}

/** The same of a provider. */
export function CloseProviderDialog({
  known: { id, version, provider, closed },
  onClose,
}: CloseProps<StandingProvider>) {
  const { named } = useServiceWords();
  const write = useWrite('recordProvider', useSaved(onClose));
  return (
    <CloseQuestion
      {...{ name: named(provider.name), isClosed: closed !== null, write, onClose }}
      onConfirm={(reason) =>
        write.mutate({ providerId: id, basedOn: version, provider, closed: reason })
      }
    />
  );
}

function CloseQuestion({
  name,
  isClosed,
  write,
  onClose,
  onConfirm,
}: {
  name: string;
  isClosed: boolean;
  write: { readonly isPending: boolean; readonly error: unknown };
  onClose: () => void;
  onConfirm: (reason: ClosedReason | null) => void;
}) {
  const text = useText('directory');
  const { t } = useServiceWords();
  const [reason, setReason] = useState<ClosedReason>('ended');
  return (
    <Dialog
      isOpen
      title={text(isClosed ? 'reopenOf' : 'closeOf', { name })}
      confirm={text(isClosed ? 'reopen' : 'close')}
      isDangerous={!isClosed}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => onConfirm(isClosed ? null : reason)}
    >
      {!isClosed && (
        <NativeSelect
          label={text('closeWhy')}
          description={text('closeWords')}
          data={CLOSED_REASONS.map((each) => ({ value: each, label: t(`closed.${each}`) }))}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as ClosedReason)}
        />
      )}
    </Dialog>
  );
}

function useSaved(onClose: () => void) {
  const text = useText('directory');
  const tell = useToast();
  return {
    renews: ['listServices', 'listEntryVersions'] as const,
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  };
}
