import type { SafetyEntryInput } from '@tirek/domain/pathways/safety';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useToast } from '../../ui/toasts.tsx';

/** Writes about one event, with the moment at which it was done here. */
export function useEntryWrite(eventId: string, onDone: () => void = () => undefined) {
  const text = useText('safety');
  const tell = useToast();
  const { now } = useClient();
  const write = useWrite('recordSafetyEntry', {
    renews: ['getSafetyEvent', 'listSafetyEvents', 'listSafetyEventsOf', 'listSafetyCalls'],
    onDone: () => {
      tell(text('saved'));
      onDone();
    },
  });
  const record = (entry: SafetyEntryInput) => write.mutate({ eventId, doneAt: now(), entry });
  return { write, record };
}
