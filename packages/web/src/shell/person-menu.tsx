import { useNavigate } from '@tanstack/react-router';
import { roleTitle, useHolder, useMay, useSession } from '../access/index.ts';
import { useText } from '../text/language.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './frame.module.css';

/** Who one is here, and the way to one's own sign-in and out. */
export function PersonMenu({ onSignOut }: { onSignOut: () => void }) {
  const text = useText('shell');
  const access = useText('access');
  const navigate = useNavigate();
  const may = useMay();
  const { store } = useSession();
  const { account, assignments } = useHolder();
  const roles = [...new Set(assignments.map(({ role }) => roleTitle(access, role)))];
  return (
    <Disclosure
      className={styles.person}
      entries={[
        {
          key: 'account',
          icon: 'user',
          label: text('person.account'),
          onChoose: () => void navigate({ to: '/account' }),
        },
        ...(may('message.own')
          ? [
              {
                key: 'reach',
                icon: 'send' as const,
                label: text('person.reach'),
                onChoose: () => void navigate({ to: '/reach' }),
              },
            ]
          : []),
        {
          key: 'lock',
          icon: 'lock',
          label: text('person.lock'),
          onChoose: () => void store.lock(),
        },
        { key: 'signOut', icon: 'signOut', label: text('person.signOut'), onChoose: onSignOut },
      ]}
    >
      <span className={styles.initials} aria-hidden="true">
        {initialsOf(account.displayName)}
      </span>
      <span className={styles.names}>
        <span className={styles.name}>{account.displayName}</span>
        <span className={styles.role}>{roles.join(', ') || text('noRole')}</span>
      </span>
      <Icon name="chevronDown" size={18} />
    </Disclosure>
  );
}

/** First letters of the first two words: "Dana Seitkali" is DS. */
const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
