import { Stack } from '@mantine/core';
import type { Invitation } from '@tirek/domain/access';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useUnloadWarning } from '../ui/use-unload-warning.ts';
import styles from './invitation-handover.module.css';

/** The link that lets a colleague in, shown this once, with how to hand it on. */
export function InvitationHandover({ name, invitation }: { name: string; invitation: Invitation }) {
  const text = useText('access');
  const format = useFormat();
  useUnloadWarning(true);
  return (
    <Stack gap="md">
      <Notice kind="success" title={text('handover.title', { name })}>
        {text('handover.words', { until: format.instant(invitation.expiresAt, 'long') })}
      </Notice>
      <div>
        <label className={styles.label} htmlFor="invitation-link">
          {text('handover.link')}
        </label>
        <div className={styles.row}>
          <input
            id="invitation-link"
            className={styles.link}
            value={invitation.link}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={invitation.link} label={text('handover.copy')} />
        </div>
      </div>
      <p>{text('handover.safely')}</p>
    </Stack>
  );
}
