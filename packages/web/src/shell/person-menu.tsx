import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { roleTitle } from '../access/role-title.ts';
import { useHolder, useSession } from '../access/session.tsx';
import { useText } from '../text/language.tsx';
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
  const roles = [...new Set(assignments.map(({ role }) => roleTitle(access, role)))];
  return (
    <Menu position="top-start" width={240} shadow="md">
      <Menu.Target>
        <button type="button" className={styles.person}>
          <span className={styles.initials} aria-hidden="true">
            {initialsOf(account.displayName)}
          </span>
          <span className={styles.names}>
            <span className={styles.name}>{account.displayName}</span>
            <span className={styles.role}>{roles.join(', ') || text('noRole')}</span>
          </span>
          <Icon name="chevronDown" size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name="user" size={18} />}
          onClick={() => void navigate({ to: '/account' })}
        >
          {text('person.account')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="lock" size={18} />} onClick={() => store.lock()}>
          {text('person.lock')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon name="signOut" size={18} />}
          onClick={() => void store.signOut().catch((error) => tell(errorText(error)))}
        >
          {text('person.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
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
