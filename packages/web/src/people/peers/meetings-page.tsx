import { Button } from '@mantine/core';
import type { OwnPeerMatch, PeerWord } from '@tirek/domain/people/peers';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './peers.module.css';
import { useTermFacts } from './use-term-facts.ts';
import { WordDialog } from './word-dialog.tsx';

/** The page of a peer provider: whom she meets, by a first name, and what was agreed. */
export function MeetingsPage() {
  const text = useText('peers');
  const list = useRead('listOwnPeerMatches', {});
  const [saying, setSaying] = useState<{ match: OwnPeerMatch; word: PeerWord } | null>(null);
  const { today = '', matches = [] } = list.data ?? {};
  return (
    <Page title={text('title')} intro={text('intro')} isNarrow>
      {list.isPending && <LoadingState lines={6} />}
      {list.isError && <ErrorState error={list.error} onRetry={list.refetch} />}
      {list.data && matches.length === 0 && (
        <Panel>
          <EmptyState icon="people" title={text('none')}>
            {text('noneWords')}
          </EmptyState>
        </Panel>
      )}
      {matches.map((match) => (
        <MatchPanel key={match.id} match={match} onSay={(word) => setSaying({ match, word })} />
      ))}
      {saying && <WordDialog {...saying} today={today} onClose={() => setSaying(null)} />}
    </Page>
  );
}

function MatchPanel({
  match: { standing, given, terms, colleague, last },
  onSay,
}: {
  match: OwnPeerMatch;
  onSay: (word: PeerWord) => void;
}) {
  const text = useText('peers');
  const format = useFormat();
  const termFacts = useTermFacts();
  const isNew = standing === 'proposed';
  return (
    <Panel title={isNew ? text('proposal') : given || text('unnamed')}>
      {isNew && <p className={styles.quiet}>{text('proposalWords')}</p>}
      <Facts
        facts={[
          ...termFacts(terms),
          [
            text('call'),
            colleague ? text('callPerson', { name: colleague }) : text('callCentre'),
          ] as const,
          ...(last
            ? [[text('last'), `${text(`say.${last.word}`)}, ${format.date(last.saidOn)}`] as const]
            : []),
        ]}
      />
      <div className={styles.words}>
        {isNew ? (
          <>
            <Button onClick={() => onSay('accepted')}>{text('say.accepted')}</Button>
            <Button variant="default" onClick={() => onSay('declined')}>
              {text('say.declined')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => onSay('met')}>{text('say.met')}</Button>
            <Button variant="default" onClick={() => onSay('not-met')}>
              {text('say.not-met')}
            </Button>
            <Button color="red" onClick={() => onSay('worried')}>
              {text('say.worried')}
            </Button>
            <Button variant="subtle" onClick={() => onSay('ended')}>
              {text('say.ended')}
            </Button>
          </>
        )}
      </div>
    </Panel>
  );
}
