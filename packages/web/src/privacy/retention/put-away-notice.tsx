import { Button } from '@mantine/core';
import type { PutAwayFile } from '@tirek/domain/privacy/retention';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import styles from './retention.module.css';

/** On a record whose names are put away: since when, why, and who brings them back. */
export function PutAwayNotice({ file }: { file: PutAwayFile }) {
  const text = useText('retention');
  const format = useFormat();
  const may = useMay();
  const [isOpening, setOpening] = useState(false);
  const since = format.date(format.dateOf(file.since));
  const because = text(`because.${file.because}`);
  return (
    <div className={styles.notice}>
      <Notice kind="info" title={text('notice.title')} isStanding>
        <p>{text('notice.words', { since, because })}</p>
        {may('file.reopen') && !file.isOwn && (
          <Button variant="default" size="sm" onClick={() => setOpening(true)}>
            {text('reopen')}
          </Button>
        )}
        {isOpening && <ReopenDialog file={file} onClose={() => setOpening(false)} />}
      </Notice>
    </div>
  );
}
