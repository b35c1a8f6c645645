import { Button, Group, Textarea } from '@mantine/core';
import type { Campaign, Wave } from '@tirek/domain/surveys';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import type { EndpointName } from '../api.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { WaveDatesDialog } from './wave-dates-dialog.tsx';

type Step = 'none' | 'open' | 'dates' | 'close' | 'reopen';

const RENEWS: readonly EndpointName[] = ['getCampaign', 'listCampaigns', 'getWaveProgress'];

/** What comes next for a wave: opening, other days, closing, opening again; each said in a sentence. */
export function WaveActions({ campaign, wave }: { campaign: Campaign; wave: Wave }) {
  const text = useText('surveys');
  const format = useFormat();
  const tell = useToast();
  const [step, setStep] = useState<Step>('none');
  const done = (sentence: string) => {
    setStep('none');
    tell(sentence);
  };
  const open = useWrite('openWave', {
    renews: RENEWS,
    onDone: () => done(text('open.done')),
  });
  const dates = useWrite('changeWaveDates', {
    renews: RENEWS,
    onDone: () => done(text('dates.done')),
  });
  const close = useWrite('closeWave', {
    renews: RENEWS,
    onDone: () => done(text('close.done')),
  });
  const reopen = useWrite('reopenWave', {
    renews: RENEWS,
    onDone: () => done(text('reopen.done')),
  });
  const leave = () => {
    setStep('none');
    for (const write of [open, dates, close, reopen]) write.reset();
  };
  const { phase, isImported } = wave;
  const waveId = wave.id;
  if (isImported) return null;
  return (
    <Panel
      title={text(`next.${phase}`)}
      note={text(`next.${phase}.words`, {
        opensOn: format.date(wave.opensOn),
        closesOn: format.date(wave.closesOn),
      })}
    >
      <Group gap="sm">
        {phase === 'draft' && (
          <Button disabled={campaign.status === 'draft'} onClick={() => setStep('open')}>
            {text('open.go')}
          </Button>
        )}
        {phase === 'closed' ? (
          <Button variant="default" onClick={() => setStep('reopen')}>
            {text('reopen.go')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => setStep('dates')}>
            {text('dates.go')}
          </Button>
        )}
        {phase !== 'draft' && phase !== 'closed' && (
          <Button
            variant={phase === 'over' ? 'filled' : 'default'}
            onClick={() => setStep('close')}
          >
            {text('close.go')}
          </Button>
        )}
      </Group>
      <Dialog
        isOpen={step === 'open'}
        title={text('open.title')}
        confirm={text('open.go')}
        isBusy={open.isPending}
        error={open.error}
        onClose={leave}
        onConfirm={() => open.mutate({ waveId })}
      >
        <p>
          {text('open.words', {
            opensOn: format.date(wave.opensOn),
            closesOn: format.date(wave.closesOn),
          })}
        </p>
      </Dialog>
      <WaveDatesDialog
        isOpen={step === 'dates'}
        title={text('dates.title')}
        confirm={text('dates.save')}
        first={wave}
        asksReason={phase !== 'draft'}
        isBusy={dates.isPending}
        error={dates.error}
        onClose={leave}
        onConfirm={({ opensOn, closesOn, reason }) =>
          dates.mutate({ waveId, opensOn, closesOn, ...(reason ? { reason } : {}) })
        }
      />
      <ReasonDialog
        isOpen={step === 'close'}
        title={text('close.title')}
        explanation={text('close.words')}
        confirm={text('close.go')}
        isBusy={close.isPending}
        error={close.error}
        onClose={leave}
        onConfirm={(reason) => close.mutate({ waveId, reason })}
      />
      <ReopenDialog
        isOpen={step === 'reopen'}
        wave={wave}
        isBusy={reopen.isPending}
        error={reopen.error}
        onClose={leave}
        onConfirm={(reason, closesOn) => reopen.mutate({ waveId, reason, closesOn })}
      />
    </Panel>
  );
}

function ReopenDialog(props: {
  isOpen: boolean;
  wave: Wave;
  isBusy: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (reason: string, closesOn: string) => void;
}) {
  const text = useText('surveys');
  const ui = useText('ui');
  const [closesOn, setClosesOn] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Dialog
      isOpen={props.isOpen}
      title={text('reopen.title')}
      confirm={text('reopen.go')}
      isBusy={props.isBusy}
      error={props.error}
      canConfirm={closesOn !== '' && reason.trim().length >= 3}
      onClose={props.onClose}
      onConfirm={() => props.onConfirm(reason.trim(), closesOn)}
    >
      <p>{text('reopen.words')}</p>
      <DatePicker
        label={text('wave.closesOn')}
        value={closesOn}
        onChange={setClosesOn}
        min={props.wave.opensOn}
      />
      <Textarea
        label={ui('reason.label')}
        description={ui('reason.help')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
      />
    </Dialog>
  );
}
