import type { Account } from '@tirek/domain/access';
import { useText } from '../text/language.tsx';
import { StatusMark } from '../ui/status-mark.tsx';

const TONES = { active: 'going', invited: 'waiting', closed: 'over' } as const;

/** The state of an account in one word; a lock-out comes before everything else. */
export function AccountMark({ account }: { account: Pick<Account, 'state' | 'lockedOutUntil'> }) {
  const text = useText('access');
  return account.lockedOutUntil === null ? (
    <StatusMark tone={TONES[account.state]} label={text(`account.state.${account.state}`)} />
  ) : (
    <StatusMark tone="bad" label={text('account.state.lockedOut')} />
  );
}
