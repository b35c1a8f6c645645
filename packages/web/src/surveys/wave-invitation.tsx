import type { Campaign, Wave } from '@tirek/domain/surveys';
import { useMay } from '../access/index.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import styles from './wave-invitation.module.css';

/** How respondents get to the wave: its address, the same as a QR code, and the codes to print. */
export function WaveInvitation({ campaign, wave }: { campaign: Campaign; wave: Wave }) {
  const text = useText('surveys');
  const may = useMay();
  const { linkage } = campaign.settings;
  const address = location.origin + wave.path;
  return (
    <Panel
      title={text('invitation.title')}
      note={linkage === 'linked' ? undefined : text(`invitation.${linkage}`)}
    >
      <div className={styles.both}>
        <span className={styles.code}>
          <QrCode value={address} label={text('invitation.qr')} size={148} />
        </span>
        <div className={styles.side}>
          <p className={styles.address}>{address}</p>
          <div className={styles.tools}>
            <CopyButton value={address} label={text('invitation.copy')} />
            {linkage === 'one-time' && may('code.issue') && (
              <ButtonLink
                to="/surveys/$campaignId/waves/$waveId/codes"
                params={{ campaignId: campaign.id, waveId: wave.id }}
                leftSection={<Icon name="printer" size={18} />}
              >
                {text('codes.print')}
              </ButtonLink>
            )}
          </div>
          {wave.phase === 'draft' && (
            <Notice kind="info" isStanding>
              {text('invitation.notOpen')}
            </Notice>
          )}
        </div>
      </div>
    </Panel>
  );
}
