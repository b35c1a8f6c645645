import { Button } from '@mantine/core';
import type { KnownReferral, NewLink } from '@tirek/domain/referrals';
import { useMay } from '../access/index.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './referrals.module.css';

/** The link for a receiver without an account: shown once with its code, and later only how it stands. */
export function LinkPanel({
  known: { referral, link },
  made,
  onMade,
}: {
  known: KnownReferral;
  made: NewLink | null;
  onMade: (link: NewLink) => void;
}) {
  const text = useText('referrals');
  const format = useFormat();
  const errorText = useErrorText();
  const may = useMay();
  const renew = useWrite('renewReferralLink', { renews: ['listReferralsOf'], onDone: onMade });
  return (
    <Panel title={text('link')}>
      {made && (
        <Notice kind="success">
          <p>{text('link.note')}</p>
          <p className={styles.link}>{made.url}</p>
          <CopyButton value={made.url} label={text('link.copy')} />
          <p className={styles.code}>{text('link.code', { code: made.code })}</p>
        </Notice>
      )}
      <p className={styles.quiet}>
        {link
          ? text('link.until', {
              at: format.instant(link.expiresAt),
              count: format.number(link.triesLeft),
            })
          : text('link.gone')}
      </p>
      {renew.error !== null && <Notice kind="refusal">{errorText(renew.error)}</Notice>}
      {may('referral.make') && (
        <Button
          variant="default"
          size="compact-sm"
          loading={renew.isPending}
          onClick={() => renew.mutate({ referralId: referral.id })}
        >
          {text('link.renew')}
        </Button>
      )}
    </Panel>
  );
}
