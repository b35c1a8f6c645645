import { Button } from '@mantine/core';
import { calledName, type Family, fullName, type Person } from '@tirek/domain/people';
import { Problem, type ProblemCode } from '@tirek/domain/problem';
import { useState } from 'react';
import type { PlacedWrite } from '../../offline/outbox.ts';
import { useAlong, useKept } from '../../offline/use-along.ts';
import type { Input } from '../../offline/waiting-rule.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { ClashPanel } from './clash-panel.tsx';
import styles from './waiting.module.css';

const TONES = { waiting: 'waiting', sent: 'over', refused: 'bad', conflict: 'bad' } as const;

/** The writes that have words of their own; the catalogue has a sentence for each. */
const NAMED = [
  'recordMove',
  'recordLanguages',
  'changeIdentity',
  'recordFamilyFact',
  'withdrawFamilyFact',
  'recordConsent',
  'recordCaseEntry',
  'decideStep',
  'unreadable',
] as const;
const isNamed = (name: string): name is (typeof NAMED)[number] =>
  (NAMED as readonly string[]).includes(name);

/** One write: what it is, about whom, how it stands, and what she can do about it. */
export function WriteCard({ write }: { write: PlacedWrite }) {
  const text = useText('offline');
  const format = useFormat();
  const errorText = useErrorText();
  const { along, rules, newId } = useAlong();
  const whom = useWhom(write.input);
  const [isDropping, setDropping] = useState(false);
  const { state, name, input, place, madeAt } = write;
  const rule = rules[name];
  const outbox = along.store()?.outbox;
  const again = async (changed: Input) => {
    await outbox?.change(place, {
      ...write,
      id: String(changed.id),
      input: changed,
      state: { kind: 'waiting' },
    });
    await along.sendWaiting();
  };
  const isAsked = state.kind === 'refused' && state.code === 'family-fact-unlikely';
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.what}>{isNamed(name) ? text(`write.${name}`) : name}</h3>
        <StatusMark tone={TONES[state.kind]} label={text(`state.${state.kind}`)} />
      </div>
      {whom && <p className={styles.quiet}>{whom}</p>}
      <p className={styles.quiet}>
        {state.kind === 'sent'
          ? text('write.sentAt', { at: format.instant(state.at) })
          : text('write.madeAt', { at: format.instant(madeAt) })}
      </p>
      {state.kind === 'refused' && (
        <Notice kind="refusal" isStanding>
          {errorText(new Problem(state.code as ProblemCode, { ...state.details }))}
        </Notice>
      )}
      {state.kind === 'conflict' && rule?.clash && (
        <ClashPanel write={write} clash={rule.clash} onSettled={again} />
      )}
      {state.kind === 'conflict' && !rule?.clash && (
        <Notice kind="warning" isStanding>
          {text('conflict.again')}
        </Notice>
      )}
      {state.kind !== 'sent' && (
        <div className={styles.buttons}>
          {isAsked && rule?.confirmed && (
            <Button
              size="sm"
              onClick={() => void again({ ...rule.confirmed?.(input, state.details), id: newId() })}
            >
              {text('write.confirm')}
            </Button>
          )}
          {state.kind === 'refused' && !isAsked && rule && (
            <Button variant="default" size="sm" onClick={() => void again(input)}>
              {text('write.again')}
            </Button>
          )}
          <Button variant="subtle" color="red" size="sm" onClick={() => setDropping(true)}>
            {text('write.drop')}
          </Button>
        </div>
      )}
      <Dialog
        isOpen={isDropping}
        isDangerous
        title={text('drop.title')}
        confirm={text('write.drop')}
        onClose={() => setDropping(false)}
        onConfirm={() => {
          setDropping(false);
          void outbox?.drop([place]);
        }}
      >
        <p>{text('drop.words')}</p>
      </Dialog>
    </article>
  );
}

/** About whom a write is, by what the device has of her or of the family. */
function useWhom({ personId, familyId }: Input): string | null {
  const person = useKept<Person>('getPerson', personId ? { personId } : null).data;
  const family = useKept<Family>('getFamily', familyId ? { familyId } : null).data;
  const identity = person?.identities[0]?.identity;
  if (identity) return fullName(calledName(identity));
  return family?.members.flatMap(({ name }) => (name ? [fullName(name)] : [])).join(', ') ?? null;
}
