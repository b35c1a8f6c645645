import { TextInput } from '@mantine/core';
import type { Account } from '@tirek/domain/access';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';

interface RenameDialogProps {
  readonly account: Account;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Another display name; refused when somebody else has changed it meanwhile. */
export function RenameDialog({ account, isOpen, onClose }: RenameDialogProps) {
  const text = useText('access');
  const tell = useToast();
  const [name, setName] = useState(account.displayName);
  const rename = useWrite('renameAccount', {
    renews: ['listAccounts'],
    onDone: () => {
      onClose();
      tell(text('account.renamed'));
    },
  });
  return (
    <Dialog
      isOpen={isOpen}
      title={text('account.rename.title')}
      confirm={text('account.rename.go')}
      canConfirm={name.trim() !== '' && name.trim() !== account.displayName}
      isBusy={rename.isPending}
      error={rename.error}
      onClose={() => {
        onClose();
        rename.reset();
      }}
      onConfirm={() =>
        rename.mutate({
          accountId: account.id,
          displayName: name.trim(),
          previousDisplayName: account.displayName,
        })
      }
    >
      <TextInput
        label={text('account.displayName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={100}
        data-autofocus
      />
    </Dialog>
  );
}
