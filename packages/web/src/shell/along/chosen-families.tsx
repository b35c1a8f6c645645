import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { MOST_FAMILIES_ALONG } from '@tirek/domain/offline';
import { type Family, fullName } from '@tirek/domain/people';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './along.module.css';

/** What a family and a person in it take on the wire, about; measured by `bench/offline`. */
const BYTES_A_FAMILY = 1200;
const BYTES_A_PERSON = 900;

const sizeOf = ({ members }: Family) => BYTES_A_FAMILY + BYTES_A_PERSON * members.length;

interface ChosenFamiliesProps {
  readonly chosen: readonly string[];
  readonly confirm: string;
  readonly canConfirm?: boolean;
  readonly onChosen: (families: readonly string[]) => Promise<void>;
}

/** Which families come along, with how much that is before it begins. */
export function ChosenFamilies({
  chosen,
  confirm,
  canConfirm = true,
  onChosen,
}: ChosenFamiliesProps) {
  const text = useText('offline');
  const people = useText('people');
  const format = useFormat();
  const errorText = useErrorText();
  const families = useRead('listFamilies', {});
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen));
  const save = useMutation({
    mutationFn: () => onChosen(own.map(({ id }) => id).filter((id) => ticked.has(id))),
    networkMode: 'always',
  });
  const own = (families.data?.families ?? []).filter(({ isOwn }) => isOwn);
  const wanted = own.filter(({ id }) => ticked.has(id));
  const bytes = wanted.reduce((sum, family) => sum + sizeOf(family), 0);
  const isAll = own.length > 0 && wanted.length === own.length;
  const tick = (id: string, isTicked: boolean) =>
    setTicked(new Set(isTicked ? [...ticked, id] : [...ticked].filter((each) => each !== id)));
  return (
    <Panel title={text('choose.title')} note={text('choose.note')}>
      {families.isPending && <LoadingState />}
      {families.isError && <ErrorState error={families.error} onRetry={families.refetch} />}
      {families.data && own.length === 0 && (
        <EmptyState icon="family" title={text('choose.none')} />
      )}
      {own.length > 0 && (
        <>
          <Checkbox
            label={text('choose.all')}
            checked={isAll}
            indeterminate={!isAll && wanted.length > 0}
            onChange={(event) =>
              setTicked(new Set(event.currentTarget.checked ? own.map(({ id }) => id) : []))
            }
          />
          <ul className={styles.families}>
            {own.map((family) => (
              <li key={family.id}>
                <Checkbox
                  label={nameOf(family) || people('families.unnamed')}
                  checked={ticked.has(family.id)}
                  onChange={(event) => tick(family.id, event.currentTarget.checked)}
                />
              </li>
            ))}
          </ul>
          <p className={styles.size} role="status">
            {text('choose.size', { count: wanted.length, size: format.bytes(bytes) })}
          </p>
          {wanted.length > MOST_FAMILIES_ALONG && (
            <Notice kind="warning">{text('choose.most', { most: MOST_FAMILIES_ALONG })}</Notice>
          )}
          {save.isError && <Notice kind="refusal">{errorText(save.error)}</Notice>}
          <Button
            size="md"
            loading={save.isPending}
            disabled={!canConfirm || wanted.length > MOST_FAMILIES_ALONG}
            onClick={() => save.mutate()}
          >
            {confirm}
          </Button>
        </>
      )}
    </Panel>
  );
}

/** Its people, so that two families of one name are told apart. */
const nameOf = ({ members }: Family): string =>
  members.flatMap(({ name }) => (name ? [fullName(name)] : [])).join(', ');
