import { Button, Progress } from '@mantine/core';
import type { AnalysisPlan } from '@tirek/domain/reports';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ReportPaper } from '../report-paper.tsx';
import { HiddenNumbers } from './hidden-numbers.tsx';
import styles from './plan-page.module.css';
import { PlanRefusalNotice, type RefusedPlan } from './plan-refusal-notice.tsx';
import type { Preview } from './use-preview.ts';

interface PreviewPanelProps {
  readonly plan: AnalysisPlan | null;
  readonly preview: Preview;
  /** The refusal of the release that was asked for, where that differs from the preview. */
  readonly refused: RefusedPlan | null;
  readonly sections: ReadonlyArray<{ readonly id: string; readonly title: string }>;
  readonly onInstead: (plan: AnalysisPlan) => void;
  /** What one can do with a report that is there. */
  readonly children: ReactNode;
}

/** The report that the choices give, while it is made and when it is there, or why there is none. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { plan, preview, refused, sections, onInstead, children } = props;
  const text = useText('releases');
  const { work, last } = preview;
  const outcome = work.kind === 'told' ? work.outcome : null;
  const refusal = refused ?? (outcome?.kind === 'refused' ? outcome : null);
  const isOfThisWave = last !== null && last.report.wave.id === plan?.waveId;
  return (
    <>
      <Panel title={text('preview.title')}>
        <Announcement words={said(work.kind, refusal !== null)} />
        {work.kind === 'none' && (
          <EmptyState icon="report" title={text('preview.none')}>
            {text(plan === null ? 'preview.noneWords' : 'preview.running')}
          </EmptyState>
        )}
        {work.kind === 'running' && <Running done={work.done} onStop={preview.stop} />}
        {work.kind === 'stopped' && (
          <EmptyState
            icon="clock"
            title={text('preview.stopped')}
            action={
              <Button variant="default" onClick={preview.again}>
                {text('preview.again')}
              </Button>
            }
          >
            {text('preview.stoppedWords')}
          </EmptyState>
        )}
        {work.kind === 'failed' && <ErrorState error={work.error} onRetry={preview.again} />}
        {plan && refusal && (
          <PlanRefusalNotice
            plan={plan}
            refusal={refusal}
            sections={sections}
            onInstead={onInstead}
          />
        )}
        {outcome?.kind === 'report' && !refusal && (
          <div className={styles.ready}>
            <HiddenNumbers
              audience={outcome.report.audience}
              cells={outcome.cells}
              hidden={outcome.hidden}
            />
            {children}
          </div>
        )}
      </Panel>
      {isOfThisWave && work.kind !== 'none' && !refusal && (
        <div className={outcome ? undefined : styles.old} aria-hidden={!outcome} inert={!outcome}>
          <ReportPaper report={last.report} level={2} />
        </div>
      )}
    </>
  );
}

function Running({ done, onStop }: { done: number; onStop: () => void }) {
  const text = useText('releases');
  const format = useFormat();
  return (
    <div className={styles.running}>
      <div className={styles.progress}>
        <Progress value={100 * done} aria-label={text('preview.running')} size="lg" animated />
        <p className={styles.note}>
          {text('preview.done', { percent: format.percent(100 * done, 0) })}
        </p>
      </div>
      <Button variant="default" onClick={onStop}>
        {text('preview.stop')}
      </Button>
    </div>
  );
}

type Said = 'preview.running' | 'preview.ready' | 'preview.refused' | 'preview.stopped' | null;

function said(kind: Preview['work']['kind'], isRefused: boolean): Said {
  if (isRefused) return 'preview.refused';
  if (kind === 'running') return 'preview.running';
  if (kind === 'told') return 'preview.ready';
  return kind === 'stopped' ? 'preview.stopped' : null;
}

/** For those who do not see the bar: that it began and that it ended, not each step. */
function Announcement({ words }: { words: Said }) {
  const text = useText('releases');
  const place = useRef<HTMLParagraphElement>(null);
  const sentence = words ? text(words) : '';
  useEffect(() => {
    if (place.current) place.current.textContent = sentence;
  }, [sentence]);
  return <p ref={place} role="status" className={styles.quiet} />;
}
