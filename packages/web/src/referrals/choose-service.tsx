import { Button } from '@mantine/core';
import type { NeedCategory } from '@tirek/domain/cases';
import { type FoundService, findServices, NO_WISH, type Wish } from '@tirek/domain/services';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useOwnRegion, useServiceWords, WishFields } from '../services/index.ts';
import { useText } from '../text/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import styles from './referrals.module.css';

/** So many are shown before the wish is made narrower. */
const SHOWN = 12;

/** A service out of the directory: what fits first, and of the rest why it does not. */
export function ChooseService({
  category,
  chosen,
  onChoose,
}: {
  category: NeedCategory | null;
  chosen: string | null;
  onChoose: (serviceId: string | null) => void;
}) {
  const text = useText('referrals');
  const region = useOwnRegion();
  const [wish, setWish] = useState<Wish>({ ...NO_WISH, region, category });
  const directory = useRead('listServices', {});
  const { today = '', providers = [], services = [] } = directory.data ?? {};
  const { fitting, others } = findServices({ providers, services }, wish, today);
  const own = [...fitting, ...others].find(({ standing }) => standing.id === chosen);
  if (own) {
    return (
      <Panel
        title={text('make.service')}
        actions={
          <Button variant="default" size="compact-sm" onClick={() => onChoose(null)}>
            {text('make.other')}
          </Button>
        }
      >
        <ServiceWords found={own} />
      </Panel>
    );
  }
  return (
    <Panel title={text('make.service')}>
      {directory.isPending && <LoadingState lines={4} />}
      {directory.isError && <ErrorState error={directory.error} onRetry={directory.refetch} />}
      <details>
        <summary>{text('make.wish')}</summary>
        <WishFields wish={wish} onChange={setWish} />
      </details>
      <Choices found={fitting.slice(0, SHOWN)} onChoose={onChoose} />
      {others.length > 0 && (
        <details>
          <summary>{text('make.unfit')}</summary>
          <Choices
            found={others.filter(({ standing }) => standing.closed === null).slice(0, SHOWN)}
            onChoose={onChoose}
          />
        </details>
      )}
    </Panel>
  );
}

function Choices({
  found,
  onChoose,
}: {
  found: readonly FoundService[];
  onChoose: (serviceId: string) => void;
}) {
  const text = useText('referrals');
  const { named } = useServiceWords();
  return (
    <ul className={styles.rows}>
      {found.map((each) => (
        <li key={each.standing.id}>
          <ServiceWords found={each} />
          <Button
            variant="default"
            size="compact-sm"
            aria-label={text('make.chooseOf', { name: named(each.standing.service.name) })}
            onClick={() => onChoose(each.standing.id)}
          >
            {text('make.choose')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What it is, and what speaks against it: out of date, full, another language. */
function ServiceWords({ found: { standing, provider, doubts, misfits } }: { found: FoundService }) {
  const { t, category, named } = useServiceWords();
  const against = [
    ...misfits.map((each) => t(`misfit.${each}`)),
    ...doubts.map((each) => t(`doubt.${each}`)),
  ];
  return (
    <>
      <p className={styles.name}>{named(standing.service.name)}</p>
      <p className={styles.quiet}>
        {[named(provider.name), category(standing.service.category)].join(' · ')}
      </p>
      {against.length > 0 && <p className={styles.quiet}>{against.join('; ')}</p>}
    </>
  );
}
