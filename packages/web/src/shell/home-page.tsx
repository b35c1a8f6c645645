import { Link } from '@tanstack/react-router';
import type { Role } from '@tirek/domain/access';
import { roleTitle, useHolder, useMay } from '../access/index.ts';
import { CurrentWaves } from '../surveys/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/states.tsx';
import styles from './home-page.module.css';
import { placesFor } from './navigation.ts';
import { UnfinishedPanel } from './unfinished/unfinished-panel.tsx';

/** What this person can do here, or, without an assignment, whom to ask. */
export function HomePage() {
  const text = useText('shell');
  const access = useText('access');
  const { language } = useLanguage();
  const may = useMay();
  const { account, assignments, programme } = useHolder();
  const groups = placesFor(may)
    .map(({ name, places }) => ({
      name,
      places: places.flatMap((place) =>
        place.name === 'home' ? [] : [{ ...place, name: place.name }],
      ),
    }))
    .filter(({ places }) => places.length > 0);
  const roles = [...new Set(assignments.map(({ role }): Role => role))];
  return (
    <Page
      title={text('home.title', { name: account.displayName })}
      intro={programme.name[language] ?? programme.name.en}
    >
      <UnfinishedPanel />
      {groups.map(({ name: group, places }) => (
        <section key={group} className={styles.group}>
          {groups.length > 1 && <h2 className={styles.heading}>{text(`group.${group}`)}</h2>}
          <ul className={styles.places}>
            {places.map(({ to, name, icon }) => (
              <li key={name}>
                <Link to={to} className={styles.place}>
                  <span className={styles.picture}>
                    <Icon name={icon} size={24} />
                  </span>
                  <span>
                    <span className={styles.name}>{text(`place.${name}`)}</span>
                    <span className={styles.words}>{text(`home.${name}`)}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {may('campaign.read') && (
        <section className={styles.now}>
          <h2 className={styles.heading}>{text('home.now')}</h2>
          <CurrentWaves />
        </section>
      )}
      {groups.length === 0 && (
        <Panel>
          <EmptyState
            icon={roles.length === 0 ? 'user' : 'clock'}
            title={text(roles.length === 0 ? 'home.nobody.title' : 'home.notYet.title')}
            action={
              <ButtonLink to="/account" variant="default">
                {text('person.account')}
              </ButtonLink>
            }
          >
            {roles.length === 0
              ? text('home.nobody.words')
              : text('home.notYet.words', {
                  roles: roles.map((role) => roleTitle(access, role)).join(', '),
                })}
          </EmptyState>
        </Panel>
      )}
    </Page>
  );
}
