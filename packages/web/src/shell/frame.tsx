import { ActionIcon, Drawer } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useHolder, useMay } from '../access/session.tsx';
import { useLanguage, useText } from '../text/language.tsx';
import { Brand } from '../ui/brand.tsx';
import { Icon } from '../ui/icons.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { LoadingState } from '../ui/states.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import styles from './frame.module.css';
import { placesFor } from './navigation.ts';
import { PersonMenu } from './person-menu.tsx';
import { useAccountLanguage } from './use-account-language.ts';

/** Around every page of somebody who is in: where she can go, who she is, in which language. */
export function Frame({ children }: { children: ReactNode }) {
  const text = useText('shell');
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes the menu
  useEffect(() => setOpen(false), [path]);
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {text('skip')}
      </a>
      <div className={styles.bar}>
        <Brand />
        <ActionIcon
          variant="subtle"
          color="gray.9"
          size={44}
          aria-label={text('menu')}
          aria-expanded={isOpen}
          onClick={() => setOpen(true)}
        >
          <Icon name="menu" size={24} />
        </ActionIcon>
      </div>
      <aside className={styles.side}>
        <Link to="/" className={styles.brand}>
          <Brand />
          <Programme />
        </Link>
        <Side />
      </aside>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={<Brand />}
        size="18rem"
        closeButtonProps={{ 'aria-label': text('menu.close') }}
      >
        <div className={styles.drawer}>
          <Side />
        </div>
      </Drawer>
      <main id="content" tabIndex={-1} className={styles.content}>
        <ConnectionBanner />
        <Suspense fallback={<PageLoading />}>{children}</Suspense>
      </main>
    </div>
  );
}

function Programme() {
  const { language } = useLanguage();
  const { programme } = useHolder();
  return <p className={styles.programme}>{programme.name[language] ?? programme.name.en}</p>;
}

function Side() {
  const text = useText('shell');
  const may = useMay();
  const saveLanguage = useAccountLanguage();
  return (
    <>
      <nav aria-label={text('places')} className={styles.places}>
        {placesFor(may).map(({ to, name, icon }) => (
          <Link
            key={name}
            to={to}
            className={styles.place}
            activeOptions={{ exact: to === '/' }}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Icon name={icon} />
            {text(`place.${name}`)}
          </Link>
        ))}
      </nav>
      <div className={styles.bottom}>
        <LanguageSwitch onChoose={saveLanguage} />
        <PersonMenu />
      </div>
    </>
  );
}

const PageLoading = () => (
  <div style={{ maxWidth: '40rem', padding: '2rem' }}>
    <LoadingState />
  </div>
);
