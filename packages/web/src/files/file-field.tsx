import { Button, FileButton, NativeSelect, Progress } from '@mantine/core';
import { PAPERS, type Paper } from '@tirek/domain/files';
import { useRef } from 'react';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './files.module.css';
import type { AttachingForm } from './use-attaching.ts';

interface FileFieldProps {
  readonly attaching: AttachingForm;
  readonly paper: Paper;
  readonly onPaper: (paper: Paper) => void;
}

/** Where a form takes a photograph or a PDF; on a phone the camera is one of the ways. */
export function FileField({ attaching, paper, onPaper }: FileFieldProps) {
  const text = useText('files');
  const format = useFormat();
  const errorText = useErrorText();
  const forget = useRef<() => void>(null);
  const { picked, isBusy, part, error } = attaching;
  return (
    <div className={styles.field}>
      {!picked && (
        <>
          <FileButton
            accept="image/*,application/pdf"
            resetRef={forget}
            onChange={(file) => {
              void attaching.pick(file ?? undefined);
              // Otherwise a browser says nothing when the same file is chosen once more.
              forget.current?.();
            }}
          >
            {(button) => (
              <Button
                variant="default"
                leftSection={<Icon name="upload" size={18} />}
                loading={isBusy}
                {...button}
              >
                {text('pick')}
              </Button>
            )}
          </FileButton>
          <p className={styles.help}>{text('pickHelp')}</p>
        </>
      )}
      {picked && (
        <>
          <NativeSelect
            label={text('paper')}
            data={PAPERS.map((each) => ({ value: each, label: text(`paper.${each}`) }))}
            value={paper}
            onChange={(event) => onPaper(event.currentTarget.value as Paper)}
          />
          <div className={styles.picked}>
            <Icon name="file" size={18} />
            <span>
              {text(picked.mediaType === 'image/jpeg' ? 'kind.picture' : 'kind.pdf')},{' '}
              {format.bytes(picked.bytes.length)}
            </span>
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={isBusy}
              onClick={() => attaching.drop()}
            >
              {text('drop')}
            </Button>
          </div>
          {part !== null && (
            <Progress.Root size="lg">
              <Progress.Section value={part * 100} aria-label={text('sending')} />
            </Progress.Root>
          )}
        </>
      )}
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
    </div>
  );
}
