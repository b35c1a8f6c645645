import { Button, NativeSelect } from '@mantine/core';
import {
  isSafeClock,
  LONGEST_MINUTES,
  SAFETY_URGENCIES,
  type SafetyClock,
  type SafetyUrgency,
} from '@tirek/domain/pathways/safety';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import styles from './safety.module.css';
import { useSafetyWords } from './use-safety-words.ts';
import { useSpan } from './use-span.ts';

/** How soon an event goes on from one colleague to the next in this programme; quicker than promised, never slower. */
export function SafetyClockPage() {
  const text = useText('safety');
  const read = useRead('getSafetyClock', {});
  return (
    <Page title={text('clock.page')} intro={text('clock.intro')} isNarrow>
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {read.data && <ClockForm key={read.data.version} {...read.data} />}
    </Page>
  );
}

const STEPS = ['supervisor', 'onCall', 'coordinator'] as const;

/** Every five minutes of an hour, every hour of a day; what stands is offered too, however it came to be. */
function choicesOf(urgency: SafetyUrgency, standing: number): number[] {
  const step = urgency === 'now' ? 5 : 60;
  const usual = Array.from({ length: LONGEST_MINUTES[urgency] / step }, (_, at) => (at + 1) * step);
  return [...new Set([...usual, standing])].toSorted((a, b) => a - b);
}

function ClockForm({ version, clock }: { version: number; clock: SafetyClock }) {
  const text = useText('safety');
  const t = useSafetyWords();
  const errorText = useErrorText();
  const tell = useToast();
  const spanOf = useSpan();
  const form = useKeptForm<SafetyClock>('safety clock', clock);
  const save = useWrite('setSafetyClock', {
    renews: ['getSafetyClock', 'getDuty', 'getSafetyEvent', 'listSafetyEventsOf'],
    onDone: () => {
      form.drop();
      tell(text('saved'));
    },
  });
  const chosen = form.values;
  const isSafe = isSafeClock(chosen);
  return (
    <>
      {SAFETY_URGENCIES.map((urgency) => (
        <Panel key={urgency} title={t(`urgency.${urgency}`)}>
          <div className={styles.fields}>
            {STEPS.map((step) => (
              <NativeSelect
                key={step}
                label={text(`clock.${step}`)}
                description={step === 'coordinator' ? text('clock.deadline') : undefined}
                data={choicesOf(urgency, clock[urgency][step]).map((minutes) => ({
                  value: String(minutes),
                  label: spanOf(minutes),
                }))}
                value={String(chosen[urgency][step])}
                onChange={(event) =>
                  form.set(urgency, {
                    ...chosen[urgency],
                    [step]: Number(event.currentTarget.value),
                  })
                }
              />
            ))}
          </div>
        </Panel>
      ))}
      <Panel>
        <div className={styles.fields}>
          <p className={styles.quiet}>{text('clock.open')}</p>
          {!isSafe && <Notice kind="warning">{text('clock.order')}</Notice>}
          {save.isError && <Notice kind="refusal">{errorText(save.error)}</Notice>}
          <div>
            <Button
              disabled={!form.isTouched || !isSafe}
              loading={save.isPending}
              onClick={() => save.mutate({ basedOn: version, clock: chosen })}
            >
              {text('save')}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  );
}
