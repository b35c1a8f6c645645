import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import {
  DOCUMENT_KINDS,
  Identity,
  type IdentityVersion,
  NAME_KINDS,
  type PersonName,
} from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import type { FormEvent } from 'react';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { BirthFields, birthOf, type TypedBirth, typedBirth } from './birth-fields.tsx';
import { IdentityFacts } from './identity-facts.tsx';
import styles from './people.module.css';

interface TypedIdentity {
  /** The version that was there when somebody began to type. */
  readonly basedOn: number;
  readonly names: readonly PersonName[];
  readonly birth: TypedBirth;
  readonly phones: string;
  readonly documents: Identity['documents'];
}

interface IdentityFormProps {
  readonly personId: string;
  readonly newest: IdentityVersion;
  readonly onClose: () => void;
}

/**
 * A change of who somebody is. When a colleague was faster, both versions stand side by side and the one who types decides.
 */
export function IdentityForm({ personId, newest, onClose }: IdentityFormProps) {
  const text = useText('people');
  const errorText = useErrorText();
  const tell = useToast();
  const form = useKeptForm<TypedIdentity>(`identity ${personId}`, () => typed(newest));
  const person = useRead('getPerson', { personId });
  const change = useWrite('changeIdentity', {
    renews: ['getPerson', 'listFamilies', 'getFamily'],
    onDone: () => {
      form.drop();
      tell(text('identity.done'));
      onClose();
    },
  });
  const { values } = form;
  const identity = identityOf(values);
  const isClash = values.basedOn !== newest.version;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!identity) return;
    change.mutate(
      { personId, basedOn: values.basedOn, identity },
      { onError: (error) => void (isChangedMeanwhile(error) && person.refetch()) },
    );
  };
  const setName = (at: number, name: Partial<PersonName>) =>
    form.set(
      'names',
      values.names.map((each, place) => (place === at ? { ...each, ...name } : each)),
    );
  const setDocument = (at: number, document: Partial<Identity['documents'][number]>) =>
    form.set(
      'documents',
      values.documents.map((each, place) => (place === at ? { ...each, ...document } : each)),
    );
  return (
    <form onSubmit={submit} className={styles.form}>
      <Panel title={text('identity.change')} note={text('identity.changeNote')}>
        <div className={styles.stack}>
          {values.names.map((name, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name has nothing else that stays
            <fieldset key={at} className={styles.fields}>
              <legend>{text('name', { number: at + 1 })}</legend>
              <div className={styles.stack}>
                <Select
                  label={text('name.kind')}
                  data={NAME_KINDS.map((kind) => ({ value: kind, label: text(`name.${kind}`) }))}
                  value={name.kind}
                  onChange={(kind) => kind && setName(at, { kind })}
                  allowDeselect={false}
                />
                <div className={styles.three}>
                  {(['family', 'given', 'patronymic'] as const).map((part) => (
                    <TextInput
                      key={part}
                      label={text(part)}
                      value={name[part]}
                      onChange={(event) => setName(at, { [part]: event.currentTarget.value })}
                      maxLength={80}
                      autoComplete="off"
                      spellCheck={false}
                    />
                  ))}
                </div>
                {at > 0 && (
                  <Button
                    variant="subtle"
                    color="red"
                    size="sm"
                    className={styles.remove ?? ''}
                    onClick={() =>
                      form.set(
                        'names',
                        values.names.filter((_, place) => place !== at),
                      )
                    }
                  >
                    {text('name.remove', { number: at + 1 })}
                  </Button>
                )}
              </div>
            </fieldset>
          ))}
          {values.names.length < 6 && (
            <div>
              <Button
                variant="default"
                size="sm"
                onClick={() => form.set('names', [...values.names, NEW_NAME])}
              >
                {text('name.add')}
              </Button>
            </div>
          )}
          <BirthFields value={values.birth} onChange={(birth) => form.set('birth', birth)} />
          <TextInput
            label={text('phones')}
            description={text('phones.help')}
            value={values.phones}
            onChange={(event) => form.set('phones', event.currentTarget.value)}
            autoComplete="off"
          />
          {values.documents.map((document, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a document has nothing else that stays
            <Group key={at} gap="sm" align="end" wrap="wrap">
              <Select
                label={text('documentKind')}
                data={DOCUMENT_KINDS.map((kind) => ({
                  value: kind,
                  label: text(`document.${kind}`),
                }))}
                value={document.kind}
                onChange={(kind) => kind && setDocument(at, { kind })}
                allowDeselect={false}
              />
              <TextInput
                label={text('documentNumber')}
                value={document.number}
                onChange={(event) => setDocument(at, { number: event.currentTarget.value })}
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
              />
              <ActionIcon
                variant="subtle"
                color="red"
                size="lg"
                aria-label={text('document.remove', { number: at + 1 })}
                onClick={() =>
                  form.set(
                    'documents',
                    values.documents.filter((_, place) => place !== at),
                  )
                }
              >
                <Icon name="close" size={18} />
              </ActionIcon>
            </Group>
          ))}
          <div>
            <Button
              variant="default"
              size="sm"
              onClick={() => form.set('documents', [...values.documents, NEW_DOCUMENT])}
            >
              {text('document.add')}
            </Button>
          </div>
          {change.isError && !isClash && <Notice kind="refusal">{errorText(change.error)}</Notice>}
          {isClash && (
            <Notice kind="warning" title={text('identity.clash')}>
              <IdentityFacts identity={newest.identity} />
              <Button
                variant="default"
                size="sm"
                onClick={() => form.set('basedOn', newest.version)}
              >
                {text('identity.clashMine')}
              </Button>
              <Button
                variant="default"
                size="sm"
                ml="sm"
                onClick={() => {
                  form.drop();
                  onClose();
                }}
              >
                {text('identity.clashTheirs')}
              </Button>
            </Notice>
          )}
          <Group gap="sm">
            <Button type="submit" loading={change.isPending} disabled={!identity || isClash}>
              {text('identity.save')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                form.drop();
                onClose();
              }}
            >
              {text('identity.leave')}
            </Button>
          </Group>
        </div>
      </Panel>
    </form>
  );
}

const NEW_NAME: PersonName = { kind: 'document', family: '', given: '', patronymic: '' };
const NEW_DOCUMENT: Identity['documents'][number] = { kind: 'identity-card', number: '' };

const isChangedMeanwhile = (error: unknown) =>
  error instanceof Problem && error.code === 'changed-meanwhile';

const typed = ({ version, identity }: IdentityVersion): TypedIdentity => {
  const { names, birth, phones, documents } = identity;
  return {
    basedOn: version,
    names,
    birth: typedBirth(birth),
    phones: phones.join(', '),
    documents,
  };
};

/** Null while something is missing or wrong. */
function identityOf({ names, birth, phones, documents }: TypedIdentity): Identity | null {
  const known = birthOf(birth);
  if (known === 'wrong') return null;
  const read = Identity.safeParse({
    names,
    birth: known,
    phones: phones
      .split(/[,;]/)
      .map((phone) => phone.trim())
      .filter(Boolean),
    documents: documents.filter(({ number }) => number.trim() !== ''),
  });
  return read.success ? read.data : null;
}
