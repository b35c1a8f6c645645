import { useParams } from '@tanstack/react-router';
import { fullName } from '@tirek/domain/people';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { SupportPanel } from './support-panel.tsx';

/** The help that each member of a family got. */
export function FamilySupportPage() {
  const text = useText('support');
  const { familyId } = useParams({ from: '/families/$familyId/support' });
  const family = useRead('getFamily', { familyId });
  return (
    <Page
      title={text('title')}
      intro={text('intro')}
      back={{ to: `/families/${familyId}/case`, label: text('back.case') }}
      isNarrow
    >
      {family.isPending && <LoadingState lines={6} />}
      {family.isError && <ErrorState error={family.error} onRetry={family.refetch} />}
      {family.data?.members.map(({ personId, name }) => (
        <SupportPanel
          key={personId}
          personId={personId}
          title={name ? fullName(name) : text('gone')}
        />
      ))}
    </Page>
  );
}
