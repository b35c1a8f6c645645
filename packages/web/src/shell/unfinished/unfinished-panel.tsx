import { useDrafts } from '../../offline/use-drafts.ts';
import { useText } from '../../text/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './unfinished.module.css';
import { UnfinishedList } from './unfinished-list.tsx';

/** On the first page: what she typed and has not sent. Nothing where there is nothing. */
export function UnfinishedPanel() {
  const text = useText('offline');
  const drafts = useDrafts();
  if (drafts.length === 0) return null;
  return (
    <div className={styles.panel}>
      <Panel title={text('draft.title')} note={text('draft.note')}>
        <UnfinishedList drafts={drafts} />
      </Panel>
    </div>
  );
}
