import { Outlet, useMatches } from '@tanstack/react-router';
import { Proofs, SessionGate, useMay } from '../access/index.ts';
import { useText } from '../text/language.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Frame } from './frame.tsx';

/** Decides whether a page stands open, behind the gate, or behind a verb. */
export function Root() {
  const needs = useMatches({
    select: (matches) => matches.at(-1)?.staticData.needs ?? 'signed-in',
  });
  if (needs === 'nobody') return <Outlet />;
  return (
    <SessionGate>
      <Frame>{needs === 'signed-in' ? <Outlet /> : <WithVerb needs={needs} />}</Frame>
      <Proofs />
    </SessionGate>
  );
}

function WithVerb({ needs }: { needs: Parameters<ReturnType<typeof useMay>>[0] }) {
  const text = useText('shell');
  const may = useMay();
  if (may(needs)) return <Outlet />;
  return (
    <Page title={text('closed.title')}>
      <EmptyState
        icon="lock"
        title={text('closed.words')}
        action={<ButtonLink to="/">{text('missing.home')}</ButtonLink>}
      >
        {text('closed.ask')}
      </EmptyState>
    </Page>
  );
}
