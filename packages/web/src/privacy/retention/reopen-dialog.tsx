import { Select } from '@mantine/core';
import { type PutAwayFile, REOPEN_REASONS } from '@tirek/domain/privacy/retention';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';

/** What shows other than before as soon as the names are back. */
const READS_OF_NAMES = [
  ...(['listPutAway', 'getFilesAhead', 'listRenewals', 'listDuties'] as const),
  ...(['listFamilies', 'getFamily', 'getPerson', 'getCase', 'getFamilyGraph'] as const),
  ...(['listConsents', 'listCircumstances', 'listAssessments', 'getRescreens'] as const),
];

type Reason = (typeof REOPEN_REASONS)[number];

/** Brings the names of a file back, for a reason that is kept. */
export function ReopenDialog({ file, onClose }: { file: PutAwayFile; onClose: () => void }) {
  const text = useText('retention');
  const tell = useToast();
  const [reason, setReason] = useState<Reason | null>(null);
  const reopen = useWrite('reopenFile', {
    renews: READS_OF_NAMES,
    onDone: () => {
      tell(text('reopen.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('reopen.title')}
      confirm={text('reopen')}
      canConfirm={reason !== null}
      isBusy={reopen.isPending}
      error={reopen.error}
      onClose={onClose}
      onConfirm={() => reason && reopen.mutate({ fileId: file.id, reason })}
    >
      <p>{text('reopen.words')}</p>
      <Select
        label={text('reason')}
        data={REOPEN_REASONS.map((value) => ({ value, label: text(`reopen.${value}`) }))}
        value={reason}
        onChange={(value) => setReason(value as Reason | null)}
        placeholder={text('choose')}
      />
    </Dialog>
  );
}
