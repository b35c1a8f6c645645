import type { ReportRelease } from '@tirek/domain/reports';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { DecisionButtons } from '../decision-buttons.tsx';
import styles from './release-page.module.css';

/** The report below goes out as it is, or does not. */
export function ReleaseDecision({ release }: { release: ReportRelease }) {
  const text = useText('releases');
  const tell = useToast();
  const decide = useWrite('decideRelease', {
    renews: ['getRelease', 'listReleases', 'listPublicReleases'],
    onDone: ({ decision }) =>
      tell(
        decision?.number ? text('approve.done', { number: decision.number }) : text('refuse.done'),
      ),
  });
  const { id: releaseId, audience, preparedByName: name } = release;
  return (
    <DecisionButtons
      className={styles.buttons}
      approve={{
        go: text('approve.go'),
        title: text('approve.title'),
        words: text(`approve.words.${audience}`),
      }}
      refuse={{
        go: text('refuse.go'),
        title: text('refuse.title'),
        words: text('refuse.words', { name }),
      }}
      write={decide}
      onDecide={(decision) => decide.mutateAsync({ releaseId, ...decision })}
    />
  );
}
