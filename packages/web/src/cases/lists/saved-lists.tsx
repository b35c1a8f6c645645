import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { ListFilter } from '@tirek/domain/cases';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './lists.module.css';
import { listAddress } from './use-list-filter.ts';

/** The lists that the reader keeps under a name, and the one that is looked at as the next of them. */
export function SavedLists({ filter }: { filter: ListFilter }) {
  const text = useText('cases');
  const errorText = useErrorText();
  const saved = useRead('listSavedLists', {});
  const [isNaming, setNaming] = useState(false);
  const withdraw = useWrite('withdrawSavedList', { renews: ['listSavedLists'] });
  return (
    <section className={styles.saved} aria-label={text('lists.saved')}>
      {(saved.data?.lists ?? []).map(({ id, name, filter: own }) => (
        <span key={id} className={styles.savedOne}>
          <ButtonLink {...listAddress(own)} size="compact-sm" variant="default">
            {name}
          </ButtonLink>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="md"
            aria-label={text('lists.remove', { name })}
            onClick={() => withdraw.mutate({ listId: id })}
          >
            <Icon name="close" size={16} />
          </ActionIcon>
        </span>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={() => setNaming(true)}>
        {text('lists.save')}
      </Button>
      {withdraw.isError && <Notice kind="refusal">{errorText(withdraw.error)}</Notice>}
      {isNaming && <NameDialog filter={filter} onClose={() => setNaming(false)} />}
    </section>
  );
}

const LONGEST = 60;

function NameDialog({ filter, onClose }: { filter: ListFilter; onClose: () => void }) {
  const text = useText('cases');
  const tell = useToast();
  const [name, setName] = useState('');
  const save = useWrite('saveList', {
    renews: ['listSavedLists'],
    onDone: () => {
      tell(text('lists.kept'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('lists.save')}
      confirm={text('need.save')}
      canConfirm={name.trim() !== ''}
      isBusy={save.isPending}
      error={save.error}
      onClose={onClose}
      onConfirm={() => save.mutate({ name: name.trim(), filter })}
    >
      <TextInput
        label={text('lists.nameIt')}
        description={text('lists.nameHelp')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={LONGEST}
        autoComplete="off"
        data-autofocus
      />
    </Dialog>
  );
}
