import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useHolder } from '../access/index.ts';
import { useSeeMessages } from '../messages/index.ts';
import { SafetyBanner } from '../pathways/safety/index.ts';
import { DutyBanner } from '../privacy/duties/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Brand } from '../ui/brand.tsx';
import { Icon } from '../ui/icons.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { SideSheet } from '../ui/side-sheet.tsx';
import { LoadingState } from '../ui/states.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import styles from './frame.module.css';
import { PersonMenu } from './person-menu.tsx';
import { Places } from './places.tsx';
import { useAccountLanguage } from './use-account-language.ts';
import { useSigningOut } from './use-signing-out.tsx';

/** Around every page of somebody who is in: where she can go, who she is, in which language. */
export function Frame({ children }: { children: ReactNode }) {
  const text = useText('shell');
  const [isOpen, setOpen] = useState(false);
  useSeeMessages();
  const signingOut = useSigningOut();
  const signOut = () => {
    // The sheet lies over every dialog of the page.
    setOpen(false);
    signingOut.begin();
  };
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
        <button
          type="button"
          className={styles.menu}
          aria-label={text('menu')}
          aria-expanded={isOpen}
          onClick={() => setOpen(true)}
        >
          <Icon name="menu" size={24} />
        </button>
      </div>
      <aside className={styles.side}>
        <Link to="/" className={styles.brand}>
          <Brand />
          <Programme />
        </Link>
        <Side onSignOut={signOut} />
      </aside>
      <SideSheet
        isOpen={isOpen}
        label={text('menu.label')}
        head={<Brand />}
        close={text('menu.close')}
        onClose={() => setOpen(false)}
      >
        <Side onSignOut={signOut} />
      </SideSheet>
      {signingOut.question}
      <main id="content" tabIndex={-1} className={styles.content}>
        <ConnectionBanner />
        <SafetyBanner />
        <DutyBanner />
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

function Side({ onSignOut }: { onSignOut: () => void }) {
  const saveLanguage = useAccountLanguage();
  return (
    <>
      <Places />
      <div className={styles.bottom}>
        <span className={styles.languages}>
          <LanguageSwitch onChoose={saveLanguage} />
        </span>
        <PersonMenu onSignOut={onSignOut} />
      </div>
    </>
  );
}

const PageLoading = () => (
  <div style={{ maxWidth: '40rem', padding: '2rem' }}>
    <LoadingState />
  </div>
);
