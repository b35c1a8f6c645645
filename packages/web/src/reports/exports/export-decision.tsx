import type { WaveExport } from '@tirek/domain/reports';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { DecisionButtons } from '../decision-buttons.tsx';
import styles from './exports-page.module.css';

/** Exact answers are given out, or not. */
export function ExportDecision({ request }: { request: WaveExport }) {
  const text = useText('exports');
  const tell = useToast();
  const decide = useWrite('decideExport', {
    renews: ['listExports'],
    onDone: ({ decision }) =>
      tell(text(decision?.kind === 'approved' ? 'approve.done' : 'refuse.done')),
  });
  const { id: exportId, requestedByName: name, k } = request;
  return (
    <DecisionButtons
      className={styles.buttons}
      approve={{
        go: text('approve.go'),
        title: text('approve.title'),
        words: k > 1 ? text('approve.words', { name, k }) : text('approve.wordsExact', { name }),
      }}
      refuse={{
        go: text('refuse.go'),
        title: text('refuse.title'),
        words: text('refuse.words', { name }),
      }}
      write={decide}
      onDecide={(decision) => decide.mutateAsync({ exportId, ...decision })}
    />
  );
}
