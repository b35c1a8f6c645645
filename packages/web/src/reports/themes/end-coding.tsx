import { Button } from '@mantine/core';
import type { Coding } from '@tirek/domain/reports/themes';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';

/** The last step of a coder: asks once more, since nothing can be changed afterwards. */
export function EndCoding({ coding }: { coding: Coding }) {
  const text = useText('themes');
  const tell = useToast();
  const [isAsking, setAsking] = useState(false);
  const end = useWrite('endThemeCoding', {
    renews: ['getThemeNote', 'listThemeNotes', 'getThemeAgreement', 'getWaveReport'],
    onDone: () => {
      setAsking(false);
      tell(text('code.end.done'));
    },
  });
  return (
    <Panel title={text('code.end')} note={text('code.allDone')}>
      <Button onClick={() => setAsking(true)}>{text('code.end')}</Button>
      <Dialog
        isOpen={isAsking}
        title={text('code.end.title')}
        confirm={text('code.end')}
        isBusy={end.isPending}
        error={end.error}
        onClose={() => {
          setAsking(false);
          end.reset();
        }}
        onConfirm={() => end.mutate({ codingId: coding.id })}
      >
        <p>{text('code.end.words')}</p>
      </Dialog>
    </Panel>
  );
}
