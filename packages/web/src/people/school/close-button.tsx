import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';

/** The second person's word that an incident is over. */
export function CloseButton({ incidentId }: { incidentId: string }) {
  const text = useText('school');
  const tell = useToast();
  const [isAsking, setAsking] = useState(false);
  const write = useWrite('closeIncident', {
    renews: ['listIncidentsToClose', 'getSchoolRecordOf', 'listSchoolIncidents'],
    onDone: () => {
      tell(text('saved'));
      setAsking(false);
    },
  });
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
        {text('incidents.close')}
      </Button>
      <Dialog
        isOpen={isAsking}
        title={text('incidents.close')}
        confirm={text('incidents.close')}
        isBusy={write.isPending}
        error={write.error}
        onClose={() => setAsking(false)}
        onConfirm={() => write.mutate({ incidentId })}
      >
        <p>{text('incidents.closeWords')}</p>
      </Dialog>
    </>
  );
}
