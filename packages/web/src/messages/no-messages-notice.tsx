import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './messages.module.css';

/** Says on pages that rely on messages that none can leave. */
export function NoMessagesNotice() {
  const text = useText('messages');
  const read = useRead('getMessageChannels', {});
  if (!read.data || Object.values(read.data.channels).some(Boolean)) return null;
  return (
    <div className={styles.standing}>
      <Notice kind="warning" title={text('noChannels')} isStanding>
        <p>{text('noChannelsWords')}</p>
      </Notice>
    </div>
  );
}
