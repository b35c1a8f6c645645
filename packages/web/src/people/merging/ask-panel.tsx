import { Button } from '@mantine/core';
import type { PersonCard } from '@tirek/domain/people';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { cardName } from '../card-name.ts';
import { READS_OF_MERGED } from './reads-of-merged.ts';

/** Somebody whom another centre holds was looked at: whether the two are one, a supervisor decides. */
export function AskPanel({ personId, card }: { personId: string; card: PersonCard }) {
  const text = useText('merging');
  const errorText = useErrorText();
  const ask = useWrite('askMerge', { renews: READS_OF_MERGED });
  return (
    <Panel title={cardName(card)}>
      {ask.data ? (
        <Notice kind="success">{text('same.asked')}</Notice>
      ) : (
        <>
          <p>{text('same.askWords')}</p>
          {ask.isError && <Notice kind="refusal">{errorText(ask.error)}</Notice>}
          <Button
            loading={ask.isPending}
            onClick={() => ask.mutate({ personId, otherId: card.personId, confirmed: [] })}
          >
            {text('same.ask')}
          </Button>
        </>
      )}
    </Panel>
  );
}
