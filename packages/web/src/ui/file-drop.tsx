import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
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
  /** Several at once; otherwise the first of those dropped. */
  readonly takesMany?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped, or picked. */
export function FileDrop({
  words,
  choose,
  kinds,
  accept,
  isBusy,
  takesMany,
  onFiles,
}: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const forget = useRef<() => void>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = [...event.dataTransfer.files];
    onFiles(takesMany ? dropped : dropped.slice(0, 1));
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
      <FileButton
        multiple={takesMany ?? false}
        accept={accept}
        resetRef={forget}
        onChange={(chosen: File | File[] | null) => {
          onFiles([chosen ?? []].flat());
          // Otherwise a browser says nothing when the same file, corrected, is chosen once more.
          forget.current?.();
        }}
      >
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
