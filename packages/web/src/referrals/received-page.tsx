import type { ReceivedReferral } from '@tirek/domain/referrals';
import { useEffect } from 'react';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import { ReceivedCard } from './received-card.tsx';

const ASK_EVERY = 30_000;

/** The page of a specialist outside the programme: what was sent to him, as long as he may see it. */
export function ReceivedPage() {
  const text = useText('referrals');
  const list = useRead('listReceivedReferrals', {}, { every: ASK_EVERY });
  const { today = '', referrals = [] } = list.data ?? {};
  return (
    <Page title={text('received')} intro={text('received.intro')} isNarrow>
      {list.isPending && <LoadingState lines={6} />}
      {list.isError && <ErrorState error={list.error} onRetry={list.refetch} />}
      {list.data && referrals.length === 0 && (
        <Panel>
          <EmptyState icon="people" title={text('received.none')}>
            {text('received.gone')}
          </EmptyState>
        </Panel>
      )}
      {referrals.map((referral) => (
        <Received key={referral.id} referral={referral} today={today} />
      ))}
    </Page>
  );
}

function Received({ referral, today }: { referral: ReceivedReferral; today: string }) {
  const text = useText('referrals');
  const tell = useToast();
  const { id: referralId, version: basedOn, state } = referral;
  const receipt = useWrite('answerReferral', { renews: ['listReceivedReferrals'] });
  const answer = useWrite('answerReferral', {
    renews: ['listReceivedReferrals'],
    onDone: () => tell(text('saved')),
  });
  const { mutate } = receipt;
  useEffect(() => {
    // Shown is received: whoever refers sees that it was opened.
    if (state === 'sent') mutate({ referralId, basedOn, word: { kind: 'received' } });
  }, [state, referralId, basedOn, mutate]);
  return (
    <ReceivedCard
      referral={referral}
      today={today}
      isBusy={answer.isPending}
      error={answer.error}
      onSay={(word) => answer.mutateAsync({ referralId, basedOn, word })}
    />
  );
}
