import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Account } from '@tirek/domain/access';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { AccountMark } from './account-mark.tsx';
import styles from './accounts-page.module.css';
import { useAssignmentText } from './assignment-text.ts';
import { useMay } from './session.tsx';

/** Everybody who has an account, with roles and state. */
export function AccountsPage() {
  const text = useText('access');
  const may = useMay();
  const accounts = useRead('listAccounts', {});
  const [wanted, setWanted] = useState('');
  const shown = (accounts.data?.accounts ?? []).filter((account) => matches(account, wanted));
  return (
    <Page
      title={text('accounts.title')}
      intro={text('accounts.intro')}
      actions={
        may('account.manage') && (
          <ButtonLink to="/accounts/new" leftSection={<Icon name="plus" size={18} />}>
            {text('accounts.invite')}
          </ButtonLink>
        )
      }
    >
      <Panel>
        {accounts.isPending && <LoadingState lines={6} />}
        {accounts.isError && <ErrorState error={accounts.error} onRetry={accounts.refetch} />}
        {accounts.data && (
          <>
            <TextInput
              className={styles.search ?? ''}
              label={text('accounts.search')}
              type="search"
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
            />
            {shown.length > 0 ? (
              <AccountTable accounts={shown} />
            ) : (
              <EmptyState icon="people" title={text('accounts.none')} />
            )}
          </>
        )}
      </Panel>
    </Page>
  );
}

function AccountTable({ accounts }: { accounts: readonly Account[] }) {
  const text = useText('access');
  const format = useFormat();
  const assignmentText = useAssignmentText();
  return (
    <DataTable
      caption={text('accounts.title')}
      rows={accounts}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: text('account.displayName'),
          isRowHeader: true,
          cell: ({ id, displayName, signInName }) => (
            <>
              <Link to="/accounts/$accountId" params={{ accountId: id }}>
                {displayName}
              </Link>
              <span className={styles.signInName}>{signInName}</span>
            </>
          ),
        },
        {
          key: 'roles',
          header: text('account.roles'),
          cell: ({ assignments }) =>
            assignments.length === 0
              ? text('account.noRoles')
              : assignments.map((held) => (
                  <span key={held.id} className={styles.role}>
                    {assignmentText(held)}
                  </span>
                )),
        },
        {
          key: 'state',
          header: text('account.state'),
          cell: (account) => <AccountMark account={account} />,
        },
        {
          key: 'last',
          header: text('account.lastSignIn'),
          cell: ({ lastSignInOn }) =>
            lastSignInOn ? format.date(lastSignInOn, 'medium') : text('never'),
        },
      ]}
    />
  );
}

const matches = ({ displayName, signInName }: Account, wanted: string) =>
  `${displayName} ${signInName}`.toLowerCase().includes(wanted.trim().toLowerCase());
