import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WipeReason } from '../../offline/along.ts';
import { WipeDialog } from '../../offline/wipe-dialog.tsx';
import { useText } from '../../text/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';

/** The server has told this device to forget: the families are gone, what she wrote is still here and hers to save. */
export function WipedPanel({ why }: { why: WipeReason }) {
  const text = useText('offline');
  const [isWiping, setWiping] = useState(false);
  return (
    <Panel title={text('wiped.title')}>
      <Notice kind="warning" isStanding>
        <p>{text(`wiped.${why}`)}</p>
        <p>{text('wiped.words')}</p>
      </Notice>
      <Button mt="md" onClick={() => setWiping(true)}>
        {text('wiped.go')}
      </Button>
      {isWiping && <WipeDialog onClose={() => setWiping(false)} />}
    </Panel>
  );
}
