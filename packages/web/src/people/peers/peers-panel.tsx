import { Button } from '@mantine/core';
import type { Person } from '@tirek/domain/people';
import { isOpenMatch, type PeerMatch } from '@tirek/domain/people/peers';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { EndMatchDialog, MatchDialog } from './match-dialog.tsx';
import styles from './peers.module.css';
import { usePeerWords } from './use-peer-words.ts';
import { useTermFacts } from './use-term-facts.ts';

const TONES = { proposed: 'waiting', accepted: 'going', declined: 'over', ended: 'over' } as const;

/** Whether a woman meets a peer provider, what the two agreed on, and what the other one said. */
export function PeersPanel({ person }: { person: Pick<Person, 'id' | 'sex'> }) {
  const text = useText('peers');
  const may = useMay();
  const isOpen = may('peer-match.read') && person.sex !== 'male';
  const answer = useRead('listPeerMatches', { personId: person.id }, { isWanted: isOpen });
  const [doing, setDoing] = useState<'propose' | 'change' | 'end' | null>(null);
  if (!isOpen) return null;
  const { today = '', matches = [], peers = [] } = answer.data ?? {};
  const open = matches.find(({ standing }) => isOpenMatch(standing)) ?? null;
  const agreed = peers.filter(({ isAgreed }) => isAgreed);
  const mayPropose = may('peer-match.propose');
  const close = () => setDoing(null);
  return (
    <Panel
      title={text('panel')}
      note={text('panel.note')}
      actions={
        mayPropose &&
        !open &&
        agreed.length > 0 && (
          <Button variant="default" size="sm" onClick={() => setDoing('propose')}>
            {text('panel.propose')}
          </Button>
        )
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {matches.map((match) => (
        <Worries key={match.id} personId={person.id} match={match} mayAnswer={mayPropose} />
      ))}
      {matches.map((match) => (
        <MatchLine key={match.id} match={match} />
      ))}
      {open && mayPropose && (
        <div className={styles.words}>
          {open.isAgreed && (
            <Button variant="default" size="compact-sm" onClick={() => setDoing('change')}>
              {text('panel.change')}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" onClick={() => setDoing('end')}>
            {text('panel.end')}
          </Button>
        </div>
      )}
      {answer.data && matches.length === 0 && <p>{text('panel.none')}</p>}
      {answer.data && mayPropose && !open && agreed.length === 0 && (
        <ToAgree personId={person.id} peers={peers} />
      )}
      {doing === 'propose' && (
        <MatchDialog
          personId={person.id}
          known={null}
          peers={agreed}
          today={today}
          onClose={close}
        />
      )}
      {doing === 'change' && open && (
        <MatchDialog personId={person.id} known={open} peers={[]} today={today} onClose={close} />
      )}
      {doing === 'end' && open && (
        <EndMatchDialog personId={person.id} match={open} onClose={close} />
      )}
    </Panel>
  );
}

function MatchLine({ match: { peer, standing, terms, isAgreed, words } }: { match: PeerMatch }) {
  const text = useText('peers');
  const t = usePeerWords();
  const format = useFormat();
  const termFacts = useTermFacts();
  const isOpen = isOpenMatch(standing);
  const said = words.map(
    ({ word, metOn, saidOn }) => `${format.date(metOn ?? saidOn)}: ${t(`word.${word}`)}`,
  );
  return (
    <div className={styles.match}>
      <div className={styles.head}>
        <h3 className={styles.name}>{peer}</h3>
        <StatusMark tone={TONES[standing]} label={text(`standing.${standing}`)} />
      </div>
      {isOpen && terms && <Facts facts={termFacts(terms)} />}
      {isOpen && !isAgreed && <p className={styles.quiet}>{text('panel.unseen')}</p>}
      {said.length > 0 && (
        <details className={styles.heard}>
          <summary>{t('word')}</summary>
          <ul className={styles.said}>
            {said.toReversed().map((line, at) => (
              <li key={words.at(-1 - at)?.id}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What waits for a call, until somebody says that the call was made. */
function Worries({
  personId,
  match: { peer, words },
  mayAnswer,
}: {
  personId: string;
  match: PeerMatch;
  mayAnswer: boolean;
}) {
  const text = useText('peers');
  const format = useFormat();
  const tell = useToast();
  const write = useWrite('answerPeerWorry', {
    renews: ['listPeerMatches', 'listCases'],
    onDone: () => tell(text('saved')),
  });
  const open = words.filter(({ word, answeredOn }) => word === 'worried' && answeredOn === null);
  return open.map(({ id, saidOn }) => (
    <Notice key={id} kind="warning" isStanding>
      <p>{text('panel.worried', { name: peer, date: format.date(saidOn) })}</p>
      {mayAnswer && (
        <Button
          size="compact-sm"
          loading={write.isPending}
          onClick={() => write.mutate({ personId, wordId: id })}
        >
          {text('panel.called')}
        </Button>
      )}
    </Notice>
  ));
}

/** What has to be agreed to first: that one peer provider, by name, learns her first name. */
function ToAgree({
  personId,
  peers,
}: {
  personId: string;
  peers: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly isReceiver: boolean;
  }>;
}) {
  const text = useText('peers');
  const tell = useToast();
  const write = useWrite('namePeerReceiver', {
    renews: ['listPeerMatches', 'listConsentReceivers'],
    onDone: () => tell(text('saved')),
  });
  if (peers.length === 0) return <p className={styles.quiet}>{text('panel.noPeers')}</p>;
  const named = peers.filter(({ isReceiver }) => isReceiver);
  return (
    <>
      <p className={styles.quiet}>{text('panel.noConsent')}</p>
      <div className={styles.words}>
        {named.length > 0 && (
          <ButtonLink
            variant="default"
            size="compact-sm"
            to="/people/$personId/consents/new"
            params={{ personId }}
          >
            {text('panel.toConsents')}
          </ButtonLink>
        )}
        {peers
          .filter(({ isReceiver }) => !isReceiver)
          .map(({ id, name }) => (
            <Button
              key={id}
              variant="subtle"
              size="compact-sm"
              loading={write.isPending}
              onClick={() => write.mutate({ peerId: id })}
            >
              {text('panel.name', { name })}
            </Button>
          ))}
      </div>
    </>
  );
}
