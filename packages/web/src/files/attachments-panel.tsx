import { Button } from '@mantine/core';
import type { Attachment } from '@tirek/domain/files';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Icon } from '../ui/icons.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { AttachDialog } from './attach-dialog.tsx';
import { AttachmentDialog } from './attachment-dialog.tsx';
import styles from './files.module.css';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** A family, as far as its papers need it. */
export interface FamilyFiles {
  readonly familyId: string;
  /** Members about whom something may be kept. */
  readonly writable: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  readonly canWrite: boolean;
  nameOf(personId: string): string;
}

type Opened = { readonly what: 'add' } | { readonly what: 'look' | 'withdraw'; of: Attachment };

/** The papers of a family's case: photographs of forms, PDFs; also those that were taken back. */
export function AttachmentsPanel({ family }: { family: FamilyFiles }) {
  const text = useText('files');
  const { familyId, canWrite } = family;
  const list = useRead('listAttachments', { familyId });
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  return (
    <Panel
      title={text('title')}
      actions={
        canWrite && (
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={18} />}
            onClick={() => setOpened({ what: 'add' })}
          >
            {text('add')}
          </Button>
        )
      }
    >
      {list.isPending && <LoadingState lines={2} />}
      {list.isError && <ErrorState error={list.error} onRetry={list.refetch} />}
      {list.data?.attachments.length === 0 && <p className={styles.quiet}>{text('none')}</p>}
      <ul className={styles.files}>
        {list.data?.attachments.map((each) => (
          <AttachmentLine key={each.id} attachment={each} family={family} onOpen={setOpened} />
        ))}
      </ul>
      {opened?.what === 'add' && <AttachDialog family={family} onClose={close} />}
      {opened?.what === 'look' && <AttachmentDialog attachment={opened.of} onClose={close} />}
      {opened?.what === 'withdraw' && (
        <WithdrawDialog attachmentId={opened.of.id} onClose={close} />
      )}
    </Panel>
  );
}

function AttachmentLine({
  attachment,
  family,
  onOpen,
}: {
  attachment: Attachment;
  family: FamilyFiles;
  onOpen: (opened: Opened) => void;
}) {
  const text = useText('files');
  const format = useFormat();
  const { paper, mediaType, bytes, personId, keptBy, keptAt, withdrawn, isThere } = attachment;
  const about = personId ? family.nameOf(personId) : text('about.family');
  return (
    <li className={styles.file}>
      <div className={styles.words}>
        <p className={styles.name}>{text(`paper.${paper}`)}</p>
        <p className={styles.quiet}>
          {about}; {text('keptBy', { at: format.instant(keptAt), name: keptBy })}
        </p>
        <p className={styles.quiet}>
          {isThere
            ? `${text(mediaType === 'image/jpeg' ? 'kind.picture' : 'kind.pdf')}, ${format.bytes(bytes)}`
            : withdrawn
              ? text('withdrawn', { reason: text(`reason.${withdrawn.reason}`) })
              : text('erased')}
        </p>
      </div>
      {isThere && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => onOpen({ what: 'look', of: attachment })}
          >
            {text('look')}
          </Button>
          {family.canWrite && (
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => onOpen({ what: 'withdraw', of: attachment })}
            >
              {text('withdraw')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
