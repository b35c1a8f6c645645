import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';

/** An address that leads nowhere. */
export function MissingPage() {
  const text = useText('shell');
  return (
    <Page title={text('missing.title')}>
      <EmptyState
        icon="help"
        title={text('missing.words')}
        action={<ButtonLink to="/">{text('missing.home')}</ButtonLink>}
      />
    </Page>
  );
}
