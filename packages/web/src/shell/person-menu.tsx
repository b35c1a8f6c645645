import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { roleTitle, useHolder, useSession } from '../access/index.ts';
import { useAlong } from '../offline/use-along.ts';
import { WipeDialog } from '../offline/wipe-dialog.tsx';
import { useText } from '../text/language.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { useToast } from '../ui/toasts.tsx';
import styles from './frame.module.css';

/** Who one is here, and the way to one's own sign-in and out. */
export function PersonMenu() {
  const text = useText('shell');
  const access = useText('access');
  const errorText = useErrorText();
  const tell = useToast();
  const navigate = useNavigate();
  const { store } = useSession();
  const { account, assignments } = useHolder();
  const { standing } = useAlong();
  const [isLeaving, setLeaving] = useState(false);
  const roles = [...new Set(assignments.map(({ role }) => roleTitle(access, role)))];
  const leave = () => store.signOut().catch((error) => tell(errorText(error)));
  return (
    <>
      {isLeaving && (
        <WipeDialog
          confirm={text('person.signOut')}
          beforeWiping={() => store.signOut()}
          onClose={() => setLeaving(false)}
        />
      )}
      <Disclosure
        className={styles.person}
        entries={[
          {
            key: 'account',
            icon: 'user',
            label: text('person.account'),
            onChoose: () => void navigate({ to: '/account' }),
          },
          { key: 'lock', icon: 'lock', label: text('person.lock'), onChoose: () => store.lock() },
          {
            key: 'signOut',
            icon: 'signOut',
            label: text('person.signOut'),
            onChoose: () => (standing.kind === 'none' ? void leave() : setLeaving(true)),
          },
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
    </>
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
