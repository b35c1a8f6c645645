import { Button } from '@mantine/core';
import type { AnalysisPlan, PreviewOutcome } from '@tirek/domain/reports';
import { useText } from '../../text/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { planChange } from './plan-change.ts';
import styles from './plan-page.module.css';

export type RefusedPlan = Extract<PreviewOutcome, { kind: 'refused' }>;

interface PlanRefusalNoticeProps {
  readonly plan: AnalysisPlan;
  readonly refusal: RefusedPlan;
  readonly sections: ReadonlyArray<{ readonly id: string; readonly title: string }>;
  readonly onInstead: (plan: AnalysisPlan) => void;
}

/** Why a plan gives no report, and the smallest change with which it would: one tap makes it. */
export function PlanRefusalNotice({ plan, refusal, sections, onInstead }: PlanRefusalNoticeProps) {
  const text = useText('releases');
  const { code, release, instead } = refusal;
  const change =
    instead &&
    planChange(
      plan,
      instead,
      sections.map(({ id }) => id),
    );
  const titles = (ids: readonly string[]) =>
    ids.map((id) => sections.find((section) => section.id === id)?.title ?? id).join('; ');
  return (
    <Notice kind="refusal" title={text('refusal.title')}>
      <p>{text(`refusal.${code}`, { release: release ?? 0 })}</p>
      {instead && change ? (
        <>
          {change.kind === 'without-sections' && (
            <p className={styles.note}>
              {text('instead.without', { sections: titles(change.sections) })}
            </p>
          )}
          {change.kind === 'without-tables' && (
            <p className={styles.note}>
              {text('instead.withoutTables', {
                tables: change.tables.map((id) => refusal.titles[id] ?? id).join('; '),
              })}
            </p>
          )}
          <Button onClick={() => onInstead(instead)}>
            {text(`instead.${change.kind}`, { release: release ?? 0 })}
          </Button>
        </>
      ) : (
        <p className={styles.note}>{text('refusal.noChange')}</p>
      )}
    </Notice>
  );
}
