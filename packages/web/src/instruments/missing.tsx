import { Problem } from '@tirek/domain/problem';
import { useText } from '../text/language.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState } from '../ui/states.tsx';

/** An address with a questionnaire or a language that does not exist. */
export function Missing() {
  const text = useText('instruments');
  return (
    <Page title={text('title')} back={{ to: '/instruments', label: text('title') }} isNarrow>
      <ErrorState error={new Problem('not-found')} />
    </Page>
  );
}
