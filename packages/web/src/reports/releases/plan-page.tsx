import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { AskForRelease } from './ask-for-release.tsx';
import { PlanChoices } from './plan-choices.tsx';
import { draftOf, EMPTY_PLAN, planOf } from './plan-form.ts';
import styles from './plan-page.module.css';
import { PreviewPanel } from './preview-panel.tsx';
import { usePreview } from './use-preview.ts';

/** What a report shall tell, of whom and to whom, with the report beside it; kept in this tab until a release is asked for. */
export function PlanPage() {
  const text = useText('releases');
  const navigate = useNavigate();
  const tell = useToast();
  const { language: own } = useLanguage();
  const [language, setLanguage] = useState(own);
  const form = useKeptForm('release.plan', EMPTY_PLAN, 'tab');
  const plan = planOf(form.values);
  const preview = usePreview(plan, language);
  const prepare = useWrite('prepareRelease', {
    renews: ['listReleases'],
    onDone(answer) {
      if (answer.kind !== 'prepared') return;
      form.drop();
      tell(text('ask.done'));
      void navigate({ to: '/releases/$releaseId', params: { releaseId: answer.release.id } });
    },
  });
  const sections = preview.last?.report.wave.id === plan?.waveId ? preview.last?.sections : null;
  // A refusal holds for the plan that was sent, not for what was changed since.
  const isOfThisPlan = JSON.stringify(prepare.variables?.plan) === JSON.stringify(plan);
  const refused = isOfThisPlan && prepare.data?.kind === 'refused' ? prepare.data : null;
  return (
    <Page
      title={text('plan.title')}
      intro={text('plan.intro')}
      back={{ to: '/releases', label: text('list.title') }}
      isWide
    >
      <div className={styles.halves}>
        <div className={styles.choices}>
          <PlanChoices
            form={form}
            sections={sections ?? null}
            language={language}
            onLanguage={setLanguage}
          />
        </div>
        <div className={styles.preview}>
          <PreviewPanel
            plan={plan}
            preview={preview}
            refused={refused}
            sections={sections ?? []}
            onInstead={(instead) => {
              prepare.reset();
              form.change(draftOf(instead));
            }}
          >
            {plan && (
              <AskForRelease
                audience={plan.audience}
                isBusy={prepare.isPending}
                error={prepare.error}
                onLeave={() => prepare.reset()}
                onAsk={(reason) => prepare.mutateAsync({ plan, reason, language: own })}
              />
            )}
          </PreviewPanel>
        </div>
      </div>
    </Page>
  );
}
