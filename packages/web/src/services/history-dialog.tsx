import { Modal } from '@mantine/core';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import styles from './directory.module.css';
import { useChangedFields } from './use-changed-fields.ts';
import { useServiceWords } from './use-service-words.ts';

/** Who changed an entry when, and which of its parts, the newest first. */
export function HistoryDialog({
  entryId,
  name,
  onClose,
}: {
  entryId: string;
  name: string;
  onClose: () => void;
}) {
  const text = useText('directory');
  const close = useText('ui')('close');
  const format = useFormat();
  const { t } = useServiceWords();
  const changedFields = useChangedFields();
  const answer = useRead('listEntryVersions', { entryId });
  const versions = answer.data?.versions ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('historyOf', { name })}
      closeButtonProps={{ 'aria-label': close }}
    >
      {answer.isPending && <LoadingState lines={3} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      <ol className={styles.rows}>
        {versions.map(({ version, by, recordedAt, closed, entry }, at) => (
          <li key={version}>
            <p className={styles.line}>
              {text('historyLine', { version, by, date: format.instant(recordedAt) })}
            </p>
            <p className={styles.quiet}>
              {closed === null
                ? changedFields(versions[at + 1]?.entry ?? null, entry)
                : `${text('closedMark')}: ${t(`closed.${closed}`)}`}
            </p>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
