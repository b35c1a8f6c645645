import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import {
  calledName,
  fullName,
  type Person,
  type PersonCard,
  type PersonQuery,
} from '@tirek/domain/people';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useAct } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { LookDialog } from '../look-dialog.tsx';
import styles from '../people.module.css';
import { Card } from '../person-cards.tsx';
import { AskPanel } from './ask-panel.tsx';
import { MergeList } from './merge-list.tsx';

/** Looks whether somebody is registered once more, and shows with whom she stands as one already. */
export function SamePage() {
  const text = useText('merging');
  const { personId } = useParams({ from: '/people/$personId/same' });
  const person = useRead('getPerson', { personId });
  const [newest] = person.data?.identities ?? [];
  const name = newest ? fullName(calledName(newest.identity)) : '';
  return (
    <Page
      title={text('same.title')}
      intro={text('same.intro')}
      back={{ to: `/people/${personId}`, label: name || text('same.title') }}
    >
      {person.isPending && <LoadingState />}
      {person.isError && <ErrorState error={person.error} onRetry={person.refetch} />}
      {person.data && <Merged personId={person.data.id} />}
      {person.data && newest && <Search person={person.data} />}
    </Page>
  );
}

function Merged({ personId }: { personId: string }) {
  const text = useText('merging');
  const merges = useRead('listMerges', {});
  const own = (merges.data?.merges ?? []).filter(
    (merge) => merge.personId === personId || merge.otherId === personId,
  );
  if (own.length === 0) return null;
  return (
    <Panel title={text(own.some(({ state }) => state === 'waits') ? 'list.title' : 'list.stands')}>
      <MergeList merges={own} />
    </Panel>
  );
}

function Search({ person }: { person: Person }) {
  const text = useText('merging');
  const errorText = useErrorText();
  const { api } = useClient();
  const search = useAct('searchPeople');
  const [looked, setLooked] = useState<PersonCard | null>(null);
  const [asked, setAsked] = useState<PersonCard | null>(null);
  const cards = search.data?.cards.filter(({ personId }) => personId !== person.id);
  const searchId = search.variables?.id ?? '';
  return (
    <>
      <Button
        size="md"
        my="lg"
        loading={search.isPending}
        onClick={() => search.mutate({ id: api.newId(), query: queryFor(person) })}
      >
        {text('same.look')}
      </Button>
      {search.isError && <Notice kind="refusal">{errorText(search.error)}</Notice>}
      {cards?.length === 0 && (
        <Panel>
          <EmptyState icon="check" title={text('same.none')} />
        </Panel>
      )}
      {cards && cards.length > 0 && (
        <Panel title={text('same.found')}>
          <ul className={styles.cards}>
            {cards.map((card) => (
              <li key={card.personId}>
                <Card
                  card={card}
                  onLook={() => setLooked(card)}
                  toOpen={{
                    to: '/people/$personId/same/$otherId',
                    params: { personId: person.id, otherId: card.personId },
                    label: text('same.compare'),
                  }}
                />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {asked && <AskPanel personId={person.id} card={asked} />}
      {looked && (
        <LookDialog
          card={looked}
          searchId={searchId}
          onClose={() => setLooked(null)}
          onLooked={(reason) => reason === 'same-person' && setAsked(looked)}
        />
      )}
    </>
  );
}

/** Looked for by everything that she is known by today. */
function queryFor({ identities, sex }: Person): PersonQuery {
  const [newest] = identities;
  if (!newest) throw new RangeError('Nobody is looked for without a name.');
  const { family, given, patronymic } = calledName(newest.identity);
  const { birth, phones, documents } = newest.identity;
  return {
    ...{ family, given, patronymic, birth, sex },
    phone: phones[0] ?? null,
    documentNumber: documents[0]?.number ?? null,
  };
}
