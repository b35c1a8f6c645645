import type { Provider, Service } from '@tirek/domain/services';
import { useText } from '../text/language.tsx';
import { useServiceWords } from './use-service-words.ts';

type Entry = Provider | Service;

/** Names the parts in which an entry differs from the version before it. */
export function useChangedFields(): (before: Entry | null, now: Entry) => string {
  const text = useText('directory');
  const { t } = useServiceWords();
  const labels: Readonly<Record<keyof Provider | keyof Service, string>> = {
    name: text('name'),
    holder: t('holder'),
    kind: t('kind'),
    region: text('provider.region'),
    contacts: text('contacts'),
    providerId: text('provider'),
    category: text('service.category'),
    layer: t('layer'),
    activities: t('activities'),
    regions: text('regions'),
    reach: t('reach'),
    languages: text('languages'),
    ages: text('ages'),
    hasWomenStaff: text('women'),
    cost: text('cost'),
    capacity: text('capacity'),
    placesFree: text('placesFree'),
    hours: text('hours'),
    access: text('access'),
    verifiedOn: text('verifiedOn'),
  };
  return (before, now) => {
    if (before === null) return text('history.first');
    const was = before as Partial<Record<string, unknown>>;
    const changed = Object.entries(now)
      .filter(([key, value]) => JSON.stringify(was[key]) !== JSON.stringify(value))
      .map(([key]) => labels[key as keyof typeof labels]);
    return changed.length === 0 ? text('history.same') : changed.join(', ');
  };
}
