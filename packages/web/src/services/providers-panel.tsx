import { Button } from '@mantine/core';
import type { StandingProvider } from '@tirek/domain/services';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './directory.module.css';
import type { DirectoryDialog } from './directory-dialogs.tsx';
import type { Answer } from './services-page.tsx';
import { useMayInRegions } from './use-own-regions.ts';
import { useServiceWords } from './use-service-words.ts';

const regionsOf = ({ provider: { region } }: StandingProvider): string[] =>
  region === null ? [] : [region];

/** The providers whom the reader may change, the open ones first. */
export function ProvidersPanel({
  directory,
  onOpen,
}: {
  directory: Answer;
  onOpen: (dialog: DirectoryDialog) => void;
}) {
  const text = useText('directory');
  const format = useFormat();
  const { t, named } = useServiceWords();
  const { nameOf } = useRegionNames();
  const mayInRegions = useMayInRegions();
  const own = format
    .sorted(
      directory.providers.filter((each) => mayInRegions('service.manage', regionsOf(each))),
      ({ provider }) => named(provider.name),
    )
    .toSorted((a, b) => Number(a.closed !== null) - Number(b.closed !== null));
  return (
    <Panel>
      <details className={styles.others}>
        <summary>{text('providersCount', { count: own.length })}</summary>
        <ul className={styles.rows}>
          {own.map((standing) => {
            const { id, provider, closed } = standing;
            const name = named(provider.name);
            return (
              <li key={id}>
                <div className={styles.head}>
                  <h3 className={styles.name}>{name}</h3>
                  {closed !== null && <StatusMark tone="over" label={text('closedMark')} />}
                </div>
                <p className={styles.quiet}>
                  {t(`kind.${provider.kind}`)} · {t(`holder.${provider.holder}`)} ·{' '}
                  {provider.region === null ? text('provider.country') : nameOf(provider.region)}
                </p>
                <div className={styles.actions}>
                  {closed === null && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={text('changeOf', { name })}
                      onClick={() => onOpen({ what: 'provider', known: standing })}
                    >
                      {text('change')}
                    </Button>
                  )}
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={text(closed === null ? 'closeOf' : 'reopenOf', { name })}
                    onClick={() => onOpen({ what: 'close-provider', known: standing })}
                  >
                    {text(closed === null ? 'close' : 'reopen')}
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={text('historyOf', { name })}
                    onClick={() => onOpen({ what: 'history', entryId: id, name })}
                  >
                    {text('history')}
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      </details>
    </Panel>
  );
}
