import { useParams } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { RecordForm } from './record-form.tsx';
import { usePersonName } from './use-person-name.ts';

/** One sitting: what was read, what was decided, who was there. */
export function RecordPage() {
  const text = useText('consents');
  const { personId } = useParams({ from: '/people/$personId/consents/new' });
  const subject = usePersonName(personId);
  const consents = useRead('listConsents', { personId });
  const texts = useRead('listPurposeTexts', {});
  const settings = useRead('getConsentSettings', {});
  const failed = [consents, texts, settings].find(({ isError }) => isError);
  const rule = consents.data?.rule?.rule;
  return (
    <Page
      title={text('form.title')}
      intro={text('form.intro')}
      back={{ to: `/people/${personId}/consents`, label: text('title') }}
      isNarrow
    >
      {failed && <ErrorState error={failed.error} onRetry={failed.refetch} />}
      {consents.data?.obstacle && (
        <Notice kind="warning" isStanding>
          {text(`obstacle.${consents.data.obstacle}`)}
        </Notice>
      )}
      {rule && texts.data && settings.data?.settings ? (
        <RecordForm
          personId={personId}
          subject={subject}
          rule={rule}
          texts={texts.data.texts}
          settings={settings.data.settings}
        />
      ) : (
        !failed && !consents.data?.obstacle && <LoadingState />
      )}
    </Page>
  );
}
