import { Button, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { DOCUMENT_KINDS, type DocumentNumber } from '@tirek/domain/people';
import type { FormEvent } from 'react';
import { useClient } from '../api/client.ts';
import { useWrite } from '../api/use-write.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { LanguagesInput } from './languages-input.tsx';
import styles from './people.module.css';
import { PersonFields } from './person-fields.tsx';
import { identityOf, queryOf, type TypedPerson } from './typed-person.ts';

/** What a registration asks beyond what was searched for. */
interface Rest {
  readonly ids: { readonly family: string; readonly residence: string };
  readonly documentKind: DocumentNumber['kind'];
  readonly languages: readonly string[];
  readonly region: string | null;
}

interface RegistrationFormProps {
  readonly searchId: string;
  readonly value: TypedPerson;
  readonly onChange: (value: TypedPerson) => void;
  /** The family that she joins; null for a new one. */
  readonly familyId: string | null;
  readonly onDone: () => void;
}

/** Unlocked by a search that did not find her. The names stay those that were searched for, however they are spelt. */
export function RegistrationForm(props: RegistrationFormProps) {
  const { searchId, value, familyId } = props;
  const text = useText('people');
  const errorText = useErrorText();
  const tell = useToast();
  const navigate = useNavigate();
  const { api } = useClient();
  const { regions } = useRegionNames();
  const rest = useKeptForm<Rest>(`registration ${familyId ?? 'new'}`, () => ({
    ids: { family: api.newId(), residence: api.newId() },
    documentKind: 'personal-number',
    languages: [],
    region: null,
  }));
  const { ids, documentKind, languages, region } = rest.values;
  const register = useWrite('registerPerson', {
    renews: ['listFamilies', 'getFamily', 'getPerson'],
    onDone: ({ personId }) => {
      rest.drop();
      props.onDone();
      tell(text('register.done'));
      void navigate({ to: '/people/$personId', params: { personId } });
    },
  });
  const query = queryOf(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!query) return;
    register.mutate({
      searchId,
      family: familyId ? { kind: 'held', id: familyId } : { kind: 'new', id: ids.family },
      memberFrom: null,
      sex: query.sex,
      identity: identityOf(query, documentKind),
      languages: [...languages],
      residence: region ? { id: ids.residence, region, from: null } : null,
    });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <Panel title={text('register.form')} note={text('register.formNote')}>
        <div className={styles.stack}>
          <PersonFields value={value} onChange={props.onChange} />
          {value.documentNumber.trim() !== '' && (
            <Select
              label={text('documentKind')}
              data={DOCUMENT_KINDS.map((kind) => ({
                value: kind,
                label: text(`document.${kind}`),
              }))}
              value={documentKind}
              onChange={(kind) => kind && rest.set('documentKind', kind)}
              allowDeselect={false}
            />
          )}
          <LanguagesInput value={languages} onChange={(chosen) => rest.set('languages', chosen)} />
          <Select
            label={text('region')}
            description={text('region.help')}
            data={regions.map(({ code, name }) => ({ value: code, label: name }))}
            value={region}
            onChange={(chosen) => rest.set('region', chosen)}
            placeholder={text('region.choose')}
            searchable
            clearable
            nothingFoundMessage={text('region.none')}
          />
          {register.isError && <Notice kind="refusal">{errorText(register.error)}</Notice>}
          <div>
            <Button type="submit" size="md" loading={register.isPending} disabled={!query}>
              {text('register.go')}
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
