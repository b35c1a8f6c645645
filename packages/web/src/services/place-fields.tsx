import { MultiSelect } from '@mantine/core';
import { COMMON_LANGUAGES } from '@tirek/domain/people';
import { ACTIVITIES, type Activity, REACHES, type Service } from '@tirek/domain/services';
import { useLanguageNames } from '../people/index.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { useMayInRegions } from './use-own-regions.ts';
import { useServiceWords } from './use-service-words.ts';

/** What a service gives, where, and in which languages. */
export function PlaceFields({
  service,
  forbidden,
  onChange,
}: {
  service: Service;
  /** What its provider may not give. */
  forbidden: readonly Activity[];
  onChange: (part: Partial<Service>) => void;
}) {
  const text = useText('directory');
  const { t } = useServiceWords();
  const { regions, nameOf } = useRegionNames();
  const mayInRegions = useMayInRegions();
  const languageName = useLanguageNames();
  const writable = regions.filter(({ code }) => mayInRegions('service.manage', [code]));
  const codes = [...new Set([...writable.map(({ code }) => code), ...service.regions])];
  const list = forbidden.map((each) => t(`activity.${each}`)).join(', ');
  return (
    <>
      <MultiSelect
        label={t('activities')}
        {...(forbidden.length > 0 ? { description: text('forbidden', { list }) } : {})}
        data={ACTIVITIES.map((each) => ({
          value: each,
          label: t(`activity.${each}`),
          disabled: forbidden.includes(each),
        }))}
        value={[...service.activities]}
        onChange={(activities) => onChange({ activities: activities as Service['activities'] })}
      />
      <MultiSelect
        label={text('regions')}
        data={codes.map((code) => ({ value: code, label: nameOf(code) }))}
        value={[...service.regions]}
        searchable
        onChange={(chosen) => onChange({ regions: chosen })}
      />
      <MultiSelect
        label={t('reach')}
        data={REACHES.map((each) => ({ value: each, label: t(`reach.${each}`) }))}
        value={[...service.reach]}
        onChange={(reach) => onChange({ reach: reach as Service['reach'] })}
      />
      <MultiSelect
        label={text('languages')}
        data={[...new Set([...COMMON_LANGUAGES, ...service.languages])].map((each) => ({
          value: each,
          label: languageName(each),
        }))}
        value={[...service.languages]}
        onChange={(languages) => onChange({ languages })}
      />
    </>
  );
}
