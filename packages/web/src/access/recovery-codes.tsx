import { Button, Checkbox, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../text/language.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { useUnloadWarning } from '../ui/use-unload-warning.ts';
import styles from './recovery-codes.module.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Ten codes, shown this once. Going on needs the word that they are kept; closing the tab before it is warned of. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const text = useText('access');
  const [isKept, setKept] = useState(false);
  const isNothing = codes.length === 0;
  useUnloadWarning(!isNothing);
  useEffect(() => {
    // A further second factor brings no new codes: there is nothing to show.
    if (isNothing) onKept();
  }, [isNothing, onKept]);
  if (isNothing) return null;
  return (
    <div>
      <h2>{text('recovery.title')}</h2>
      <p>{text('recovery.words')}</p>
      <div data-print-alone>
        <p className={styles.paper}>{text('recovery.paper')}</p>
        <ol className={styles.codes} translate="no">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className={styles.tools}>
        <Button variant="default" leftSection={<Icon name="printer" size={18} />} onClick={print}>
          {text('recovery.print')}
        </Button>
        <CopyButton value={codes.join('\n')} />
      </div>
      <Stack gap="md">
        <Notice kind="warning" isStanding>
          {text('recovery.once')}
        </Notice>
        <Checkbox
          checked={isKept}
          onChange={(event) => setKept(event.currentTarget.checked)}
          label={text('recovery.kept')}
        />
        <Button disabled={!isKept} onClick={onKept}>
          {text('recovery.go')}
        </Button>
      </Stack>
    </div>
  );
}

const print = () => window.print();
