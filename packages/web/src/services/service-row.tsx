import { Button } from '@mantine/core';
import type { FoundService, Service } from '@tirek/domain/services';
import { useLanguageNames } from '../people/index.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Facts } from '../ui/facts.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './directory.module.css';
import type { DirectoryDialog } from './directory-dialogs.tsx';
import { useMayInRegions } from './use-own-regions.ts';
import { useServiceWords } from './use-service-words.ts';
import { useVerify } from './use-verify.ts';

/** One service: what it is, what speaks against it, and behind a tap everything else. */
export function ServiceRow({
  found: { standing, provider, doubts, misfits },
  onOpen,
}: {
  found: FoundService;
  onOpen?: (dialog: DirectoryDialog) => void;
}) {
  const { t, category, named } = useServiceWords();
  const text = useText('directory');
  const { nameOf } = useRegionNames();
  const { service, closed } = standing;
  const name = named(service.name);
  const against = [
    ...misfits.map((each) => t(`misfit.${each}`)),
    ...doubts.map((each) => t(`doubt.${each}`)),
  ];
  return (
    <li>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        {closed !== null && <StatusMark tone="over" label={text('closedMark')} />}
        {closed === null && doubts.includes('stale') && (
          <StatusMark tone="waiting" label={text('stale')} />
        )}
      </div>
      <p className={styles.quiet}>
        {[
          ...[named(provider.name), t(`holder.${provider.holder}`), category(service.category)],
          provider.region === null ? text('provider.country') : nameOf(provider.region),
        ].join(' · ')}
      </p>
      {against.length > 0 && <p className={styles.against}>{against.join('; ')}</p>}
      <details className={styles.details}>
        <summary aria-label={`${text('details')}: ${name}`}>{text('details')}</summary>
        <ServiceFacts service={service} />
        <ProviderContacts provider={provider} />
        {onOpen && <RowActions standing={standing} name={name} onOpen={onOpen} />}
      </details>
    </li>
  );
}

function ServiceFacts({ service }: { service: Service }) {
  const { t } = useServiceWords();
  const text = useText('directory');
  const format = useFormat();
  const languageName = useLanguageNames();
  const { nameOf } = useRegionNames();
  const { ages, cost, capacity, placesFree, hasWomenStaff, verifiedOn } = service;
  const known = (value: number | null) => (value === null ? text('unknown') : format.number(value));
  const facts: [string, string][] = [
    [t('activities'), service.activities.map((each) => t(`activity.${each}`)).join(', ')],
    [t('layer'), t(`layer.${service.layer}`)],
    [text('regions'), service.regions.map(nameOf).join(', ')],
    [t('reach'), service.reach.map((each) => t(`reach.${each}`)).join(', ')],
    [text('languages'), service.languages.map(languageName).join(', ')],
    [text('ages'), agesText()],
    [text('women'), text(hasWomenStaff === null ? 'unknown' : hasWomenStaff ? 'yes' : 'no')],
    [text('cost'), costText()],
    [
      text('places'),
      capacity === null
        ? known(placesFree)
        : text('places.of', { capacity: format.number(capacity), free: known(placesFree) }),
    ],
    [text('hours'), service.hours],
    [text('access'), service.access],
    [text('verifiedOn'), verifiedOn === null ? text('never') : format.date(verifiedOn)],
  ];
  function agesText(): string {
    if (ages.to !== null) return text('ages.span', { from: ages.from, count: ages.to });
    return ages.from === 0 ? text('ages.any') : text('ages.from', { count: ages.from });
  }
  function costText(): string {
    if (cost === null) return text('cost.unknown');
    return cost.amount === 0 ? text('cost.free') : `${format.number(cost.amount)} ₸`;
  }
  return <Facts facts={facts.filter(([, value]) => value !== '')} />;
}

function ProviderContacts({ provider }: { provider: FoundService['provider'] }) {
  const text = useText('directory');
  const facts = (['phone', 'email', 'address', 'site'] as const)
    .map((part) => [text(part), provider.contacts[part]] as const)
    .filter(([, value]) => value !== '');
  return facts.length > 0 && <Facts facts={facts} />;
}

function RowActions({
  standing,
  name,
  onOpen,
}: {
  standing: FoundService['standing'];
  name: string;
  onOpen: (dialog: DirectoryDialog) => void;
}) {
  const text = useText('directory');
  const mayInRegions = useMayInRegions();
  const { verify, isBusy, today } = useVerify();
  const { service, closed } = standing;
  const isOwn = mayInRegions('service.manage', service.regions);
  return (
    <div className={styles.actions}>
      {isOwn && closed === null && today !== null && (
        <>
          {service.verifiedOn !== today && (
            <Button
              variant="default"
              size="compact-sm"
              loading={isBusy}
              aria-label={text('verifyOf', { name })}
              onClick={() => verify(standing)}
            >
              {text('verify')}
            </Button>
          )}
          <Button
            variant="default"
            size="compact-sm"
            aria-label={text('changeOf', { name })}
            onClick={() => onOpen({ what: 'service', known: standing })}
          >
            {text('change')}
          </Button>
        </>
      )}
      {isOwn && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={text(closed === null ? 'closeOf' : 'reopenOf', { name })}
          onClick={() => onOpen({ what: 'close-service', known: standing })}
        >
          {text(closed === null ? 'close' : 'reopen')}
        </Button>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={text('historyOf', { name })}
        onClick={() => onOpen({ what: 'history', entryId: standing.id, name })}
      >
        {text('history')}
      </Button>
    </div>
  );
}
