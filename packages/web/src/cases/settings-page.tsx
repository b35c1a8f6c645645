import { Button, NativeSelect } from '@mantine/core';
import { ATTENTIONS, CaseSettings, MOST_REVIEW_MONTHS } from '@tirek/domain/cases';
import * as z from 'zod/mini';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { useCaseWords } from './case-shown.ts';
import styles from './cases.module.css';

const PREPARATION_MONTHS = { from: 3, to: 18 } as const;
const SCHOOL_AGES = { from: 5, to: 8 } as const;

const numbers = ({ from, to }: { from: number; to: number }): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** What a programme sets for the support of its families: how often they are reviewed, and how early a return is prepared. */
export function CaseSettingsPage() {
  const text = useText('cases');
  const settings = useRead('getCaseSettings', {});
  return (
    <Page title={text('settings.title')} intro={text('settings.intro')} isNarrow>
      {settings.isPending && <LoadingState />}
      {settings.isError && <ErrorState error={settings.error} onRetry={settings.refetch} />}
      {settings.data && <SettingsForm key={settings.data.version} {...settings.data} />}
    </Page>
  );
}

function SettingsForm({ version, settings }: { version: number; settings: CaseSettings }) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const errorText = useErrorText();
  const tell = useToast();
  const form = useKeptForm<CaseSettings>('case settings', settings);
  const save = useWrite('setCaseSettings', {
    renews: ['getCaseSettings', 'getCase', 'listCases'],
    onDone: () => {
      form.drop();
      tell(text('settings.saved'));
    },
  });
  const { reviewMonths, preparationMonths, schoolAge } = form.values;
  const months = (of: readonly number[]) =>
    of.map((count) => ({ value: String(count), label: text('settings.months', { count }) }));
  return (
    <>
      <Panel title={text('settings.reviews')} note={text('settings.reviewsNote')}>
        <div className={styles.settings}>
          {ATTENTIONS.map((attention) => (
            <NativeSelect
              key={attention}
              label={text('settings.review', { attention: t(`attention.${attention}`) })}
              data={months(numbers({ from: 1, to: MOST_REVIEW_MONTHS }))}
              value={String(reviewMonths[attention])}
              onChange={(event) =>
                form.set('reviewMonths', {
                  ...reviewMonths,
                  [attention]: Number(event.currentTarget.value),
                })
              }
            />
          ))}
        </div>
      </Panel>
      <Panel title={text('settings.calendar')}>
        <div className={styles.settings}>
          <NativeSelect
            label={text('settings.preparation')}
            description={text('settings.preparationHelp')}
            data={months(numbers(PREPARATION_MONTHS))}
            value={String(preparationMonths)}
            onChange={(event) => form.set('preparationMonths', Number(event.currentTarget.value))}
          />
          <NativeSelect
            label={text('settings.school')}
            description={text('settings.schoolHelp')}
            data={numbers(SCHOOL_AGES).map(String)}
            value={String(schoolAge)}
            onChange={(event) => form.set('schoolAge', Number(event.currentTarget.value))}
          />
          {save.isError && <Notice kind="refusal">{errorText(save.error)}</Notice>}
          <div>
            <Button
              disabled={!form.isTouched || !z.safeParse(CaseSettings, form.values).success}
              loading={save.isPending}
              onClick={() => save.mutate({ basedOn: version, settings: form.values })}
            >
              {text('need.save')}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  );
}
