import { Button, VisuallyHidden } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMay } from '../access/index.ts';
import { useClient } from '../api/client.ts';
import { useAct } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import styles from './people.module.css';
import { PersonCards } from './person-cards.tsx';
import { PersonFields } from './person-fields.tsx';
import { RegistrationForm } from './registration-form.tsx';
import { NOBODY, queryOf } from './typed-person.ts';

/** Search first; only a search that did not find her unlocks the form. */
export function RegisterPage() {
  const text = useText('people');
  const errorText = useErrorText();
  const { api } = useClient();
  const may = useMay();
  const { familyId = null } = useParams({ strict: false }) as { familyId?: string };
  const form = useKeptForm(`register ${familyId ?? 'new'}`, NOBODY);
  const [unlockedBy, setUnlockedBy] = useState<string | null>(null);
  const search = useAct('searchPeople');
  const query = queryOf(form.values);
  const cards = search.data?.cards;
  const searchId = search.variables?.id ?? '';
  // What was found answers what was asked: as soon as something else is typed, it is gone.
  const isAnswered =
    cards !== undefined && JSON.stringify(query) === JSON.stringify(search.variables?.query);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUnlockedBy(null);
    if (query) search.mutate({ id: api.newId(), query });
  };
  const title = familyId
    ? 'register.member'
    : may('person.register')
      ? 'register.title'
      : 'families.search';
  const isUnlocked = unlockedBy !== null && unlockedBy === searchId;
  return (
    <Page
      title={text(title)}
      intro={text('register.intro')}
      back={{ to: '/families', label: text('families.title') }}
    >
      {!isUnlocked && (
        <form onSubmit={submit} className={styles.form}>
          <Panel title={text('search.title')}>
            <PersonFields value={form.values} onChange={form.change} />
            {search.isError && <Notice kind="refusal">{errorText(search.error)}</Notice>}
            <Button
              type="submit"
              size="md"
              mt="lg"
              variant={isAnswered ? 'default' : 'filled'}
              loading={search.isPending}
              disabled={!query}
            >
              {text('search.go')}
            </Button>
          </Panel>
        </form>
      )}
      <VisuallyHidden role="status">
        {isAnswered && text(cards.length > 0 ? 'search.found' : 'search.none')}
      </VisuallyHidden>
      {!isUnlocked && isAnswered && (
        <Panel
          title={text(cards.length > 0 ? 'search.found' : 'search.none')}
          note={text(cards.length > 0 ? 'search.foundNote' : 'search.noneNote')}
        >
          <PersonCards cards={cards} searchId={searchId} />
          {may('person.register') && (
            <Button mt="md" size="md" onClick={() => setUnlockedBy(searchId)}>
              {text(cards.length > 0 ? 'search.noneOfThese' : 'search.register')}
            </Button>
          )}
        </Panel>
      )}
      {isUnlocked && (
        <>
          <RegistrationForm
            searchId={searchId}
            value={form.values}
            onChange={form.change}
            familyId={familyId}
            onDone={() => form.drop()}
          />
          <Button variant="default" mt="md" onClick={() => setUnlockedBy(null)}>
            {text('search.back')}
          </Button>
        </>
      )}
    </Page>
  );
}
