import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { OpenAlongForm } from '../access/index.ts';
import { useAlong, useRoom, useWays } from '../offline/use-along.ts';
import { WipeDialog } from '../offline/wipe-dialog.tsx';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { BeginPanel } from './along/begin-panel.tsx';
import { ChosenFamilies } from './along/chosen-families.tsx';
import { DevicesPanel } from './along/devices-panel.tsx';
import { WaysPanel } from './along/ways-panel.tsx';

/** Families that are taken to where there is no signal: which, how much, how old, and the way to be rid of them. */
export function AlongPage() {
  const text = useText('offline');
  const { standing } = useAlong();
  return (
    <Page title={text('title')} intro={text('intro')} isNarrow>
      {standing.kind === 'none' && <BeginPanel />}
      {standing.kind === 'closed' && <ClosedPanel />}
      {standing.kind === 'open' && <OpenPanels />}
      <DevicesPanel />
    </Page>
  );
}

function ClosedPanel() {
  const text = useText('offline');
  const { along } = useAlong();
  const ways = useWays();
  const [isWiping, setWiping] = useState(false);
  return (
    <Panel title={text('closed.title')} note={text('closed.note')}>
      {ways && (
        <OpenAlongForm
          {...ways}
          confirm={text('door.open')}
          onOpener={async (opener) => (await along.open(opener)) !== null}
        />
      )}
      <Button variant="subtle" color="red" mt="lg" onClick={() => setWiping(true)}>
        {text('wipe.go')}
      </Button>
      {isWiping && <WipeDialog onClose={() => setWiping(false)} />}
    </Panel>
  );
}

function OpenPanels() {
  const text = useText('offline');
  const format = useFormat();
  const errorText = useErrorText();
  const { along, standing } = useAlong();
  const [isWiping, setWiping] = useState(false);
  const update = useMutation({ mutationFn: () => along.sync(), networkMode: 'always' });
  if (standing.kind !== 'open') return null;
  const { head, coming } = standing;
  const here = head.chosen.filter((id) => id in head.known).length;
  return (
    <>
      <Panel
        title={text('here.title')}
        actions={
          <Button
            variant="default"
            size="sm"
            loading={update.isPending || coming !== null}
            onClick={() => update.mutate()}
          >
            {text('here.update')}
          </Button>
        }
      >
        {update.isError && <Notice kind="refusal">{errorText(update.error)}</Notice>}
        <p role="status">
          {coming !== null && coming > 0
            ? text('here.coming', { count: coming })
            : text('here.count', { count: here })}
        </p>
        {head.takenAt && <p>{text('here.takenAt', { at: format.instant(head.takenAt) })}</p>}
        <RoomNotice />
        <Button
          variant="subtle"
          color="red"
          mt="md"
          leftSection={<Icon name="close" size={18} />}
          onClick={() => setWiping(true)}
        >
          {text('wipe.go')}
        </Button>
        {isWiping && <WipeDialog onClose={() => setWiping(false)} />}
      </Panel>
      <ChosenFamilies
        key={head.chosen.join()}
        chosen={head.chosen}
        confirm={text('choose.save')}
        onChosen={(ids) => along.choose(ids)}
      />
      <WaysPanel />
    </>
  );
}

/** Below this the next family may find no room. */
const SHORT = 50_000_000;

function RoomNotice() {
  const text = useText('offline');
  const format = useFormat();
  const room = useRoom();
  if (!room) return null;
  const free = room.whole - room.used;
  return (
    <>
      {free < SHORT && (
        <Notice kind="warning" isStanding>
          {text('room.short', { free: format.bytes(free) })}
        </Notice>
      )}
      {!room.isPersistent && (
        <Notice kind="warning" isStanding>
          {text('room.passing')}
        </Notice>
      )}
    </>
  );
}
