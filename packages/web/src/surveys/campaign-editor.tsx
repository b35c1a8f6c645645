import { Button, Group } from '@mantine/core';
import type { CampaignSettings } from '@tirek/domain/surveys';
import { type ReactNode, useState } from 'react';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Steps } from '../ui/steps.tsx';
import type { KeptForm } from '../ui/use-kept-form.ts';
import { type CampaignForm, readCampaignForm, STEPS, type Step } from './campaign-form.ts';
import { CheckStep } from './check-step.tsx';
import { ConsentStep } from './consent-step.tsx';
import { HelpStep } from './help-step.tsx';
import { LinkageStep } from './linkage-step.tsx';
import { QuestionsStep } from './questions-step.tsx';
import { WordsStep } from './words-step.tsx';

/** What every step is given. */
export interface StepProps {
  readonly form: KeptForm<CampaignForm>;
}

const FIELDS: Record<Step, (props: StepProps) => ReactNode> = {
  words: WordsStep,
  questions: QuestionsStep,
  linkage: LinkageStep,
  consent: ConsentStep,
  help: HelpStep,
  check: CheckStep,
};

interface CampaignEditorProps extends StepProps {
  readonly save: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onSave: (settings: CampaignSettings) => void;
}

/** The settings of a campaign, step by step, for a new one and for a draft. */
export function CampaignEditor({ form, save, isBusy, error, onSave }: CampaignEditorProps) {
  const text = useText('surveys');
  const errorText = useErrorText();
  const [step, setStep] = useState<Step>('words');
  const read = readCampaignForm(form.values);
  const lacking: readonly Step[] = read.kind === 'incomplete' ? read.steps : [];
  const place = STEPS.indexOf(step);
  const go = (to: Step | undefined) => {
    if (!to) return;
    setStep(to);
    window.scrollTo({ top: 0 });
  };
  const Fields = FIELDS[step];
  return (
    <>
      <Steps
        label={text('steps')}
        current={step}
        onChoose={go}
        steps={STEPS.map((key) => ({
          key,
          label: text(`step.${key}`),
          isDone: key !== 'check' && !lacking.includes(key),
        }))}
      />
      <Fields form={form} />
      {step === 'check' && lacking.length > 0 && (
        <Notice kind="info" title={text('check.lacking')} isStanding>
          {lacking.map((key) => text(`step.${key}`)).join(', ')}
        </Notice>
      )}
      {error !== null && error !== undefined && <Notice kind="refusal">{errorText(error)}</Notice>}
      <Group justify="space-between" mt="xl">
        <Button variant="default" disabled={place === 0} onClick={() => go(STEPS[place - 1])}>
          {text('step.back')}
        </Button>
        {step === 'check' ? (
          <Button
            loading={isBusy}
            disabled={read.kind === 'incomplete'}
            onClick={() => read.kind === 'complete' && onSave(read.settings)}
          >
            {save}
          </Button>
        ) : (
          <Button onClick={() => go(STEPS[place + 1])}>{text('step.next')}</Button>
        )}
      </Group>
    </>
  );
}
