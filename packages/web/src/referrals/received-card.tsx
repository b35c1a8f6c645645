import { Button } from '@mantine/core';
import {
  NEXT,
  RECEIVER_KINDS,
  type ReceivedReferral,
  type ReceiverKind,
  type ReceiverWord,
  type ReferralState,
  tellDisclosed,
} from '@tirek/domain/referrals';
import { nameIn } from '@tirek/domain/services';
import { useState } from 'react';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Facts } from '../ui/facts.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './referrals.module.css';
import { SayDialog } from './say-dialog.tsx';
import { toneOf, useReferralWords } from './use-referral-words.ts';

/** One referral as its receiver sees it, with what he can say now. */
export function ReceivedCard({
  referral,
  today,
  isBusy,
  error,
  onSay,
}: {
  referral: ReceivedReferral;
  today: string;
  isBusy: boolean;
  error: unknown;
  /** Resolves once it is written down. */
  onSay: (word: ReceiverWord) => Promise<unknown>;
}) {
  const text = useText('referrals');
  const t = useReferralWords();
  const format = useFormat();
  const { language } = useLanguage();
  const [saying, setSaying] = useState<ReceiverKind | null>(null);
  const state = referral.state as ReferralState;
  const possible = RECEIVER_KINDS.filter((kind) => NEXT[state].includes(kind));
  const { dueAt, appointmentAt, colleague } = referral;
  return (
    <Panel
      title={referral.disclosed.name ?? nameIn(referral.service, language)}
      note={text('received.programme')}
      actions={<StatusMark tone={toneOf(state)} label={t(`state.${state}`)} />}
    >
      <Facts
        facts={[
          ...tellDisclosed(referral.disclosed, language).map(
            ({ name, value }) => [name, value] as const,
          ),
          [text('one.service'), nameIn(referral.service, language)] as const,
          [text('received.colleague'), colleague] as const,
          ...(dueAt ? [[text('received.due'), format.instant(dueAt)] as const] : []),
          ...(appointmentAt
            ? [[text('received.appointment'), format.instant(appointmentAt)] as const]
            : []),
        ]}
      />
      <div className={styles.buttons}>
        {possible.map((kind, at) => (
          <Button
            key={kind}
            variant={at === 0 ? 'filled' : 'default'}
            onClick={() => setSaying(kind)}
          >
            {text(`say.${kind}`)}
          </Button>
        ))}
      </div>
      {saying && (
        <SayDialog
          kind={saying}
          today={today}
          isBusy={isBusy}
          error={error}
          onClose={() => setSaying(null)}
          onSay={(word) =>
            void onSay(word).then(
              () => setSaying(null),
              () => undefined,
            )
          }
        />
      )}
    </Panel>
  );
}
