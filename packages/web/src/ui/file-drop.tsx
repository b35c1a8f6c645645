import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import styles from './file-drop.module.css';
import { Icon } from './icons.tsx';

interface FileDropProps {
  /** What may be dropped here. */
  readonly words: string;
  /** On the button for those who pick a file instead. */
  readonly choose: string;
  readonly kinds: string;
  /** As the attribute `accept` has it: `.csv,.xlsx`. */
  readonly accept: string;
  readonly isBusy?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped, or picked. */
export function FileDrop({ words, choose, kinds, accept, isBusy, onFiles }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button inside does the same
    <div
      className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={32} />
      <p>{words}</p>
      <FileButton multiple accept={accept} onChange={(files) => onFiles(files)}>
        {(button) => (
          <Button variant="default" loading={isBusy ?? false} {...button}>
            {choose}
          </Button>
        )}
      </FileButton>
      <p className={styles.kinds}>{kinds}</p>
    </div>
  );
}
