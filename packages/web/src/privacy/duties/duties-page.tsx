import type { Duty, DutyKind } from '@tirek/domain/privacy/duties';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './duties.module.css';
import { PrivacySettingsPanel } from './privacy-settings-panel.tsx';

/** Where each kind is decided. */
const PLACES = {
  emergency: '/emergencies',
  breach: '/breaches',
  copy: '/own-copies',
  demand: '/demands',
  extract: '/extracts',
  erasure: '/erasures',
  renewal: '/retention',
  export: '/exports',
  release: '/releases',
} as const satisfies Record<DutyKind, string>;

/** Everything about people's data that waits for a word of the reader, on one page. */
export function DutiesPage() {
  const text = useText('duties');
  const may = useMay();
  const read = useRead('listDuties', {});
  return (
    <Page title={text('title')} intro={text('intro')} isNarrow>
      <Panel>
        {read.isPending && <LoadingState />}
        {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
        {read.data?.duties.length === 0 && <EmptyState icon="check" title={text('none')} />}
        <ul className={styles.list}>
          {(read.data?.duties ?? []).map((duty) => (
            <DutyItem key={duty.kind} duty={duty} />
          ))}
        </ul>
      </Panel>
      {may('privacy.settings') && <PrivacySettingsPanel />}
    </Page>
  );
}

function DutyItem({ duty }: { duty: Duty }) {
  const text = useText('duties');
  const format = useFormat();
  const { kind, waiting, overdue, nearest } = duty;
  return (
    <li className={styles.duty}>
      <div>
        <h3 className={styles.name}>{text(`kind.${kind}`)}</h3>
        <p className={styles.words}>
          {text('waiting', { count: waiting })}
          {nearest && `. ${text('nearest', { date: format.date(nearest) })}`}
        </p>
        {overdue > 0 && <p className={styles.overdue}>{text('overdue', { count: overdue })}</p>}
      </div>
      <ButtonLink variant="default" to={PLACES[kind]}>
        {text('open')}
      </ButtonLink>
    </li>
  );
}
