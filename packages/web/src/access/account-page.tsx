import { getRouteApi } from '@tanstack/react-router';
import type { Account } from '@tirek/domain/access';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { AccountActions } from './account-actions.tsx';
import { AccountMark } from './account-mark.tsx';
import { AccountRoles } from './account-roles.tsx';
import { AccountSupervision } from './account-supervision.tsx';
import { useHolder, useMay } from './session.tsx';

const route = getRouteApi('/accounts/$accountId');

/** One account: who it is, what it may, how it signs in, and what an administrator can do. */
export function AccountPage() {
  const text = useText('access');
  const { accountId } = route.useParams();
  const accounts = useRead('listAccounts', {});
  const account = accounts.data?.accounts.find(({ id }) => id === accountId);
  const back = { to: '/accounts', label: text('accounts.title') };
  if (account) {
    return <OneAccount account={account} colleagues={accounts.data?.accounts ?? []} />;
  }
  return (
    <Page title={text('account.title')} back={back} isNarrow>
      {accounts.isPending && <LoadingState />}
      {accounts.isError && <ErrorState error={accounts.error} onRetry={accounts.refetch} />}
      {accounts.data && <EmptyState icon="help" title={text('account.missing')} />}
    </Page>
  );
}

function OneAccount({ account, colleagues }: { account: Account; colleagues: readonly Account[] }) {
  const text = useText('access');
  const may = useMay();
  const { account: own } = useHolder();
  const isOwn = own.id === account.id;
  const canManage = may('account.manage') && !isOwn;
  return (
    <Page
      title={account.displayName}
      mark={<AccountMark account={account} />}
      back={{ to: '/accounts', label: text('accounts.title') }}
      isNarrow
    >
      {isOwn && may('account.manage') && (
        <Notice kind="info" isStanding>
          {text('account.own')}
        </Notice>
      )}
      <Panel>
        <AccountFacts account={account} />
      </Panel>
      <AccountRoles account={account} canManage={canManage && account.state !== 'closed'} />
      {account.assignments.some(({ role }) => role === 'supervisor') && (
        <AccountSupervision
          account={account}
          colleagues={colleagues}
          canManage={may('supervision.assign') && !isOwn}
        />
      )}
      {canManage && <AccountActions account={account} />}
    </Page>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const text = useText('access');
  const format = useFormat();
  const { hasTotp, passkeys, recoveryCodesLeft } = account.secondFactor;
  const secondStep = [
    hasTotp ? text('account.hasTotp') : '',
    passkeys > 0 ? text('account.hasPasskeys', { count: passkeys }) : '',
    recoveryCodesLeft > 0 ? text('recovery.left', { count: recoveryCodesLeft }) : '',
  ].filter(Boolean);
  return (
    <Facts
      facts={[
        [text('signIn.name'), account.signInName],
        [text('account.created'), format.date(account.createdOn)],
        [
          text('account.lastSignIn'),
          account.lastSignInOn ? format.date(account.lastSignInOn) : text('never'),
        ],
        [text('account.secondStep'), secondStep.join(', ') || text('account.noSecondStep')],
        ...(account.invitationExpiresAt
          ? ([[text('account.invitedUntil'), format.instant(account.invitationExpiresAt)]] as const)
          : []),
        ...(account.lockedOutUntil
          ? ([[text('account.lockedOutUntil'), format.instant(account.lockedOutUntil)]] as const)
          : []),
        ...(account.closedOn
          ? ([[text('account.closed'), format.date(account.closedOn)]] as const)
          : []),
      ]}
    />
  );
}
