import { Button } from '@mantine/core';
import {
  foldReferral,
  type KnownReferral,
  type NewLink,
  tellDisclosed,
} from '@tirek/domain/referrals';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import styles from './referrals.module.css';

/** Word for word what goes out, and in a draft the button that sends it. */
export function PreviewPanel({
  known,
  now,
  onLink,
}: {
  known: KnownReferral;
  now: string;
  onLink: (link: NewLink) => void;
}) {
  const text = useText('referrals');
  const { language } = useLanguage();
  const { referral, events } = known;
  const preview = useRead('previewReferral', { referralId: referral.id });
  const isDraft = foldReferral(referral, events, now).state === 'draft';
  const { disclosed, withheld = [], isAgreed, mark } = preview.data ?? {};
  return (
    <Panel title={text('preview')}>
      {preview.isPending && <LoadingState lines={4} />}
      {preview.isError && <ErrorState error={preview.error} onRetry={preview.refetch} />}
      {disclosed && (
        <Facts
          facts={tellDisclosed(disclosed, language).map(
            ({ name, value }) => [name, value] as const,
          )}
        />
      )}
      {withheld.map((each) => (
        <Notice key={each.what} kind="warning" isStanding>
          {text('preview.withheld', each)}
        </Notice>
      ))}
      {preview.data && (
        <p className={isAgreed ? styles.quiet : styles.late}>
          {text(isAgreed ? 'preview.agreed' : 'preview.notAgreed')}
        </p>
      )}
      {isDraft && mark !== undefined && (
        <Sending known={known} mark={mark} isAgreed={isAgreed === true} onLink={onLink} />
      )}
    </Panel>
  );
}

function Sending({
  known: { referral },
  mark,
  isAgreed,
  onLink,
}: {
  known: KnownReferral;
  mark: string;
  isAgreed: boolean;
  onLink: (link: NewLink) => void;
}) {
  const text = useText('referrals');
  const errorText = useErrorText();
  const tell = useToast();
  const may = useMay();
  const [isOverriding, setOverriding] = useState(false);
  const send = useWrite('sendReferral', {
    renews: ['listReferralsOf', 'listReferrals'],
    onDone: ({ link }) => {
      if (link) onLink(link);
      setOverriding(false);
      tell(text('sent'));
    },
  });
  if (!may('referral.make')) return null;
  const { personId, id: referralId } = referral;
  const sent = { referralId, basedOn: 0, mark };
  return (
    <>
      {send.error !== null && !isOverriding && (
        <Notice kind="refusal">{errorText(send.error)}</Notice>
      )}
      <div className={styles.buttons}>
        {isAgreed ? (
          <Button loading={send.isPending} onClick={() => send.mutate({ ...sent, override: null })}>
            {text('send')}
          </Button>
        ) : (
          <ButtonLink to="/people/$personId/consents/new" params={{ personId }}>
            {text('preview.ask')}
          </ButtonLink>
        )}
        {!isAgreed && referral.urgency === 'emergency' && (
          <Button color="red" variant="outline" onClick={() => setOverriding(true)}>
            {text('override')}
          </Button>
        )}
      </div>
      {isOverriding && (
        <OverrideDialog
          referral={referral}
          isBusy={send.isPending}
          error={send.error}
          onClose={() => setOverriding(false)}
          onSend={(override) => send.mutate({ ...sent, override })}
        />
      )}
    </>
  );
}
