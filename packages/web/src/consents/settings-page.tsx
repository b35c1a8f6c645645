import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { SettingsForm } from './settings-form.tsx';

/** What the programme says of itself in every consent of a person, and who agrees at which age. */
export function SettingsPage() {
  const text = useText('consents');
  const settings = useRead('getConsentSettings', {});
  return (
    <Page title={text('settings.title')} intro={text('settings.intro')} isNarrow>
      {settings.isPending && <LoadingState />}
      {settings.isError && <ErrorState error={settings.error} onRetry={settings.refetch} />}
      {settings.data?.version === 0 && (
        <Notice kind="warning" isStanding>
          {text('settings.missing')}
        </Notice>
      )}
      {settings.data && <SettingsForm key={settings.data.version} {...settings.data} />}
    </Page>
  );
}
