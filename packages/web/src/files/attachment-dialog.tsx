import { Button, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Attachment } from '@tirek/domain/files';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { Icon } from '../ui/icons.tsx';
import { saveFile } from '../ui/save-file.ts';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import styles from './files.module.css';

/** A picture as it is; a PDF is handed out as a file, for a program of the reader's own. */
export function AttachmentDialog({
  attachment,
  onClose,
}: {
  attachment: Attachment;
  onClose: () => void;
}) {
  const text = useText('files');
  const ui = useText('ui');
  const { api } = useClient();
  const { id: attachmentId, mediaType, paper } = attachment;
  const content = useQuery({
    queryKey: ['getAttachment', attachmentId],
    // Each look is one of its own, and none stays in memory behind it.
    ...{ staleTime: 0, gcTime: 0 },
    queryFn: async ({ signal }) => {
      const file = await api.download('getAttachment', { attachmentId }, { signal });
      return { file, address: await dataAddress(file) };
    },
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const name = text(`paper.${paper}`);
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      size="xl"
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <Stack gap="md" align="flex-start">
        {content.isPending && <LoadingState lines={6} />}
        {content.isError && <ErrorState error={content.error} onRetry={content.refetch} />}
        {content.data && mediaType === 'image/jpeg' && (
          <img className={styles.picture} src={content.data.address} alt={name} />
        )}
        {content.data && mediaType === 'application/pdf' && <p>{text('pdf.words')}</p>}
        {content.data && (
          <Button
            variant="default"
            leftSection={<Icon name="download" size={18} />}
            onClick={() => saveFile(FILE_NAMES[mediaType], content.data.file)}
          >
            {text('save')}
          </Button>
        )}
      </Stack>
    </Modal>
  );
}

/** Tells nothing of anybody. */
const FILE_NAMES = {
  'image/jpeg': 'attachment.jpg',
  'application/pdf': 'attachment.pdf',
} as const;

/** The page's policy shows pictures of this origin and such that an address holds whole; nothing else. */
const dataAddress = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
