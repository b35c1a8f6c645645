import { Button, Stack, TextInput } from '@mantine/core';
import type { OutputOf } from '@tirek/domain/contract';
import type { ReceiverWord, referralLinkContract } from '@tirek/domain/referrals';
import { useState } from 'react';
import { Entrance } from '../access/index.ts';
import { useClient } from '../api/client.ts';
import { useAct } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { ReceivedCard } from './received-card.tsx';

type Answered = OutputOf<(typeof referralLinkContract)['answerReferralLink']>;

const TOKEN = /^[\w-]{43}$/;
const CODE = /^\d{6}$/;

/** For a receiver without an account: the link's token stands behind `#`, the code was told by another way. */
export function LinkPage() {
  const text = useText('referrals');
  const errorText = useErrorText();
  const { api } = useClient();
  const [token] = useState(() => location.hash.slice(1));
  const [code, setCode] = useState('');
  const [shown, setShown] = useState<Answered | null>(null);
  const open = useAct('openReferralLink', { onDone: setShown });
  const answer = useAct('answerReferralLink', { onDone: setShown });
  if (!TOKEN.test(token) || shown?.kind === 'refused') {
    return (
      <Entrance title={text('door.over')}>
        <p>{text('door.overWords')}</p>
      </Entrance>
    );
  }
  if (shown?.kind === 'done') {
    return (
      <Entrance title={text('door.done')}>
        <p>{text('door.doneWords')}</p>
      </Entrance>
    );
  }
  if (shown?.kind === 'open') {
    const { referral, today } = shown;
    const say = (word: ReceiverWord) =>
      answer.mutateAsync({ token, code, id: api.newId(), basedOn: referral.version, word });
    return (
      <Entrance title={text('door')}>
        {referral.state === 'feedback' && <Notice kind="success">{text('door.doneWords')}</Notice>}
        <ReceivedCard
          referral={referral}
          today={today}
          isBusy={answer.isPending}
          error={answer.error}
          onSay={say}
        />
      </Entrance>
    );
  }
  return (
    <Entrance title={text('door')} intro={text('door.intro')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate({ token, code });
        }}
      >
        <Stack gap="md">
          {shown?.kind === 'wrong-code' && (
            <Notice kind="refusal">{text('door.wrong', { number: shown.triesLeft })}</Notice>
          )}
          {shown?.kind === 'not-now' && <Notice kind="refusal">{text('door.notNow')}</Notice>}
          {open.error !== null && <Notice kind="refusal">{errorText(open.error)}</Notice>}
          <TextInput
            label={text('door.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            size="md"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.replace(/\D/g, ''))}
          />
          <Button type="submit" size="md" loading={open.isPending} disabled={!CODE.test(code)}>
            {text('door.open')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
