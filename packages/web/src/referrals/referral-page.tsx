import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import {
  foldReferral,
  isShownToReceiver,
  type KnownReferral,
  NEXT,
  type NewLink,
} from '@tirek/domain/referrals';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useState } from 'react';
import { useHolder, useMay } from '../access/index.ts';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useServiceWords } from '../services/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { useErrorText } from '../ui/error-text.ts';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { saveFile } from '../ui/save-file.ts';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { LinkPanel } from './link-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { WaitsLine } from './referral-line.tsx';
import styles from './referrals.module.css';
import { SettleDialog, type Settling } from './settle-dialog.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { toneOf, useReceiverName, useReferralWords } from './use-referral-words.ts';

const ASK_EVERY = 60_000;

/** One referral: how it stands, who sees what until when, what happened. */
export function ReferralPage() {
  const text = useText('referrals');
  const { personId, referralId } = useParams({ from: '/people/$personId/referrals/$referralId' });
  const read = useRead('listReferralsOf', { personId }, { every: ASK_EVERY });
  const known = read.data?.referrals.find(({ referral }) => referral.id === referralId);
  if (read.data && known) {
    return <OneReferral known={known} now={read.data.now} colleagues={read.data.colleagues} />;
  }
  return (
    <Page
      title={text('one')}
      back={{ to: `/people/${personId}/referrals`, label: text('title') }}
      isNarrow
    >
      {read.isPending && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && <p className={styles.quiet}>{text('none')}</p>}
    </Page>
  );
}

function OneReferral({
  known,
  now,
  colleagues,
}: {
  known: KnownReferral;
  now: string;
  colleagues: Readonly<Record<string, string>>;
}) {
  const text = useText('referrals');
  const t = useReferralWords();
  const format = useFormat();
  const may = useMay();
  const { named } = useServiceWords();
  const [link, setLink] = useState<NewLink | null>(null);
  const { referral, events, service, provider } = known;
  const receiver = useReceiverName()(known);
  const standing = foldReferral(referral, events, now);
  const { state, dueAt, override } = standing;
  const isShown = isShownToReceiver(state);
  const isAnswered = state !== 'sent' && state !== 'received';
  const sees = !isShown
    ? text(state === 'draft' ? 'one.sees.draft' : 'one.sees.over', { receiver })
    : override
      ? text('one.sees.answer', { receiver, at: format.instant(override.until) })
      : isAnswered
        ? text('one.sees.open', { receiver })
        : text('one.sees.answer', { receiver, at: dueAt === null ? '' : format.instant(dueAt) });
  return (
    <Page
      title={text('one')}
      mark={<StatusMark tone={toneOf(state)} label={t(`state.${state}`)} />}
      back={{ to: `/people/${referral.personId}/referrals`, label: text('title') }}
      isNarrow
    >
      <Panel>
        <Facts
          facts={[
            [text('one.to'), receiver],
            [text('one.service'), `${named(service)}, ${named(provider)}`],
            [text('one.urgency'), t(`urgency.${referral.urgency}`)],
          ]}
        />
        <p className={styles.quiet}>{sees}</p>
        <WaitsLine known={known} now={now} />
        {override && (
          <Notice kind="warning" isStanding>
            {text('override.shown', {
              why: override.why ?? '',
              name: colleagues[override.supervisorId] ?? '',
              at: format.instant(override.until),
            })}{' '}
            {override.isUpheld && text('override.upheld')}
          </Notice>
        )}
        <Review known={known} now={now} />
      </Panel>
      {(state === 'draft' || isShown) && (
        <PreviewPanel known={known} now={now} onLink={(made) => setLink(made)} />
      )}
      {!referral.isToAccount && isShown && <LinkPanel known={known} made={link} onMade={setLink} />}
      {may('referral.make') && <Settle known={known} now={now} />}
      {(state === 'draft' || isShown) && <Letters referralId={referral.id} />}
      <TimelinePanel known={known} colleagues={colleagues} />
    </Page>
  );
}

/** For somebody other than whoever sent it without consent. */
function Review({ known: { referral, events }, now }: { known: KnownReferral; now: string }) {
  const text = useText('referrals');
  const errorText = useErrorText();
  const may = useMay();
  const { account } = useHolder();
  const review = useWrite('reviewReferral', { renews: ['listReferralsOf', 'listReferrals'] });
  const { override, version, state } = foldReferral(referral, events, now);
  const sent = events.find(({ kind }) => kind === 'sent');
  if (!override || override.isUpheld || !may('referral.review')) return null;
  if (sent?.by === account.id || !isShownToReceiver(state)) return null;
  const say = (isRight: boolean) =>
    review.mutate({ referralId: referral.id, basedOn: version, isRight });
  return (
    <>
      {review.error !== null && <Notice kind="refusal">{errorText(review.error)}</Notice>}
      <div className={styles.buttons}>
        <Button loading={review.isPending} onClick={() => say(true)}>
          {text('review.right')}
        </Button>
        <Button color="red" loading={review.isPending} onClick={() => say(false)}>
          {text('review.wrong')}
        </Button>
      </div>
    </>
  );
}

const SETTLING = ['closed', 'redirected', 'revoked'] as const;

/** What those who refer can say of it now. */
function Settle({ known, now }: { known: KnownReferral; now: string }) {
  const text = useText('referrals');
  const [settling, setSettling] = useState<Settling | null>(null);
  const { state, version } = foldReferral(known.referral, known.events, now);
  const possible = SETTLING.filter((kind) => NEXT[state].includes(kind));
  if (possible.length === 0) return null;
  return (
    <div className={styles.buttons}>
      {possible.map((kind) => (
        <Button
          key={kind}
          variant="default"
          {...(kind === 'revoked' ? { color: 'red' } : {})}
          onClick={() => setSettling(kind)}
        >
          {text(`settle.${kind}`)}
        </Button>
      ))}
      {settling && (
        <SettleDialog
          referral={known.referral}
          basedOn={version}
          settling={settling}
          onClose={() => setSettling(null)}
        />
      )}
    </div>
  );
}

/** The letter on paper, in the language of whoever reads it. */
function Letters({ referralId }: { referralId: string }) {
  const text = useText('referrals');
  const errorText = useErrorText();
  const { api } = useClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (language: Language) =>
      saveFile(
        `referral-${language}.pdf`,
        await api.download('getReferralLetter', { referralId, language }),
      ),
  });
  return (
    <>
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
      <div className={styles.buttons}>
        {LANGUAGES.map((language) => (
          <Button
            key={language}
            variant="subtle"
            size="compact-sm"
            loading={isPending}
            onClick={() => mutate(language)}
          >
            {text('letter', { language: LANGUAGE_NAMES[language] })}
          </Button>
        ))}
      </div>
    </>
  );
}
