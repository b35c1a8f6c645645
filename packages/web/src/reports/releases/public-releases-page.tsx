import { Link } from '@tanstack/react-router';
import type { PublicRelease } from '@tirek/domain/reports';
import { useRead } from '../../api/use-read.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { PublicFrame } from './public-frame.tsx';
import styles from './public-releases-page.module.css';

/** What was released for everybody, newest first; a withdrawn one keeps its place and says so. */
export function PublicReleasesPage() {
  const text = useText('releases');
  const read = useRead('listPublicReleases', {});
  return (
    <PublicFrame>
      <Page title={text('public.title')} intro={text('public.intro')} isNarrow>
        <Panel>
          {read.isPending && <LoadingState />}
          {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
          {read.data?.releases.length === 0 && (
            <EmptyState icon="report" title={text('public.none')}>
              {text('public.noneWords')}
            </EmptyState>
          )}
          <ul className={styles.list}>
            {read.data?.releases.map((release) => (
              <OneRelease key={release.id} release={release} />
            ))}
          </ul>
        </Panel>
      </Page>
    </PublicFrame>
  );
}

function OneRelease({ release }: { release: PublicRelease }) {
  const text = useText('releases');
  const { language } = useLanguage();
  const format = useFormat();
  const { id, number, title, releasedAt, withdrawal } = release;
  const day = format.date(format.dateOf(releasedAt), 'long');
  return (
    <li className={styles.release}>
      <h2 className={styles.name}>
        {withdrawal ? (
          title[language]
        ) : (
          <Link to="/published/$releaseId" params={{ releaseId: id }}>
            {title[language]}
          </Link>
        )}{' '}
        {withdrawal && <StatusMark tone="over" label={text('state.withdrawn')} />}
      </h2>
      <p className={styles.facts}>{text('public.facts', { number, date: day })}</p>
      {withdrawal && (
        <p className={styles.facts}>{text('withdrawn.words', { reason: withdrawal.reason })}</p>
      )}
    </li>
  );
}
