import type { Paper } from '@tirek/domain/people/papers';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import styles from './papers.module.css';
import { usePaperWords } from './use-paper-words.ts';

/** What was written of a paper before, the newest first. */
export function PaperHistory({ versions, paper }: { versions: readonly Paper[]; paper: Paper }) {
  const text = useText('papers');
  const format = useFormat();
  const { t } = usePaperWords();
  const earlier = versions
    .filter(({ subjectId, version }) => subjectId === paper.subjectId && version < paper.version)
    .toSorted((a, b) => b.version - a.version);
  if (earlier.length === 0) return null;
  return (
    <details className={styles.earlier}>
      <summary>{text('earlier')}</summary>
      <ul>
        {earlier.map(({ version, state, since, actor }) => (
          <li key={version}>
            {text('earlier.one', {
              state: t(`state.${state}`),
              date: format.date(since, 'medium'),
            })}
            {actor && `, ${text('acts', { who: t(`actor.${actor}`) })}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
