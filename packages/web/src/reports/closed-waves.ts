import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';

/** The waves of which there can be a report, named as a reader knows them: `{ value, label }`, newest campaign first. */
export function useClosedWaves() {
  const text = useText('reports');
  const { language } = useLanguage();
  const { data, isPending, error, refetch } = useRead('listCampaigns', {});
  const waves = (data?.campaigns ?? []).flatMap(({ title, waves }) =>
    waves
      .filter(({ phase }) => phase === 'closed')
      .map(({ id, number }) => ({
        value: id,
        label: text('list.name', { title: title[language], number }),
      })),
  );
  return { waves, isPending, error, refetch };
}
