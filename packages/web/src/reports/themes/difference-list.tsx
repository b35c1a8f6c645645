import { Button } from '@mantine/core';
import type { Difference } from '@tirek/domain/reports/themes';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './themes.module.css';

/** Themes on which two coders differed, those that nobody has settled yet first. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const sorted = [
    ...differences.filter(({ settlement }) => settlement === null),
    ...differences.filter(({ settlement }) => settlement !== null),
  ];
  return sorted.map((difference) => (
    <OneDifference key={`${difference.excerptId} ${difference.theme}`} difference={difference} />
  ));
}

function OneDifference({ difference }: { difference: Difference }) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const may = useMay();
  const [isAnew, setAnew] = useState(false);
  const { settlement, theme, givenBy, notGivenBy } = difference;
  return (
    <article className={styles.excerpt}>
      <h3 className={styles.themeName}>{codebook(`theme.${theme}`)}</h3>
      <p className={styles.said}>{difference.text}</p>
      <p className={styles.meta}>
        {difference.noteTitle} · {codebook(`speaker.${difference.speaker}`)}
      </p>
      <p className={styles.meta}>
        {text('differences.who', { given: givenBy, notGiven: notGivenBy })}
      </p>
      {settlement && (
        <p className={styles.settled}>
          {text(settlement.isGiven ? 'differences.given' : 'differences.left')}.{' '}
          {text('differences.by', { name: settlement.settledByName, reason: settlement.reason })}
        </p>
      )}
      {may('theme.settle') && (!settlement || isAnew) && (
        <Settle difference={difference} onDone={() => setAnew(false)} />
      )}
      {may('theme.settle') && settlement && !isAnew && (
        <div className={styles.foot}>
          <Button size="compact-sm" variant="default" onClick={() => setAnew(true)}>
            {text('differences.anew')}
          </Button>
        </div>
      )}
    </article>
  );
}

function Settle({ difference, onDone }: { difference: Difference; onDone: () => void }) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const tell = useToast();
  const [asked, setAsked] = useState<'give' | 'leave' | null>(null);
  const { excerptId, theme, settlement } = difference;
  const settle = useWrite('settleTheme', {
    renews: ['getThemeAgreement', 'getThemeNote', 'listThemeNotes', 'getWaveReport'],
    onDone: () => {
      setAsked(null);
      onDone();
      tell(text('settle.done'));
    },
  });
  return (
    <div className={styles.foot}>
      <Button size="compact-md" variant="default" onClick={() => setAsked('give')}>
        {text('differences.give')}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => setAsked('leave')}>
        {text('differences.leave')}
      </Button>
      <ReasonDialog
        isOpen={asked !== null}
        title={text(`settle.title.${asked ?? 'give'}`, { theme: codebook(`theme.${theme}`) })}
        explanation={text('settle.words')}
        confirm={text(asked === 'leave' ? 'differences.leave' : 'differences.give')}
        isBusy={settle.isPending}
        error={settle.error}
        onClose={() => {
          setAsked(null);
          settle.reset();
        }}
        onConfirm={(reason) =>
          settle.mutate({
            ...{ excerptId, theme, reason },
            isGiven: asked === 'give',
            basedOn: settlement?.id ?? null,
          })
        }
      />
    </div>
  );
}
