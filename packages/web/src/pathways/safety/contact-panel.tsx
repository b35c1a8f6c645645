import { Button, NativeSelect, Textarea } from '@mantine/core';
import { CONTACT_MEANS, CONTACT_OUTCOMES } from '@tirek/domain/pathways/safety';
import { useState } from 'react';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { PartProps } from './event-page.tsx';
import styles from './safety.module.css';
import { useEntryWrite } from './use-entry-write.ts';
import { useSafetyWords } from './use-safety-words.ts';

/** The contact that follows: when the next is due, and what became of each. */
export function ContactPanel({ shown, standing: { contacts }, mayAct }: PartProps) {
  const text = useText('safety');
  const t = useSafetyWords();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const { nextContactOn, today } = shown;
  return (
    <Panel
      title={text('contact')}
      note={text('contact.note')}
      actions={
        mayAct && (
          <Button variant="default" size="sm" onClick={() => setAdding(true)}>
            {text('contact.add')}
          </Button>
        )
      }
    >
      {nextContactOn && (
        <p className={nextContactOn < today ? styles.late : styles.quiet}>
          {text(nextContactOn < today ? 'contact.late' : 'contact.next', {
            date: format.date(nextContactOn),
          })}
        </p>
      )}
      <ul className={styles.history}>
        {contacts.toReversed().map(({ id, doneAt, value, words }) => (
          <li key={id}>
            {format.instant(doneAt, 'short')}: {t(`means.${value.means}`)},{' '}
            {t(`outcome.${value.outcome}`)}
            {words?.text && <p className={styles.said}>{words.text}</p>}
          </li>
        ))}
      </ul>
      {isAdding && <ContactDialog eventId={shown.event.id} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function ContactDialog({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const text = useText('safety');
  const t = useSafetyWords();
  const [means, setMeans] = useState<(typeof CONTACT_MEANS)[number]>('call');
  const [outcome, setOutcome] = useState<(typeof CONTACT_OUTCOMES)[number]>('reached');
  const [said, setSaid] = useState('');
  const { write, record } = useEntryWrite(eventId, onClose);
  return (
    <Dialog
      isOpen
      title={text('contact.add')}
      confirm={text('save')}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        record({
          ...{ kind: 'contact', value: { means, outcome } },
          words: said.trim() ? { text: said } : null,
        })
      }
    >
      <NativeSelect
        label={text('contact.means')}
        data={CONTACT_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
        value={means}
        onChange={(event) => setMeans(event.currentTarget.value as typeof means)}
      />
      <NativeSelect
        label={text('contact.outcome')}
        data={CONTACT_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value as typeof outcome)}
      />
      <Textarea
        label={text('words')}
        autosize
        minRows={2}
        maxLength={2000}
        value={said}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </Dialog>
  );
}
