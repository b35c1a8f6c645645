import { Button } from '@mantine/core';
import { Problem } from '@tirek/domain/problem';
import { useState } from 'react';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type FileContent, readFiles } from '../../ui/read-files.ts';
import styles from './upload-step.module.css';

interface UploadStepProps {
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onUpload: (files: FileContent[]) => void;
}

const MOST_FILES = 10;
const MOST_BYTES = 32 * 1024 * 1024;
const ACCEPTED = '.csv,.tsv,.txt,.xlsx';

/** Choosing the files: dropped, or picked. Several belong together, such as one of mothers and one of children. */
export function UploadStep({ isBusy, error, onUpload }: UploadStepProps) {
  const text = useText('import');
  const format = useFormat();
  const errorText = useErrorText();
  const [files, setFiles] = useState<readonly File[]>([]);
  /** A refusal speaks of the files it was made of, not of those chosen since. */
  const [sent, setSent] = useState<readonly File[]>([]);
  const [lost, setLost] = useState<string | null>(null);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const isTooMuch = bytes > MOST_BYTES || files.length > MOST_FILES;
  const isRefused = error !== null && error !== undefined && sent === files;
  const take = (chosen: readonly File[]) => {
    const replaced = new Set(chosen.map(({ name }) => name));
    // Whoever chooses a file after a refusal chooses it in the place of the one that was refused, whatever its name.
    if (isRefused && error instanceof Problem) replaced.add(String(error.params.file));
    setFiles([...files.filter(({ name }) => !replaced.has(name)), ...chosen]);
    setLost(null);
  };
  const send = async () => {
    setSent(files);
    const read = await readFiles(files);
    if (read.kind === 'read') return onUpload(read.contents);
    setFiles(files.filter(({ name }) => name !== read.name));
    setLost(read.name);
  };
  return (
    <Panel title={text('upload.title')} note={text('upload.note')}>
      <FileDrop
        words={text('upload.drop')}
        choose={text('upload.choose')}
        kinds={text('upload.kinds')}
        accept={ACCEPTED}
        takesMany
        onFiles={take}
      />
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={file.name}>
              <Icon name="file" size={18} />
              <span className={styles.name}>{file.name}</span>
              <span className={styles.size}>{format.bytes(file.size)}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={text('upload.remove', { name: file.name })}
                onClick={() => setFiles(files.filter((other) => other !== file))}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {isTooMuch && (
        <Notice kind="warning">{text('upload.tooMuch', { most: format.bytes(MOST_BYTES) })}</Notice>
      )}
      {isRefused && <Notice kind="refusal">{errorText(error)}</Notice>}
      {lost !== null && <Notice kind="refusal">{text('upload.lost', { name: lost })}</Notice>}
      <Button mt="md" loading={isBusy} disabled={files.length === 0 || isTooMuch} onClick={send}>
        {text('upload.go')}
      </Button>
    </Panel>
  );
}
