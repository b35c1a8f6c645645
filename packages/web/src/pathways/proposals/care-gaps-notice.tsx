import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './proposals.module.css';

/** On the working day's page: what of care waits for the reader; nothing where nothing does. */
export function CareGapsNotice() {
  const text = useText('steps');
  const may = useMay();
  const read = useRead('listCareGaps', {}, { isWanted: may('step.read') });
  if (!read.data) return null;
  const { unevaluated, unassigned } = read.data;
  const waiting = read.data.waiting.filter(({ isForMe }) => isForMe);
  const late = waiting.filter(({ isOverdue }) => isOverdue).length;
  const missing = [
    ...(unevaluated.length > 0 ? [text('today.unevaluated', { count: unevaluated.length })] : []),
    ...(unassigned.length > 0 ? [text('today.unassigned', { count: unassigned.length })] : []),
  ];
  if (waiting.length === 0 && missing.length === 0) return null;
  return (
    <Panel
      title={text('title')}
      actions={
        <ButtonLink to="/care-gaps" variant="default" size="compact-sm">
          {text('today.look')}
        </ButtonLink>
      }
    >
      {waiting.length > 0 && <p>{text('today', { count: waiting.length })}</p>}
      {late > 0 && <p className={styles.late}>{text('today.late', { count: late })}</p>}
      {missing.map((each) => (
        <p key={each}>{each}</p>
      ))}
    </Panel>
  );
}
