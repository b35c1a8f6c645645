import { useText } from '../text/language.tsx';
import { Facts } from '../ui/facts.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAssignmentText } from './assignment-text.ts';
import { PasskeysPanel } from './own-passkeys-panel.tsx';
import { PasswordPanel } from './own-password-panel.tsx';
import { RecoveryCodesPanel } from './own-recovery-codes-panel.tsx';
import { SessionsPanel } from './own-sessions-panel.tsx';
import { TotpPanel } from './own-totp-panel.tsx';
import { useHolder } from './session.tsx';

/** One's own sign-in: who one is here, password, second step, devices. */
export function OwnAccountPage() {
  const text = useText('access');
  const assignmentText = useAssignmentText();
  const { account, assignments } = useHolder();
  return (
    <Page title={text('own.title')} isNarrow>
      <Panel>
        <Facts
          facts={[
            [text('account.displayName'), account.displayName],
            [text('signIn.name'), account.signInName],
            [
              text('account.roles'),
              assignments.length === 0
                ? text('account.noRoles')
                : assignments.map(assignmentText).join(', '),
            ],
          ]}
        />
      </Panel>
      <PasswordPanel />
      <TotpPanel />
      <PasskeysPanel />
      <RecoveryCodesPanel />
      <SessionsPanel />
    </Page>
  );
}
