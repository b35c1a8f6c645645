import { Button, Stack } from '@mantine/core';
import { useAlong, useWays } from '../offline/use-along.ts';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { OrLine } from '../ui/or-line.tsx';
import { OpenAlongForm } from './open-along-form.tsx';
import { useSession } from './session.tsx';
import type { SignedIn } from './session-store.ts';

/**
 * Where the server cannot be reached: whoever opens what was taken along comes in with that alone, to no more than
 * what lies on the device. Shows nothing where nothing lies. With `onRetry` it stands in place of the sign-in, else beside it.
 */
export function OfflineDoor({ onRetry }: { onRetry?: () => void }) {
  const text = useText('offline');
  const ui = useText('ui');
  const { store } = useSession();
  const { along, standing } = useAlong();
  const ways = useWays();
  if (standing.kind === 'none' || !ways) return null;
  return (
    <Stack gap="md" mt="md">
      {!onRetry && <OrLine />}
      <Notice kind="info" isStanding>
        {text('door.words')}
      </Notice>
      <OpenAlongForm
        {...ways}
        confirm={text('door.open')}
        onOpener={async (opener) => {
          const holder = (await along.open(opener)) as SignedIn | null;
          if (holder) store.openedOffline(holder);
          return holder !== null;
        }}
      />
      {onRetry && (
        <Button variant="default" size="md" onClick={onRetry}>
          {ui('error.retry')}
        </Button>
      )}
    </Stack>
  );
}
