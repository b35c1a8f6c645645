import { Button } from '@mantine/core';
import { foldSteps, type StepsState } from '@tirek/domain/pathways/proposals';
import { useState } from 'react';
import { useHolder, useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { DecideDialog, type Deciding } from './decide-dialog.tsx';
import { DecisionsList } from './decisions-list.tsx';
import { ProposalShown } from './proposal-shown.tsx';
import styles from './proposals.module.css';
import { useDeviceProposal } from './use-device-proposal.ts';
import { useStepWords } from './use-step-words.ts';

const TONES = { waiting: 'waiting', again: 'waiting', decided: 'over', untold: 'waiting' } as const;
const STATES = {
  waiting: 'state.waiting',
  again: 'state.again',
  decided: 'state.decided',
  untold: 'state.untold',
} as const satisfies Record<Exclude<StepsState, 'none'>, string>;

/** The step of care that is proposed for somebody, why, and what a named human says of it. */
export function StepsPanel({ personId }: { personId: string }) {
  const text = useText('steps');
  const may = useMay();
  const read = useRead('listSteps', { personId });
  const onDevice = useDeviceProposal(personId);
  if (!may('step.read')) return null;
  const { proposals = [], decisions = [], colleagues = {}, now = '', hasAgreed } = read.data ?? {};
  const steps = foldSteps(proposals, decisions);
  const { current, state, standing } = steps;
  const isLate = state !== 'decided' && current?.actBy != null && current.actBy < now;
  return (
    <Panel
      title={text('title')}
      actions={
        state !== 'none' &&
        !onDevice && <StatusMark tone={TONES[state]} label={text(STATES[state])} />
      }
    >
      {read.isPending && !onDevice && <LoadingState />}
      {read.isError && !onDevice && <ErrorState error={read.error} onRetry={read.refetch} />}
      {standing && <StandingStep {...standing} />}
      {onDevice && (
        <>
          <Notice kind="info" isStanding>
            {text('device')}
          </Notice>
          <ProposalShown outcome={onDevice} actBy={null} isLate={false} />
        </>
      )}
      {!onDevice && current && (
        <>
          <ProposalShown outcome={current.outcome} actBy={current.actBy} isLate={isLate} />
          {may('step.decide') && <Deciders personId={personId} steps={steps} />}
          {may('referral.make') &&
            current.outcome.offers.some(({ isHere }) => isHere === false) && (
              <ButtonLink
                variant="default"
                to="/people/$personId/referrals/new"
                params={{ personId }}
                search={{ proposal: current.id } as never}
              >
                {text('refer')}
              </ButtonLink>
            )}
        </>
      )}
      {read.data && !current && !onDevice && <p className={styles.quiet}>{text('none')}</p>}
      {may('step.decide') && hasAgreed && !onDevice && <ProposeAgain personId={personId} />}
      {decisions.length > 0 && <DecisionsList decisions={decisions} colleagues={colleagues} />}
    </Panel>
  );
}

function StandingStep({ step, since }: NonNullable<ReturnType<typeof foldSteps>['standing']>) {
  const text = useText('steps');
  const format = useFormat();
  const { t } = useStepWords();
  return (
    <p className={styles.quiet}>
      {text('standing', { step: t(`step.${step}`), date: format.date(since) })}
    </p>
  );
}

/** The buttons of whoever may decide; whose decision is looked at again may only ask and write down an evaluation. */
function Deciders({ personId, steps }: { personId: string; steps: ReturnType<typeof foldSteps> }) {
  const text = useText('steps');
  const { account } = useHolder();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const { current, said, notBy, clinicalSince } = steps;
  if (!current) return null;
  const isMine = notBy !== account.id;
  const last = said.findLast(({ kind }) => kind !== 'evaluated')?.kind;
  const canConfirm = isMine && current.outcome.step !== null && last !== 'confirmed';
  return (
    <>
      {!isMine && <Notice kind="info">{text('notYours')}</Notice>}
      <div className={styles.buttons}>
        {canConfirm && <Button onClick={() => setDeciding('confirmed')}>{text('confirm')}</Button>}
        {isMine && (
          <>
            <Button variant="default" onClick={() => setDeciding('changed')}>
              {text('change')}
            </Button>
            <Button variant="default" onClick={() => setDeciding('declined')}>
              {text('decline')}
            </Button>
          </>
        )}
        {notBy === null && (
          <Button variant="default" onClick={() => setDeciding('asked-again')}>
            {text('askAgain')}
          </Button>
        )}
        {clinicalSince !== null && (
          <Button variant="default" onClick={() => setDeciding('evaluated')}>
            {text('evaluate')}
          </Button>
        )}
      </div>
      {deciding && (
        <DecideDialog
          {...{ personId, deciding }}
          proposal={current}
          basedOn={said.length}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}

function ProposeAgain({ personId }: { personId: string }) {
  const text = useText('steps');
  const errorText = useErrorText();
  const tell = useToast();
  const propose = useWrite('proposeStep', {
    renews: ['listSteps', 'listCareGaps'],
    onDone: () => tell(text('proposed')),
  });
  return (
    <>
      {propose.error !== null && <Notice kind="refusal">{errorText(propose.error)}</Notice>}
      <div className={styles.buttons}>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={propose.isPending}
          onClick={() => propose.mutate({ personId })}
        >
          {text('propose')}
        </Button>
      </div>
    </>
  );
}
